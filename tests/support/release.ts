/** A release as its descriptions are printed from, without a lake. */
import type { TableName } from '../../schemas/index.ts'
import type { ReleaseProfile } from '../../src/lake/keys.ts'
import type { Manifest, ReleasedFile } from '../../src/publish/manifest.ts'
import type { Release } from '../../src/publish/metadata/release.ts'
import { releasedTables } from '../../src/publish/profiles.ts'

/** `parts` is the number of files of each table. */
export function inventedRelease(over: Partial<Manifest> = {}, profile: ReleaseProfile = 'open', parts = 1): Release {
  const names = Object.keys(releasedTables(profile)) as TableName[]
  const paths = (name: string) => Array.from({ length: parts }, (_, i) => `data/${name}/part-0000${i}.parquet`)
  const files: readonly ReleasedFile[] = names.flatMap(name =>
    paths(name).map(path => ({
      path,
      bytes: 1234,
      sha256: 'ab'.repeat(32),
      media_type: 'application/vnd.apache.parquet',
      rows: 2,
    })),
  )
  return {
    details: {
      name: 'press-archive',
      title: 'أرشيف <الصحافة>',
      description: 'Articles of "three" outlets & more',
      creator: 'The Example Institute',
      homepage: 'https://data.example/press',
      contact: 'data@institute.example',
    },
    manifest: {
      manifest_version: 1,
      dataset: 'press-archive',
      version: '2024.3.1',
      profile,
      published_on: '2024-03-21',
      schema_version: '1.0.0',
      pipeline_version: 1,
      figures: {
        languages: ['ar', 'en'],
        outlets: 3,
        first_day: '2023-01-02',
        last_day: '2024-03-20',
        pipeline_versions: [1],
      },
      tables: names.map(name => ({
        name,
        rows: 2 * parts,
        bytes: 1234 * parts,
        rows_sha256: 'cd'.repeat(32),
        nulls: { speaker: 1 },
        files: paths(name),
      })),
      changes: { from: '2024.3.0', tables: { quotes: { added: 11, changed: 22, removed: 33 } } },
      files,
      ...over,
    },
    samples: {
      documents: [],
      articles: [],
      quotes: [
        {
          speaker: 'سلمى <العبادي>',
          speaker_role: null,
          text: 'السد \u202eجاهز "تماماً"',
          said_on: '2024-03-19',
          rule_id: 'ar/quote/x',
        },
      ],
      events: [],
      comments: [],
    },
  }
}
