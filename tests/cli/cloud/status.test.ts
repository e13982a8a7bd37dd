import { expect, test } from 'vitest'
import { showCloudStatus } from '../../../src/cli/cloud/status.ts'
import { logGroups } from '../../../src/lake/deployment.ts'
import { refused, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const run = (at: string, told: object) => ({
  id: at,
  at: Date.parse(at),
  text: JSON.stringify({ _aws: {}, Stage: 'dev', ...told }),
})

const article = (name: string) => `محطة تحلية جديدة في ${name}

أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة ${name} جاهزة للعمل.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
`

async function lakeWithWork() {
  const lake = await testCloudLake()
  await lake.inbox.put('a.txt', encode(article('الصفراء')))
  await lake.inbox.put('empty.txt', encode(''))
  await lake.ingestWaiting()
  await lake.functions.invoke(lake.names.mergeFunction, { task: 'merge' })
  await lake.inbox.put('b.txt', encode(article('الخضراء')))
  await lake.ingestWaiting()
  await lake.releases.put('releases/2026.1.0/manifest.json', encode('{}'))
  await lake.store.put('releases-full/2026.1.0/manifest.json', encode('{}'))
  lake.depths.set(lake.names.intakeQueue, { waiting: 7, inWork: 2 })
  lake.depths.set(lake.names.intakeDeadLetters, { waiting: 1, inWork: 0 })
  lake.lines.set(logGroups('dev').merge, [
    run('2025-12-01T00:00:00Z', { Function: 'merge', MergedBatches: 99 }),
    run('2026-01-05T09:15:00Z', { Function: 'merge', MergedBatches: 3, ScannedBytes: 5 }),
    run('2026-01-05T09:30:00Z', { Function: 'merge', Skipped: 'another one runs' }),
    run('2026-01-05T09:45:00Z', { Function: 'upkeep', ScannedBytes: 5 }),
  ])
  return lake
}

test('counts rows, what waits, and tells of the last merge, without listing the inbox', async () => {
  const lake = await lakeWithWork()
  const { out } = await show(lake, true)
  expect(JSON.parse(out)).toEqual({
    rows: { documents: 2, articles: 1, quotes: expect.any(Number), events: expect.any(Number), comments: 0 },
    outcomes: { parsed: 1, rejected: 1 },
    waiting: { messages: 7, inWork: 2, deadLetters: 1, batches: 1 },
    lastMerge: { endedAt: '2026-01-05T09:15:00.000Z', batches: 3 },
    quarantined: 1,
    takedowns: 0,
    releases: ['2026.1.0', '2026.1.0 (full)'],
  })
  expect(lake.spent().queries).toBe(2)
})

test('says the same to people', async () => {
  const { out } = await show(await lakeWithWork(), false)
  expect(out).toMatch(/^documents +2\n/)
  expect(out).toMatch(/waiting in the queue +7\nbeing read +2\nfailed too often +1\nwaiting to be merged +1\n/)
  expect(out).toMatch(
    /last merge: ended 2026-01-05T09:15:00\.000Z, 3 batches\nreleases: 2026\.1\.0, 2026\.1\.0 \(full\)\n$/,
  )
})

test('an empty lake has nothing, and no merge yet', async () => {
  const lake = await testCloudLake()
  lake.lines.set(logGroups('dev').merge, [])
  const { out } = await show(lake, false)
  expect(out).toContain('last merge: none ended within 3 days\nreleases: none\n')
})

test('what may not be looked at is an error that says what to do', async () => {
  const lake = {
    ...(await lakeWithWork()),
    queues: { depth: () => Promise.reject(refused('cannot look at the queue')) },
  }
  await expect(show(lake, false)).rejects.toThrow(/cannot look at the queue: AccessDenied: .*`presslake doctor --lake/)
})

async function show(lake: Parameters<typeof showCloudStatus>[0], json: boolean) {
  lake.inbox.list = () => {
    throw new Error('the inbox was listed')
  }
  const streams = testStreams()
  expect(await showCloudStatus(lake, { json }, streams)).toBe(0)
  return streams.written
}
