/** Step Functions that gives prepared answers, over the SDK's own HTTP port. */
import { Readable } from 'node:stream'
import { SFNClient } from '@aws-sdk/client-sfn'

type Answer = object | { readonly __type: string }

/** Answers each operation in turn, the last answer again and again. */
export function fakeStates(answers: Readonly<Record<string, readonly Answer[]>>) {
  const calls: { readonly operation: string; readonly input: unknown }[] = []
  const asked = new Map<string, number>()
  async function handle({ headers, body }: { headers: Record<string, string>; body: string | Uint8Array }) {
    const operation = headers['x-amz-target']?.replace('AWSStepFunctions.', '') ?? ''
    calls.push({ operation, input: JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) })
    const all = answers[operation] ?? [{}]
    const n = asked.get(operation) ?? 0
    asked.set(operation, n + 1)
    const answer = all[Math.min(n, all.length - 1)] as Answer
    const response = {
      statusCode: '__type' in answer ? 400 : 200,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: Readable.from([Buffer.from(JSON.stringify(answer))]),
    }
    return { response }
  }
  const client = new SFNClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { handle: (sent: unknown) => handle(sent as never) } as never,
  })
  return { calls, client }
}
