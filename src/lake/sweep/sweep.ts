/** One sweep: the inbox as it is now, against the tables → a plan of batches in the store of the lake. */

import { UsageError } from '../../errors.ts'
import { listedPrefix, sourceKeyOf, sweepBatchKey, sweepPlanKey } from '../keys.ts'
import { knownDocumentsInOrder } from '../known-documents.ts'
import { readAhead } from '../read-ahead.ts'
import { revisionOf } from '../revisions.ts'
import { batchLimits } from '../staged-batches.ts'
import type { LatestVersion, Store, VersionedStore } from '../store.ts'
import type { Warehouse } from '../warehouse.ts'
import { type DueDocument, planSweep, type SweepCause, type SweepCounts } from './plan.ts'

export interface SweepRequest {
  /** Keys of the inbox that start so, and no others. */
  readonly prefix: string
  readonly newerRules: boolean
  /** Count only, and write nothing. */
  readonly dryRun: boolean
  /** Objects that changed within so many minutes are left alone: their events are under way. */
  readonly graceMinutes: number
}

export interface SweepPorts {
  readonly inbox: VersionedStore
  readonly store: Store
  readonly warehouse: Warehouse
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Asked at every object; when it says no, there is no plan, and the error says how far it came. */
  readonly goOn?: () => boolean
}

export interface SweepPlan {
  readonly counts: SweepCounts
  /** Some keys for each cause. */
  readonly examples: Readonly<Partial<Record<SweepCause, readonly string[]>>>
  readonly documents: number
  readonly batches: number
  /** Whether there is a plan to be carried out: not when nothing is due, and not when it was only a trial. */
  readonly isWritten: boolean
  /** Key of the list of batches. */
  readonly plan: string
}

/** An entry of the plan. It names its documents in a file of their own, so that no list of keys has to fit into a message. */
export interface PlannedBatch {
  readonly batch: string
}

/** Items fetched ahead: some pages of a listing and of an answer. */
const AHEAD = 4000

/** Writes the plan of the sweep `id`, or only works out what is due. */
export async function writePlan(ports: SweepPorts, id: string, request: SweepRequest): Promise<SweepPlan> {
  const { inbox, store, warehouse, clock } = ports
  const { newerRules, dryRun, graceMinutes } = request
  const prefix = sourceKeyOf(request.prefix)
  const nanoseconds = (ms: number) => revisionOf(BigInt(ms) * 1_000_000n)
  const now = clock()
  const rules = { newerRules, now: nanoseconds(now), settledBefore: nanoseconds(now - graceMinutes * 60_000) }
  const batches = new PlanWriter(store, id, dryRun)
  const examples = new Examples()
  const counts = await planSweep(
    {
      listing: readAhead(below(inbox.latest(listedPrefix(prefix)), prefix, ports.goOn), AHEAD),
      known: () => readAhead(knownDocumentsInOrder(warehouse, prefix), AHEAD),
    },
    rules,
    async document => {
      examples.add(document)
      await batches.add(document)
    },
  )
  const written = await batches.finish()
  const isWritten = !dryRun && written.batches > 0
  return { counts, examples: examples.byCause, ...written, isWritten, plan: sweepPlanKey(id) }
}

async function* below(
  listing: AsyncIterable<LatestVersion>,
  prefix: string,
  goOn: () => boolean = () => true,
): AsyncGenerator<LatestVersion> {
  let seen = 0
  for await (const object of listing) {
    if (!goOn()) {
      const message = `no time to look through all of the inbox: ${seen} keys were seen, up to ${object.key}; sweep it in parts, by prefix`
      throw new UsageError(message)
    }
    seen++
    if (sourceKeyOf(object.key).startsWith(prefix)) yield object
  }
}

const MOST_EXAMPLES = 5

class Examples {
  readonly byCause: Partial<Record<SweepCause, string[]>> = {}

  add({ cause, key }: DueDocument): void {
    this.byCause[cause] ??= []
    const examples = this.byCause[cause]
    if (examples.length < MOST_EXAMPLES) examples.push(key)
  }
}

/** Writes documents in batches as they come, and in the end the list of the batches. */
class PlanWriter {
  private readonly store: Store
  private readonly id: string
  private readonly dryRun: boolean
  private readonly planned: PlannedBatch[] = []
  private waiting: DueDocument[] = []
  private bytes = 0
  private documents = 0

  constructor(store: Store, id: string, dryRun: boolean) {
    this.store = store
    this.id = id
    this.dryRun = dryRun
  }

  async add(document: DueDocument): Promise<void> {
    const { readings, bytes } = batchLimits
    if (this.waiting.length === readings || this.bytes + document.sizeBytes > bytes) await this.write()
    this.waiting.push(document)
    this.bytes += document.sizeBytes
  }

  async finish(): Promise<Pick<SweepPlan, 'documents' | 'batches'>> {
    await this.write()
    if (!this.dryRun && this.planned.length > 0) await this.store.put(sweepPlanKey(this.id), json(this.planned))
    return { documents: this.documents, batches: this.planned.length }
  }

  private async write(): Promise<void> {
    if (this.waiting.length === 0) return
    const batch = sweepBatchKey(this.id, this.planned.length + 1)
    if (!this.dryRun) await this.store.put(batch, json(this.waiting))
    this.planned.push({ batch })
    this.documents += this.waiting.length
    this.waiting = []
    this.bytes = 0
  }
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
