/** Statements for a batch that could not be merged. */
import type { TableName } from '../../../schemas/index.ts'
import { isBatchId } from '../keys.ts'
import { quoted, type Statement } from './merge.ts'
import { columnNames, mergeOrder, stagedName, storedColumns } from './tables.ts'

export interface ReadStatement {
  readonly table: TableName
  readonly sql: string
}

/**
 * For each table, a statement that needs every value of the batch, and counts the rows in which one is missing that every
 * row of ours has.
 */
export function readStatements(batch: string): readonly ReadStatement[] {
  return mergeOrder.map(table => {
    const required = Object.entries(storedColumns(table)).flatMap(([name, { nullMeans }]) =>
      nullMeans === undefined ? [`${name} IS NULL`] : [],
    )
    return {
      table,
      sql: `SELECT count(CASE WHEN ${required.join(' OR ')} THEN 1 END) AS incomplete,
  ${columnNames(table)
    .map(name => `count(DISTINCT ${name})`)
    .join(' + ')} AS found
FROM ${stagedName(table)}
WHERE batch = ${quoted(batch, isBatchId)}`,
    }
  })
}

/**
 * Documents whose newest reading came with the batch count as read by no rules at all: their rows may be there while those
 * of their articles are not. So they are read again, and that reading is the newer.
 */
export const reopenStatement = (batch: string): Statement => ({
  name: 'reopen documents',
  sql: `MERGE INTO documents_stored AS t
USING (SELECT DISTINCT source_key, reading_id FROM documents_staged WHERE batch = ${quoted(batch, isBatchId)}) AS s
ON t.source_key = s.source_key AND t.reading_id = s.reading_id
WHEN MATCHED THEN UPDATE SET pipeline_version = 0`,
})
