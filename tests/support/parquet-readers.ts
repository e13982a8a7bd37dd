/** Three programs that share no code, each reading a Parquet file back into rows as `schemas/` types them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { ParquetReader } from 'parquetjs-lite'
import type { Columns, ColumnType, Table } from '../../schemas/index.ts'

export type Values = Readonly<Record<string, unknown>>

/** Rows with instants in one spelling, so that they can be compared: six digits after the second. */
export const canonicalRows = (table: Table, rows: readonly Values[]): readonly Values[] =>
  rows.map(row =>
    convertFields(table.columns, row, (type, value) => (type.kind === 'timestamp' ? instant(value) : value)),
  )

/** Any query over the file, which it knows as `file`; DuckDB's own types. */
export async function queryFile(bytes: Uint8Array, sql: string): Promise<readonly Values[]> {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-parquet-'))
  const path = join(folder, 'file.parquet')
  writeFileSync(path, bytes)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  try {
    await connection.run(`SET TimeZone = 'UTC'; CREATE VIEW file AS FROM read_parquet('${path}')`)
    return (await connection.runAndReadAll(sql)).getRowObjectsJson() as readonly Values[]
  } finally {
    connection.closeSync()
    rmSync(folder, { recursive: true })
  }
}

export async function readWithDuckdb(table: Table, bytes: Uint8Array): Promise<readonly Values[]> {
  const rows = await queryFile(bytes, 'FROM file')
  return rows.map(row =>
    convertFields(table.columns, row, (type, value) => {
      if (type.kind === 'timestamp') return instant(`${String(value).replace(' ', 'T').replace(/\+00$/, '')}Z`)
      return type.kind === 'int64' ? Number(value) : value
    }),
  )
}

export const metadataOf = (bytes: Uint8Array): FileMetaData => parquetMetadata(arrayBuffer(bytes))

export async function readWithHyparquet(table: Table, bytes: Uint8Array): Promise<readonly Values[]> {
  const rows = await parquetReadObjects({
    file: arrayBuffer(bytes),
    compressors,
    parsers: { dateFromDays: day, timestampFromMicroseconds: fromMicroseconds } as never,
  })
  return rows.map(row =>
    convertFields(table.columns, row, (type, value) => (type.kind === 'int64' ? Number(value) : value)),
  )
}

/** Instants come back in milliseconds, all that this reader keeps. */
export async function readWithParquetjs(table: Table, bytes: Uint8Array): Promise<readonly Values[]> {
  const reader = await ParquetReader.openBuffer(Buffer.from(bytes))
  const rows: Values[] = []
  const cursor = reader.getCursor()
  for (let row = await cursor.next(); row !== null; row = await cursor.next()) {
    rows.push(
      convertFields(table.columns, unwrappedFields(table.columns, row), (type, value) => {
        if (type.kind === 'timestamp') return instant((value as Date).toISOString())
        if (type.kind === 'date') return (value as Date).toISOString().slice(0, 10)
        return type.kind === 'int64' || type.kind === 'int32' ? Number(value) : value
      }),
    )
  }
  await reader.close()
  return rows
}

/** It shows the three levels of a list as `{ list: [{ element }] }`, an empty one without the inner levels. */
function unwrapped(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type.kind === 'struct') return unwrappedFields(type.fields, value as Values)
  if (type.kind !== 'list') return value
  const { list } = value as { list?: readonly { element: unknown }[] | null }
  return (list ?? []).map(({ element }) => unwrapped(type.of, element))
}

const unwrappedFields = (columns: Columns, values: Values): Values =>
  Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, unwrapped(type, values[name])]))

type Convert = (type: ColumnType, value: unknown) => unknown

const convertFields = (columns: Columns, values: Values, convert: Convert): Values =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { type }]) => [name, convertValue(type, values[name] ?? null, convert)]),
  )

function convertValue(type: ColumnType, value: unknown, convert: Convert): unknown {
  if (value === null) return null
  if (type.kind === 'list') return (value as readonly unknown[]).map(item => convertValue(type.of, item, convert))
  return type.kind === 'struct' ? convertFields(type.fields, value as Values, convert) : convert(type, value)
}

const instant = (value: unknown) =>
  String(value).replace(/(?:\.(\d+))?Z$/, (_, fraction = '') => `.${fraction.padEnd(6, '0')}Z`)

const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

function fromMicroseconds(microseconds: bigint): string {
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n
  const seconds = new Date(Number((microseconds - fraction) / 1000n)).toISOString().slice(0, 19)
  return `${seconds}.${String(fraction).padStart(6, '0')}Z`
}

const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
