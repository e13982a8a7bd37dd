/** The row that an id names, with its article and its document. */
import { type ArticleRow, type TableName, tables } from '../../../schemas/index.ts'
import { UsageError } from '../../errors.ts'
import { exactRows } from '../../lake/exact-rows.ts'
import { type ResultRow, rowsOf, type Warehouse } from '../../lake/warehouse.ts'

const kinds = { a: 'articles', q: 'quotes', e: 'events', c: 'comments' } as const satisfies Record<string, TableName>
export type ExplainedTable = (typeof kinds)[keyof typeof kinds]

/** What was read: the object, and what came with it. */
export interface ReadDocument {
  readonly media_type: string | null
  readonly charset: string | null
  /** Null where the store keeps no versions. */
  readonly source_version: string | null
  /** Null when there was none, too. */
  readonly sidecar_version: string | null
}

export interface FoundRow {
  readonly table: ExplainedTable
  readonly id: string
  readonly row: ResultRow
  readonly article: ArticleRow
  /** Null when the object is not known, which happens to nobody who uses the program alone. */
  readonly document: ReadDocument | null
}

const ID = /^(?<kind>[aqec])_[0-9a-f]{4,20}$/

/** Finds a row by its id, or by the beginning of it when no other id begins so. */
export async function findRow(warehouse: Warehouse, named: string): Promise<FoundRow> {
  const kind = ID.exec(named)?.groups?.kind as keyof typeof kinds | undefined
  if (!kind)
    throw new UsageError(
      `expected the id of a quote, event, comment or article, such as q_1d3e5f7a9b2c4d6e8f01; got ${named}`,
    )
  const table = kinds[kind]
  const id = tables[table].primaryKey[0] as string
  const which = `WHERE starts_with(r.${id}, '${named}') ORDER BY r.${id} LIMIT 2`
  const [row, other] = await exactRows(warehouse, tables[table], which)
  if (!row)
    throw new UsageError(`expected a row of ${table}, found none with the id ${named}; newer rows may have replaced it`)
  if (other)
    throw new UsageError(`expected one row of ${table}, found ${row[id]} and ${other[id]}: give more of the id`)
  const article = table === 'articles' ? row : await articleOf(warehouse, row)
  return {
    table,
    id: row[id] as string,
    row,
    // Rows of a view have the columns of their table.
    article: article as unknown as ArticleRow,
    document: await documentOf(warehouse, article),
  }
}

async function articleOf(warehouse: Warehouse, { article_id }: ResultRow): Promise<ResultRow> {
  const [article] = await exactRows(warehouse, tables.articles, `WHERE r.article_id = '${article_id}'`)
  if (!article) throw new UsageError(`expected the article ${article_id}, found none`)
  return article
}

/** No key of an object reaches a statement. */
async function documentOf(warehouse: Warehouse, { article_id }: ResultRow): Promise<ReadDocument | null> {
  const [document] = await rowsOf(
    warehouse,
    `SELECT d.media_type, d.charset, d.source_version, d.sidecar_version
FROM documents_stored AS d JOIN articles AS a ON a.source_key = d.source_key
WHERE a.article_id = '${article_id}'`,
  )
  return (document as unknown as ReadDocument | undefined) ?? null
}
