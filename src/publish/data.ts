/** The Parquet files of a release: its tables, and its changes. */
import { createHash } from 'node:crypto'
import type { Table, TableName } from '../../schemas/index.ts'
import type { ResultRow } from '../lake/warehouse.ts'
import { type Change, changesTable } from './changes-table.ts'
import type { ReleaseFolder } from './folder.ts'
import type { ChangeCounts, TableSummary } from './manifest.ts'
import { parquetParts } from './parts.ts'

const PARQUET = 'application/vnd.apache.parquet'
/** Rows of a table that pages show. */
const SAMPLE = 10

type About = Readonly<Record<string, string | number>>

/** A table that was written, and its first rows. */
export interface WrittenTable {
  readonly summary: TableSummary
  readonly sample: readonly ResultRow[]
}

export async function writeTable(
  folder: ReleaseFolder,
  table: Table,
  rows: AsyncIterable<ResultRow>,
  about: About,
): Promise<WrittenTable> {
  const count = counter(table)
  const files: string[] = []
  const sample: ResultRow[] = []
  let bytes = 0
  for await (const part of parquetParts(table, rows, { ...about, table: table.name })) {
    const path = `data/${table.name}/part-${String(files.length).padStart(5, '0')}.parquet`
    await folder.put(path, part.bytes, { media_type: PARQUET, rows: part.rows.length })
    files.push(path)
    bytes += part.bytes.length
    part.rows.forEach(count.row)
    sample.push(...part.rows.slice(0, SAMPLE - sample.length))
  }
  const { rows: rowCount, nulls, rows_sha256 } = count.total()
  return { summary: { name: table.name as TableName, rows: rowCount, bytes, rows_sha256, nulls, files }, sample }
}

/** `changes/<table>/`, also when nothing changed. */
export async function writeChanges(
  folder: ReleaseFolder,
  name: TableName,
  changes: AsyncIterable<Change>,
  about: About,
): Promise<ChangeCounts> {
  const counts = { added: 0, changed: 0, removed: 0 }
  let part = 0
  for await (const { bytes, rows } of parquetParts(changesTable, changes, { ...about, table: `changes of ${name}` })) {
    await folder.put(`changes/${name}/part-${String(part++).padStart(5, '0')}.parquet`, bytes, {
      media_type: PARQUET,
      rows: rows.length,
    })
    for (const { change } of rows) counts[change]++
  }
  return counts
}

/** Counts rows and nulls and hashes the rows as JSON Lines. */
function counter(table: Table) {
  const hash = createHash('sha256')
  const nulls = Object.fromEntries(
    Object.entries(table.columns).flatMap(([name, { nullMeans }]) => (nullMeans === undefined ? [] : [[name, 0]])),
  )
  let rows = 0
  return {
    row: (row: ResultRow) => {
      rows++
      hash.update(`${JSON.stringify(row)}\n`)
      for (const name of Object.keys(nulls)) if (row[name] === null) nulls[name] = (nulls[name] as number) + 1
    },
    total: () => ({ rows, nulls, rows_sha256: hash.digest('hex') }),
  }
}
