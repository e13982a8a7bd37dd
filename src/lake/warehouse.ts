/** The port to where rows are queried: DuckDB or Athena. Twins: `warehouse-duckdb.ts`, `warehouse-athena.ts`. */
import { OperationalError } from '../errors.ts'
import type { StagedPart } from './keys.ts'
import type { Dialect } from './sql/dialect.ts'

export type Value = string | number | bigint | boolean | null | readonly Value[] | { readonly [name: string]: Value }
export type ResultRow = Readonly<Record<string, Value>>

/** What a statement cost. */
export interface Cost {
  /** Bytes that are billed; null where nothing is. */
  readonly scannedBytes: number | null
}

/** The answer to a query. */
export interface Result extends Cost {
  readonly columns: readonly ResultColumn[]
  /** In the order of the answer; to be read once. */
  readonly rows: AsyncIterable<ResultRow>
}

export interface ResultColumn {
  readonly name: string
  /** As the engine calls it. */
  readonly type: string
}

/**
 * Tables and SQL. Dates come as `YYYY-MM-DD`, instants as ISO 8601 in UTC, 64-bit integers as numbers up to 2^53 and as
 * bigint beyond. Every method throws `OperationalError` when the engine does not do what was asked, and `UsageError` when it
 * does not understand the statement.
 */
export interface Warehouse {
  readonly dialect: Dialect
  /** Makes the parts of these batches, which lie in the lake's store, readable as `<table>_staged` with a column `batch`. */
  stage(parts: readonly StagedPart[]): Promise<void>
  /** Runs one statement that changes something. One statement is atomic. */
  execute(sql: string): Promise<Cost>
  query(sql: string): Promise<Result>
  close(): Promise<void>
}

/** A statement goes on although nobody waits for it any more; the same request finds it again. */
export class StatementRuns extends OperationalError {
  constructor(message: string) {
    super(message, { retryable: true })
  }
}

/** Every row of a small answer. */
export async function rowsOf(warehouse: Warehouse, sql: string): Promise<readonly ResultRow[]> {
  const rows: ResultRow[] = []
  for await (const row of (await warehouse.query(sql)).rows) rows.push(row)
  return rows
}
