/** Takes an article down for good: from the inbox, the staging area and the tables, whatever is dropped later. */
import { UsageError } from '../errors.ts'
import { makeId } from '../tables/ids.ts'
import { writeBatch } from './batch.ts'
import { isArticleId, sidecarKey, sourceKeyOf, takedownKey } from './keys.ts'
import type { Lake } from './lake.ts'
import { clean, merge } from './merge.ts'
import { endQuarantine } from './quarantine.ts'
import { removedObject } from './reading.ts'
import { revisionAfter } from './revisions.ts'
import { childNames } from './sql/tables.ts'
import { deleteTornBatches } from './staged-batches.ts'
import { releaseVersions } from './status.ts'
import { readTakedowns, type Takedown } from './takedowns.ts'
import { deleteUnreadable } from './unreadable.ts'
import { rowsOf, type Warehouse } from './warehouse.ts'

export interface ForgetReport {
  readonly articleId: string
  /** Documents that were deleted from the inbox: nothing else stood in them. */
  readonly deleted: readonly string[]
  /** Documents that hold other articles, too, and so still hold the text. */
  readonly kept: readonly string[]
  /** Articles with the same body, which stay. */
  readonly duplicates: readonly string[]
  /** Releases that were made before, and may hold it. */
  readonly releases: readonly string[]
}

/** What a takedown would do. */
export interface Foretold {
  readonly title: string | null
  readonly quotes: number
  readonly events: number
  readonly comments: number
  /** Documents that hold the article, with the number of other articles in each. */
  readonly documents: readonly { readonly sourceKey: string; readonly others: number }[]
}

/** The id of the article that an address, or an article's id, means by itself; null for other names. */
export function ownArticleId(named: string): string | null {
  const id = /^https?:\/\//.test(named) ? makeId('a', 'url', named) : named
  return isArticleId(id) ? id : null
}

/** Finds the article that an id of any table, or an address, names; null when the lake has none. */
export async function findArticle(warehouse: Warehouse, named: string): Promise<string | null> {
  const id = ownArticleId(named) ?? named
  const table = /^(?<table>[aqec])_[0-9a-f]{20}$/.exec(id)?.groups?.table
  if (!table)
    throw new UsageError(`expected the id of an article, quote, event or comment, or a web address; got ${named}`)
  const { name, column } = places[table as keyof typeof places]
  const rows = await rowsOf(warehouse, `SELECT article_id FROM ${name} WHERE ${column} = '${id}' LIMIT 1`)
  return (rows[0]?.article_id as string | undefined) ?? null
}

/** What taking an article down would do. */
export async function foretell(warehouse: Warehouse, articleId: string): Promise<Foretold> {
  const [row] = await rowsOf(
    warehouse,
    `SELECT (SELECT title FROM articles WHERE article_id = '${articleId}') AS title,
${childNames.map(name => `(SELECT count(*) FROM ${name} WHERE article_id = '${articleId}') AS ${name}`).join(', ')}`,
  )
  const holders = await holdersOf(warehouse, articleId)
  return {
    title: (row?.title as string | null | undefined) ?? null,
    quotes: Number(row?.quotes),
    events: Number(row?.events),
    comments: Number(row?.comments),
    documents: holders.map(({ sourceKey, articles }) => ({ sourceKey, others: articles.length - 1 })),
  }
}

const places = {
  a: { name: 'articles_stored', column: 'article_id' },
  q: { name: 'quotes_stored', column: 'quote_id' },
  e: { name: 'events_stored', column: 'event_id' },
  c: { name: 'comments_stored', column: 'comment_id' },
} as const

/**
 * Takes an article down. The order is written first and stands for good: an interruption is made up for by the next merge,
 * and a second call does what is left. Files that were copied to the inbox stay where they came from.
 */
export async function forget(lake: Lake, articleId: string): Promise<ForgetReport> {
  if (!isArticleId(articleId)) throw new UsageError(`expected the id of an article, got ${articleId}`)
  // What is staged may hold the article.
  await merge(lake)
  await deleteTornBatches(lake.store)
  const duplicates = await sameBody(lake.warehouse, articleId)
  const holders = await holdersOf(lake.warehouse, articleId)
  const takedowns = await readTakedowns(lake.store)
  const down = new Set([...takedowns.keys(), articleId])
  const emptied = holders.filter(({ articles }) => articles.every(id => down.has(id)))
  const order: Takedown = {
    article_id: articleId,
    requested_at: new Date(lake.clock()).toISOString(),
    document_ids: [
      ...new Set([...(takedowns.get(articleId)?.document_ids ?? []), ...emptied.map(({ documentId }) => documentId)]),
    ],
  }
  await lake.store.put(takedownKey(articleId), new TextEncoder().encode(`${JSON.stringify(order, null, 2)}\n`))
  await merge(lake)
  await deleteDocuments(lake, emptied)
  await deleteUnreadable(lake.store)
  await clean(lake)
  await lake.compact()
  return {
    articleId,
    deleted: emptied.map(({ sourceKey }) => sourceKey),
    kept: holders.filter(holder => !emptied.includes(holder)).map(({ sourceKey }) => sourceKey),
    duplicates,
    releases: await releaseVersions(lake.store),
  }
}

interface Holder {
  readonly sourceKey: string
  readonly documentId: string
  readonly revision: string
  /** Every article of the document as it was last read. */
  readonly articles: readonly string[]
}

/** Documents that hold the article now. */
async function holdersOf(warehouse: Warehouse, articleId: string): Promise<readonly Holder[]> {
  const rows = await rowsOf(
    warehouse,
    `SELECT d.source_key, d.document_id, d.revision, o.article_id
FROM articles_stored AS a
JOIN documents_stored AS d ON d.source_key = a.source_key AND d.reading_id = a.reading_id
JOIN articles_stored AS o ON o.source_key = d.source_key AND o.reading_id = d.reading_id
WHERE a.article_id = '${articleId}'
ORDER BY d.source_key, o.article_id`,
  )
  const holders = new Map<string, Holder & { articles: string[] }>()
  for (const row of rows) {
    const sourceKey = row.source_key as string
    const holder = holders.get(sourceKey) ?? {
      sourceKey,
      documentId: row.document_id as string,
      revision: row.revision as string,
      articles: [],
    }
    holder.articles.push(row.article_id as string)
    holders.set(sourceKey, holder)
  }
  return [...holders.values()]
}

async function sameBody(warehouse: Warehouse, articleId: string): Promise<readonly string[]> {
  const rows = await rowsOf(
    warehouse,
    `SELECT o.article_id FROM articles AS a JOIN articles AS o ON o.body_sha256 = a.body_sha256
WHERE a.article_id = '${articleId}' AND o.article_id <> a.article_id ORDER BY o.article_id`,
  )
  return rows.map(({ article_id }) => article_id as string)
}

/** Deletes documents and what is kept beside them, and notes that they are gone. */
async function deleteDocuments(lake: Lake, holders: readonly Holder[]): Promise<void> {
  if (holders.length === 0) return
  const keys = new Map(holders.map(holder => [holder.sourceKey, holder]))
  const found: string[] = []
  for await (const { key } of lake.inbox.list('')) if (keys.has(sourceKeyOf(key))) found.push(key)
  for (const key of found) {
    await lake.inbox.delete(key)
    await lake.inbox.delete(sidecarKey(key))
  }
  for (const { documentId } of holders) await endQuarantine(lake.store, documentId)
  const gone = holders.map(({ sourceKey, revision }) => removedObject(sourceKey, revisionAfter(revision, lake.clock())))
  await writeBatch(lake.store, gone)
  await merge(lake)
}
