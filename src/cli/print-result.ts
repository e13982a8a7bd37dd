/** The answer to a query → a table, CSV or JSON Lines. */
import { UsageError } from '../errors.ts'
import type { Result, ResultRow } from '../lake/warehouse.ts'
import { csvLine } from './terminal/csv.ts'
import type { Output, Streams } from './terminal/streams.ts'
import { tableLines } from './terminal/table.ts'
import { isNumeric, jsonLine, written } from './terminal/values.ts'

export type Format =
  | { readonly kind: 'json' | 'csv' }
  | { readonly kind: 'table'; readonly bidi: boolean; readonly columns: number | null; readonly limit: number }

interface FormatOptions {
  readonly json: boolean
  readonly csv: boolean
  readonly bidi: boolean
  readonly limit: string
}

/** The format that the options of a command ask for. */
export function formatOf({ json, csv, bidi, limit }: FormatOptions, out: Output): Format {
  if (json && csv) throw new UsageError('expected --json or --csv, got both')
  if (json) return { kind: 'json' }
  if (csv) return { kind: 'csv' }
  const rows = Number(limit)
  if (!Number.isInteger(rows) || rows < 1)
    throw new UsageError(`expected a number of rows from 1 as --limit, got ${limit}`)
  return { kind: 'table', bidi: bidi || out.isTerminal, columns: out.columns, limit: rows }
}

/** Prints all of an answer; what there is to say about it goes to standard error. */
export async function printResult(result: Result, format: Format, { out, err }: Streams): Promise<void> {
  if (format.kind === 'table') return printTable(result, format, out, err)
  const names = result.columns.map(({ name }) => name)
  if (format.kind === 'csv') await out.write(`${csvLine(names)}\n`)
  const line = (row: ResultRow) =>
    format.kind === 'json' ? jsonLine(row) : csvLine(names.map(name => written(row[name] ?? null)))
  for await (const lines of chunks(result.rows)) await out.write(lines.map(row => `${line(row)}\n`).join(''))
}

async function printTable(
  { columns, rows }: Result,
  { bidi, limit, columns: available }: Extract<Format, { kind: 'table' }>,
  out: Output,
  err: Output,
): Promise<void> {
  const shown: ResultRow[] = []
  let more = 0
  for await (const row of rows) {
    if (shown.length < limit) shown.push(row)
    else more++
  }
  const heads = columns.map(column => ({ name: column.name, align: isNumeric(column) ? 'end' : 'start' }) as const)
  const cells = shown.map(row => columns.map(({ name }) => written(row[name] ?? null) ?? 'null'))
  await out.write(`${tableLines(heads, cells, { bidi, columns: available }).join('\n')}\n`)
  const count = `${shown.length + more} ${shown.length + more === 1 ? 'row' : 'rows'}`
  await err.write(
    more > 0 ? `${count}, the first ${shown.length} shown; --limit, --json or --csv for more\n` : `${count}\n`,
  )
}

const CHUNK = 500

async function* chunks(rows: AsyncIterable<ResultRow>): AsyncGenerator<ResultRow[]> {
  let chunk: ResultRow[] = []
  for await (const row of rows) {
    chunk.push(row)
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  yield chunk
}
