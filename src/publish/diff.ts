/** Any two releases of one profile against each other. */
import type { TableName } from '../../schemas/index.ts'
import { UsageError } from '../errors.ts'
import { decodeParquet } from '../tables/parquet.ts'
import { causesBetween } from './causes.ts'
import { changesBetween } from './changes.ts'
import { type Change, changesTable } from './changes-table.ts'
import type { ReleaseAt } from './release-rows.ts'

export interface TableChange extends Change {
  readonly table: TableName
}

/** Every row that differs, table by table. Throws a UsageError when the releases have different columns by profile. */
export async function* diffReleases(before: ReleaseAt, after: ReleaseAt): AsyncGenerator<TableChange> {
  const profiles = [before.manifest.profile, after.manifest.profile]
  if (profiles[0] !== profiles[1])
    throw new UsageError(`expected two releases of one profile, got ${profiles.join(' and ')}`)
  const causeOf = await causesBetween(before, after, await takedownsOf(after))
  for (const { name } of after.manifest.tables)
    for await (const change of changesBetween(name, before, after, causeOf)) yield { table: name, ...change }
}

/** Articles that a release says were taken down since the one before it: nothing else in it could tell. */
async function takedownsOf({ files, prefix, manifest }: ReleaseAt): Promise<ReadonlySet<string>> {
  const parts = manifest.files.filter(({ path }) => path.startsWith('changes/articles/'))
  const found = new Set<string>()
  for (const { path } of parts) {
    const object = await files.get(prefix + path)
    if (!object) continue
    for (const { key, cause } of decodeParquet(changesTable, object.bytes))
      if (cause === 'takedown') found.add(String(key))
  }
  return found
}
