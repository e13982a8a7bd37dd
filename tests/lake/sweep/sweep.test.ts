/** A sweep, whatever events were lost, brings the tables to what a rebuild from the inbox gives; a second one finds nothing. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { readChange } from '../../../lambdas/shared/read-change.ts'
import { Room } from '../../../lambdas/shared/room.ts'
import { sweepBatch } from '../../../lambdas/shared/sweep-batch.ts'
import { writeBatch } from '../../../src/lake/batch.ts'
import { type DocumentReader, type InboxPorts, readInboxObject } from '../../../src/lake/inbox-object.ts'
import { isSidecarKey, listedPrefix, sidecarKey, sweepBatchKey, sweepPlanKey } from '../../../src/lake/keys.ts'
import { merge, type Writer } from '../../../src/lake/merge.ts'
import { sequencerRevision } from '../../../src/lake/revisions.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { type SweepRequest, writePlan } from '../../../src/lake/sweep/sweep.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import type { DocumentRows } from '../../../src/tables/rows.ts'
import type { Facts } from '../../../src/types.ts'
import { collect } from '../../support/collect.ts'
import { type FakeS3, fakeS3, MODIFIED } from '../../support/fake-s3.ts'
import { processTiny, readTiny, tiny } from '../../support/tiny-documents.ts'
import { shown, testWriter } from '../../support/writer.ts'

const DAY_MS = 24 * 3600 * 1000
const NOW = Date.parse(MODIFIED) + DAY_MS
const plenty = { getRemainingTimeInMillis: () => 600_000 }
const everything: SweepRequest = { prefix: '', newerRules: true, dryRun: false, graceMinutes: 120 }

interface World {
  readonly s3: FakeS3
  readonly writer: Writer
  readonly ports: InboxPorts
}

async function newWorld(): Promise<World> {
  const s3 = fakeS3()
  const writer = await testWriter()
  const inbox = s3Store(s3.client, { bucket: 'inbox' })
  return { s3, writer, ports: { inbox, lake: writer.store, read: readTiny } }
}

let ids = 0
async function sweep({ s3, writer, ports }: World, changes: Partial<SweepRequest> = {}) {
  const inbox = s3Store(s3.client, { bucket: 'inbox' })
  const id = `sweep-${++ids}`
  const plan = await writePlan({ ...writer, inbox, clock: () => NOW }, id, { ...everything, ...changes })
  if (plan.batches > 0 && !changes.dryRun) {
    const content = await writer.store.get(plan.plan)
    for (const planned of JSON.parse(new TextDecoder().decode(content?.bytes))) await sweepBatch(ports, plenty, planned)
    await merge(writer)
  }
  return plan
}

const drop = ({ ports }: World, key: string, ...lines: readonly string[]) => ports.inbox.put(key, tiny(...lines))
const documents = ({ writer }: World, columns = 'source_key, outcome') =>
  rowsOf(writer.warehouse, `SELECT ${columns} FROM documents_stored ORDER BY source_key`)

describe('a sweep', () => {
  let world: World
  beforeEach(async () => {
    world = await newWorld()
  })

  test('reads what nothing was heard of, and the next one finds nothing', async () => {
    const keys = ['a b+c.txt', 'cafe\u0301.txt', 'خبر.txt', '🗞/ورقة.txt', 'x.txt']
    for (const key of keys) await drop(world, key, `words of ${key}`)
    await world.ports.inbox.put('x.txt.meta.json', new TextEncoder().encode('{"url": "https://news.example/x"}'))
    const { counts, examples, documents: due } = await sweep(world)
    expect({ counts, due }).toMatchObject({ counts: { new: keys.length, gone: 0 }, due: keys.length })
    expect(examples.new).toHaveLength(5)
    expect((await documents(world)).map(({ outcome }) => outcome)).toEqual(keys.map(() => 'parsed'))
    expect(await rowsOf(world.writer.warehouse, `SELECT url FROM articles WHERE source_key = 'x.txt'`)).toEqual([
      { url: 'https://news.example/x' },
    ])
    expect((await sweep(world)).counts).toMatchObject({ unchanged: keys.length, new: 0, changed: 0, gone: 0 })
  })

  test('tells apart two states of one second, and takes what is gone out of the tables', async () => {
    await drop(world, 'a.txt', 'one')
    await drop(world, 'b.txt', 'two')
    await sweep(world)
    await drop(world, 'a.txt', 'six')
    await world.ports.inbox.delete('b.txt')
    expect((await sweep(world)).counts).toMatchObject({ changed: 1, gone: 1, unchanged: 0 })
    expect((await shown(world.writer)).articles.map(({ body, deleted_because }) => [body, deleted_because])).toEqual(
      expect.arrayContaining([
        ['six', null],
        [null, 'source'],
      ]),
    )
    expect((await sweep(world)).counts).toMatchObject({ changed: 0, gone: 0, unchanged: 1 })
  })

  test('leaves alone what has just changed', async () => {
    world.s3.objects.set('/inbox/a.txt', {
      bytes: tiny('one'),
      headers: {},
      version: 'v1',
      modified: new Date(NOW - 3_600_000).toISOString(),
    })
    expect((await sweep(world)).counts).toMatchObject({ new: 0, 'under way': 1 })
    expect((await sweep(world, { graceMinutes: 30 })).counts).toMatchObject({ new: 1, 'under way': 0 })
  })

  test('keeps to its prefix, however the keys are spelt', async () => {
    const inside = ['أخبار/1.txt', 'أخبار/1.txt'.normalize('NFD').replace('1', '2')]
    for (const key of [...inside, 'other.txt', 'أخ']) await drop(world, key, key)
    await sweep(world)
    for (const key of inside) await drop(world, key, 'anew')
    await world.ports.inbox.delete('other.txt')
    expect((await sweep(world, { prefix: 'أخبار/'.normalize('NFD') })).counts).toMatchObject({ changed: 2, gone: 0 })
    expect((await sweep(world, { prefix: 'oth' })).counts).toMatchObject({ gone: 1, unchanged: 0 })
    expect(['2023/04/', 'a é', '', 'News;', 'cafe'].map(listedPrefix)).toEqual(['2023/04/', 'a ', '', 'News', 'cafe'])
  })

  test('that is only tried counts, and writes nothing', async () => {
    await drop(world, 'a.txt', 'one')
    expect(await sweep(world, { dryRun: true })).toMatchObject({ counts: { new: 1 }, documents: 1, batches: 1 })
    expect(await collect(world.writer.store.list('sweeps/'))).toEqual([])
  })

  test('hands out batches of at most 200 documents, and of bounded size', async () => {
    for (let n = 0; n < 201; n++) await drop(world, `${n}.txt`, 'word')
    const inbox = s3Store(world.s3.client, { bucket: 'inbox' })
    const large = { ...inbox, latest: sized(inbox.latest) }
    const plan = await writePlan({ ...world.writer, inbox: large, clock: () => NOW }, 'large', everything)
    expect(plan).toMatchObject({ documents: 201, batches: 3, plan: sweepPlanKey('large') })
    const sizes = await Promise.all(
      [1, 2, 3].map(async n => {
        const content = await world.writer.store.get(sweepBatchKey('large', n))
        return (JSON.parse(new TextDecoder().decode(content?.bytes)) as unknown[]).length
      }),
    )
    expect(sizes.reduce((sum, size) => sum + size)).toBe(201)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200)
  })

  /** One object of the listing is as large as a batch. */
  const sized = (latest: ReturnType<typeof s3Store>['latest']) =>
    async function* (prefix: string) {
      for await (const object of latest(prefix))
        yield object.key === '150.txt' ? { ...object, sizeBytes: 32 * 1024 * 1024 } : object
    }

  test('that has no time says how far it came', async () => {
    await drop(world, 'a.txt', 'one')
    await drop(world, 'b.txt', 'one')
    let asked = 0
    const inbox = s3Store(world.s3.client, { bucket: 'inbox' })
    const ports = { ...world.writer, inbox, clock: () => NOW, goOn: () => ++asked < 2 }
    await expect(writePlan(ports, 'late', everything)).rejects.toThrow(/1 keys were seen, up to b\.txt/)
  })
})

