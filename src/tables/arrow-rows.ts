/** Arrow columns → rows: the way back of `arrow.ts`. */
import type { Table as ArrowTable, Data } from 'apache-arrow'
import type { Columns, ColumnType, Table } from '../../schemas/index.ts'

export type DecodedRow = Readonly<Record<string, unknown>>
type Values = readonly unknown[]

/** The rows of an Arrow table, with the columns of `table`; a column that it lacks is null in every row. */
export function arrowRows(table: Table, arrow: ArrowTable): readonly DecodedRow[] {
  // A batch without rows lacks the columns inside its lists.
  const batches = arrow.batches.filter(({ numRows }) => numRows > 0)
  return batches.flatMap(({ data }) => structValues(table.columns, data) as readonly DecodedRow[])
}

function structValues(columns: Columns, data: Data): Values {
  const places = data.type.children.map(({ name }: { readonly name: string }) => name)
  const decoded = Object.entries(columns).map(([name, { type }]) => {
    const child = data.children[places.indexOf(name)]
    return [name, child ? columnValues(type, child) : []] as const
  })
  return validValues(data, i => Object.fromEntries(decoded.map(([name, values]) => [name, values[i] ?? null])))
}

function columnValues(type: ColumnType, data: Data): Values {
  switch (type.kind) {
    case 'string':
    case 'code':
      return validValues(data, i => text(data, i))
    case 'int32':
    case 'double':
      return validValues(data, i => data.values[i])
    case 'int64':
      return validValues(data, i => Number(data.values[i]))
    case 'boolean':
      return validValues(data, i => (data.values[i >> 3] & (1 << (i & 7))) !== 0)
    case 'date':
      return validValues(data, i =>
        new Date(data.values[i] * MILLISECONDS_A_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length),
      )
    case 'timestamp':
      return validValues(data, i => instant(data.values[i]))
    case 'list': {
      const items = columnValues(type.of, data.children[0] as Data)
      return validValues(data, i => items.slice(data.valueOffsets[i], data.valueOffsets[i + 1]))
    }
    case 'struct':
      return structValues(type.fields, data)
  }
}

const validValues = (data: Data, value: (i: number) => unknown): Values =>
  Array.from({ length: data.length }, (_, i) => (data.getValid(i) ? value(i) : null))

/** Arrow's own reading would drop a U+FEFF at the start of a text. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const text = ({ values, valueOffsets }: Data, i: number) =>
  decoder.decode(values.subarray(valueOffsets[i], valueOffsets[i + 1]))

const MILLISECONDS_A_DAY = 86_400_000

/** With as many digits of the second as it needs. */
function instant(microseconds: bigint): string {
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n
  const seconds = new Date(Number((microseconds - fraction) / 1000n))
    .toISOString()
    .slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
  return fraction === 0n ? `${seconds}Z` : `${seconds}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}Z`
}
