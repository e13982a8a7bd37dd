/** Standing orders not to show an article, one object each: they outlive the tables. */
import { parseTakedown, takedownPrefix } from './keys.ts'
import type { Store } from './store.ts'

export interface Takedown {
  readonly article_id: string
  /** ISO instant. */
  readonly requested_at: string
  /** Documents, by the SHA-256 of their bytes, that hold nothing else and must not come back. */
  readonly document_ids: readonly string[]
}

/** Every order, by article. */
export async function readTakedowns(store: Store): Promise<ReadonlyMap<string, Takedown>> {
  const orders = new Map<string, Takedown>()
  for await (const { key } of store.list(takedownPrefix)) {
    const id = parseTakedown(key)
    const content = id === null ? null : await store.get(key)
    if (id !== null && content) orders.set(id, read(id, content.bytes))
  }
  return orders
}

/** An order stands even if somebody has damaged what it says. */
function read(articleId: string, bytes: Uint8Array): Takedown {
  try {
    const { requested_at, document_ids } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Takedown>
    return { article_id: articleId, requested_at: requested_at ?? '', document_ids: document_ids ?? [] }
  } catch {
    return { article_id: articleId, requested_at: '', document_ids: [] }
  }
}

/** Documents that must not come back. */
export async function refusedDocuments(store: Store): Promise<ReadonlySet<string>> {
  const orders = await readTakedowns(store)
  return new Set([...orders.values()].flatMap(({ document_ids }) => document_ids))
}
