/** Figures for CloudWatch, as lines of the log in its embedded metric format: no call, no wait. */
import { metricsNamespace } from '../../src/lake/deployment.ts'
import type { RunLine } from '../../src/lake/run-line.ts'
import type { SweepCounts } from '../../src/lake/sweep/plan.ts'
import type { Outcome } from '../../src/types.ts'
import type { Report } from './tick.ts'

export type Unit = 'Count' | 'Bytes' | 'Seconds'

type Figures = Readonly<Record<string, readonly [value: number, unit: Unit]>>

/**
 * One line with all figures of a run, and what else is told of it. Written past the console, because Lambda wraps what goes through it in JSON of its own
 * and CloudWatch then finds no metrics in it.
 */
export function emitMetrics(
  stage: string,
  figures: Figures,
  told: Pick<RunLine, 'Function' | 'Outcomes' | 'Skipped'>,
  { now = Date.now, write = (line: string) => void process.stdout.write(line) } = {},
): void {
  const metrics = Object.entries(figures).map(([Name, [, Unit]]) => ({ Name, Unit }))
  const line = {
    _aws: {
      Timestamp: now(),
      CloudWatchMetrics: [{ Namespace: metricsNamespace, Dimensions: [['Stage']], Metrics: metrics }],
    },
    Stage: stage,
    ...told,
    ...Object.fromEntries(Object.entries(figures).map(([name, [value]]) => [name, value])),
  }
  write(`${JSON.stringify(line)}\n`)
}

/**
 * What a run of the writer did, how many batches could not be read and were moved out of the way, and for how long the oldest
 * batch that it leaves has waited: that is told by every run, whatever keeps it from merging.
 */
export function writerFigures(report: Report, oldestBatchSeconds: number): Figures {
  const oldest: Figures = { OldestBatchAge: [oldestBatchSeconds, 'Seconds'] }
  if ('skipped' in report) return oldest
  const scanned: Figures = { ...oldest, ScannedBytes: [report.scannedBytes, 'Bytes'] }
  if (!('batches' in report)) return { ...scanned, UpkeepLeft: [report.left.length, 'Count'] }
  return {
    ...scanned,
    MergedBatches: [report.batches, 'Count'],
    UnreadableBatches: [report.setAside.length, 'Count'],
  }
}

/** What the nightly sweep found that no event had told of. */
export const sweepFigures = ({ new: unread, changed, gone }: SweepCounts): Figures => ({
  MissedDocuments: [unread + changed + gone, 'Count'],
})

/** How many documents were read, and how many of them gave no rows because they are broken or the program is. */
export function documentFigures(outcomes: Readonly<Partial<Record<Outcome, number>>>): Figures {
  const count = Object.values(outcomes).reduce((sum, number) => sum + number, 0)
  const { rejected = 0, failed = 0 } = outcomes
  return { Documents: [count, 'Count'], RejectedDocuments: [rejected, 'Count'], FailedDocuments: [failed, 'Count'] }
}

/** In how many places a takedown has found something that should be gone. */
export const takedownFigures = (remains: number): Figures => ({ TakedownRemains: [remains, 'Count'] })
