/** Which article somebody means, and what taking it down would do. */
import { UsageError } from '../../errors.ts'
import { makeId } from '../../tables/ids.ts'
import { isArticleId } from '../keys.ts'
import { childNames } from '../sql/tables.ts'
import { bodiesQuery, sameBodyQuery } from '../sql/takedown.ts'
import type { Store } from '../store.ts'
import { readTakedowns } from '../takedowns.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import { fateOf, holdersOf } from './documents.ts'
import { type DocumentFate, united } from './record.ts'

/** What a takedown would do. */
export interface Foretold {
  readonly title: string | null
  readonly quotes: number
  readonly events: number
  readonly comments: number
  /** Documents that hold the article or did once, with the number of other articles in each. */
  readonly documents: readonly {
    readonly sourceKey: string
    readonly fate: DocumentFate['fate']
    readonly others: number
  }[]
}

/** The id of the article that an address, or an article's id, means by itself; null for other names. */
export function ownArticleId(named: string): string | null {
  const id = /^https?:\/\//.test(named) ? makeId('a', 'url', named) : named
  return isArticleId(id) ? id : null
}

const places = {
  a: { name: 'articles_stored', column: 'article_id' },
  q: { name: 'quotes_stored', column: 'quote_id' },
  e: { name: 'events_stored', column: 'event_id' },
  c: { name: 'comments_stored', column: 'comment_id' },
} as const

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

/** Hashes of its bodies, and the other articles that have one of them. */
export async function bodiesOf(
  warehouse: Warehouse,
  articleId: string,
  known: readonly string[] = [],
): Promise<{ readonly bodies: readonly string[]; readonly duplicates: readonly string[] }> {
  const found = await rowsOf(warehouse, bodiesQuery(articleId))
  const bodies = united(
    known,
    found.map(row => row.body_sha256 as string),
  )
  const same = bodies.length > 0 ? await rowsOf(warehouse, sameBodyQuery(articleId, bodies)) : []
  return { bodies, duplicates: same.map(row => row.article_id as string) }
}

/** What taking an article down would do. */
export async function foretell(
  { warehouse, store }: { readonly warehouse: Warehouse; readonly store: Store },
  articleId: string,
): Promise<Foretold> {
  const [row] = await rowsOf(
    warehouse,
    `SELECT (SELECT title FROM articles WHERE article_id = '${articleId}') AS title,
${childNames.map(name => `(SELECT count(*) FROM ${name} WHERE article_id = '${articleId}') AS ${name}`).join(', ')}`,
  )
  const down = new Set([...(await readTakedowns(store)).keys(), articleId])
  const holders = await holdersOf(warehouse, articleId)
  return {
    title: (row?.title as string | null | undefined) ?? null,
    quotes: Number(row?.quotes),
    events: Number(row?.events),
    comments: Number(row?.comments),
    documents: holders
      .filter(({ isRemoved }) => !isRemoved)
      .map(holder => ({
        sourceKey: holder.sourceKey,
        fate: fateOf(holder, down),
        others: holder.others.filter(id => !down.has(id)).length,
      })),
  }
}
