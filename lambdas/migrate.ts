/** A deployment → tables and views of its version. CloudFormation waits for it, and rolls back when it fails. */
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda'
import { waitForLease } from '../src/lake/lease.ts'
import { migrate } from '../src/lake/merge.ts'
import { answer } from './shared/custom-resource.ts'
import { settingsFrom } from './shared/environment.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'
import { leaseFor } from './shared/writer-lease.ts'

const settings = settingsFrom(writerVariables)
const clients = awsClients()
/** Time to keep for the statements, once the lease is free. */
const ENOUGH_MS = 5 * 60_000

export async function handler(event: CloudFormationCustomResourceEvent, context: Context): Promise<void> {
  // Tables outlive the stack that made them.
  if (event.RequestType === 'Delete') return answer(event, async () => {})
  const writer = writerFor(settings, context, clients)
  const patience = { ...leaseFor('migrate', context), patienceMs: context.getRemainingTimeInMillis() - ENOUGH_MS }
  const leased = await waitForLease(writer.store, patience, () =>
    answer(event, async () => {
      await migrate(writer)
    }),
  ).catch(async error => {
    await answer(event, () => Promise.reject(error))
    return { held: true } as const
  })
  // Unanswered: Lambda calls again, twice, and CloudFormation waits for an hour. No merge holds the lease for so long.
  if (!leased.held) throw new Error(`the lease of the writer is held by ${leased.by}`)
}
