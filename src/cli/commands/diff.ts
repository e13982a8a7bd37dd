import type { TableChange } from '../../publish/diff.ts'
import { anyLakeOption, type Call, command, DONE, jsonOption } from '../command.ts'
import type { Output } from '../terminal/streams.ts'

const options = {
  lake: { ...anyLakeOption, meaning: 'The lake whose releases versions mean' },
  profile: { type: 'string', value: 'open|full', meaning: 'The profile that versions mean', default: 'open' },
  json: { ...jsonOption, meaning: 'Print JSON, one row that differs a line' },
} as const

export const diff = command({
  name: 'diff',
  summary: 'Show what differs between two releases, and why',
  usage: 'A B',
  takes: { atLeast: 2, atMost: 2 },
  details: [
    'A and B are versions of releases of the lake, folders or web addresses. Each row that was added, changed or removed from A to B has a cause: the source changed, other rules read it, or it was taken down. Pseudonyms of readers differ in every release and are not compared.',
  ],
  options,
  examples: [
    { command: 'presslake diff 2026.9.0 2026.10.0', says: 'Counts, by table and cause' },
    { command: 'presslake diff 2026.9.0 2026.10.0 --json', says: 'Every row, with the columns that changed' },
  ],
  run: runDiff,
})

async function runDiff({ arguments: [a = '', b = ''], options: asked, streams }: Call<typeof options>) {
  const [{ profileOf, releaseAt }, { releasesOfLake }, { diffReleases }] = await Promise.all([
    import('../release-place.ts'),
    import('../with-lake.ts'),
    import('../../publish/diff.ts'),
  ])
  const profile = profileOf(asked.profile)
  return releasesOfLake({ lake: asked.lake, profile }, streams, async releases => {
    const [before, after] = [await releaseAt(a, releases, profile), await releaseAt(b, releases, profile)]
    await show(diffReleases(before, after), asked.json, streams.out)
    return DONE
  })
}

async function show(changes: AsyncIterable<TableChange>, json: boolean, out: Output): Promise<void> {
  const counts = new Map<string, number>()
  for await (const change of changes) {
    if (json) await out.write(`${JSON.stringify(change)}\n`)
    else counts.set(lineOf(change), (counts.get(lineOf(change)) ?? 0) + 1)
  }
  if (!json) await out.write(`${countLines(counts).join('\n')}\n`)
}

const lineOf = ({ table, change, cause }: TableChange) => `${table.padEnd(10)} ${change.padEnd(8)} ${cause}`

const countLines = (counts: ReadonlyMap<string, number>): readonly string[] =>
  counts.size === 0 ? ['no row differs'] : [...counts].map(([line, count]) => `${String(count).padStart(8)}  ${line}`)
