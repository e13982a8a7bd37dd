import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../../../schemas/index.ts'
import { ingest } from '../../../src/lake/ingest.ts'
import { openLake } from '../../../src/lake/lake.ts'
import { mergeOrder } from '../../../src/lake/sql/tables.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { rowsOf, type Warehouse } from '../../../src/lake/warehouse.ts'
import { collect } from '../../support/collect.ts'
import { assumeRole, callForm, headersOf } from './api.ts'
import { type Deployed, deploy, s3Client } from './deployment.ts'
import { article, broken, type Dropped, documents, sidecar } from './documents.ts'
import { drain, functionNamed, invoke, queueUrl, sqs, waiting } from './poller.ts'

const COUNT = 1000
const all: readonly Dropped[] = [sidecar, ...documents(COUNT), ...broken]

let deployed: Deployed
beforeAll(async () => {
  deployed = await deploy()
})
afterAll(async () => {
  await deployed?.stop()
})

const put = ({ key, bytes }: Dropped) =>
  deployed.s3.send(new PutObjectCommand({ Bucket: deployed.names.inboxBucket, Key: key, Body: bytes }))
const merge = () => invoke<{ batches: number }>(deployed, deployed.names.mergeFunction, { task: 'merge' })
const lake = () => s3Store(deployed.s3, { bucket: deployed.names.lakeBucket })
const staged = async () => (await collect(lake().list('staging/'))).length
const rows = (sql: string) => rowsOf(deployed.athena.warehouse, sql)

describe('the deployment', () => {
  test('tells where documents are dropped and where the lake is', () => {
    const { names, outputs } = deployed
    expect(Object.assign({}, ...Object.values(outputs))).toMatchObject({
      Inbox: `s3://${names.inboxBucket}`,
      Lake: `s3://${names.lakeBucket}`,
    })
  })

  test('has made the tables, in the workgroup of the writer', async () => {
    const { names } = deployed
    const { statements } = deployed.athena
    expect(statements.length).toBeGreaterThan(10)
    expect(new Set(statements.map(({ workgroup }) => workgroup))).toEqual(new Set([names.writerWorkgroup]))
    expect(await rows('SELECT number FROM migrations')).not.toEqual([])
    expect(deployed.functions.outcomes.filter(({ isError }) => isError)).toEqual([])
  })
})

describe(`${COUNT} documents with odd names, a sidecar and three broken files`, () => {
  test('are told to the queue, one message each, after the test event of S3', async () => {
    for (let i = 0; i < all.length; i += 20) await Promise.all(all.slice(i, i + 20).map(put))
    expect(await waiting(deployed, deployed.names.intakeQueue)).toBe(all.length + 1)
  })

  test('are read by the deployed function with the permissions of its role, and staged', async () => {
    const drained = await drain(deployed, deployed.names.intakeQueue)
    expect(drained).toMatchObject({ done: all.length + 1, failed: 0 })
    expect(await staged()).toBe(drained.batches * mergeOrder.length)
    const runs = deployed.functions.outcomes.filter(({ name }) => name.includes('Ingest'))
    const [first = 0, ...others] = runs.map(({ milliseconds }) => milliseconds)
    const perDocument = others.reduce((sum, ms) => sum + ms, 0) / (drained.done - drained.done / drained.batches)
    console.info(`first run ${first.toFixed(0)} ms, then ${perDocument.toFixed(1)} ms a document`)
  })

  test('are merged by the deployed writer, which deletes what it merged', async () => {
    const { batches } = await merge()
    expect(batches).toBeGreaterThan(10)
    expect(await staged()).toBe(0)
    expect(
      await rows('SELECT outcome, count(*) AS documents FROM documents GROUP BY outcome ORDER BY outcome'),
    ).toEqual([
      { outcome: 'needs_ocr', documents: 1 },
      { outcome: 'parsed', documents: COUNT },
      { outcome: 'rejected', documents: 2 },
    ])
    expect((await collect(lake().list('quarantine/'))).length).toBe(4)
  })

  test('give the same rows as on one machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'presslake-twin-'))
    const local = await openLake(folder)
    for (const { key, bytes } of all) await local.inbox.put(key, bytes)
    await ingest(local)
    let compared = 0
    for (const name of mergeOrder) {
      const [ours, theirs] = [await published(local.warehouse, name), await published(deployed.athena.warehouse, name)]
      expect(theirs).toEqual(ours)
      compared += ours.length
    }
    await local.close()
    expect(compared).toBeGreaterThan(4 * COUNT)
    console.info(`${compared} rows compared byte for byte`)
  })
})

/** Rows as JSON, sorted; without the columns that say in which store the object lies and when it came there. */
async function published(warehouse: Warehouse, name: (typeof mergeOrder)[number]): Promise<readonly string[]> {
  const differs = new Set(['revision', 'source_version'])
  const columns = Object.keys(tables[name].columns).filter(column => !differs.has(column))
  const found = await rowsOf(warehouse, `SELECT ${columns.join(', ')} FROM ${name}`)
  return found.map(row => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).sort()
}

