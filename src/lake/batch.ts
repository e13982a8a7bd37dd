/** Batches: the rows of many readings, staged as one Parquet file a table. */
import { createHash } from 'node:crypto'
import type { TableName } from '../../schemas/index.ts'
import { encodeParquet, MAX_ROWS } from '../tables/parquet.ts'
import { parseStagedPart, type StagedPart, stagedPartKey, stagingPrefix } from './keys.ts'
import type { ObjectReading } from './reading.ts'
import { mergeOrder, stagedTable } from './sql/tables.ts'
import type { Store } from './store.ts'

/** A batch whose last part has been written. */
export interface StagedBatch {
  readonly id: string
  readonly parts: readonly StagedPart[]
}

/** What a batch may hold, so that memory stays bounded whatever is dropped. */
const MOST_READINGS = 200
const MOST_BYTES = 32 * 1024 * 1024

/** Collects readings until a batch is full. */
export class BatchBuilder {
  private readings: ObjectReading[] = []
  private bytes = 0
  private rows = noRows()

  /** Whether the batch must be written before `next` is added. */
  isFullFor(next: ObjectReading): boolean {
    if (this.readings.length === 0) return false
    return (
      this.readings.length >= MOST_READINGS ||
      this.bytes + sizeOf(next) > MOST_BYTES ||
      mergeOrder.some(table => this.rows[table] + next.rows[table].length > MAX_ROWS)
    )
  }

  add(reading: ObjectReading): void {
    this.readings.push(reading)
    this.bytes += sizeOf(reading)
    for (const table of mergeOrder) this.rows[table] += reading.rows[table].length
  }

  /** The readings so far; the builder is empty again. */
  take(): readonly ObjectReading[] {
    const taken = this.readings
    this.readings = []
    this.bytes = 0
    this.rows = noRows()
    return taken
  }
}

const noRows = (): Record<TableName, number> => ({ documents: 0, articles: 0, quotes: 0, events: 0, comments: 0 })
const sizeOf = ({ document }: ObjectReading) => document.size_bytes ?? 0

/**
 * Stages readings as one batch and gives its id. `articles` is written last: a batch is complete when that part is there.
 * The same readings make the same batch in any order, and to write it again changes nothing.
 */
export async function writeBatch(store: Store, readings: readonly ObjectReading[]): Promise<string> {
  const ordered = [...readings].sort((a, b) => (a.id < b.id ? -1 : 1))
  const batch = batchIdOf(ordered)
  for (const table of mergeOrder) {
    const rows = ordered.flatMap(reading => reading.rows[table])
    const bytes = encodeParquet(stagedTable(table), rows, { profile: 'staging' })
    await store.put(stagedPartKey({ table, batch }), bytes, { ifNoneMatch: true })
  }
  return batch
}

function batchIdOf(readings: readonly ObjectReading[]): string {
  const ids = readings.map(({ id }) => id)
  return createHash('sha256').update(JSON.stringify(ids)).digest('hex').slice(0, 32)
}

/** The complete batches, the oldest first. */
export async function completeBatches(store: Store): Promise<readonly StagedBatch[]> {
  const parts = new Map<string, StagedPart[]>()
  const completed: { readonly id: string; readonly revision: string }[] = []
  for await (const { key, revision } of store.list(stagingPrefix)) {
    const part = parseStagedPart(key)
    if (!part) continue
    parts.set(part.batch, [...(parts.get(part.batch) ?? []), part])
    if (part.table === 'articles') completed.push({ id: part.batch, revision })
  }
  return completed
    .sort((a, b) => compare(a.revision, b.revision) || compare(a.id, b.id))
    .map(({ id }) => ({ id, parts: parts.get(id) ?? [] }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Deletes merged batches. Their `articles` go last, so that what an interruption leaves is found and merged again. */
export async function deleteBatches(store: Store, batches: readonly StagedBatch[]): Promise<void> {
  for (const { parts } of batches) {
    const order = (table: TableName) => mergeOrder.indexOf(table)
    for (const part of [...parts].sort((a, b) => order(a.table) - order(b.table)))
      await store.delete(stagedPartKey(part))
  }
}

/**
 * Deletes parts of batches that were never completed. Only where nobody else can be writing one: on disk, where one process
 * at a time has the lake open for writing.
 */
export async function deleteTornBatches(store: Store): Promise<void> {
  const complete = new Set((await completeBatches(store)).map(({ id }) => id))
  const torn: string[] = []
  for await (const { key } of store.list(stagingPrefix)) {
    const part = parseStagedPart(key)
    if (part && !complete.has(part.batch)) torn.push(key)
  }
  for (const key of torn) await store.delete(key)
}
