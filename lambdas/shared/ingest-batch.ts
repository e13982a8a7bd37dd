/** Messages of the intake queue → staged batches. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { InboxPorts } from '../../src/lake/inbox-object.ts'
import { AT_ONCE, type Clock, eachRecord, giveBack, RESERVE_MS } from './batch.ts'
import { inboxChanges } from './notifications.ts'
import { readChange } from './read-change.ts'
import { type Outcomes, stage } from './stage.ts'

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
  const { done, left } = await eachRecord(
    Records,
    async ({ body }) => Promise.all(inboxChanges(body).map(change => readChange(inbox, change))),
    { clock, reserveMs: RESERVE_MS, atOnce: AT_ONCE, failed },
  )
  const { outcomes, unwritten } = await stage(inbox.lake, done, failed)
  if (Object.keys(outcomes).length > 0) staged(outcomes)
  return giveBack([...left, ...unwritten])
}
