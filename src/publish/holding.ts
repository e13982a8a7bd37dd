/** Which files of a release hold an article. */
import type { Store } from '../lake/store.ts'
import type { TakedownRecord } from '../lake/takedown/record.ts'
import { decodeColumn } from '../tables/parquet.ts'

/** The article, and its text under other ids that no article has any more. */
export type Sought = Pick<TakedownRecord, 'article_id' | 'bodies' | 'duplicates'>

const ARTICLES = /(?:^|\/)data\/articles\/[^/]+\.parquet$/

/**
 * Files of articles below `prefix` that hold it. Rows of other tables go with an article, which a release checks before it
 * is written. A file that cannot be read may hold anything.
 */
export async function holdingFiles(store: Store, prefix: string, sought: Sought): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) if (ARTICLES.test(key)) keys.push(key)
  const holding: string[] = []
  for (const key of keys) {
    const content = await store.get(key)
    if (content && holds(content.bytes, sought)) holding.push(key)
  }
  return holding
}

function holds(bytes: Uint8Array, { article_id, bodies, duplicates }: Sought): boolean {
  try {
    const ids = decodeColumn('article_id', bytes) ?? []
    if (ids.includes(article_id)) return true
    if (bodies.length === 0) return false
    const hashes = decodeColumn('body_sha256', bytes) ?? []
    return hashes.some((hash, i) => hash !== null && bodies.includes(hash) && !duplicates.includes(ids[i] ?? ''))
  } catch {
    return true
  }
}
