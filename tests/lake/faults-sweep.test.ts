/**
 * A sweep whose n-th call to S3 or Athena fails, as the state machine carries it out: the plan is tried three times, each batch
 * five times. `npm run test:protocol` lets every call fail in every way.
 */
import type { AthenaClient } from '@aws-sdk/client-athena'
import type { S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { sweepBatch } from '../../lambdas/shared/sweep-batch.ts'
import { writeBatch } from '../../src/lake/batch.ts'
import { readInboxObject } from '../../src/lake/inbox-object.ts'
import { merge, migrate } from '../../src/lake/merge.ts'
import { sequencerRevision } from '../../src/lake/revisions.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { type PlannedBatch, writePlan } from '../../src/lake/sweep/sweep.ts'
import { athenaWarehouse } from '../../src/lake/warehouse-athena.ts'
import { athenaOnDuckdb } from '../support/athena-on-duckdb.ts'
import { athenaClientOver } from '../support/fake-athena.ts'
import { fakeS3, MODIFIED } from '../support/fake-s3.ts'
import { type ClientFault, clientFaults, faultyCalls } from '../support/faulty-clients.ts'
import { readTiny, tiny } from '../support/tiny-documents.ts'
import { shown } from '../support/writer.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
/** Of the calls, every so many-th is made to fail, each time with another fault. */
const STRIDE = isFull ? 1 : 5
const FAULTS = Object.keys(clientFaults) as readonly ClientFault[]
const PLAN_ATTEMPTS = 3
const BATCH_ATTEMPTS = 5
const plenty = { getRemainingTimeInMillis: () => 600_000 }
const LATER = Date.parse(MODIFIED) + 24 * 3_600_000

async function until<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts) throw error
    }
}

/** Two objects are known; then one changes, one goes and one comes, and nobody tells. Gives the calls of the sweep and the end. */
async function live(n: number, fault: ClientFault) {
  const s3 = fakeS3()
  const behind = s3Store(fakeS3(s3.objects).client, { bucket: 'lake' })
  const athena = await athenaOnDuckdb(() => behind)
  const faulty = faultyCalls(n, fault)
  const connect = (s3Client: S3Client, client: AthenaClient) => {
    const place = {
      workgroup: 'writer',
      database: 'news',
      location: 's3://lake/tables/',
      scope: 'run',
      wait: async () => {},
    }
    return {
      inbox: s3Store(s3Client, { bucket: 'inbox' }),
      lake: s3Store(s3Client, { bucket: 'lake' }),
      warehouse: athenaWarehouse({ ...place, client }),
      read: readTiny,
    }
  }
  const athenaClient = () =>
    athenaClientOver(async (...call) => ({ status: 200, answer: await athena.respond(...call) }))
  const good = connect(fakeS3(s3.objects).client, athenaClient())
  const writer = { store: good.lake, warehouse: good.warehouse, wait: async () => {} }
  const drop = (key: string, text: string, version: string) =>
    s3.objects.set(`/inbox/${key}`, { bytes: tiny(text), headers: {}, version })

  await migrate(writer)
  for (const key of ['changes', 'goes']) drop(key, `old ${key}`, 'v1')
  const known = ['changes', 'goes'].map(key =>
    readInboxObject(good, { key, sizeBytes: 1 }, () => sequencerRevision('55AED6DC')),
  )
  await writeBatch(good.lake, await Promise.all(known))
  await merge(writer)
  drop('changes', 'new changes', 'v2')
  drop('comes', 'new', 'v1')
  drop('comes.meta.json', '{}', 'v1')
  s3.objects.delete('/inbox/goes')

  const ports = connect(faulty(s3.client), faulty(athenaClient()))
  const request = { prefix: '', newerRules: false, dryRun: false, graceMinutes: 120 }
  const plan = await until(PLAN_ATTEMPTS, () =>
    writePlan({ ...ports, store: ports.lake, clock: () => LATER }, 'one', request),
  )
  const batches = JSON.parse(
    new TextDecoder().decode((await good.lake.get(plan.plan))?.bytes),
  ) as readonly PlannedBatch[]
  for (const batch of batches) await until(BATCH_ATTEMPTS, () => sweepBatch(ports, plenty, batch))
  const calls = faulty.count()
  await merge(writer)
  const { documents, articles, quotes } = await shown(writer)
  await athena.close()
  return { calls, state: { counts: plan.counts, documents, articles, quotes } }
}

const reference = live(-1, 'lost')

test('without a fault, it finds what changed, what went and what came', async () => {
  const { calls, state } = await reference
  expect(calls).toBeGreaterThan(15)
  expect(state.counts).toMatchObject({ new: 1, changed: 1, gone: 1 })
  expect(state.documents.map(({ source_key, outcome }) => `${source_key} ${outcome}`)).toEqual([
    'changes parsed',
    'comes parsed',
    'goes removed',
  ])
  expect(state.quotes.map(({ text }) => text).sort()).toEqual(['changes', 'new', 'new'])
})

test(`with ${isFull ? 'any' : `every ${STRIDE}th`} call failing, it comes to the same`, async () => {
  const { calls, state } = await reference
  for (let n = 0; n < calls; n += STRIDE)
    for (const fault of isFull ? FAULTS : [FAULTS[n % FAULTS.length] as ClientFault])
      expect({ n, fault, ...(await live(n, fault)).state }).toEqual({ n, fault, ...state })
}, 600_000)
