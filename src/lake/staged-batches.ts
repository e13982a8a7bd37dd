/** Batches that wait to be merged. Nothing here reads or writes Parquet, so that the writer is deployed without its codec. */
import type { TableName } from '../../schemas/index.ts'
import { parseStagedPart, type StagedPart, stagedPartKey, stagingPrefix } from './keys.ts'
import { mergeOrder } from './sql/tables.ts'
import type { Store } from './store.ts'

/** What a batch may hold, so that memory stays bounded whatever is dropped. */
export const batchLimits = { readings: 200, bytes: 32 * 1024 * 1024 } as const

/** A batch whose last part has been written. */
export interface StagedBatch {
  readonly id: string
  readonly parts: readonly StagedPart[]
  /** When it was completed, as stores say it. */
  readonly revision: string
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
    .map(({ id, revision }) => ({ id, revision, parts: parts.get(id) ?? [] }))
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
