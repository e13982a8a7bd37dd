/**
 * The same through the adapters of the cloud: whatever call to S3 or Athena fails, and however, the queue's and the clock's
 * next attempt makes up for it. `npm run test:protocol` lets every call fail in every way.
 */

import { expect, test } from 'vitest'
import { isIdle } from '../../lambdas/shared/idle.ts'
import { ingestBatch } from '../../lambdas/shared/ingest-batch.ts'
import { waitForLease, withLease } from '../../src/lake/lease.ts'
import { merge, migrate, type Writer } from '../../src/lake/merge.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { upkeep } from '../../src/lake/upkeep.ts'
import { athenaWarehouse } from '../../src/lake/warehouse-athena.ts'
import { notification, recordsOf } from '../lambdas/records.ts'
import { athenaOnDuckdb } from '../support/athena-on-duckdb.ts'
import { athenaClientOver } from '../support/fake-athena.ts'
import { fakeS3 } from '../support/fake-s3.ts'
import { type ClientFault, clientFaults, faultyCalls } from '../support/faulty-clients.ts'
import { CRASH, readTiny, tiny } from '../support/tiny-documents.ts'
import { shown } from '../support/writer.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
/** Of the calls, every so many-th is made to fail, each time with another fault. */
const STRIDE = isFull ? 1 : 17
const PARTS = isFull ? 12 : 1
const FAULTS = Object.keys(clientFaults) as readonly ClientFault[]
const URL = 'https://news.example/1'

const HALF_AN_HOUR_MS = 30 * 60_000
const LEASE_MS = 17 * 60_000
/** Attempts that the queue makes, and that a clock makes in an afternoon. */
const ATTEMPTS = 5

/** A deployment, with a clock that the test moves. */
async function deploy(n: number, fault: ClientFault) {
  const s3 = fakeS3()
  const behind = s3Store(fakeS3(s3.objects).client, { bucket: 'lake' })
  const athena = await athenaOnDuckdb(() => behind)
  const faulty = faultyCalls(n, fault)
  const clients = {
    s3: faulty(s3.client),
    athena: faulty(athenaClientOver(async (...call) => ({ status: 200, answer: await athena.respond(...call) }))),
  }
  let now = Date.parse('2026-01-05T10:00:00Z')
  let runs = 0

  /** What a function gets for one run. */
  const run = () => {
    const scope = `run ${runs++}`
    const warehouse = athenaWarehouse({
      client: clients.athena,
      workgroup: 'writer',
      database: 'news',
      location: 's3://lake/tables/',
      scope,
      clock: () => now,
      wait: async () => {},
    })
    const writer: Writer = { store: s3Store(clients.s3, { bucket: 'lake' }), warehouse, wait: async () => {} }
    return { writer, lease: { clock: () => now, lastsMs: LEASE_MS, holder: scope } }
  }

  /** The clock calls again, until it has been done; in half an hour, a statement that nobody follows any more has ended. */
  const untilDone = async (work: () => Promise<boolean>) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await work().catch(() => false)) return
      now += HALF_AN_HOUR_MS
      await athena.settled()
    }
    throw new Error('not done in an afternoon')
  }

  const tick = (work: (writer: Writer) => Promise<unknown>) =>
    untilDone(async () => {
      const { writer, lease } = run()
      const leased = await withLease(writer.store, lease, async () => {
        if (!(await isIdle(clients.athena, 'writer'))) return false
        await work(writer)
        return true
      })
      return leased.held && leased.result
    })

  return {
    s3,
    athena,
    calls: faulty.count,
    merge: () => tick(merge),
    upkeep: () => tick(upkeep),
    migrate: () =>
      untilDone(async () => {
        const { writer, lease } = run()
        const patience = { ...lease, patienceMs: 0 }
        return (await waitForLease(writer.store, patience, () => migrate(writer))).held
      }),
    /** Puts objects, or removes those without content, and lets the queue deliver what S3 says of it until it is done. */
    async drop(objects: Readonly<Record<string, string | null>>, sequencer: string) {
      for (const [key, text] of Object.entries(objects)) {
        if (text === null) s3.objects.delete(`/inbox/${key}`)
        else s3.objects.set(`/inbox/${key}`, { bytes: tiny(...text.split('\n')), headers: {}, version: sequencer })
      }
      let waiting = recordsOf(...Object.keys(objects).map(key => notification('s3-put', { key, sequencer, size: 1 })))
      for (let attempt = 0; attempt < ATTEMPTS && waiting.length > 0; attempt++) {
        const { batchItemFailures } = await ingestBatch(
          { Records: [...waiting] },
          { getRemainingTimeInMillis: () => 120_000 },
          {
            inbox: s3Store(clients.s3, { bucket: 'inbox' }),
            lake: s3Store(clients.s3, { bucket: 'lake' }),
            read: readTiny,
            failed: () => {},
            staged: () => {},
          },
        )
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
        waiting = waiting.filter(({ messageId }) => failed.has(messageId))
      }
      if (waiting.length > 0) throw new Error('messages end among the dead letters')
    },
  }
}

/** The life of some documents in a deployment whose n-th call fails. Gives the number of calls and what came of it. */
async function live(n: number, fault: ClientFault) {
  const deployed = await deploy(n, fault)
  await deployed.migrate()
  await deployed.drop({ a: `${URL} one two`, b: `${URL} three\nfour`, c: CRASH, d: 'five' }, '0055AA')
  await deployed.merge()
  await deployed.drop({ a: `${URL} one six`, b: null, e: 'seven' }, '0055AB')
  await deployed.drop({ c: 'eight' }, '0055AC')
  await deployed.merge()
  await deployed.upkeep()
  const { athena, s3, calls } = deployed
  const state = {
    ...(await shown({ warehouse: athena.tables, store: s3Store(fakeS3().client, { bucket: 'none' }) })),
    // Which term the lease has come to depends on how often it was taken.
    keys: [...s3.objects.keys()].filter(key => key.startsWith('/lake/') && !key.startsWith('/lake/writer/')).sort(),
  }
  await athena.close()
  return { calls: calls(), state }
}

const reference = live(-1, 'lost')

test('without a fault, it comes to what it should', async () => {
  const { calls, state } = await reference
  expect(calls).toBeGreaterThan(150)
  expect(state.documents.map(({ source_key, outcome }) => `${source_key} ${outcome}`)).toEqual([
    'a parsed',
    'b removed',
    'c parsed',
    'd parsed',
    'e parsed',
  ])
  expect(state.quotes.map(({ text }) => text).sort()).toEqual(['eight', 'five', 'one', 'seven', 'six'])
  expect(state.keys).toEqual([expect.stringMatching(/^\/lake\/quarantine\//), expect.stringMatching(/\.json$/)])
})

test.each(Array.from({ length: PARTS }, (_, part) => part))(
  `with ${isFull ? 'any' : `every ${STRIDE}th`} call failing, it comes to the same (part %i of ${PARTS})`,
  async part => {
    const { calls, state } = await reference
    for (let n = part * STRIDE; n < calls; n += PARTS * STRIDE) {
      const faults = isFull ? FAULTS : [FAULTS[n % FAULTS.length] as ClientFault]
      for (const fault of faults) {
        const lived = await live(n, fault).catch(cause => {
          throw new Error(`call ${n} ${fault}: ${cause.message}`, { cause })
        })
        expect({ n, fault, ...lived.state }).toEqual({ n, fault, ...state })
      }
    }
  },
  300_000,
)
