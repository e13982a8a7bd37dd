/** Whole rows of a table, with the same values whatever the engine: Athena's answers have no lists and structs. */
import type { ColumnType, Table } from '../../schemas/index.ts'
import { type ResultRow, rowsOf, type Value, type Warehouse } from './warehouse.ts'

/** Rows of a view as they stand in `schemas/`. `which` is what follows `FROM <view> AS r`. */
export async function exactRows(warehouse: Warehouse, table: Table, which: string): Promise<readonly ResultRow[]> {
  const columns = Object.entries(table.columns)
  const list = columns.map(([name, { type }]) => `${warehouse.dialect.exact(`r.${name}`, type)} AS ${name}`)
  const rows = await rowsOf(warehouse, `SELECT ${list.join(', ')} FROM ${table.name} AS r ${which}`)
  return rows.map(row =>
    Object.fromEntries(columns.map(([name, { type }]) => [name, exactValue(row[name] ?? null, type)])),
  )
}

function exactValue(value: Value, type: ColumnType): Value {
  const isNested = type.kind === 'list' || type.kind === 'struct'
  return isNested && typeof value === 'string' ? shaped(JSON.parse(value) as Value, type) : value
}

/** Fields in the order of their declaration; an engine may give a struct as the list of its fields. */
function shaped(value: Value, type: ColumnType): Value {
  if (value === null) return null
  if (type.kind === 'list') return (value as readonly Value[]).map(item => shaped(item, type.of))
  if (type.kind !== 'struct') return value
  const given = (name: string, i: number) => (Array.isArray(value) ? value[i] : (value as ResultRow)[name]) ?? null
  return Object.fromEntries(
    Object.entries(type.fields).map(([name, field], i) => [name, shaped(given(name, i), field.type)]),
  )
}
