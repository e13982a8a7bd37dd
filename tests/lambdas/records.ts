/** Messages of SQS as AWS documents them, with bodies of ours. */
import { readFileSync } from 'node:fs'
import type { SQSRecord } from 'aws-lambda'

type SampleName = 's3-put' | 's3-delete-marker' | 's3-lifecycle' | 's3-test' | 'sqs-message'

export const sample = (name: SampleName): string =>
  readFileSync(new URL(`./events/${name}.json`, import.meta.url), 'utf8')

export function recordsOf(...bodies: readonly string[]): readonly SQSRecord[] {
  const message = JSON.parse(sample('sqs-message')) as SQSRecord
  return bodies.map((body, i) => ({ ...message, messageId: `message-${i}`, body }))
}

/** The documented notification of a put or delete, for another key and sequencer; the key is encoded as S3 encodes it. */
export function notification(
  name: 's3-put' | 's3-delete-marker',
  object: { key?: string; sequencer?: string; size?: number },
): string {
  const event = JSON.parse(sample(name)) as { Records: [{ s3: { object: Record<string, unknown> } }] }
  Object.assign(event.Records[0].s3.object, object)
  return JSON.stringify(event)
}
