/** A takedown on disk: every place that may hold something of the article, and every call at which it may be interrupted. */
import { expect, test } from 'vitest'
import type { DocumentRow } from '../../../schemas/index.ts'
import { writeBatch } from '../../../src/lake/batch.ts'
import { forget } from '../../../src/lake/forget.ts'
import { ingest } from '../../../src/lake/ingest.ts'
import {
  quarantinedBytesKey,
  stagedPartKey,
  sweepBatchKey,
  takedownKey,
  unreadablePartKey,
} from '../../../src/lake/keys.ts'
import type { Lake } from '../../../src/lake/lake.ts'
import { merge, migrate } from '../../../src/lake/merge.ts'
import { quarantine } from '../../../src/lake/quarantine.ts'
import { readObject } from '../../../src/lake/reading.ts'
import { steps } from '../../../src/lake/takedown/steps.ts'
import { work } from '../../../src/lake/takedown/work.ts'
import { rowsOf, StatementRuns } from '../../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../../src/lake/warehouse-duckdb.ts'
import { releasesIn } from '../../../src/publish/withdraw.ts'
import { makeId } from '../../../src/tables/ids.ts'
import { type Fault, faultyLake } from '../../support/faulty.ts'
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts'
import { diskFiles } from '../../support/takedown.ts'
import { processTiny, tiny } from '../../support/tiny-documents.ts'
import { shown, temporaryFolder } from '../../support/writer.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
const STRIDE = isFull ? 1 : 9
const FAULTS: readonly Fault[] = ['killed', 'before', 'after', 'throttled']
const URL = 'https://news.example/1'
const id = makeId('a', 'url', URL)
const WORD = 'unforgettable'

type TestLake = Lake & { readonly store: MemoryStore; readonly inbox: MemoryStore }

/** Tables in memory, and a store whose parts DuckDB finds in a folder. */
async function newLake(): Promise<TestLake> {
  const folder = await temporaryFolder()
  const warehouse = await duckdbWarehouse({ file: ':memory:', staging: folder })
  await warehouse.execute('SET threads = 1')
  let now = Date.parse('2026-01-05T10:00:00Z')
  const clock = () => now++
  const [store, inbox] = [memoryStore(clock), memoryStore(clock)]
  await migrate({ store, warehouse })
  return {
    ...{ name: folder, inbox, store, clock, wait: async () => {} },
    warehouse: await diskFiles(warehouse, store, folder),
    compact: () => warehouse.compact(),
    close: () => warehouse.close(),
  }
}

/** Everything that a lake may hold of an article, beside another document. */
async function filled(): Promise<TestLake> {
  const lake = await newLake()
  const { inbox, store, clock } = lake
  await inbox.put('a.txt', tiny(`${URL} ${WORD} one # ${WORD}`))
  await inbox.put('a.txt.meta.json', new TextEncoder().encode(`{"site_name": "${WORD}"}`))
  await inbox.put('b.txt', tiny('other words'))
  await ingest(lake, { process: processTiny })
  const read = (text: string) =>
    readObject(
      tiny(text),
      { sourceKey: 'a.txt', revision: String(clock()).padStart(20, '0') },
      { process: processTiny },
    )
  const torn = await writeBatch(store, [read(`${URL} ${WORD} torn`)])
  await store.delete(stagedPartKey({ table: 'articles', batch: torn }))
  await store.put(unreadablePartKey({ table: 'quotes', batch: '0'.repeat(32) }), tiny(WORD))
  const broken = { document_id: 'f'.repeat(64), source_key: 'a.txt', outcome: 'rejected' }
  await quarantine(store, broken as unknown as DocumentRow, tiny(WORD))
  const planned = ['a.txt', 'b.txt'].map(key => ({ key }))
  await store.put(sweepBatchKey('nightly', 1), new TextEncoder().encode(JSON.stringify(planned)))
  return lake
}

const takeDown = (lake: Lake) => forget(lake, id, releasesIn([lake.store], lake.clock))

