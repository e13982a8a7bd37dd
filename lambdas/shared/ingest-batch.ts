/** Messages of the intake queue → one staged batch. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { DocumentRow } from '../../schemas/index.ts'
import { BatchBuilder, writeBatch } from '../../src/lake/batch.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import type { Store } from '../../src/lake/store.ts'
import { type Clock, eachRecord, giveBack, type Worked } from './batch.ts'
import { inboxChanges } from './notifications.ts'
import { type InboxPorts, readChange } from './read-change.ts'

export interface IngestPorts extends InboxPorts {
  /** Told of every failure; the message is delivered again. */
  readonly failed: (messageId: string, error: unknown) => void
  /** Told once of every run that staged something. */
  readonly staged: (outcomes: Readonly<Partial<Record<DocumentRow['outcome'], number>>>) => void
}

/** Time that writing a batch may take. */
const RESERVE_MS = 30_000
/** Objects fetched at once: while one is read, others are on their way. */
const AT_ONCE = 8

/** Reads what the messages tell of, as it is now, and stages it. Gives back the messages that are not done. */
export async function ingestBatch(
  { Records }: SQSEvent,
  clock: Clock,
  { failed, staged, ...inbox }: IngestPorts,
): Promise<SQSBatchResponse> {
  const { done, left } = await eachRecord(
    Records,
    async ({ body }) => Promise.all(inboxChanges(body).map(change => readChange(inbox, change))),
    { clock, reserveMs: RESERVE_MS, atOnce: AT_ONCE, failed: ({ messageId }, error) => failed(messageId, error) },
  )
  const { outcomes, unwritten } = await stage(inbox.lake, done, failed)
  if (Object.keys(outcomes).length > 0) staged(outcomes)
  return giveBack([...left, ...unwritten])
}

type Read = Worked<readonly ObjectReading[]>

/** Writes the readings in as many batches as they need. Messages of a batch that cannot be written are given back. */
async function stage(lake: Store, done: readonly Read[], failed: IngestPorts['failed']) {
  const outcomes: Partial<Record<DocumentRow['outcome'], number>> = {}
  const unwritten: SQSRecord[] = []
  for (const group of groups(done)) {
    const readings = unique(group.flatMap(({ result }) => result))
    try {
      if (readings.length > 0) await writeBatch(lake, readings)
      for (const { document } of readings) outcomes[document.outcome] = (outcomes[document.outcome] ?? 0) + 1
    } catch (error) {
      for (const { record } of group) failed(record.messageId, error)
      unwritten.push(...group.map(({ record }) => record))
    }
  }
  return { outcomes, unwritten }
}

/** Messages in runs whose readings fit into a batch. */
function groups(done: readonly Read[]): readonly (readonly Read[])[] {
  const builder = new BatchBuilder()
  const all: Read[][] = [[]]
  for (const read of done) {
    if (read.result.some(reading => builder.isFullFor(reading))) {
      builder.take()
      all.push([])
    }
    for (const reading of read.result) builder.add(reading)
    all.at(-1)?.push(read)
  }
  return all
}

/** A message that was delivered twice is read twice, and is one reading. */
const unique = (readings: readonly ObjectReading[]) => [
  ...new Map(readings.map(reading => [reading.id, reading])).values(),
]
