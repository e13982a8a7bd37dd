/**
 * Whatever call to a store or a warehouse fails, to run the same command again makes up for it. `npm run test:protocol` lets
 * every call fail in every way.
 */
import { expect, test } from 'vitest'
import { forget } from '../../src/lake/forget.ts'
import { ingest } from '../../src/lake/ingest.ts'
import type { Lake } from '../../src/lake/lake.ts'
import { migrate } from '../../src/lake/merge.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { releasesIn } from '../../src/publish/withdraw.ts'
import { makeId } from '../../src/tables/ids.ts'
import { collect } from '../support/collect.ts'
import { type Fault, faultyLake } from '../support/faulty.ts'
import { CRASH, processTiny, tiny } from '../support/tiny-documents.ts'
import { shown, temporaryFolder } from '../support/writer.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
/** Of the calls, every so many-th is made to fail, each time with another fault. */
const STRIDE = isFull ? 1 : 11
const FAULTS: readonly Fault[] = ['before', 'after', 'throttled']
const URL = 'https://news.example/1'

type Step = (lake: Lake) => Promise<unknown>

/** An object that could not be read is told of, and does not stop the others; the person who called calls again. */
const ingestAll: Step = async lake => {
  const { problems } = await ingest(lake, { process: processTiny })
  if (problems.some(({ outcome }) => outcome === 'unread')) throw new Error('something could not be read')
}

/** What somebody does with a lake; each step may be done again. */
const steps: readonly Step[] = [
  async ({ inbox }) => {
    await inbox.put('a', tiny(`${URL} one two`))
    await inbox.put('b', tiny(`${URL} three`, 'four'))
    await inbox.put('c', tiny(CRASH))
    await inbox.put('d', tiny('five'))
  },
  ingestAll,
  async ({ inbox }) => {
    await inbox.put('c', tiny('six'))
    await inbox.delete('b')
    await inbox.put('e', tiny('seven'))
  },
  ingestAll,
  lake => forget(lake, makeId('a', 'key', 'd', 0), releasesIn([lake.store], lake.clock)),
  ingestAll,
]

let clock = 0

async function emptyLake(): Promise<Lake> {
  const folder = await temporaryFolder()
  const warehouse = await duckdbWarehouse({ file: ':memory:', staging: folder })
  await warehouse.execute('SET threads = 1')
  const store = diskStore(folder)
  // The inbox lies elsewhere, so that what is in the store is the lake's own.
  const inbox = diskStore(await temporaryFolder())
  const lake = { name: folder, inbox, store, warehouse, clock: () => Date.now() + clock++ }
  await migrate(lake)
  return { ...lake, compact: () => warehouse.compact(), close: () => warehouse.close() }
}

/** Does every step on a lake whose n-th call fails, and each failed step again. Gives the number of calls and what came of it. */
async function live(n: number, fault: Fault) {
  const real = await emptyLake()
  const { lake, calls } = faultyLake(real, n, fault)
  for (const step of steps) await step(lake).catch(() => step(lake))
  const { articles, ...others } = await shown(real)
  const keys = (await collect(real.store.list(''))).map(({ key }) => key)
  await real.close()
  return { calls: calls(), state: { ...others, articles: articles.map(({ revision: _, ...row }) => row), keys } }
}

const reference = live(-1, 'before')

test('without a fault, it comes to what it should', async () => {
  const { calls, state } = await reference
  expect(calls).toBeGreaterThan(100)
  expect(state.documents.map(({ source_key, outcome }) => `${source_key} ${outcome}`)).toEqual([
    'a parsed',
    'b removed',
    'c parsed',
    'd removed',
    'e parsed',
  ])
  expect(state.quotes.map(({ text }) => text).sort()).toEqual(['one', 'seven', 'six', 'two'])
  expect(state.keys).toEqual([expect.stringMatching(/^takedowns\/.*\.json$/), expect.stringMatching(/\.report\.json$/)])
})

const PARTS = isFull ? 12 : 1

test.each(Array.from({ length: PARTS }, (_, part) => part))(
  `with ${isFull ? 'any' : `every ${STRIDE}th`} call failing, it comes to the same (part %i of ${PARTS})`,
  async part => {
    const { calls, state } = await reference
    for (let n = part * STRIDE; n < calls; n += PARTS * STRIDE) {
      const faults = isFull ? FAULTS : [FAULTS[n % FAULTS.length] as Fault]
      for (const fault of faults) expect({ n, fault, ...(await live(n, fault)).state }).toEqual({ n, fault, ...state })
    }
  },
  300_000,
)
