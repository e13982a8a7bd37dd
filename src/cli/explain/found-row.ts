/** The row that an id names, with its article and its document. */
import { type ArticleRow, type DocumentRow, type TableName, tables } from '../../../schemas/index.ts'
import { UsageError } from '../../errors.ts'
import { type ResultRow, rowsOf, type Warehouse } from '../../lake/warehouse.ts'

const kinds = { a: 'articles', q: 'quotes', e: 'events', c: 'comments' } as const satisfies Record<string, TableName>
export type ExplainedTable = (typeof kinds)[keyof typeof kinds]

export interface FoundRow {
  readonly table: ExplainedTable
  readonly id: string
  readonly row: ResultRow
  readonly article: ArticleRow
  /** Null when the object is not known, which happens to nobody who uses the program alone. */
  readonly document: DocumentRow | null
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
  const found = await rowsOf(
    warehouse,
    `SELECT * FROM ${table} WHERE starts_with(${id}, '${named}') ORDER BY ${id} LIMIT 2`,
  )
  const [row, other] = found
  if (!row)
    throw new UsageError(`expected a row of ${table}, found none with the id ${named}; newer rows may have replaced it`)
  if (other)
    throw new UsageError(`expected one row of ${table}, found ${row[id]} and ${other[id]}: give more of the id`)
  const article = await only<ArticleRow>(warehouse, `SELECT * FROM articles WHERE article_id = '${row.article_id}'`)
  if (!article) throw new UsageError(`expected the article ${row.article_id}, found none`)
  const document = await only<DocumentRow>(
    warehouse,
    `SELECT d.* FROM documents AS d JOIN articles AS a ON a.source_key = d.source_key WHERE a.article_id = '${article.article_id}'`,
  )
  return { table, id: row[id] as string, row, article, document }
}

/** Rows of a view have the columns of their table. */
async function only<R>(warehouse: Warehouse, sql: string): Promise<R | null> {
  return ((await rowsOf(warehouse, sql))[0] as R | undefined) ?? null
}
