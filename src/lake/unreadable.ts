/**
 * Batches that no engine can read: cut off, damaged, or written by somebody else. One of them would hold up all others for
 * ever. It is moved out of the way, and the lake forgets that it knew its documents, so that whoever looks reads them again.
 */
import { tables } from '../../schemas/index.ts'
import { OperationalError, UsageError } from '../errors.ts'
import { type StagedPart, stagedPartKey, unreadablePartKey, unreadableReasonKey } from './keys.ts'
import { readStatements, reopenStatement } from './sql/unreadable.ts'
import { deleteBatches, type StagedBatch } from './staged-batches.ts'
import type { Store } from './store.ts'
import { rowsOf, type Warehouse } from './warehouse.ts'

export interface SetAside {
  /** Id of the batch. */
  readonly batch: string
  readonly reason: string
}

interface Ports {
  readonly store: Store
  readonly warehouse: Warehouse
}

/** Whether the same call would fail again: neither passing trouble nor a fault of the program. */
export const isLasting = (error: unknown): error is Error =>
  error instanceof UsageError || (error instanceof OperationalError && !error.retryable)

type Contents = Pick<StagedBatch, 'id' | 'parts'>

/** No batch has this id. */
const NOBODY: Contents = { id: '0'.repeat(32), parts: [] }

/**
 * Why a batch, which could not be merged by itself, cannot be read either; null when that is not what is wrong. Throws when
 * nothing can be read now, or when its bytes cannot be had: then it is not the batch's fault.
 */
export async function whyUnreadable({ store, warehouse }: Ports, batch: StagedBatch): Promise<string | null> {
  await read(warehouse, NOBODY)
  for (const part of batch.parts) if (!(await store.get(stagedPartKey(part)))) return null
  try {
    return await read(warehouse, batch)
  } catch (error) {
    if (isLasting(error)) return error.message
    throw error
  }
}

/** Reads every value of a batch. Gives what a row of ours could not be like; null when all is well. */
async function read(warehouse: Warehouse, { id, parts }: Contents): Promise<string | null> {
  await warehouse.stage(parts)
  for (const { table, sql } of readStatements(id)) {
    const [row] = await rowsOf(warehouse, sql)
    if (Number(row?.incomplete) > 0) return `expected rows of ${tables[table].name}, found others`
  }
  return null
}

/** Moves a batch out of the way, with the reason. May be done again after an interruption, which leaves it staged. */
export async function setAside(ports: Ports, batch: StagedBatch, reason: string): Promise<SetAside> {
  const { store } = ports
  await reopenDocuments(ports, batch)
  for (const part of batch.parts) {
    const content = await store.get(stagedPartKey(part))
    if (content) await store.put(unreadablePartKey(part), content.bytes)
  }
  const aside: SetAside = { batch: batch.id, reason }
  await store.put(unreadableReasonKey(batch.id), new TextEncoder().encode(`${JSON.stringify(aside, null, 2)}\n`))
  await deleteBatches(store, [batch])
  return aside
}

/** What was merged of the batch is what is known of its documents, if that part of it can be read; else none was. */
async function reopenDocuments({ warehouse }: Ports, { id, parts }: StagedBatch): Promise<void> {
  const documents = { id, parts: parts.filter(({ table }: StagedPart) => table === 'documents') }
  try {
    await warehouse.stage(documents.parts)
    for (const { table, sql } of readStatements(id)) if (table === 'documents') await rowsOf(warehouse, sql)
  } catch (error) {
    if (isLasting(error)) return
    throw error
  }
  await warehouse.execute(reopenStatement(id).sql)
}