/** What is in the stores and the tables. */
async function state(lake: TestLake) {
  const texts = [lake.store, lake.inbox].flatMap(({ objects }) =>
    [...objects.values()].map(({ key, bytes }) => [key, Buffer.from(bytes).toString('latin1')] as const),
  )
  const { articles, ...others } = await shown(lake)
  return {
    holding: texts.filter(([, text]) => text.includes(WORD)).map(([key]) => key),
    keys: texts.map(([key]) => key).sort(),
    plan: new TextDecoder().decode(lake.store.objects.get(sweepBatchKey('nightly', 1))?.bytes),
    articles: articles.map(({ revision: _, ...row }) => row),
    ...others,
  }
}

test('nothing of the article stays anywhere, and the proof says so place by place', async () => {
  const lake = await filled()
  expect((await state(lake)).holding.length).toBeGreaterThan(4)
  const record = await takeDown(lake)
  const { holding, keys, plan } = await state(lake)
  expect(holding).toEqual([])
  expect(keys).toEqual([
    'b.txt',
    sweepBatchKey('nightly', 1),
    takedownKey(id),
    takedownKey(id).replace('.json', '.report.json'),
  ])
  expect(JSON.parse(plan)).toEqual([{ key: 'b.txt' }])
  expect(record.checks?.filter(({ found }) => found > 0)).toEqual([])
  expect(record.checks?.map(({ place }) => place)).toEqual([
    'rows of quotes_stored',
    'rows of events_stored',
    'rows of comments_stored',
    'rows of articles_stored',
    'files in the inbox of a.txt',
    'batches in staging/',
    'copies in quarantine/',
    'batches in unreadable/',
    'plans in sweeps/',
    'files of releases',
    'files of withdrawn releases',
    'releases that latest.json names',
  ])
  await lake.close()
})

const reference = filled().then(async lake => {
  const { lake: counted, calls } = faultyLake(lake, -1, 'before')
  await takeDown(counted)
  return { calls: calls(), state: await state(lake) }
})

test('interrupted at any call, it comes to the same when it is run again', async () => {
  const { calls, state: expected } = await reference
  expect(calls).toBeGreaterThan(60)
  for (let n = 0; n < calls; n += STRIDE)
    for (const fault of isFull ? FAULTS : [FAULTS[(n / STRIDE) % FAULTS.length] as Fault]) {
      const lake = await filled()
      await takeDown(faultyLake(lake, n, fault).lake).catch(() => {})
      const { checks } = await takeDown(lake)
      expect({ n, fault, state: await state(lake), left: checks?.filter(({ found }) => found > 0) }).toEqual({
        n,
        fault,
        state: expected,
        left: [],
      })
      await lake.close()
    }
}, 300_000)

test('interrupted at any call, what was ordered is not seen again, whatever is read meanwhile', async () => {
  const { calls } = await reference
  for (let n = 4; n < calls; n += STRIDE * 4) {
    const lake = await filled()
    await takeDown(faultyLake(lake, n, 'killed').lake).catch(() => {})
    const isOrdered = lake.store.objects.has(takedownKey(id))
    await lake.inbox.put('c.txt', tiny(`${URL} ${WORD} again`))
    await ingest(lake, { process: processTiny })
    const rows = await rowsOf(
      lake.warehouse,
      `SELECT body FROM articles WHERE article_id = '${id}' AND body IS NOT NULL`,
    )
    expect({ n, rows: rows.length }).toEqual({ n, rows: isOrdered ? 0 : 1 })
    await lake.close()
  }
}, 120_000)

test('a call of the same name goes on where it stopped, step by step', async () => {
  const lake = await filled()
  const ports = {
    ...lake,
    abandonedMs: 0,
    releases: releasesIn([lake.store], lake.clock),
    files: { holding: async () => [], erase: async () => ({ rewritten: [], isDone: true }), checks: async () => [] },
  }
  const seen: string[] = []
  for (let turn = 0; turn < 20; turn++) {
    let asked = 0
    const goOn = () => asked++ < 2
    const { pause } = await work(
      ports,
      { articleId: id, run: 'one' },
      { goOn, progress: ({ step }) => seen.push(step) },
    )
    if (!pause) break
  }
  expect([...new Set(seen)]).toEqual(steps)
  expect((await state(lake)).holding).toEqual([])
  await lake.close()
})

