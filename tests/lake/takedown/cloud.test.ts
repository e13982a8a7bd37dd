/**
 * The same in the cloud, turn by turn: through the adapters of S3 and Athena, on buckets that keep versions and on tables whose
 * files stay until they are rewritten and their snapshots expire.
 */
import { describe, expect, test } from 'vitest'
import { isIdle } from '../../../lambdas/shared/idle.ts'
import { ingestBatch } from '../../../lambdas/shared/ingest-batch.ts'
import { sweepBatch } from '../../../lambdas/shared/sweep-batch.ts'
import { type Turn, type TurnAnswer, takeTurn } from '../../../lambdas/shared/turn.ts'
import { withLease } from '../../../src/lake/lease.ts'
import { merge, migrate, type Writer } from '../../../src/lake/merge.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { writePlan } from '../../../src/lake/sweep/sweep.ts'
import { icebergFiles } from '../../../src/lake/takedown/iceberg.ts'
import { readRecord } from '../../../src/lake/takedown/record.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { athenaWarehouse } from '../../../src/lake/warehouse-athena.ts'
import { releasesIn } from '../../../src/publish/withdraw.ts'
import { makeId } from '../../../src/tables/ids.ts'
import { notification, recordsOf } from '../../lambdas/records.ts'
import { athenaOnDuckdb } from '../../support/athena-on-duckdb.ts'
import { athenaClientOver } from '../../support/fake-athena.ts'
import { fakeS3 } from '../../support/fake-s3.ts'
import { type ClientFault, clientFaults, faultyCalls } from '../../support/faulty-clients.ts'
import { readTiny, tiny } from '../../support/tiny-documents.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
const STRIDE = isFull ? 1 : 29
const FAULTS = Object.keys(clientFaults) as readonly ClientFault[]
const URL = 'https://news.example/1'
const id = makeId('a', 'url', URL)
const WORD = 'unforgettable'
const HALF_AN_HOUR_MS = 30 * 60_000

async function deploy(n = -1, fault: ClientFault = 'lost') {
  let later = 0
  const s3 = fakeS3()
  const athena = await athenaOnDuckdb(() => s3Store(s3.client, { bucket: 'lake' }))
  const faulty = faultyCalls(n, fault)
  // The same S3 twice: what the test does is not counted.
  const clients = {
    s3: faulty(s3.another()),
    athena: faulty(athenaClientOver(async (...call) => ({ status: 200, answer: await athena.respond(...call) }))),
  }
  let runs = 0
  const clock = () => Date.now() + later
  const writerOf = (
    real: boolean,
    scope: string,
    leavesRunning = false,
  ): Writer & { store: ReturnType<typeof s3Store> } => ({
    store: s3Store(real ? s3.client : clients.s3, { bucket: 'lake' }),
    warehouse: athenaWarehouse({
      client: clients.athena,
      workgroup: 'writer',
      database: 'news',
      location: 's3://lake/tables/',
      scope,
      leavesRunning,
      clock,
      wait: async () => {},
    }),
    wait: async () => {},
  })
  const plain = writerOf(true, 'plain')

  const drop = async (objects: Readonly<Record<string, string>>) => {
    for (const [key, text] of Object.entries(objects))
      await s3Store(s3.client, { bucket: 'inbox' }).put(key, tiny(text))
    const records = recordsOf(
      ...Object.keys(objects).map(key => notification('s3-put', { key, sequencer: `0055A${runs++}`, size: 1 })),
    )
    await ingestBatch(
      { Records: [...records] },
      { getRemainingTimeInMillis: () => 120_000 },
      {
        inbox: s3Store(s3.client, { bucket: 'inbox' }),
        lake: s3Store(s3.client, { bucket: 'lake' }),
        read: readTiny,
        failed: () => {},
        staged: () => {},
      },
    )
  }

  /** One call of the function, with what it gets for one run. */
  async function turn(asked: Turn, leftMs = () => 600_000): Promise<TurnAnswer> {
    const scope = asked.scope || `run ${runs++}`
    const writer = writerOf(false, scope, true)
    return takeTurn(asked, {
      ...writer,
      inbox: s3Store(clients.s3, { bucket: 'inbox' }),
      clock,
      files: icebergFiles(writer),
      releases: releasesIn([s3Store(clients.s3, { bucket: 'releases' }), writer.store], clock),
      cache: { hasLetGo: async () => asked.invalidated },
      isAsked: async () => false,
      abandonedMs: 20 * 60_000,
      lease: { clock, lastsMs: 17 * 60_000, holder: `takedown ${runs++}` },
      isIdle: () => isIdle(clients.athena, 'writer'),
      leftMs,
      scope,
    })
  }

  /** As the state machine does: a turn that fails is tried again, after a while. */
  async function takeDown(leftMs?: () => number): Promise<readonly TurnAnswer[]> {
    const answers: TurnAnswer[] = []
    let next: Turn = { articleId: id, run: 'execution-1', scope: '', invalidated: false }
    for (let failures = 0; failures < 5 && answers.length < 60; ) {
      const answer = await turn(next, leftMs).catch(() => null)
      await athena.settled()
      later += answer ? answer.seconds * 1000 : HALF_AN_HOUR_MS
      if (!answer) {
        failures++
        continue
      }
      answers.push(answer)
      if (answer.isDone) return answers
      next = { ...answer, invalidated: answer.invalidated || answer.paths.count > 0 }
    }
    throw new Error('not done')
  }

  return { s3, athena, plain, drop, turn, takeDown, calls: faulty.count, clock }
}

