/** The only loop over records: messages of a queue, or documents of a planned batch. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda'
import { OutOfTime } from './document-thread.ts'

export interface Clock {
  getRemainingTimeInMillis(): number
}

export interface BatchOptions<R = SQSRecord> {
  readonly clock: Clock
  /** Time to keep for what is done in the end; no record is begun with less. */
  readonly reserveMs: number
  /** Records in work at once. */
  readonly atOnce: number
  /** Told of every failure. */
  readonly failed: (record: R, error: unknown) => void
}

/**
 * Works on every record; none takes the others along when it fails. Gives those whose work failed, and those for which no
 * time was left, in their order; they have to come again.
 */
export async function eachRecord<R extends object = SQSRecord>(
  records: readonly R[],
  work: (record: R) => Promise<void>,
  { clock, reserveMs, atOnce, failed }: BatchOptions<R>,
): Promise<readonly R[]> {
  const done = new Set<R>()
  const waiting = records.values()
  const worker = async () => {
    for (const record of waiting) {
      if (clock.getRemainingTimeInMillis() < reserveMs) return
      try {
        await work(record)
        done.add(record)
      } catch (error) {
        if (!(error instanceof OutOfTime)) failed(record, error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return records.filter(record => !done.has(record))
}

/** What tells the queue which records to deliver again; all others are done. */
export const giveBack = (records: readonly Pick<SQSRecord, 'messageId'>[]): SQSBatchResponse => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
})