test('a statement that goes on is waited for', async () => {
  const lake = await filled()
  const erase = () => Promise.reject(new Error('optimize', { cause: new StatementRuns('query q1 still runs') }))
  const files = { holding: async () => [], erase, checks: async () => [] }
  const ports = { ...lake, abandonedMs: 0, releases: releasesIn([lake.store], lake.clock), files }
  const { record, pause } = await work(ports, { articleId: id, run: 'one' })
  expect(pause).toEqual({ seconds: 30, because: 'query q1 still runs', continues: true })
  expect(record.done).not.toContain('rewrite')
  await lake.close()
})

test('a batch that somebody is still writing is waited for when it holds the article', async () => {
  const lake = await filled()
  const files = {
    holding: async () => [],
    erase: async () => ({ rewritten: [], isDone: true }),
    checks: async () => [],
  }
  const ports = { ...lake, abandonedMs: 3_600_000, releases: releasesIn([lake.store], lake.clock), files }
  const { pause } = await work(ports, { articleId: id, run: 'one' })
  expect(pause).toMatchObject({
    seconds: 60,
    because: expect.stringMatching(/^somebody is writing the batch [0-9a-f]{32}/),
  })
  const later = await work({ ...ports, clock: () => lake.clock() + 3_700_000 }, { articleId: id, run: 'one' })
  expect(later.pause).toBeNull()
  expect((await state(lake)).holding).toEqual([])
  await lake.close()
})

test('what a document held before counts, too, and other articles keep it', async () => {
  const lake = await newLake()
  await lake.inbox.put('a.txt', tiny(`${URL} ${WORD}`))
  await ingest(lake, { process: processTiny })
  await lake.inbox.put('a.txt', tiny('something else'))
  await ingest(lake, { process: processTiny })
  const record = await takeDown(lake)
  expect(record.documents).toMatchObject([{ source_key: 'a.txt', fate: 'history', erased: 0 }])
  expect(record.checks?.filter(({ found }) => found > 0)).toEqual([])
  expect((await shown(lake)).quotes.map(({ text }) => text)).toEqual(['something', 'else'])
  await lake.close()
})

test('the proof finds what is left', async () => {
  const lake = await filled()
  await takeDown(lake)
  await lake.inbox.put('a.txt', tiny(WORD))
  await lake.store.put(quarantinedBytesKey('e'.repeat(64)), tiny(WORD))
  await lake.store.put(
    `${quarantinedBytesKey('e'.repeat(64))}.json`,
    new TextEncoder().encode('{"source_key":"a.txt"}'),
  )
  await lake.store.put(unreadablePartKey({ table: 'quotes', batch: '1'.repeat(32) }), tiny(WORD))
  await lake.warehouse.execute(`UPDATE articles_stored SET title = '${WORD}' WHERE article_id = '${id}'`)
  const reading = readObject(
    tiny(`${URL} ${WORD}`),
    { sourceKey: 'x.txt', revision: '1'.padStart(20, '0') },
    { process: processTiny },
  )
  await writeBatch(lake.store, [reading])
  const { prove } = await import('../../../src/lake/takedown/proof.ts')
  const { readRecord } = await import('../../../src/lake/takedown/record.ts')
  const record = await readRecord(lake.store, id)
  const files = {
    holding: async () => [],
    erase: async () => ({ rewritten: [], isDone: true }),
    checks: async () => [],
  }
  const ports = { ...lake, abandonedMs: 0, releases: releasesIn([lake.store], lake.clock), files }
  const found = (await prove(ports, record as NonNullable<typeof record>, () => true)).record.checks
  expect(Object.fromEntries((found ?? []).filter(one => one.found > 0).map(one => [one.place, one.found]))).toEqual({
    'rows of articles_stored': 1,
    'files in the inbox of a.txt': 1,
    'batches in staging/': 2,
    'copies in quarantine/': 2,
    'batches in unreadable/': 1,
  })
  await merge(lake)
  await lake.close()
})
