/**
 * What a document says stays in the tables and in the buckets: no word of it in a statement, a log, a message, an answer of a
 * function or the history of a state machine. A word is planted in all places of a document, and looked for everywhere.
 */
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { SFNClient } from '@aws-sdk/client-sfn'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { sweepsOf } from '../../../src/lake/cloud/sweeps.ts'
import { logGroups } from '../../../src/lake/deployment.ts'
import { callForm, callJson, REGION } from './api.ts'
import { deployedAt, STAGE } from './deployment.ts'
import { drain, invoke, merge, queueUrl, roleOf, settle, sqs } from './poller.ts'

const FOLDER = 'secrecy'
const MARKER = 'زمرجدان'
/** The same word as S3, JSON and the form encoding may spell it. */
const spellings = [
  MARKER,
  encodeURIComponent(MARKER),
  Buffer.from(MARKER).toString('base64'),
  Array.from(MARKER, character => `\\u0${character.charCodeAt(0).toString(16)}`).join(''),
]

const deployed = deployedAt(inject('deployment'))
const { names, api, s3 } = deployed

const said = `محطة ${MARKER} في ميناء الصفراء

أعلنت هيئة ${MARKER} الاثنين 3 نيسان 2023 افتتاح المحطة بعد تأخير دام عامين.
وقال مدير المشروع نبيل ${MARKER} إن المحطة «ستخفض سعر ${MARKER} بالثلث خلال سبعة أشهر».

التعليقات (1)
سلمى ${MARKER}
2023-04-05
تعليق عن ${MARKER} في الميناء
`
const page = `<html lang="ar"><head><title>${MARKER}</title><meta name="author" content="نبيل ${MARKER}"></head><body><article><h1>محطة ${MARKER}</h1><p>${said
  .split('\n')
  .filter(line => line.length > 60)
  .join('</p><p>')}</p></article></body></html>`

const documents: Readonly<Record<string, string | Uint8Array>> = {
  'page.txt': said,
  'page.html': page,
  'page.txt.meta.json': JSON.stringify({ site_name: MARKER, [MARKER]: MARKER, captured_at: MARKER }),
  'broken.html.meta.json': `{"site_name": "${MARKER}`,
  'broken.html': `<p>${MARKER}`,
  'noise.bin': Buffer.concat([Buffer.from(MARKER), Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 37) % 32))]),
}

const put = (name: string, Body: string | Uint8Array) =>
  s3.send(
    new PutObjectCommand({
      Bucket: names.inboxBucket,
      Key: `${FOLDER}/${name}`,
      Body,
      Metadata: { 'site-name': `=?UTF-8?B?${Buffer.from(MARKER).toString('base64')}?=` },
    }),
  )

interface Waiting {
  readonly Body: string
  readonly ReceiptHandle: string
}

/** Messages as they wait. Each is looked at once, since to be received too often makes it a dead letter, and is there again then. */
async function messagesOf(queue: string): Promise<readonly string[]> {
  const QueueUrl = queueUrl(deployed, queue)
  const found: Waiting[] = []
  for (;;) {
    const input = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 }
    const { Messages = [] } = await sqs<{ Messages?: Waiting[] }>(deployed, 'ReceiveMessage', input)
    if (Messages.length === 0) break
    found.push(...Messages)
  }
  for (const { ReceiptHandle } of found)
    await sqs(deployed, 'ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 })
  return found.map(({ Body }) => Body)
}

async function logLines(): Promise<readonly string[]> {
  const groups = Object.values(logGroups(STAGE)).map(async logGroupName => {
    const input = { logGroupName, startTime: 0, limit: 10_000 }
    const { events } = await callJson<{ events: { message: string }[] }>(
      api,
      'logs',
      'Logs_20140328.FilterLogEvents',
      input,
    )
    return events.map(({ message }) => message)
  })
  return (await Promise.all(groups)).flat()
}

async function histories(): Promise<readonly string[]> {
  const sfn = <T>(operation: string, input: object) =>
    callJson<T>(api, 'states', `AWSStepFunctions.${operation}`, input)
  const { stateMachines } = await sfn<{ stateMachines: { stateMachineArn: string }[] }>('ListStateMachines', {})
  const executions = stateMachines.map(async ({ stateMachineArn }) => {
    const listed = await sfn<{ executions: { executionArn: string }[] }>('ListExecutions', { stateMachineArn })
    return Promise.all(listed.executions.map(({ executionArn }) => sfn<object>('DescribeExecution', { executionArn })))
  })
  return (await Promise.all(executions)).flat().map(execution => JSON.stringify(execution))
}

