/** `npm start`: the two sample documents from end to end, in a lake of their own. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { formatOf, printResult } from '../src/cli/print-result.ts'
import { progressOn } from '../src/cli/terminal/progress.ts'
import { processStreams } from '../src/cli/terminal/streams.ts'
import { checkSpans } from '../src/lake/checks.ts'
import { drop } from '../src/lake/drop.ts'
import { ingest } from '../src/lake/ingest.ts'
import { inboxFolder } from '../src/lake/keys.ts'
import { type Lake, openLake } from '../src/lake/lake.ts'
import { diskSecret } from '../src/lake/secret-disk.ts'
import { lakeStatus } from '../src/lake/status.ts'
import { newestRelease } from '../src/publish/latest.ts'
import { nextVersion, planRelease } from '../src/publish/plan.ts'
import { writeRelease } from '../src/publish/write.ts'

const FOLDER = 'lake'
const SEEDS = 'seeds'
/** Width of tables where there is no terminal. */
const COLUMNS = 120

const streams = processStreams()
const say = (text: string) => streams.out.write(`${text}\n`)

/** A lake of nothing but the seeds is made anew; a lake that holds other documents is somebody's, and is added to. */
async function makeRoom(seeds: readonly string[]): Promise<void> {
  const there = await readdir(join(FOLDER, inboxFolder)).catch(() => [])
  if (there.every(name => seeds.includes(name))) await rm(FOLDER, { recursive: true, force: true })
  else await say(`${FOLDER}/ holds other documents, too; they are kept`)
}

async function readSeeds(lake: Lake, seeds: readonly string[]): Promise<void> {
  const progress = progressOn(streams.err)
  const paths = seeds.map(name => join(SEEDS, name))
  await drop(lake.inbox, paths, { progress: (done, total) => progress.step('copied', done, total) })
  await ingest(lake, { progress: ({ phase, done, total, at }) => progress.step(phase, done, total, at) })
  progress.end()
}

async function showRows(lake: Lake): Promise<void> {
  const { rows } = await lakeStatus(lake)
  await say('\nRows per table\n')
  for (const [table, count] of Object.entries(rows)) await say(`  ${table.padEnd(10)} ${String(count).padStart(4)}`)
}

async function show(lake: Lake, title: string, query: string): Promise<void> {
  await say(`\n${title}\n`)
  const out = { ...streams.out, columns: streams.out.columns ?? COLUMNS }
  const format = formatOf({ json: false, csv: false, bidi: false, limit: '12' }, out)
  const quiet = { ...streams, err: { ...streams.err, write: async () => {} } }
  await printResult(await lake.warehouse.query(query), format, quiet)
}

/** Says whether every row proves itself. */
async function check(lake: Lake): Promise<boolean> {
  const spans = await checkSpans(lake.warehouse)
  const checked = spans.reduce((sum, span) => sum + span.checked, 0)
  const violations = spans.reduce((sum, span) => sum + span.violations, 0)
  await say(`\n${checked} spans checked with text = substr(…): ${violations} violations`)
  return violations === 0
}

/** Writes the first release of the lake; one that has releases is left alone. */
async function publish(lake: Lake): Promise<void> {
  if (await newestRelease(lake.store, 'open')) return
  const published_on = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)
  const ports = { ...lake, lake: lake.store }
  const plan = await planRelease({ version: nextVersion(null, published_on), profile: 'open', published_on }, ports)
  const { files } = await writeRelease(plan, ports, await diskSecret(FOLDER))
  await say(`\nWrote a first release, ${files.length} files: ${FOLDER}/${plan.prefix}index.html shows what is in it`)
}

const seeds = (await readdir(SEEDS)).filter(name => name.endsWith('.txt'))
await makeRoom(seeds)
const lake = await openLake(FOLDER)
try {
  await say(`Reading ${seeds.length} documents of ${SEEDS}/ into ${FOLDER}/`)
  await readSeeds(lake, seeds)
  await showRows(lake)
  await show(
    lake,
    'Who says what',
    `SELECT coalesce(speaker, '') AS speaker, coalesce(cue, '') AS cue, kind, text FROM quotes
     WHERE speaker IS NOT NULL ORDER BY article_id, ordinal LIMIT 12`,
  )
  await show(
    lake,
    'What happened',
    `SELECT type, status, trigger, coalesce(occurred_on, '') AS occurred_on, coalesce(place, '') AS place
     FROM events ORDER BY article_id, ordinal LIMIT 8`,
  )
  if (await check(lake)) await publish(lake)
  else process.exitCode = 1
} finally {
  await lake.close()
}
await say(`
Try

  npx presslake sql "SELECT speaker, count(*) AS quotes FROM quotes GROUP BY speaker ORDER BY quotes DESC"
  npx presslake explain $(npx presslake sql --csv "SELECT quote_id FROM quotes WHERE kind = 'direct' LIMIT 1" | tail -1)
  npx presslake ingest YOUR_FOLDER`)
