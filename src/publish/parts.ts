/** Rows of any number → Parquet files that fit in memory one at a time. */
import type { Table } from '../../schemas/index.ts'
import type { ResultRow } from '../lake/warehouse.ts'
import { encodeParquet, MAX_ROWS } from '../tables/parquet.ts'

export interface Part<R> {
  readonly bytes: Uint8Array
  readonly rows: readonly R[]
}

export interface PartLimits {
  readonly rows: number
  /** UTF-16 code units of text. */
  readonly text: number
}

/** Some hundred megabytes of memory while a part is written. */
const limits: PartLimits = { rows: MAX_ROWS, text: 32_000_000 }

/** At least one part, so that a table without rows still has its columns. Cuts depend on the rows alone. */
export async function* parquetParts<R extends ResultRow>(
  table: Table,
  rows: AsyncIterable<R>,
  about: Readonly<Record<string, string | number>>,
  most: PartLimits = limits,
): AsyncGenerator<Part<R>> {
  const encode = (rows: readonly R[]): Part<R> => ({
    bytes: encodeParquet(table, rows, { profile: 'release', about }),
    rows,
  })
  let part: R[] = []
  let text = 0
  let written = 0
  for await (const row of rows) {
    if (part.length === most.rows || text > most.text) {
      yield encode(part)
      written++
      part = []
      text = 0
    }
    part.push(row)
    text += textLength(row)
  }
  if (part.length > 0 || written === 0) yield encode(part)
}

const textLength = (row: ResultRow) =>
  Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
