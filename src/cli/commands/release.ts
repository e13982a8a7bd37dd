import { UsageError } from '../../errors.ts'
import type { ReleaseProfile } from '../../lake/keys.ts'
import type { Lake } from '../../lake/lake.ts'
import type { Manifest } from '../../publish/manifest.ts'
import type { ReleasePlan } from '../../publish/plan.ts'
import { type Call, CHECK_FAILED, command, DONE, jsonOption, lakeOption } from '../command.ts'

const options = {
  lake: lakeOption,
  profile: {
    type: 'string',
    value: 'open|full',
    meaning: 'What may be passed on to everybody, or everything',
    default: 'open',
  },
  version: { type: 'string', value: 'VERSION', meaning: 'Such as 2026.10.0; by default the next of this month' },
  date: { type: 'string', value: 'DATE', meaning: 'The day of publication; by default today' },
  'dry-run': { type: 'boolean', meaning: 'Only show what would be written' },
  json: jsonOption,
} as const

export const release = command({
  name: 'release',
  summary: 'Write the tables of a lake as a release that never changes',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'A release is a folder releases/VERSION/ with Parquet files, a manifest with the hash of every file, what changed since the release before and why, descriptions for catalogues (Data Package, Croissant, schema.org), a citation, a licence and a page. releases/latest.json then names it.',
    'The open profile has no texts of articles and comments, quotations of at most 300 characters with their source, and pseudonyms for readers. The full profile has everything and lies in releases-full/. Title, creator and contact are taken from release.json in the lake.',
    'The same lake, version and date give the same bytes. Nothing is written when a check of the lake fails.',
  ],
  options,
  examples: [
    { command: 'presslake release --dry-run', says: 'See what would be written' },
    { command: 'presslake release', says: 'Write the next release' },
    {
      command: 'presslake release --version 2026.10.0 --date 2026-10-05',
      says: 'Make that release again, from the same lake elsewhere',
    },
  ],
  run: runRelease,
})

async function runRelease({ options: asked, streams: { out, err } }: Call<typeof options>) {
  const [{ readingLake }, { failedChecks }] = await Promise.all([
    import('../with-lake.ts'),
    import('../../publish/plan.ts'),
  ])
  return readingLake(asked.lake, async lake => {
    const plan = await planOf(lake, asked)
    const failed = failedChecks(plan)
    const written = asked['dry-run'] || failed.length > 0 ? null : await write(lake, plan)
    if (asked.json) await out.write(`${JSON.stringify(written ?? shownPlan(plan))}\n`)
    else await err.write(`${[...planText(plan), ...resultText(lake, plan, written)].join('\n')}\n`)
    return failed.length > 0 ? CHECK_FAILED : DONE
  })
}

async function planOf(lake: Lake, { profile, version, date }: Call<typeof options>['options']): Promise<ReleasePlan> {
  const [{ nextVersion, planRelease }, { newestVersion }] = await Promise.all([
    import('../../publish/plan.ts'),
    import('../../publish/versions.ts'),
  ])
  if (profile !== 'open' && profile !== 'full')
    throw new UsageError(`expected open or full as --profile, got ${profile}`)
  const published_on = date ?? new Date(lake.clock()).toISOString().slice(0, 'YYYY-MM-DD'.length)
  if (!isDay(published_on)) throw new UsageError(`expected a day such as 2026-10-05 as --date, got ${published_on}`)
  const next = async () => {
    return nextVersion(await newestVersion(lake.store, profile as ReleaseProfile), published_on)
  }
  return planRelease({ version: version ?? (await next()), profile, published_on }, { ...lake, lake: lake.store })
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

async function write(lake: Lake, plan: ReleasePlan): Promise<Manifest> {
  const [{ writeRelease }, { diskSecret }] = await Promise.all([
    import('../../publish/write.ts'),
    import('../../lake/secret-disk.ts'),
  ])
  return writeRelease(plan, { ...lake, lake: lake.store }, await diskSecret(lake.name))
}

/** The plan without what only the program needs. */
const shownPlan = ({ previous, finished, ...plan }: ReleasePlan) => ({
  ...plan,
  previous: previous?.manifest.version ?? null,
})

function planText({ version, profile, rows, previous, checks }: ReleasePlan): readonly string[] {
  return [
    `release ${version}, ${profile}${previous ? `, after ${previous.manifest.version}` : ', the first'}`,
    ...Object.entries(rows).map(([table, count]) => `  ${table.padEnd(10)} ${String(count).padStart(8)} rows`),
    ...checks
      .filter(({ violations }) => violations > 0)
      .map(({ name, violations }) => `check failed: ${name}: ${violations} violations`),
  ]
}

function resultText({ name }: Lake, { prefix }: ReleasePlan, written: Manifest | null): readonly string[] {
  if (!written) return ['nothing was written']
  const folder = `${name}/${prefix.slice(0, -1)}`
  const bytes = written.files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    ...changesText(written),
    `wrote ${folder}: ${written.files.length} files, ${bytes} bytes`,
    `check it with: presslake verify ${folder}`,
  ]
}

function changesText({ changes }: Manifest): readonly string[] {
  const counts = Object.entries(changes?.tables ?? {}).filter(
    ([, { added, changed, removed }]) => added + changed + removed,
  )
  if (!changes) return []
  if (counts.length === 0) return [`nothing changed since ${changes.from}`]
  return counts.map(
    ([table, { added, changed, removed }]) => `  ${table}: ${added} added, ${changed} changed, ${removed} removed`,
  )
}
