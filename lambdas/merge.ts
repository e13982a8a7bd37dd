/** A tick of the clock → staged batches are merged, or the tables are kept in shape. One run at a time. */
import type { Context } from 'aws-lambda'
import { withLease } from '../src/lake/lease.ts'
import { merge, type Writer } from '../src/lake/merge.ts'
import { upkeep } from '../src/lake/upkeep.ts'
import { settingsFrom } from './shared/environment.ts'
import { isIdle } from './shared/idle.ts'
import { emitMetrics, mergeFigures } from './shared/metrics.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'
import { leaseFor } from './shared/writer-lease.ts'

export interface Tick {
  readonly task: 'merge' | 'upkeep'
}

const settings = settingsFrom({ ...writerVariables, stage: 'STAGE' })
const clients = awsClients()
/** A set of statements that is begun with less would hardly be finished. */
const ENOUGH_MS = 5 * 60_000

export async function handler({ task }: Tick, context: Context) {
  const writer = writerFor(settings, context, clients)
  const leased = await withLease(writer.store, leaseFor(task, context), async () => {
    // A statement goes on in Athena when the function that waits for it has died.
    if (!(await isIdle(clients.athena, settings.workgroup)))
      return { skipped: 'a statement of the writer still runs' } as const
    return run(task, writer, context)
  })
  const report = leased.held ? leased.result : { skipped: `the lease of the writer is held by ${leased.by}` }
  if ('skipped' in report) emitMetrics(settings.stage, {}, { Function: task, Skipped: report.skipped })
  return report
}

async function run(task: Tick['task'], writer: Writer, context: Context) {
  const goOn = () => context.getRemainingTimeInMillis() > ENOUGH_MS
  const report = task === 'upkeep' ? await upkeep(writer, goOn) : await merge(writer, { goOn })
  const merged = 'batches' in report ? mergeFigures(report) : {}
  emitMetrics(settings.stage, { ScannedBytes: [report.scannedBytes, 'Bytes'], ...merged }, { Function: task })
  return report
}