describe('later', () => {
  const key = 'أخبار/عربية/خبر.txt'
  const shown = () => rows(`SELECT deleted_because, title FROM articles WHERE source_key = '${key}'`)

  test('a changed document replaces its article', async () => {
    await put({ key, bytes: new TextEncoder().encode(article(2000)) })
    await drain(deployed, deployed.names.intakeQueue)
    await merge()
    expect(await shown()).toEqual([{ deleted_because: null, title: 'محطة تحلية رقم 2000 في ميناء الصفراء' }])
  })

  test('a deleted one leaves a tombstone', async () => {
    await deployed.s3.send(new DeleteObjectCommand({ Bucket: deployed.names.inboxBucket, Key: key }))
    await drain(deployed, deployed.names.intakeQueue)
    await merge()
    expect(await shown()).toEqual([{ deleted_because: 'source', title: null }])
    expect(await rows(`SELECT outcome FROM documents WHERE source_key = '${key}'`)).toEqual([{ outcome: 'removed' }])
  })

  test('upkeep asks Athena for what Iceberg needs', async () => {
    const before = deployed.athena.statements.length
    await invoke(deployed, deployed.names.mergeFunction, { task: 'upkeep' })
    const asked = deployed.athena.statements.slice(before).map(({ sql }) => sql.split(' ').slice(0, 2).join(' '))
    expect(asked).toContain('OPTIMIZE quotes_stored')
    expect(asked).toContain('VACUUM articles_stored')
  })
})

describe('what fails', () => {
  const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }] }

  test('goes to the dead letters after five tries, and is done once it is sent back', async () => {
    const { names, api } = deployed
    const role = (await roleOf('Ingest')).split('/').at(-1) ?? ''
    const iam = (input: Record<string, string>) =>
      callForm(api, 'iam', { Version: '2010-05-08', RoleName: role, ...input })
    await iam({ Action: 'PutRolePolicy', PolicyName: 'broken', PolicyDocument: JSON.stringify(deny) })
    await put({ key: 'late.txt', bytes: (documents(1)[0] as Dropped).bytes })
    expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 0, failed: 5 })
    expect(await waiting(deployed, `${names.intakeQueue}-dead-letters`)).toBe(1)

    await iam({ Action: 'DeleteRolePolicy', PolicyName: 'broken' })
    await redrive()
    expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 1, failed: 0 })
    await merge()
    expect(await rows(`SELECT outcome FROM documents WHERE source_key = 'late.txt'`)).toEqual([{ outcome: 'parsed' }])
  })

  test('and is nobody’s notification stays among the dead letters', async () => {
    const { names } = deployed
    await sqs(deployed, 'SendMessage', {
      QueueUrl: queueUrl(deployed, names.intakeQueue),
      MessageBody: 'Test message.',
    })
    expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 0, failed: 5 })
    expect(await waiting(deployed, `${names.intakeQueue}-dead-letters`)).toBe(1)
  })

  /** The emulator cannot move messages by itself as SQS does. */
  async function redrive() {
    const [from, to] = [`${deployed.names.intakeQueue}-dead-letters`, deployed.names.intakeQueue]
    const { Messages = [] } = await sqs<{ Messages?: { Body: string; ReceiptHandle: string }[] }>(
      deployed,
      'ReceiveMessage',
      {
        QueueUrl: queueUrl(deployed, from),
        MaxNumberOfMessages: 10,
      },
    )
    for (const { Body, ReceiptHandle } of Messages) {
      await sqs(deployed, 'SendMessage', { QueueUrl: queueUrl(deployed, to), MessageBody: Body })
      await sqs(deployed, 'DeleteMessage', { QueueUrl: queueUrl(deployed, from), ReceiptHandle })
    }
  }
})

describe('a function may do no more than it needs', () => {
  const denied = expect.objectContaining({ $metadata: expect.objectContaining({ httpStatusCode: 403 }) })

  test.each([
    ['Ingest', 'inbox', 'new.txt'],
    ['Ingest', 'lake', 'tables/x'],
    ['merge', 'inbox', 'new.txt'],
    ['merge', 'lake', 'staging/x'],
    ['Migrate', 'lake', 'staging/x'],
  ])('%s may not write to the %s at %s', async (name, where, key) => {
    const s3 = await clientOf(name)
    const Bucket = where === 'inbox' ? deployed.names.inboxBucket : deployed.names.lakeBucket
    await expect(s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'x' }))).rejects.toEqual(denied)
  })

  test('and what it needs it may', async () => {
    const s3 = await clientOf('Ingest')
    const Bucket = deployed.names.lakeBucket
    await s3.send(new PutObjectCommand({ Bucket, Key: 'staging/x', Body: 'x' }))
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'staging/x' }))).rejects.toEqual(denied)
  })

  const clientOf = async (name: string) =>
    s3Client({ ...deployed.api, keys: await assumeRole(deployed.api, await roleOf(name)) })
})

async function roleOf(name: string): Promise<string> {
  const { address, keys } = deployed.api
  const url = `${address}/2015-03-31/functions/${await functionNamed(deployed, name)}`
  const { Configuration } = (await (await fetch(url, { headers: headersOf('lambda', keys) })).json()) as {
    Configuration: { Role: string }
  }
  return Configuration.Role
}
