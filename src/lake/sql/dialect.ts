/** What DuckDB and Athena write differently. Everything else of `src/lake/sql` is one text for both. */
import type { Column, ColumnType, Table } from '../../../schemas/index.ts'
import { athenaType, columnComment, duckdbTable, duckdbType, icebergTable } from '../../tables/ddl.ts'

export interface Dialect {
  readonly name: 'duckdb' | 'athena'
  /** `CREATE TABLE IF NOT EXISTS`. */
  createTable(table: Table): string
  /** Adds a column that is null in the rows that are there. */
  addColumn(table: string, name: string, column: Column): string
  /** A value of this type, so that an answer gives it exactly: as itself, or as JSON. */
  exact(expression: string, type: ColumnType): string
}

export const duckdbDialect: Dialect = {
  name: 'duckdb',
  createTable: table => duckdbTable(table),
  addColumn: (table, name, { type }) => `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${name} ${duckdbType(type)}`,
  exact: expression => expression,
}

export interface AthenaPlace {
  readonly database: string
  /** `s3://bucket/prefix/` below which every table has a folder. */
  readonly location: string
}

export function athenaDialect({ database, location }: AthenaPlace): Dialect {
  return {
    name: 'athena',
    createTable: table => icebergTable(table, { database, location: `${location}${table.name}/` }),
    addColumn: (table, name, column) =>
      `ALTER TABLE \`${database}\`.${table} ADD COLUMNS (\`${name}\` ${athenaType(column.type)} COMMENT '${columnComment(column).replaceAll("'", "''")}')`,
    // The text that Athena shows of lists and rows marks neither their strings nor their ends.
    exact: (expression, type) =>
      type.kind === 'list' || type.kind === 'struct' ? `json_format(CAST(${expression} AS JSON))` : expression,
  }
}
