/** Documents that hold an article, or held it once: deleted from the inbox, or kept for the sake of the others in them. */
import { writeBatch } from '../batch.ts'
import { listedPrefix, sidecarKey, sourceKeyOf, takedownKey } from '../keys.ts'
import { merge } from '../merge.ts'
import { removedObject } from '../reading.ts'
import { revisionAfter } from '../revisions.ts'
import { holdersQuery } from '../sql/takedown.ts'
import type { Store, VersionedStore } from '../store.ts'
import { readTakedowns, type Takedown } from '../takedowns.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import { eraseBelow, type FoundVersion, isHistory } from './erase.ts'
import { NO_TIME, type Step, type TakedownPorts } from './ports.ts'
import { type DocumentFate, type TakedownRecord, united } from './record.ts'

export interface Holder {
  readonly sourceKey: string
  readonly documentId: string | null
  readonly revision: string
  readonly isRemoved: boolean
  /** Whether it holds the article now. */
  readonly holds: boolean
  /** The other articles that it holds now. */
  readonly others: readonly string[]
}

/** In the order of their names. */
export async function holdersOf(warehouse: Warehouse, articleId: string): Promise<readonly Holder[]> {
  const holders = new Map<string, Holder & { others: string[] }>()
  for (const row of await rowsOf(warehouse, holdersQuery(articleId))) {
    const sourceKey = row.source_key as string
    const holder = holders.get(sourceKey) ?? {
      sourceKey,
      documentId: row.document_id as string | null,
      revision: row.revision as string,
      isRemoved: row.outcome === 'removed',
      holds: row.holds as boolean,
      others: [],
    }
    if (row.other !== null) holder.others.push(row.other as string)
    holders.set(sourceKey, holder)
  }
  return [...holders.values()]
}

/** What is to become of a document. Articles that were taken down count as gone. */
export function fateOf({ holds, others }: Holder, down: ReadonlySet<string>): DocumentFate['fate'] {
  if (others.every(id => down.has(id))) return 'deleted'
  return holds ? 'kept' : 'history'
}

/** Deletes documents and what is kept beside them, and notes that they are gone. */
export const deleteDocuments: Step = async (ports, record, goOn) => {
  const { warehouse, store, inbox, clock } = ports
  const orders = await readTakedowns(store)
  const holders = await holdersOf(warehouse, record.article_id)
  const fates = holders.map(holder => ({ holder, fate: fateOf(holder, new Set(orders.keys())) }))
  const gone = fates.filter(({ fate }) => fate === 'deleted').map(({ holder }) => holder)
  await refuse(ports, record, orders.get(record.article_id), gone)
  const documents = new Map(record.documents.map(document => [document.source_key, document]))
  for (const { holder, fate } of fates) {
    if (!goOn()) return { record: { ...record, documents: [...documents.values()] }, pause: NO_TIME }
    const before = documents.get(holder.sourceKey)
    const erased = await eraseDocument(inbox, holder.sourceKey, fate)
    documents.set(holder.sourceKey, {
      source_key: holder.sourceKey,
      document_id: holder.documentId ?? before?.document_id ?? null,
      fate,
      erased: erased + (before?.erased ?? 0),
    })
  }
  const removed = gone
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ sourceKey, revision }) => removedObject(sourceKey, revisionAfter(revision, clock())))
  if (removed.length > 0) await writeBatch(store, removed)
  await merge(ports)
  return { record: { ...record, documents: [...documents.values()] } }
}

/** Before anything is deleted: the documents must not come back. */
async function refuse(
  { store }: TakedownPorts,
  { article_id, requested_at }: TakedownRecord,
  order: Takedown | undefined,
  gone: readonly Holder[],
): Promise<void> {
  const ids = gone.flatMap(({ documentId }) => documentId ?? [])
  await writeOrder(store, { article_id, requested_at, document_ids: united(order?.document_ids ?? [], ids) })
}

export async function writeOrder(store: Store, order: Takedown): Promise<void> {
  await store.put(takedownKey(order.article_id), new TextEncoder().encode(`${JSON.stringify(order, null, 2)}\n`))
}

/** Of a document that stays, only what it was before. */
async function eraseDocument(
  inbox: Store | VersionedStore,
  sourceKey: string,
  fate: DocumentFate['fate'],
): Promise<number> {
  const isOf = belongsTo(sourceKey)
  return eraseBelow(inbox, listedPrefix(sourceKey), found => isOf(found) && (fate === 'deleted' || isHistory(found)))
}

/** Whether an object of the inbox is a document, or its sidecar, however its name is spelt. */
export function belongsTo(sourceKey: string): (found: Pick<FoundVersion, 'key'>) => boolean {
  const names = new Set([sourceKey, sidecarKey(sourceKey)])
  return ({ key }) => names.has(sourceKeyOf(key))
}
