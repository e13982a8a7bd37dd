/** A tick of the clock → staged batches are merged, or the tables are kept in shape. One run at a time. */
import type { Context } from 'aws-lambda'
import { merge } from '../src/lake/merge.ts'
import { upkeep } from '../src/lake/upkeep.ts'
import { settingsFrom } from './shared/environment.ts'
import { isIdle } from './shared/idle.ts'
import { emitMetrics } from './shared/metrics.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'

export interface Tick {
  readonly task: 'merge' | 'upkeep'
}

const settings = settingsFrom({ ...writerVariables, stage: 'STAGE' })
const clients = awsClients()
/** A set of statements that is begun with less would hardly be finished. */
const ENOUGH_MS = 5 * 60_000

export async function handler({ task }: Tick, context: Context) {
  if (!(await isIdle(clients.athena, settings.workgroup))) return { skipped: 'a statement of the writer still runs' }
  const writer = writerFor(settings, context, clients)
  const goOn = () => context.getRemainingTimeInMillis() > ENOUGH_MS
  const report = task === 'upkeep' ? await upkeep(writer, goOn) : await merge(writer, { goOn })
  emitMetrics(settings.stage, {
    ScannedBytes: [report.scannedBytes, 'Bytes'],
    ...('batches' in report ? { MergedBatches: [report.batches, 'Count'] } : {}),
  })
  return report
}
