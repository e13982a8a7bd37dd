/** schemas/ → column definitions for DuckDB, Athena and Glue. Also read by `infra/` at synthesis, so it needs nothing else. */
import type { Column, ColumnType, Table } from '../../schemas/index.ts'

/** A column as a database is told of it. */
export interface ColumnDefinition {
  readonly name: string
  readonly type: string
  /** One line of at most 255 characters, which is what Glue and Athena take. */
  readonly comment: string
}

export interface DuckdbColumn extends ColumnDefinition {
  readonly nullable: boolean
}

/** The columns of a table, in order, in DuckDB's types. Timestamps know that they are UTC. */
export function duckdbColumns(table: Table): readonly DuckdbColumn[] {
  return Object.entries(table.columns).map(([name, column]) => ({
    name,
    type: duckdbType(column.type),
    comment: columnComment(column),
    nullable: column.nullMeans !== undefined,
  }))
}

/**
 * The columns of a table, in order, in the types that Glue, Athena and Iceberg take (Hive's names). Nothing there can be
 * declared never null, and `timestamp` is the wall clock in UTC.
 */
export function athenaColumns(table: Table): readonly ColumnDefinition[] {
  return Object.entries(table.columns).map(([name, column]) => ({
    name,
    type: athenaType(column.type),
    comment: columnComment(column),
  }))
}

/** `CREATE TABLE IF NOT EXISTS` for DuckDB; `name` may be qualified and quoted by the caller. */
export function duckdbTable(table: Table, name: string = duckdbName(table.name)): string {
  const columns = duckdbColumns(table).map(
    ({ name, type, nullable }) => `  ${duckdbName(name)} ${type}${nullable ? '' : ' NOT NULL'}`,
  )
  return `CREATE TABLE IF NOT EXISTS ${name} (\n${columns.join(',\n')}\n)`
}

export interface IcebergPlace {
  readonly database: string
  /** `s3://bucket/prefix/` of the table's own. */
  readonly location: string
}

/** `CREATE TABLE IF NOT EXISTS` for an Iceberg table of format 2, in Athena's dialect. */
export function icebergTable(table: Table, { database, location }: IcebergPlace): string {
  const columns = athenaColumns(table).map(
    ({ name, type, comment }) => `  ${athenaName(name)} ${type} COMMENT ${sqlString(comment)}`,
  )
  return [
    `CREATE TABLE IF NOT EXISTS ${athenaName(database)}.${athenaName(table.name)} (`,
    columns.join(',\n'),
    ')',
    `COMMENT ${sqlString(table.meaning)}`,
    `LOCATION ${sqlString(location)}`,
    "TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet', 'write_compression' = 'zstd')",
  ].join('\n')
}

export function duckdbType(type: ColumnType): string {
  switch (type.kind) {
    case 'string':
    case 'code':
      return 'VARCHAR'
    case 'int32':
      return 'INTEGER'
    case 'int64':
      return 'BIGINT'
    case 'double':
      return 'DOUBLE'
    case 'boolean':
      return 'BOOLEAN'
    case 'date':
      return 'DATE'
    case 'timestamp':
      return 'TIMESTAMP WITH TIME ZONE'
    case 'list':
      return `${duckdbType(type.of)}[]`
    case 'struct':
      return `STRUCT(${fields(type.fields, (name, field) => `${duckdbName(name)} ${duckdbType(field)}`)})`
  }
}

export function athenaType(type: ColumnType): string {
  switch (type.kind) {
    case 'string':
    case 'code':
      return 'string'
    case 'int32':
      return 'int'
    case 'int64':
      return 'bigint'
    case 'double':
    case 'boolean':
    case 'date':
    case 'timestamp':
      return type.kind
    case 'list':
      return `array<${athenaType(type.of)}>`
    case 'struct':
      return `struct<${fields(type.fields, (name, field) => `${name}:${athenaType(field)}`, ',')}>`
  }
}

/** What a catalog shows beside the column: its meaning and what null means. */
export function columnComment({ meaning, nullMeans }: Column): string {
  return nullMeans === undefined ? meaning : `${meaning}. Null: ${nullMeans}`
}

const fields = (
  of: Readonly<Record<string, Column>>,
  define: (name: string, type: ColumnType) => string,
  separator = ', ',
) =>
  Object.entries(of)
    .map(([name, { type }]) => define(name, type))
    .join(separator)

const duckdbName = (name: string) => `"${name.replaceAll('"', '""')}"`
/** Athena's DDL quotes names with backticks, unlike its queries. */
const athenaName = (name: string) => `\`${name.replaceAll('`', '``')}\``
const sqlString = (text: string) => `'${text.replaceAll("'", "''")}'`
