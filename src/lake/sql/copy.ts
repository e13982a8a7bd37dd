/**
 * The stored tables as they were at one moment, for whoever copies them while merges go on. Only Iceberg tables remember, so
 * only Athena has such statements.
 */
import type { TableName } from '../../../schemas/index.ts'
import { UsageError } from '../../errors.ts'
import { mergeOrder, storedColumns, storedName } from './tables.ts'

/** Which snapshot of each stored table; null of one that has none, because nothing was ever written to it. */
export type Pins = Readonly<Record<TableName, string | null>>

/**
 * The newest snapshot of every stored table, one row a table, as text: no JavaScript number holds one. Each is looked up by
 * itself, so that they may be of different moments.
 */
export const pinsQuery = mergeOrder
  .map(
    name =>
      `SELECT '${name}' AS name, CAST(max_by(snapshot_id, committed_at) AS varchar) AS snapshot FROM "${storedName(name)}$snapshots"`,
  )
  .join('\nUNION ALL ')

/**
 * How many rows each table has there, and how many readings are `unsettled`: known as documents with articles, and not yet as
 * articles, or the other way round. That is a merge under way, or one that failed half way.
 */
export const settledQuery = (pins: Pins): string => `SELECT
  ${mergeOrder.map(name => `(SELECT count(*) FROM ${pinned(name, pins)}) AS ${name}`).join(',\n  ')},
  (
    SELECT count(*) FROM ${pinned('documents', pins)} AS d
    LEFT JOIN (SELECT DISTINCT source_key, reading_id FROM ${pinned('articles', pins)}) AS a
      ON a.source_key = d.source_key AND a.reading_id = d.reading_id
    WHERE d.article_count > 0 AND a.reading_id IS NULL
  ) + (
    SELECT count(*) FROM ${pinned('articles', pins)} AS a
    LEFT JOIN ${pinned('documents', pins)} AS d ON d.source_key = a.source_key AND d.reading_id = a.reading_id
    WHERE a.deleted_because IS NULL AND d.reading_id IS NULL
  ) AS unsettled`

/** Its answer has no rows, and the columns that the table had then: one that was added since is in no snapshot before the next write. */
export const pinnedColumnsQuery = (name: TableName, pins: Pins): string =>
  `SELECT * FROM ${pinned(name, pins)} WHERE false`

/**
 * Writes columns of a stored table to `to`, `s3://bucket/prefix/` where nothing lies yet, as Parquet files in no order. UNLOAD
 * refuses timestamps as Iceberg has them, which it could only round; they go as text.
 */
export function unloadStatement(name: TableName, columns: readonly string[], pins: Pins, to: string): string {
  const given = columns.map(column => (isTimestamp(name, column) ? `CAST(${column} AS varchar) AS ${column}` : column))
  return `UNLOAD (
  SELECT ${given.join(', ')}
  FROM ${pinned(name, pins)}
)
TO '${to}'
WITH (format = 'PARQUET', compression = 'ZSTD')`
}

/** Takes the files of an unloaded table into a table of DuckDB; a time without a zone is one in UTC there. */
export function loadStatement(name: TableName, columns: readonly string[], files: readonly string[]): string {
  const given = columns.map(column => (isTimestamp(name, column) ? `CAST(${column} AS TIMESTAMPTZ)` : column))
  const paths = files.map(path => `'${path.replaceAll("'", "''")}'`)
  return `INSERT INTO ${storedName(name)} (${columns.join(', ')})
SELECT ${given.join(', ')} FROM read_parquet([${paths.join(', ')}])`
}

const isTimestamp = (name: TableName, column: string) => storedColumns(name)[column]?.type.kind === 'timestamp'

const SNAPSHOT = /^\d{1,19}$/

function pinned(name: TableName, pins: Pins): string {
  const snapshot = pins[name]
  if (snapshot === null) return `(SELECT * FROM ${storedName(name)} WHERE false)`
  if (!SNAPSHOT.test(snapshot)) throw new UsageError(`expected the id of a snapshot, got ${snapshot}`)
  return `${storedName(name)} FOR VERSION AS OF ${snapshot}`
}
