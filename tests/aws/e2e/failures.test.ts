/** What becomes of messages that cannot be worked on. */
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { callForm } from './api.ts'
import { deployedAt } from './deployment.ts'
import { type Dropped, documents } from './documents.ts'
import { drain, merge, queueUrl, roleOf, settle, sqs, waiting } from './poller.ts'

const deployed = deployedAt(inject('deployment'))
const { names } = deployed
const deadLetters = `${names.intakeQueue}-dead-letters`
const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }] }

beforeAll(() => settle(deployed))
afterAll(() => sqs(deployed, 'PurgeQueue', { QueueUrl: queueUrl(deployed, deadLetters) }))

test('what fails goes to the dead letters after five tries, and is done once it is sent back', async () => {
  const role = (await roleOf(deployed, 'Ingest')).split('/').at(-1) ?? ''
  const iam = (input: Record<string, string>) =>
    callForm(deployed.api, 'iam', { Version: '2010-05-08', RoleName: role, ...input })
  await iam({ Action: 'PutRolePolicy', PolicyName: 'broken', PolicyDocument: JSON.stringify(deny) })
  const [{ key, bytes }] = documents('failures', 1, 3000) as [Dropped]
  await deployed.s3.send(new PutObjectCommand({ Bucket: names.inboxBucket, Key: key, Body: bytes }))
  expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 0, failed: 5 })
  expect(await waiting(deployed, deadLetters)).toBe(1)

  await iam({ Action: 'DeleteRolePolicy', PolicyName: 'broken' })
  await redrive()
  expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 1, failed: 0 })
  await merge(deployed)
  expect(await deployed.rows(`SELECT outcome FROM documents WHERE source_key = '${key}'`)).toEqual([
    { outcome: 'parsed' },
  ])
})

test('what is nobody’s notification stays among the dead letters', async () => {
  await sqs(deployed, 'SendMessage', {
    QueueUrl: queueUrl(deployed, names.intakeQueue),
    MessageBody: 'Test message.',
  })
  expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 0, failed: 5 })
  expect(await waiting(deployed, deadLetters)).toBe(1)
})

test('a document that needs more memory than there is fails by itself', async () => {
  const [{ key: good, bytes }] = documents('failures', 1, 3001) as [Dropped]
  const bad = 'failures/hard.txt'
  const drop = (Key: string, Body: Uint8Array) =>
    deployed.s3.send(new PutObjectCommand({ Bucket: names.inboxBucket, Key, Body }))
  await drop(bad, new TextEncoder().encode('«ماء\n'.repeat(1_000_000)))
  await drop(good, bytes)
  expect(await drain(deployed, names.intakeQueue)).toMatchObject({ done: 2, failed: 0 })
  await merge(deployed)
  const sql = `SELECT source_key, outcome, outcome_reason FROM documents WHERE source_key IN ('${bad}', '${good}') ORDER BY outcome`
  expect(await deployed.rows(sql)).toEqual([
    {
      source_key: bad,
      outcome: 'failed',
      outcome_reason: expect.stringMatching(/gave up on it: it needs more than \d+ MB/),
    },
    { source_key: good, outcome: 'parsed', outcome_reason: null },
  ])
})

/** The emulator cannot move messages by itself as SQS does. */
async function redrive() {
  const [from, to] = [queueUrl(deployed, deadLetters), queueUrl(deployed, names.intakeQueue)]
  const { Messages = [] } = await sqs<{ Messages?: { Body: string; ReceiptHandle: string }[] }>(
    deployed,
    'ReceiveMessage',
    { QueueUrl: from, MaxNumberOfMessages: 10 },
  )
  for (const { Body, ReceiptHandle } of Messages) {
    await sqs(deployed, 'SendMessage', { QueueUrl: to, MessageBody: Body })
    await sqs(deployed, 'DeleteMessage', { QueueUrl: from, ReceiptHandle })
  }
}
