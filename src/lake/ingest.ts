/** Whatever is new, changed or gone in the inbox → rows in the tables. */
import type { DocumentRow } from '../../schemas/index.ts'
import { OperationalError } from '../errors.ts'
import { process } from '../pipeline.ts'
import { BatchBuilder, writeBatch } from './batch.ts'
import { readContent } from './content.ts'
import { type DueObject, planInbox } from './inbox.ts'
import { unreadableReasonKey } from './keys.ts'
import type { Cause } from './known-documents.ts'
import type { Lake } from './lake.ts'
import { clean, merge } from './merge.ts'
import type { ProcessOptions } from './process-safely.ts'
import { endQuarantine, isQuarantined, quarantine } from './quarantine.ts'
import { LARGEST_BYTES, type ObjectReading, refusedObject, removedObject } from './reading.ts'
import { revisionAfter } from './revisions.ts'
import { deleteTornBatches } from './staged-batches.ts'
import type { SetAside } from './unreadable.ts'

export interface IngestOptions extends Partial<Pick<ProcessOptions, 'process'>> {
  readonly progress?: (step: IngestStep) => void
}

export interface IngestStep {
  readonly phase: 'read' | 'merge'
  readonly done: number
  readonly total: number
  /** What is being worked on. */
  readonly at: string
}

export interface IngestReport {
  /** How many objects were read, and why. */
  readonly read: Readonly<Record<Cause, number>>
  readonly removed: number
  readonly unchanged: number
  readonly outcomes: Readonly<Partial<Record<DocumentRow['outcome'], number>>>
  /** Documents that gave no rows, and batches that could not be read back, with the reason. */
  readonly problems: readonly Problem[]
  readonly strays: readonly string[]
}

export interface Problem {
  /** Of the document; of a batch, the key of the reason. */
  readonly sourceKey: string
  readonly outcome: DocumentRow['outcome'] | 'unread'
  readonly reason: string
}

/** Batches that are merged together: enough to be worth it, few enough to bound what is lost by an interruption. */
const BATCHES_A_MERGE = 25

/** Brings the tables up to the inbox. Run again, it finds nothing to do. */
export async function ingest(lake: Lake, options: IngestOptions = {}): Promise<IngestReport> {
  // What an interrupted run has staged counts; what it has begun to stage is read again.
  const interrupted = await merge(lake)
  await deleteTornBatches(lake.store)
  const plan = await planInbox(lake.inbox, lake.warehouse)
  const read = { new: 0, changed: 0, 'newer rules': 0 }
  const outcomes: Partial<Record<DocumentRow['outcome'], number>> = {}
  const problems: Problem[] = interrupted.setAside.map(unreadBatch)
  const batches = new BatchWriter(lake, options)
  const add = async (reading: ObjectReading) => {
    const { source_key: sourceKey, outcome, outcome_reason: reason } = reading.document
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (reason !== null && outcome !== 'removed') problems.push({ sourceKey, outcome, reason })
    await batches.add(reading)
  }
  for (const [done, object] of plan.due.entries()) {
    options.progress?.({ phase: 'read', done, total: plan.due.length, at: object.sourceKey })
    try {
      await add(await readDue(lake, object, options))
      read[object.cause]++
    } catch (error) {
      // An object that the store does not give is tried again next time; nothing is said of it in the tables.
      if (!(error instanceof OperationalError)) throw error
      problems.push({ sourceKey: object.sourceKey, outcome: 'unread', reason: error.message })
    }
  }
  for (const { sourceKey, revision, quarantined } of plan.removed) {
    await add(removedObject(sourceKey, revisionAfter(revision, lake.clock())))
    if (quarantined !== null) await endQuarantine(lake.store, quarantined)
  }
  problems.push(...(await batches.finish()).map(unreadBatch))
  return { read, removed: plan.removed.length, unchanged: plan.unchanged, outcomes, problems, strays: plan.strays }
}

/** Its documents are read again by this run or the next. */
const unreadBatch = ({ batch, reason }: SetAside): Problem => ({
  sourceKey: unreadableReasonKey(batch),
  outcome: 'unread',
  reason,
})

async function readDue({ inbox, store, clock }: Lake, due: DueObject, options: IngestOptions): Promise<ObjectReading> {
  const { key, sourceKey, sizeBytes } = due
  if (sizeBytes > LARGEST_BYTES) return refusedObject({ sourceKey, revision: due.revision }, sizeBytes)
  const content = await inbox.get(key)
  if (!content) return removedObject(sourceKey, revisionAfter(due.revision, clock()))
  const sidecar = due.sidecar === null ? null : await inbox.get(due.sidecar)
  let { revision } = due
  if (due.newerThan !== null) {
    await inbox.put(key, content.bytes, { newerThan: due.newerThan })
    revision = (await inbox.head(key))?.revision ?? revision
  }
  const reading = readContent(content, sidecar, { sourceKey, revision }, { process, ...options })
  if (due.quarantined !== null) await endQuarantine(store, due.quarantined)
  if (isQuarantined(reading.document.outcome)) await quarantine(store, reading.document, content.bytes)
  return reading
}

/** Stages readings in batches and merges the batches by the score. */
class BatchWriter {
  private readonly builder = new BatchBuilder()
  private staged = 0
  private readonly aside: SetAside[] = []
  private readonly lake: Lake
  private readonly options: IngestOptions

  constructor(lake: Lake, options: IngestOptions) {
    this.lake = lake
    this.options = options
  }

  async add(reading: ObjectReading): Promise<void> {
    if (this.builder.isFullFor(reading)) await this.stage()
    this.builder.add(reading)
  }

  /** Gives the batches that could not be read back. */
  async finish(): Promise<readonly SetAside[]> {
    await this.stage()
    if (this.staged > 0) await this.mergeStaged()
    return this.aside
  }

  private async stage(): Promise<void> {
    const readings = this.builder.take()
    if (readings.length === 0) return
    await writeBatch(this.lake.store, readings)
    this.staged++
    if (this.staged === BATCHES_A_MERGE) await this.mergeStaged()
  }

  private async mergeStaged(): Promise<void> {
    let done = 0
    const progress = ({ name }: { readonly name: string }) =>
      this.options.progress?.({ phase: 'merge', done: done++, total: 5, at: name })
    const { setAside } = await merge(this.lake, { progress })
    this.aside.push(...setAside)
    await clean(this.lake)
    this.staged = 0
  }
}
