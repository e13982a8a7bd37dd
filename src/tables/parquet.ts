/** Rows ↔ Parquet bytes. The only file that knows which library does it. */
import { tableFromIPC, tableToIPC } from 'apache-arrow'
import {
  Compression,
  readParquet,
  readSchema,
  Table as WasmTable,
  type WriterProperties,
  WriterPropertiesBuilder,
  writeParquet,
} from 'parquet-wasm'
import type { Table } from '../../schemas/index.ts'
import { arrowTable } from './arrow.ts'
import { arrowRows, type DecodedRow } from './arrow-rows.ts'
import { problemText, validateRow } from './validate.ts'

/**
 * What a file is for: `staging` is written once and merged soon (snappy); `release` is kept and downloaded (zstd);
 * `compatible` is for readers that know neither dictionaries nor zstd (snappy, plain values).
 */
export type ParquetProfile = 'staging' | 'release' | 'compatible'

/** Rows that one file may hold: the writer keeps the whole file in memory, and 32-bit WebAssembly has 4 GB. */
export const MAX_ROWS = 50_000

export interface ParquetOptions {
  readonly profile: ParquetProfile
  /** Kept in the file's metadata under the key `presslake`, so that a file on its own can say what it is. */
  readonly about?: Readonly<Record<string, string | number>>
}

/**
 * The rows of a table as one Parquet file: strings, DATE, TIMESTAMP in UTC microseconds, three-level LIST; REQUIRED or
 * OPTIONAL as declared. The same rows give the same bytes. Throws a TypeError when a row is not valid: rows are made
 * by this program, so that is a fault in it, and nothing half-right is written.
 */
export function encodeParquet(table: Table, rows: readonly object[], options: ParquetOptions): Uint8Array {
  if (rows.length > MAX_ROWS) throw new RangeError(`expected at most ${MAX_ROWS} rows a file, came ${rows.length}`)
  rows.forEach((row, i) => {
    const [problem] = validateRow(table, row)
    if (problem) throw new TypeError(`row ${i} of ${table.name}: ${problemText(problem)}`)
  })
  const arrow = arrowTable(table, rows as readonly Readonly<Record<string, unknown>>[])
  return writeParquet(WasmTable.fromIPCStream(tableToIPC(arrow, 'stream')), writerProperties(options))
}

/** The rows of a file that `encodeParquet` wrote; columns that it lacks are null. Throws when the bytes are no such file. */
export function decodeParquet(table: Table, bytes: Uint8Array): readonly DecodedRow[] {
  return arrowRows(table, tableFromIPC(readParquet(bytes).intoIPCStream()))
}

/** The values of one column of text, of any Parquet file; null when it has no such column. Throws when the bytes are no such file. */
export function decodeColumn(name: string, bytes: Uint8Array): readonly (string | null)[] | null {
  const { schema } = tableFromIPC(readSchema(bytes).intoIPCStream())
  if (!schema.fields.some(field => field.name === name)) return null
  const column = tableFromIPC(readParquet(bytes, { columns: [name] }).intoIPCStream()).getChild(name)
  return column === null ? null : Array.from(column, value => (value === null ? null : String(value)))
}

/** Built anew for every file: writing consumes it, and a second use would silently mean the library's defaults. */
function writerProperties({ profile, about }: ParquetOptions): WriterProperties {
  const builder = new WriterPropertiesBuilder()
    .setCompression(profile === 'release' ? Compression.ZSTD : Compression.SNAPPY)
    .setDictionaryEnabled(profile !== 'compatible')
    .setMaxRowGroupSize(MAX_ROWS)
  // One key only: the library writes several in random order.
  return (about ? builder.setKeyValueMetadata(new Map([['presslake', JSON.stringify(about)]])) : builder).build()
}