const KEYS = ['a.txt', 'a.txt-1', 'cafe\u0301', 'خبر', '🗞']
const WORDS = ['one', 'two', 'three']

const operation = fc.record({
  key: fc.constantFrom(...KEYS),
  /** Null: it is deleted. */
  text: fc.option(fc.constantFrom(...WORDS), { nil: null }),
  ofSidecar: fc.boolean(),
  /** When the event comes: at once, before the sweep, after it, or never; read by older rules or by these. */
  event: fc.constantFrom('at once', 'by older rules', 'before', 'after', 'never', 'never'),
  merges: fc.boolean(),
})
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never

/** What these rules find, but under an older number, and with another word. */
function processOlder(bytes: Uint8Array, facts: Facts): DocumentRows {
  const { document, articles } = processTiny(new TextEncoder().encode(`${new TextDecoder().decode(bytes)} old`), facts)
  const again = <R extends { readonly pipeline_version: number }>(row: R): R => ({ ...row, pipeline_version: 0 })
  return {
    document: { ...again(document), size_bytes: bytes.length },
    articles: articles.map(({ article, quotes, ...rest }) => ({
      ...rest,
      article: again(article),
      quotes: quotes.map(again),
    })),
  }
}

/** `skew`: S3 promises an order for the sequencers of one key, and none for those of a document and its sidecar. */
async function play(world: World, operations: readonly Operation[], skew: number) {
  const { ports, writer } = world
  const later: (() => Promise<void>)[] = []
  const after: (() => Promise<void>)[] = []
  for (const [n, { key, text, ofSidecar, event, merges }] of operations.entries()) {
    const at = ofSidecar ? sidecarKey(key) : key
    const bytes = ofSidecar ? new TextEncoder().encode(`{"site_name": "${text}"}`) : tiny(text ?? '')
    if (text === null) await ports.inbox.delete(at)
    else await ports.inbox.put(at, bytes)
    const sequencer = (0x55aed6dc + n + (ofSidecar ? skew : 0)).toString(16)
    const change = { key: at, revision: sequencerRevision(sequencer), sizeBytes: bytes.length }
    const hear = async (read: DocumentReader = readTiny) =>
      void (await writeBatch(ports.lake, [await readChange({ ...ports, read }, new Room(1), change)]))
    if (event === 'at once') await hear()
    if (event === 'by older rules') await hear(async (...document) => processOlder(...document))
    if (event === 'before') later.push(hear)
    if (event === 'after') after.push(hear)
    if (merges) await merge(writer)
  }
  for (const hear of later.reverse()) await hear()
  await merge(writer)
  return after
}

