/** Rows of the lake, as the tables of a release have them. */
import type { TableName } from '../../schemas/index.ts'
import { type ResultRow, rowsOf, type Warehouse } from '../lake/warehouse.ts'
import type { ReleasedTable } from './profiles.ts'
import type { Pseudonym } from './pseudonym.ts'

/** Which rows a release has. What was removed or taken down is not in it. */
const given: Readonly<Record<TableName, string>> = {
  documents: `documents AS r WHERE r.outcome <> 'removed'`,
  articles: 'articles AS r WHERE r.deleted_because IS NULL',
  quotes: 'quotes AS r',
  events: 'events AS r',
  comments: 'comments AS r JOIN articles AS a ON a.article_id = r.article_id',
}

/** A total order, so that equal lakes give equal files; articles by date, so that who reads some days can skip the rest. */
const order: Readonly<Record<TableName, string>> = {
  documents: 'r.source_key',
  articles: 'r.published_min NULLS LAST, r.article_id',
  quotes: 'r.article_id, r.ordinal',
  events: 'r.article_id, r.ordinal',
  comments: 'r.article_id, r.ordinal',
}

/** The rows of one table of a release, in its order. */
export async function* releasedRows(
  name: TableName,
  { table, reads, row }: ReleasedTable,
  warehouse: Warehouse,
  pseudonym: Pseudonym,
): AsyncGenerator<ResultRow> {
  const columns = reads.map(column => (column.includes('.') ? column : `r.${column}`))
  const sql = `SELECT ${columns.join(', ')} FROM ${given[name]} ORDER BY ${order[name]}`
  for await (const found of (await warehouse.query(sql)).rows) {
    const made = row(found, pseudonym)
    yield Object.fromEntries(Object.keys(table.columns).map(column => [column, made[column] ?? null]))
  }
}

/** How many rows each table of a release will have. */
export async function countRows(name: TableName, warehouse: Warehouse): Promise<number> {
  const [counted] = await rowsOf(warehouse, `SELECT count(*) AS found FROM ${given[name]}`)
  return Number(counted?.found)
}

/** Articles that were taken down: their rows have to go for a reason of their own. */
export async function takenDown(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(warehouse, `SELECT article_id FROM articles WHERE deleted_because = 'takedown'`)
  return new Set(rows.map(({ article_id }) => String(article_id)))
}
