/** What Lambda's own poller does between a queue and a function, as the deployed mapping says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SQSBatchResponse } from 'aws-lambda'
import { ACCOUNT, callJson, headersOf, REGION } from './api.ts'
import type { Deployed, Deployment } from './deployment.ts'

interface Message {
  readonly MessageId: string
  readonly ReceiptHandle: string
  readonly Body: string
  readonly Attributes: Record<string, string>
}

export interface Drained {
  readonly batches: number
  readonly done: number
  readonly failed: number
}

const PAGE = 10

export const queueUrl = ({ api }: Deployment, name: string) => `${api.address}/${ACCOUNT}/${name}`

export function sqs<T>({ api }: Deployed, action: string, input: object): Promise<T> {
  return callJson<T>(api, 'sqs', `AmazonSQS.${action}`, input)
}

/** Messages that nobody has taken. */
export async function waiting(deployed: Deployed, name: string): Promise<number> {
  const { Attributes } = await sqs<{ Attributes: Record<string, string> }>(deployed, 'GetQueueAttributes', {
    QueueUrl: queueUrl(deployed, name),
    AttributeNames: ['ApproximateNumberOfMessages'],
  })
  return Number(Attributes.ApproximateNumberOfMessages)
}

/** Invokes a function as deployed, and gives its result. An error of the function is one here. */
export async function invoke<T>({ api }: Deployed, name: string, event: unknown): Promise<T> {
  const response = await fetch(`${api.address}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    headers: headersOf('lambda', api.keys),
    body: JSON.stringify(event),
  })
  const text = await response.text()
  if (!response.ok || response.headers.get('x-amz-function-error')) throw new Error(`${name} failed: ${text}`)
  return JSON.parse(text || 'null') as T
}

export const merge = (deployed: Deployed) =>
  invoke<{ readonly batches: number }>(deployed, deployed.names.mergeFunction, { task: 'merge' })

/** Drains the intake and merges, so that the tables are up to the inbox. */
export async function settle(deployed: Deployed): Promise<Drained> {
  const drained = await drain(deployed, deployed.names.intakeQueue)
  await merge(deployed)
  return drained
}

/** Lets the function work through its queue until it is empty. What it gives back is there again at once. */
export async function drain(deployed: Deployed, queue: string): Promise<Drained> {
  const { batchSize, functionName } = await mapping(deployed)
  const QueueUrl = queueUrl(deployed, queue)
  const drained = { batches: 0, done: 0, failed: 0 }
  for (;;) {
    const messages = await receive(deployed, QueueUrl, batchSize)
    if (messages.length === 0) return drained
    const { batchItemFailures } = await invoke<SQSBatchResponse>(deployed, functionName, eventOf(messages, queue))
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    for (const { MessageId, ReceiptHandle } of messages)
      if (failed.has(MessageId))
        await sqs(deployed, 'ChangeMessageVisibility', { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 })
      else await sqs(deployed, 'DeleteMessage', { QueueUrl, ReceiptHandle })
    drained.batches++
    drained.done += messages.length - failed.size
    drained.failed += failed.size
  }
}

async function receive(deployed: Deployed, QueueUrl: string, most: number): Promise<readonly Message[]> {
  const messages: Message[] = []
  while (messages.length < most) {
    const { Messages = [] } = await sqs<{ Messages?: Message[] }>(deployed, 'ReceiveMessage', {
      QueueUrl,
      MaxNumberOfMessages: Math.min(PAGE, most - messages.length),
      WaitTimeSeconds: 0,
      AttributeNames: ['All'],
    })
    if (Messages.length === 0) break
    messages.push(...Messages)
  }
  return messages
}

const eventOf = (messages: readonly Message[], queue: string) => ({
  Records: messages.map(({ MessageId, ReceiptHandle, Body, Attributes }) => ({
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`,
    awsRegion: REGION,
  })),
})

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>
}

/** The batch size of the template, and the function that the emulator made for its mapping. */
async function mapping(deployed: Deployed) {
  const template = JSON.parse(readFileSync(join(deployed.assembly, 'Pipeline.template.json'), 'utf8')) as Template
  const { Properties } =
    Object.values(template.Resources).find(({ Type }) => Type.endsWith('::EventSourceMapping')) ?? {}
  const functionName = await functionNamed(deployed, 'Ingest')
  return { batchSize: Number(Properties?.BatchSize), functionName }
}

export async function functionNamed({ api }: Deployed, part: string): Promise<string> {
  const response = await fetch(`${api.address}/2015-03-31/functions/`, { headers: headersOf('lambda', api.keys) })
  const { Functions } = (await response.json()) as { Functions: { FunctionName: string }[] }
  const found = Functions.find(({ FunctionName }) => FunctionName.includes(part))
  if (!found) throw new Error(`expected a function called ${part}, found none`)
  return found.FunctionName
}

/** The role of a function, by its ARN. */
export async function roleOf(deployed: Deployed, part: string): Promise<string> {
  const { address, keys } = deployed.api
  const url = `${address}/2015-03-31/functions/${await functionNamed(deployed, part)}`
  const { Configuration } = (await (await fetch(url, { headers: headersOf('lambda', keys) })).json()) as {
    Configuration: { Role: string }
  }
  return Configuration.Role
}
