/** A tick of the clock → staged batches are merged, or the tables are kept in shape, by the only holder of the lease. */
import { type LeaseOptions, waitForLease, withLease } from '../../src/lake/lease.ts'
import { type MergeReport, merge, type Writer } from '../../src/lake/merge.ts'
import { completeBatches } from '../../src/lake/staged-batches.ts'
import { type UpkeepReport, upkeep } from '../../src/lake/upkeep.ts'

export type Task = 'merge' | 'upkeep'

export interface TickPorts {
  readonly writer: Writer
  readonly lease: LeaseOptions
  /** Whether no statement of an earlier run goes on: Athena does not stop with the function that waits for it. */
  readonly isIdle: () => Promise<boolean>
  /** Of the function's time. */
  readonly leftMs: () => number
  readonly wait?: (ms: number) => Promise<void>
}

export interface Skipped {
  readonly skipped: string
}

export type Report = MergeReport | UpkeepReport | Skipped

/** A statement that is begun with less would hardly be finished. */
const ENOUGH_MS = 5 * 60_000

/** A merge gives way to whoever holds the lease: the next is soon. Upkeep waits for a while: it is the only one of the day. */
export async function tick(task: Task, ports: TickPorts): Promise<Report> {
  const { writer, lease, isIdle, leftMs, wait } = ports
  const goOn = () => leftMs() > ENOUGH_MS
  const work = async (): Promise<Report> => {
    if (!(await isIdle())) return { skipped: 'a statement of the writer still runs' }
    return task === 'upkeep' ? upkeep(writer, goOn) : merge(writer, { goOn })
  }
  const patience = { ...lease, patienceMs: leftMs() - 2 * ENOUGH_MS, ...(wait ? { wait } : {}) }
  const leased = await (task === 'upkeep'
    ? waitForLease(writer.store, patience, work)
    : withLease(writer.store, lease, work))
  return leased.held ? leased.result : { skipped: `the lease of the writer is held by ${leased.by}` }
}

/** For how long the oldest complete batch has waited to be merged, in seconds; 0 when none waits. */
export async function oldestBatchSeconds({ store }: Pick<Writer, 'store'>, now: number): Promise<number> {
  const [oldest] = await completeBatches(store)
  if (!oldest) return 0
  return Math.max(0, Math.round((now - Number(BigInt(oldest.revision) / 1_000_000n)) / 1000))
}