type Deployed = Awaited<ReturnType<typeof deploy>>

/** Everything that a deployment may hold of an article, old versions among it. */
async function filled(n?: number, fault?: ClientFault): Promise<Deployed> {
  const deployed = await deploy(n, fault)
  const { plain, drop, s3 } = deployed
  await migrate(plain)
  await drop({ 'a.txt': `${URL} ${WORD} one`, 'b.txt': 'other words' })
  await merge(plain)
  await drop({ 'a.txt': `${URL} ${WORD} two` })
  await merge(plain)
  const inbox = s3Store(s3.client, { bucket: 'inbox' })
  await inbox.put('a.txt.meta.json', new TextEncoder().encode(`{"site_name":"${WORD}"}`))
  await inbox.delete('a.txt.meta.json')
  for (const to of ['people', 'writer', 'publisher']) await plain.store.put(`results/${to}/answer.csv`, tiny(WORD))
  return deployed
}

/** Every version of every object that holds the word. */
const holding = ({ s3 }: Deployed) =>
  [
    ...[...s3.objects].map(([path, { bytes }]) => [path, bytes] as const),
    ...[...s3.others].flatMap(([path, all]) => all.map(({ bytes }) => [path, bytes ?? new Uint8Array()] as const)),
  ]
    .filter(([, bytes]) => Buffer.from(bytes).toString('latin1').includes(WORD))
    .map(([path]) => path)
    .sort()

const left = async ({ plain }: Deployed) =>
  ((await readRecord(plain.store, id))?.checks ?? []).filter(({ found }) => found > 0)

