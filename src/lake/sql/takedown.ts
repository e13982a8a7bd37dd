/** What a takedown asks of the tables. */
import { isArticleId } from '../keys.ts'
import { isMoreThanTombstone, quoted } from './merge.ts'
import { type ChildName, childNames, storedName } from './tables.ts'

const id = (articleId: string) => quoted(articleId, isArticleId)

const DOCUMENT_ID = /^[0-9a-f]{64}$/
const hash = (text: string) => quoted(text, one => DOCUMENT_ID.test(one))

/**
 * The newest state of every document that ever held the article, once for each other article that it holds now. `holds` says
 * whether it holds this one now.
 */
export const holdersQuery = (articleId: string): string => `SELECT d.source_key, d.document_id, d.revision, d.outcome,
  d.reading_id = a.reading_id AS holds, o.article_id AS other
FROM articles_stored AS a
JOIN documents_stored AS d ON d.source_key = a.source_key
LEFT JOIN articles_stored AS o
  ON o.source_key = d.source_key AND o.reading_id = d.reading_id AND o.article_id <> a.article_id
WHERE a.article_id = ${id(articleId)}
ORDER BY d.source_key, o.article_id`

/** Hashes of its bodies, for as long as the tables have them. */
export const bodiesQuery = (articleId: string): string =>
  `SELECT DISTINCT body_sha256 FROM articles_stored WHERE article_id = ${id(articleId)} AND body_sha256 IS NOT NULL`

/** Other articles with one of these bodies, of which there is one at least. */
export const sameBodyQuery = (articleId: string, bodies: readonly string[]): string =>
  `SELECT article_id FROM articles
WHERE body_sha256 IN (${bodies.map(hash).join(', ')}) AND deleted_because IS NULL AND article_id <> ${id(articleId)}
ORDER BY article_id`

export interface RemainsQuery {
  /** Of the stored table. */
  readonly table: string
  readonly sql: string
}

/** Rows that are more than a tombstone, table by table. */
export const remainsQueries = (articleId: string): readonly RemainsQuery[] => [
  ...childNames.map(name => remains(name, articleId)),
  remains('articles', articleId, isMoreThanTombstone),
]

function remains(name: ChildName | 'articles', articleId: string, and?: string): RemainsQuery {
  const table = storedName(name)
  const where = `article_id = ${id(articleId)}${and === undefined ? '' : ` AND (${and})`}`
  return { table, sql: `SELECT count(*) AS n FROM ${table} WHERE ${where}` }
}

/** Tables of rows that name an article. */
export const namingTables: readonly string[] = [...childNames, 'articles' as const].map(storedName)

/** In Athena: the files of a table that hold rows of the article. */
export const filesHoldingQuery = (table: string, articleId: string): string =>
  `SELECT DISTINCT "$path" AS path FROM ${table} WHERE article_id = ${id(articleId)}`

/** In Athena: the files of which a table consists now. */
export const filesQuery = (table: string): string => `SELECT file_path AS path FROM "${table}$files"`

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** In Athena: snapshots from before an instant in ISO 8601, the newest of the table not among them. */
export const oldSnapshotsQuery = (table: string, before: string): string => {
  const instant = quoted(before, text => INSTANT.test(text))
    .replace('T', ' ')
    .replace('Z', ' UTC')
  return `SELECT count(*) AS n FROM "${table}$snapshots"
WHERE committed_at < TIMESTAMP ${instant} AND committed_at < (SELECT max(committed_at) FROM "${table}$snapshots")`
}
