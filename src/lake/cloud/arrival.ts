/** Follows what was dropped through the queue and the merge into the tables. */
import type { Outcome } from '../../types.ts'
import type { DroppedDocument } from '../drop.ts'
import { completeBatches } from '../staged-batches.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import type { CloudLake } from './lake.ts'
import { mergeNow } from './merge.ts'

export interface Arrived {
  readonly sourceKey: string
  readonly outcome: Outcome
  readonly reason: string | null
}

export interface Arrival {
  readonly arrived: readonly Arrived[]
  /** Names of documents that are not in the tables. */
  readonly missing: readonly string[]
  /** Messages that failed too often since the beginning. */
  readonly deadLetters: number
}

export interface ArrivalOptions {
  /** Dead letters before anything was dropped. */
  readonly deadLettersBefore: number
  /** For how long to wait. */
  readonly patienceMs: number
  readonly progress?: (phase: 'waiting in the queue' | 'merging', count: number) => void
}

const BETWEEN_LOOKS_MS = 5_000
/** Events of S3 take a moment to reach the queue, so that it has to be seen empty more than once. */
const QUIET_LOOKS = 2

/** Returns when all are in the tables, when a message failed too often, or when patience is at an end. */
export async function awaitArrival(
  lake: CloudLake,
  documents: readonly DroppedDocument[],
  { deadLettersBefore, patienceMs, progress }: ArrivalOptions,
): Promise<Arrival> {
  const { queues, names, clock, wait, store, warehouse } = lake
  const deadline = clock() + patienceMs
  for (let quiet = 0; ; ) {
    const { waiting, inWork } = await queues.depth(names.intakeQueue)
    progress?.('waiting in the queue', waiting + inWork)
    quiet = waiting + inWork > 0 ? 0 : quiet + 1
    if (quiet >= QUIET_LOOKS) {
      const batches = (await completeBatches(store)).length
      progress?.('merging', batches)
      if (batches > 0) await mergeNow(lake)
      const found = await findDocuments(warehouse, documents)
      const missing = documents.filter(({ sourceKey }) => !found.has(sourceKey)).map(({ sourceKey }) => sourceKey)
      const dead = await queues.depth(names.intakeDeadLetters)
      const deadLetters = Math.max(0, dead.waiting + dead.inWork - deadLettersBefore)
      if (missing.length === 0 || deadLetters > 0 || clock() >= deadline)
        return { arrived: [...found.values()], missing, deadLetters }
    } else if (clock() >= deadline)
      return { arrived: [], missing: documents.map(({ sourceKey }) => sourceKey), deadLetters: 0 }
    await wait(BETWEEN_LOOKS_MS)
  }
}

/** As many ids as a statement of Athena has room for, of its 262,144 bytes. */
const IDS_A_QUERY = 3_000

/** Those of the documents that the tables have in the very state that was dropped, by their names. */
async function findDocuments(
  warehouse: Warehouse,
  documents: readonly DroppedDocument[],
): Promise<ReadonlyMap<string, Arrived>> {
  const ids = new Map(documents.map(({ sourceKey, documentId }) => [sourceKey, documentId]))
  const different = [...new Set(ids.values())]
  const found = new Map<string, Arrived>()
  for (let i = 0; i < different.length; i += IDS_A_QUERY) {
    const some = different.slice(i, i + IDS_A_QUERY).map(id => `'${id}'`)
    const sql = `SELECT source_key, document_id, outcome, outcome_reason FROM documents WHERE document_id IN (${some.join(', ')})`
    for (const row of await rowsOf(warehouse, sql)) {
      const sourceKey = row.source_key as string
      if (ids.get(sourceKey) !== row.document_id) continue
      found.set(sourceKey, {
        sourceKey,
        outcome: row.outcome as Outcome,
        reason: row.outcome_reason as string | null,
      })
    }
  }
  return found
}
