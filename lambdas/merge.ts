/** A tick of the clock → staged batches are merged, or the tables are kept in shape. One run at a time. */
import type { Context } from 'aws-lambda'
import { settingsFrom } from './shared/environment.ts'
import { isIdle } from './shared/idle.ts'
import { emitMetrics, writerFigures } from './shared/metrics.ts'
import { oldestBatchSeconds, type Task, tick } from './shared/tick.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'
import { leaseFor } from './shared/writer-lease.ts'

export interface Tick {
  readonly task: Task
}

const settings = settingsFrom({ ...writerVariables, stage: 'STAGE' })
const clients = awsClients()

export async function handler({ task }: Tick, context: Context) {
  const writer = writerFor(settings, context, clients)
  const report = await tick(task, {
    writer,
    lease: leaseFor(task, context),
    isIdle: () => isIdle(clients.athena, settings.workgroup),
    leftMs: () => context.getRemainingTimeInMillis(),
  })
  const told = { Function: task, ...('skipped' in report ? { Skipped: report.skipped } : {}) }
  emitMetrics(settings.stage, writerFigures(report, await oldestBatchSeconds(writer, Date.now())), told)
  return report
}
