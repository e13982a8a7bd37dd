/** For how long, and under which name, a run of a function holds the lease of the writer. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'aws-lambda'
import type { LeaseOptions } from '../../src/lake/lease.ts'

/** A function is ended with its time limit; this much more for clocks that differ. */
const MARGIN_MS = 2 * 60_000

/** `task` and the run stand in the lease, for whoever wonders who holds it. */
export function leaseFor(
  task: string,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
): LeaseOptions {
  return {
    clock: Date.now,
    lastsMs: context.getRemainingTimeInMillis() + MARGIN_MS,
    // One request may be delivered twice at once.
    holder: `${task} ${context.awsRequestId} ${randomUUID()}`,
  }
}
