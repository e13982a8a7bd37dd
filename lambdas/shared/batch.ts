/** The only loop over the records of a queue. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda'

export interface Clock {
  getRemainingTimeInMillis(): number
}

export interface Worked<T> {
  readonly record: SQSRecord
  readonly result: T
}

export interface Batch<T> {
  /** In the order of the records. */
  readonly done: readonly Worked<T>[]
  /** Records whose work failed, and those for which no time was left; the queue delivers them again. */
  readonly left: readonly SQSRecord[]
}

export interface BatchOptions {
  readonly clock: Clock
  /** Time to keep for what is done with the results; no record is begun with less. */
  readonly reserveMs: number
  /** Records in work at once. */
  readonly atOnce: number
  /** Told of every failure. */
  readonly failed: (record: SQSRecord, error: unknown) => void
}

/** Works on every record; none takes the others along when it fails. */
export async function eachRecord<T>(
  records: readonly SQSRecord[],
  work: (record: SQSRecord) => Promise<T>,
  { clock, reserveMs, atOnce, failed }: BatchOptions,
): Promise<Batch<T>> {
  const results = new Map<SQSRecord, T>()
  const waiting = records.values()
  const worker = async () => {
    for (const record of waiting) {
      if (clock.getRemainingTimeInMillis() < reserveMs) return
      try {
        results.set(record, await work(record))
      } catch (error) {
        failed(record, error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const isDone = (record: SQSRecord) => results.has(record)
  return {
    done: records.filter(isDone).map(record => ({ record, result: results.get(record) as T })),
    left: records.filter(record => !isDone(record)),
  }
}

/** What tells the queue which records to deliver again; all others are done. */
export const giveBack = (records: readonly SQSRecord[]): SQSBatchResponse => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
})
