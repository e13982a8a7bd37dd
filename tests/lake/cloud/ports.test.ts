/** The ports to queues, functions and logs, over a client that the test plays. */
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { lambdaFunctions } from '../../../src/lake/cloud/functions.ts'
import { cloudWatchLogs } from '../../../src/lake/cloud/logs.ts'
import { sqsQueues } from '../../../src/lake/cloud/queues.ts'
import { serviceError } from '../../support/cloud-lake.ts'
import { collect } from '../../support/collect.ts'

type Answer = (input: Record<string, unknown>) => object

/** Answers each command by its name, and keeps what it was sent. */
function playing<Client>(answers: Readonly<Record<string, Answer>>) {
  const sent: { readonly command: string; readonly input: Record<string, unknown> }[] = []
  const client = {
    send: async (command: { readonly input: Record<string, unknown> }) => {
      const name = command.constructor.name
      sent.push({ command: name, input: command.input })
      return (answers[name] as Answer)(command.input)
    },
  }
  return { client: client as Client, sent }
}
const throwing = (name: string, status: number) => () => {
  throw serviceError(name, status)
}
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

describe('functions', () => {
  const answering = (answer: object) => playing<LambdaClient>({ InvokeCommand: () => answer })

  test('are called, waited for, and give their answer', async () => {
    const { client, sent } = answering({ StatusCode: 200, Payload: encode({ batches: 2 }) })
    expect(await lambdaFunctions(client).invoke('merge', { task: 'merge' })).toEqual({ batches: 2 })
    expect(sent[0]?.input).toEqual({
      FunctionName: 'merge',
      InvocationType: 'RequestResponse',
      Payload: encode({ task: 'merge' }),
    })
  })

  test('are tried without being run', async () => {
    const { client, sent } = answering({ StatusCode: 204 })
    await lambdaFunctions(client).probe('merge')
    expect(sent[0]?.input).toEqual({ FunctionName: 'merge', InvocationType: 'DryRun' })
  })

  test('an error of theirs is one here', () => {
    const { client } = answering({ FunctionError: 'Unhandled', Payload: encode({ errorMessage: 'no lease' }) })
    return expect(lambdaFunctions(client).invoke('merge', {})).rejects.toThrow('the function merge failed: no lease')
  })

  test.each([
    ['ResourceNotFoundException', 404, /cannot call the function merge: .*whether this version is deployed/],
    ['AccessDeniedException', 403, /may not do this.*presslake doctor/],
    ['ExpiredTokenException', 403, /sign in again/],
    ['UnrecognizedClientException', 403, /does not know these credentials/],
  ])('%s is told with what to do', (name, status, message) => {
    const { client } = playing<LambdaClient>({ InvokeCommand: throwing(name, status) })
    return expect(lambdaFunctions(client).invoke('merge', {})).rejects.toThrow(message)
  })
})

describe('queues', () => {
  const found = { GetQueueUrlCommand: () => ({ QueueUrl: 'https://sqs/1/q' }) }

  test('are counted: what waits, delayed or not, and what is in work', async () => {
    const { client, sent } = playing<SQSClient>({
      ...found,
      GetQueueAttributesCommand: () => ({
        Attributes: {
          ApproximateNumberOfMessages: '7',
          ApproximateNumberOfMessagesDelayed: '1',
          ApproximateNumberOfMessagesNotVisible: '2',
        },
      }),
    })
    expect(await sqsQueues(client, '123456789012').depth('q')).toEqual({ waiting: 8, inWork: 2 })
    expect(sent[0]?.input).toEqual({ QueueName: 'q', QueueOwnerAWSAccountId: '123456789012' })
    expect(sent[1]?.input).toMatchObject({ QueueUrl: 'https://sqs/1/q' })
  })

  test('one that is not there is told', () => {
    const { client } = playing<SQSClient>({ GetQueueUrlCommand: throwing('QueueDoesNotExist', 400) })
    return expect(sqsQueues(client, '1').depth('q')).rejects.toThrow(/cannot look at the queue q: .*deployed/)
  })
})

describe('logs', () => {
  test('are read page after page, empty ones among them', async () => {
    const event = (n: number) => ({ eventId: `e${n}`, timestamp: n, message: `line ${n}` })
    const pages = [{ events: [event(1)], nextToken: 'a' }, { events: [], nextToken: 'b' }, { events: [event(2)] }]
    const { client, sent } = playing<CloudWatchLogsClient>({ FilterLogEventsCommand: () => pages.shift() ?? {} })
    expect(await collect(cloudWatchLogs(client).read('group', 5))).toEqual([
      { id: 'e1', at: 1, text: 'line 1' },
      { id: 'e2', at: 2, text: 'line 2' },
    ])
    expect(sent.map(({ input }) => input.nextToken)).toEqual([undefined, 'a', 'b'])
    expect(sent[0]?.input).toEqual({ logGroupName: 'group', startTime: 5 })
  })

  test('what may not be read is told', () => {
    const { client } = playing<CloudWatchLogsClient>({ FilterLogEventsCommand: throwing('AccessDeniedException', 400) })
    return expect(collect(cloudWatchLogs(client).read('group', 5))).rejects.toThrow(
      /cannot read the log group: .*doctor/,
    )
  })
})
