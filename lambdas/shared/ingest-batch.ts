/** Messages of the intake queue → staged batches. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { InboxPorts } from '../../src/lake/inbox-object.ts'
import { type Clock, eachRecord, giveBack } from './batch.ts'
import { AT_ONCE, RESERVE_MS, ROOM_BYTES } from './limits.ts'
import { inboxChanges } from './notifications.ts'
import { readChange } from './read-change.ts'
import { Room } from './room.ts'
import { type Outcomes, Stager } from './stage.ts'

export interface IngestPorts extends InboxPorts {
  /** Told of every failure; the message is delivered again. */
  readonly failed: (messageId: string, error: unknown) => void
  /** Told once of every run that staged something. */
  readonly staged: (outcomes: Outcomes) => void
}

/** Reads what the messages tell of, as it is now, and stages it. Gives back the messages that are not done. */
export async function ingestBatch(
  { Records }: SQSEvent,
  clock: Clock,
  { failed: tell, staged, ...inbox }: IngestPorts,
): Promise<SQSBatchResponse> {
  const failed = ({ messageId }: { readonly messageId: string }, error: unknown) => tell(messageId, error)
  const room = new Room(ROOM_BYTES)
  const stager = new Stager(inbox.lake, failed)
  const left = await eachRecord(
    Records,
    async record => {
      const readings = []
      for (const change of inboxChanges(record.body)) readings.push(await readChange(inbox, room, change))
      await stager.add(record, readings)
    },
    { clock, reserveMs: RESERVE_MS, atOnce: AT_ONCE, failed },
  )
  const { outcomes, unwritten } = await stager.finish()
  if (Object.keys(outcomes).length > 0) staged(outcomes)
  return giveBack([...left, ...unwritten])
}