describe('a takedown in the cloud', () => {
  test('leaves no version of any object that holds the article, and no property on a table', async () => {
    const deployed = await filled()
    expect(holding(deployed)).toEqual(
      expect.arrayContaining([
        '/inbox/a.txt',
        '/inbox/a.txt',
        '/inbox/a.txt.meta.json',
        '/lake/results/people/answer.csv',
      ]),
    )
    const answers = await deployed.takeDown()
    expect(answers.at(-1)).toMatchObject({ isDone: true, remains: 0, done: 9 })
    expect(holding(deployed)).toEqual([])
    expect(await left(deployed)).toEqual([])
    expect(deployed.athena.properties()).toEqual([])
    const statements = deployed.athena.statements.map(({ sql }) => sql.split(' (')[0])
    const from = statements.indexOf('ALTER TABLE articles_stored SET TBLPROPERTIES')
    expect(statements.slice(from, from + 4)).toEqual([
      'ALTER TABLE articles_stored SET TBLPROPERTIES',
      'OPTIMIZE articles_stored REWRITE DATA USING BIN_PACK',
      'VACUUM articles_stored',
      'ALTER TABLE articles_stored UNSET TBLPROPERTIES',
    ])
    const checks = (await readRecord(deployed.plain.store, id))?.checks ?? []
    expect(checks.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'files below tables/ that held it',
        'snapshots of articles_stored from before',
        'files of quotes_stored that no snapshot names',
        'versions in the inbox of a.txt',
        'answers in results/',
      ]),
    )
    await deployed.athena.close()
  })

  test('finds out when a step was left out', async () => {
    const deployed = await filled()
    const { respond } = deployed.athena
    deployed.athena.respond = (operation, input) =>
      respond(operation, { ...input, QueryString: String(input.QueryString).replace(/^VACUUM/, 'OPTIMIZE') })
    const answers = await deployed.takeDown()
    expect(answers.at(-1)?.remains).toBeGreaterThan(1)
    expect((await left(deployed)).map(({ place }) => place)).toEqual(
      expect.arrayContaining(['files below tables/ that held it', 'snapshots of articles_stored from before']),
    )
    await deployed.athena.close()
  })

  test('goes on in as many turns as it needs', async () => {
    const deployed = await filled()
    const answers = await deployed.takeDown(() => (Math.random() < 0.6 ? 600_000 : 60_000))
    expect(answers.at(-1)).toMatchObject({ isDone: true, remains: 0 })
    expect(holding(deployed)).toEqual([])
    await deployed.athena.close()
  })

  test('waits for whoever writes, and does nothing meanwhile', async () => {
    const deployed = await filled()
    const begun = { articleId: id, run: 'execution-1', scope: '', invalidated: false }
    const { clock, plain } = deployed
    await withLease(plain.store, { clock, lastsMs: HALF_AN_HOUR_MS, holder: 'merge' }, async () => {
      expect(await deployed.turn(begun)).toMatchObject({
        isDone: false,
        done: 0,
        seconds: 30,
        because: expect.stringContaining('held by merge'),
      })
    })
    expect(await readRecord(plain.store, id)).toBeNull()
    await deployed.athena.close()
  })

  test('stands against events, sweeps and newer rules that read the document again', async () => {
    const deployed = await filled()
    await deployed.takeDown()
    const { plain, s3, athena, clock } = deployed
    const isShown = async () => {
      const sql = `SELECT 1 FROM articles WHERE article_id = '${id}' AND (body IS NOT NULL OR deleted_because <> 'takedown')`
      return (await rowsOf(athena.tables, sql)).length > 0
    }
    await deployed.drop({ 'c.txt': `${URL} ${WORD} again` })
    await merge(plain)
    expect(await isShown()).toBe(false)
    const inbox = s3Store(s3.client, { bucket: 'inbox' })
    await inbox.put('d.txt', tiny(`${URL} ${WORD} without an event`))
    await athena.tables.execute('UPDATE documents_stored SET pipeline_version = 0')
    const request = { prefix: '', newerRules: true, dryRun: false, graceMinutes: 0 }
    const { plan, documents } = await writePlan({ ...plain, inbox, clock }, 'again', request)
    expect(documents).toBeGreaterThan(2)
    for (const batch of JSON.parse(new TextDecoder().decode((await plain.store.get(plan))?.bytes)))
      await sweepBatch({ inbox, lake: plain.store, read: readTiny }, { getRemainingTimeInMillis: () => 120_000 }, batch)
    await merge(plain)
    expect(await isShown()).toBe(false)
    const rows = await rowsOf(
      athena.tables,
      `SELECT source_key FROM articles_stored WHERE article_id = '${id}' ORDER BY 1`,
    )
    expect(rows.map(({ source_key }) => source_key)).toEqual(['a.txt', 'c.txt', 'd.txt'])
    await athena.close()
  })
})

const reference = filled().then(async deployed => {
  const before = deployed.calls()
  await deployed.takeDown()
  const calls = { before, after: deployed.calls() }
  await deployed.athena.close()
  return calls
})

test('whatever call of the clients fails, and however, it comes to the same', async () => {
  const { before, after } = await reference
  expect(after - before).toBeGreaterThan(150)
  for (let n = before; n < after; n += STRIDE)
    for (const fault of isFull ? FAULTS : [FAULTS[n % FAULTS.length] as ClientFault]) {
      const deployed = await filled(n, fault)
      const answers = await deployed.takeDown()
      expect({
        n,
        fault,
        answer: answers.at(-1),
        holding: holding(deployed),
        left: await left(deployed),
      }).toMatchObject({
        answer: { isDone: true, remains: 0 },
        holding: [],
        left: [],
      })
      expect(deployed.athena.properties()).toEqual([])
      await deployed.athena.close()
    }
}, 300_000)
