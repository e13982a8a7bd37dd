/** What no event told of: found, read by the deployed state machine, and merged. */
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { SFNClient } from '@aws-sdk/client-sfn'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { sweepsOf } from '../../../src/lake/cloud/sweeps.ts'
import type { SweepRequest } from '../../../src/lake/sweep/sweep.ts'
import { REGION } from './api.ts'
import { deployedAt } from './deployment.ts'
import { article, type Dropped, documents } from './documents.ts'
import { merge, queueUrl, settle, sqs } from './poller.ts'

const PREFIX = 'backfill/'
const COUNT = 450
const deployed = deployedAt(inject('deployment'))
const { names, api } = deployed
const { id, secret } = api.keys
const client = new SFNClient({
  endpoint: api.address,
  region: REGION,
  credentials: { accessKeyId: id, secretAccessKey: secret },
})
const sweeps = sweepsOf(`s3://${names.lakeBucket}`, { client, wait: () => new Promise(done => setTimeout(done, 500)) })
const all: readonly Dropped[] = documents('backfill', COUNT, 7000)

beforeAll(() => settle(deployed))

/** S3 forgets to tell of it: what it told is thrown away. */
async function loseEvents() {
  await sqs(deployed, 'PurgeQueue', { QueueUrl: queueUrl(deployed, names.intakeQueue) })
}

const put = ({ key, bytes }: Dropped) =>
  deployed.s3.send(new PutObjectCommand({ Bucket: names.inboxBucket, Key: key, Body: bytes }))

let sweepCount = 0
async function sweep(changes: Partial<SweepRequest> = {}) {
  const name = `test-${++sweepCount}`
  const request = { prefix: PREFIX, newerRules: false, dryRun: false, graceMinutes: 0, ...changes }
  await sweeps.start(name, request)
  return sweeps.follow(name)
}
const shown = () =>
  deployed.rows(`SELECT source_key, deleted_because FROM articles WHERE source_key LIKE '${PREFIX}%' ORDER BY 1`)

describe(`${COUNT} documents of which no event told`, () => {
  test('are counted by a sweep that is only tried', async () => {
    for (let i = 0; i < all.length; i += 20) await Promise.all(all.slice(i, i + 20).map(put))
    await loseEvents()
    const { plan, batches } = await sweep({ dryRun: true })
    expect(plan).toMatchObject({ counts: { new: COUNT, unchanged: 0, gone: 0 }, documents: COUNT, isWritten: false })
    expect(batches).toEqual({ done: 0, failed: 0 })
    expect(plan.examples.new).toHaveLength(5)
  })

  test('are left alone as long as their events may come', async () => {
    const { plan } = await sweep({ graceMinutes: 60 })
    expect(plan.counts).toMatchObject({ new: 0, 'under way': COUNT })
  })

  test('are read batch by batch, with the permissions of the functions and of the machine, and merged', async () => {
    const { plan, batches } = await sweep()
    expect(plan).toMatchObject({ documents: COUNT, batches: 3, isWritten: true })
    expect(batches).toEqual({ done: 3, failed: 0 })
    await merge(deployed)
    expect((await shown()).map(({ source_key }) => source_key)).toEqual(
      all.map(({ key }) => key.normalize('NFC')).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    )
  })

  test('are known from then on', async () => {
    const { plan } = await sweep()
    expect(plan).toMatchObject({ counts: { unchanged: COUNT, new: 0, changed: 0 }, isWritten: false })
  })
})

describe('later', () => {
  const [changed, gone] = all as readonly [Dropped, Dropped]

  test('what changed and what went is found, also within one second', async () => {
    await put({ key: changed.key, bytes: new TextEncoder().encode(article(9001)) })
    await deployed.s3.send(new DeleteObjectCommand({ Bucket: names.inboxBucket, Key: gone.key }))
    await loseEvents()
    const { plan } = await sweep()
    expect(plan.counts).toMatchObject({ new: 0, changed: 1, gone: 1, unchanged: COUNT - 2 })
    await merge(deployed)
    const titles = await deployed.rows(
      `SELECT source_key, title, deleted_because FROM articles WHERE source_key IN ('${changed.key}', '${gone.key}')`,
    )
    expect(titles).toEqual(
      expect.arrayContaining([
        { source_key: changed.key, title: expect.stringContaining('9001'), deleted_because: null },
        { source_key: gone.key, title: null, deleted_because: 'source' },
      ]),
    )
  })

  test('an event that comes late after all changes nothing', async () => {
    const before = await shown()
    await put({ key: changed.key, bytes: new TextEncoder().encode(article(9001)) })
    await settle(deployed)
    expect(await shown()).toEqual(before)
  })
})

test('a sweep that fails says why', async () => {
  await sweeps.start('broken', { prefix: 'x', newerRules: false, dryRun: false, graceMinutes: 'never' as never })
  await expect(sweeps.follow('broken')).rejects.toThrow(/the sweep broken failed/)
  await expect(sweeps.follow('nobody')).rejects.toThrow(/there is none of this name/)
})
