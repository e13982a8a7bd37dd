/** One batch of a plan → staged batches. */
import type { InboxPorts } from '../../src/lake/inbox-object.ts'
import type { DueDocument } from '../../src/lake/sweep/plan.ts'
import { readDue } from '../../src/lake/sweep/read.ts'
import type { PlannedBatch } from '../../src/lake/sweep/sweep.ts'
import { type Clock, eachRecord } from './batch.ts'
import { AT_ONCE, RESERVE_MS, ROOM_BYTES } from './limits.ts'
import { Room } from './room.ts'
import { type Outcomes, Stager } from './stage.ts'

/**
 * Reads the documents of a batch and stages them. What can be done is done, also when a document fails; then it throws, so that
 * the batch comes again: what is staged twice is merged once.
 */
export async function sweepBatch(ports: InboxPorts, clock: Clock, { batch }: PlannedBatch): Promise<Outcomes> {
  const failures: string[] = []
  const failed = ({ key }: DueDocument, error: unknown) => failures.push(`${key}: ${(error as Error).message}`)
  const room = new Room(ROOM_BYTES)
  const stager = new Stager(ports.lake, failed)
  const left = await eachRecord(
    await documentsOf(ports, batch),
    (due: DueDocument) => room.hold(due.sizeBytes, async () => stager.add(due, [await readDue(ports, due)])),
    { clock, reserveMs: RESERVE_MS, atOnce: AT_ONCE, failed },
  )
  const { outcomes, unwritten } = await stager.finish()
  const undone = left.length + unwritten.length
  if (undone > 0)
    throw new Error(`${undone} documents of ${batch} are not done: ${failures[0] ?? 'there was no time for them'}`)
  return outcomes
}

async function documentsOf({ lake }: InboxPorts, batch: string): Promise<readonly DueDocument[]> {
  const content = await lake.get(batch)
  if (!content) throw new Error(`expected a batch of a plan at ${batch}, found nothing: plans are kept for 30 days`)
  return JSON.parse(new TextDecoder().decode(content.bytes)) as readonly DueDocument[]
}
