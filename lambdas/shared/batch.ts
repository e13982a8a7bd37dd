/** The only loop over records: messages of a queue, or documents of a planned batch. */
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda'

export interface Clock {
  getRemainingTimeInMillis(): number
}

/** Time to keep for writing a batch. */
export const RESERVE_MS = 30_000
/** Objects fetched at once: while one is read, others are on their way. */
export const AT_ONCE = 8

export interface Worked<T, R = SQSRecord> {
  readonly record: R
  readonly result: T
}

export interface Batch<T, R = SQSRecord> {
  /** In the order of the records. */
  readonly done: readonly Worked<T, R>[]
  /** Records whose work failed, and those for which no time was left; they have to come again. */
  readonly left: readonly R[]
}

export interface BatchOptions<R = SQSRecord> {
  readonly clock: Clock
  /** Time to keep for what is done with the results; no record is begun with less. */
  readonly reserveMs: number
  /** Records in work at once. */
  readonly atOnce: number
  /** Told of every failure. */
  readonly failed: (record: R, error: unknown) => void
}

/** Works on every record; none takes the others along when it fails. */
export async function eachRecord<T, R extends object = SQSRecord>(
  records: readonly R[],
  work: (record: R) => Promise<T>,
  { clock, reserveMs, atOnce, failed }: BatchOptions<R>,
): Promise<Batch<T, R>> {
  const results = new Map<R, T>()
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
  const isDone = (record: R) => results.has(record)
  return {
    done: records.filter(isDone).map(record => ({ record, result: results.get(record) as T })),
    left: records.filter(record => !isDone(record)),
  }
}

/** What tells the queue which records to deliver again; all others are done. */
export const giveBack = (records: readonly SQSRecord[]): SQSBatchResponse => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
})