const holders = (texts: readonly string[]) => texts.filter(text => spellings.some(word => text.includes(word)))

/** Lets the function fail at every batch it writes, with the rows in its hands. */
async function failing<T>(work: () => Promise<T>): Promise<T> {
  const role = (await roleOf(deployed, 'Ingest')).split('/').at(-1) ?? ''
  const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:PutObject', Resource: '*' }] }
  const iam = (input: Record<string, string>) =>
    callForm(api, 'iam', { Version: '2010-05-08', RoleName: role, PolicyName: 'secrecy', ...input })
  await iam({ Action: 'PutRolePolicy', PolicyDocument: JSON.stringify(deny) })
  try {
    return await work()
  } finally {
    await iam({ Action: 'DeleteRolePolicy' })
  }
}

let messages: readonly string[]
let failed: number
beforeAll(async () => {
  await settle(deployed)
  for (const [name, body] of Object.entries(documents)) await put(name, body)
  messages = await messagesOf(names.intakeQueue)
  failed = (await failing(() => drain(deployed, names.intakeQueue))).failed
  messages = [...messages, ...(await messagesOf(names.intakeDeadLetters))]
  await sqs(deployed, 'PurgeQueue', { QueueUrl: queueUrl(deployed, names.intakeDeadLetters) })
  const { id, secret } = api.keys
  const client = new SFNClient({
    endpoint: api.address,
    region: REGION,
    credentials: { accessKeyId: id, secretAccessKey: secret },
  })
  const sweeps = sweepsOf(`s3://${names.lakeBucket}`, {
    client,
    wait: () => new Promise(done => setTimeout(done, 500)),
  })
  await sweeps.start('secrecy', { prefix: `${FOLDER}/`, newerRules: false, dryRun: false, graceMinutes: 0 })
  await sweeps.follow('secrecy')
  await merge(deployed)
  await put('page.txt', `${said}\n${MARKER}\n`)
  await s3.send(new DeleteObjectCommand({ Bucket: names.inboxBucket, Key: `${FOLDER}/page.html` }))
  await settle(deployed)
  await invoke(deployed, names.mergeFunction, { task: 'upkeep' })
})

describe('a word of a document', () => {
  test('is in the tables, where it belongs', async () => {
    const found = await deployed.rows(
      `SELECT count(*) AS n FROM articles WHERE body LIKE '%${MARKER}%' AND source_key LIKE '${FOLDER}/%'`,
    )
    expect(found).toEqual([{ n: 1 }])
    const quotes = await deployed.rows(`SELECT count(*) AS n FROM quotes WHERE text LIKE '%${MARKER}%'`)
    expect(Number(quotes[0]?.n)).toBeGreaterThan(0)
  })

  test('is in no statement', async () => {
    const statements = (await deployed.statements()).map(({ sql }) => sql)
    expect(statements.length).toBeGreaterThan(20)
    expect(holders(statements)).toEqual([])
  })

  test('is in no line of a log, not even of a run that failed', async () => {
    const lines = await logLines()
    expect(failed).toBeGreaterThan(0)
    expect(lines.filter(line => /cannot write .*AccessDenied/.test(line)).length).toBeGreaterThan(0)
    expect(lines.filter(line => line.includes('"FailedDocuments"')).length).toBeGreaterThan(0)
    expect(holders(lines)).toEqual([])
  })

  test('is in no message of a queue', () => {
    expect(messages.filter(message => message.includes(FOLDER)).length).toBeGreaterThanOrEqual(
      Object.keys(documents).length,
    )
    expect(holders(messages)).toEqual([])
  })

  test('is in no answer of a function, and in no execution', async () => {
    const answers = (await deployed.runs()).map(({ payload }) => payload)
    const executions = await histories()
    expect(answers.length).toBeGreaterThan(3)
    expect(executions.join()).toContain('secrecy')
    expect(holders([...answers, ...executions])).toEqual([])
  })
})