/** What people see, without what only says when it was read. */
async function seen({ writer }: Pick<World, 'writer'>) {
  const { documents, articles, quotes } = await shown(writer)
  const sites = await rowsOf(writer.warehouse, 'SELECT article_id, site_name FROM articles')
  const there = articles.filter(({ deleted_because }) => deleted_because === null)
  return {
    documents: documents.filter(({ outcome }) => outcome !== 'removed'),
    articles: there.map(({ article_id, body }) => [
      article_id,
      body,
      sites.find(row => row.article_id === article_id)?.site_name,
    ]),
    quotes: quotes.map(({ article_id, text }) => [article_id, text]),
  }
}

async function rebuilt({ ports }: World) {
  const writer = await testWriter()
  const keys = (await collect(ports.inbox.list(''))).map(({ key }) => key).filter(key => !isSidecarKey(key))
  const readings = await Promise.all(
    keys.map(key => readInboxObject(ports, { key, sizeBytes: 0 }, () => sequencerRevision('1'))),
  )
  if (readings.length > 0) await writeBatch(writer.store, readings)
  await merge(writer)
  return seen({ writer })
}

test('after any loss of events, a sweep gives what a rebuild gives; late events change nothing', async () => {
  let missed = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(0, -99, 99),
      async (operations, skew) => {
        const world = await newWorld()
        const after = await play(world, operations, skew)
        const { counts } = await sweep(world)
        missed += counts.new + counts.changed + counts.gone
        const expected = await rebuilt(world)
        expect(await seen(world)).toEqual(expected)
        for (const hear of after) await hear()
        await merge(world.writer)
        expect(await seen(world)).toEqual(expected)
        const again = await sweep(world, { dryRun: true })
        expect(again.documents).toBe(0)
        await world.writer.warehouse.close()
      },
    ),
    { numRuns: 40 },
  )
  // Not a single lost event in all runs would be no test.
  expect(missed).toBeGreaterThan(0)
}, 120_000)
