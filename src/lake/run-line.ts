/**
 * What a run of a deployed function says of itself: one line of its log, which CloudWatch counts and `presslake tail` shows.
 * Functions write it, the command line reads it.
 */
import type { Outcome } from '../types.ts'

/** Never anything of a document but its outcome. */
export interface RunLine {
  /** A key of `logGroups()`, or what the function was asked to do. */
  readonly Function: string
  /** Documents that were read, by what became of them. */
  readonly Outcomes?: Readonly<Partial<Record<Outcome, number>>>
  readonly MergedBatches?: number
  /** Batches that could not be read and were set aside. */
  readonly UnreadableBatches?: number
  readonly ScannedBytes?: number
  /** Why nothing was done. */
  readonly Skipped?: string
}
