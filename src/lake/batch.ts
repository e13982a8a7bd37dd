/** Batches: the rows of many readings, staged as one Parquet file a table. */
import { createHash } from 'node:crypto'
import type { TableName } from '../../schemas/index.ts'
import { encodeParquet, MAX_ROWS } from '../tables/parquet.ts'
import { stagedPartKey } from './keys.ts'
import type { ObjectReading } from './reading.ts'
import { mergeOrder, stagedTable } from './sql/tables.ts'
import { batchLimits } from './staged-batches.ts'
import type { Store } from './store.ts'

/** Collects readings until a batch is full. */
export class BatchBuilder {
  private readings: ObjectReading[] = []
  private bytes = 0
  private rows = noRows()

  /** Whether the batch must be written before `next` is added. */
  isFullFor(next: ObjectReading): boolean {
    if (this.readings.length === 0) return false
    return (
      this.readings.length >= batchLimits.readings ||
      this.bytes + sizeOf(next) > batchLimits.bytes ||
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
