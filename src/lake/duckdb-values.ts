/** Values as DuckDB's client gives them → values of a result. */
import {
  DuckDBArrayValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api'
import { numberOrBigint } from './numbers.ts'
import type { Value } from './warehouse.ts'

/** Types that JSON does not know come as the text that DuckDB shows for them. */
export function resultValue(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'bigint') return numberOrBigint(value)
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(resultValue)
  if (value instanceof DuckDBStructValue) return record(Object.entries(value.entries))
  if (value instanceof DuckDBMapValue)
    return record(value.entries.map(({ key, value }) => [String(resultValue(key)), value]))
  if (value instanceof DuckDBTimestampTZValue || value instanceof DuckDBTimestampValue) return instant(value.micros)
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBDateValue) return value.toString()
  return String(value)
}

const record = (entries: readonly (readonly [string, DuckDBValue])[]): Value =>
  Object.fromEntries(entries.map(([name, value]) => [name, resultValue(value)]))

/** Microseconds since 1970 as ISO 8601 in UTC, with as many digits of the second as it needs. */
function instant(micros: bigint): string {
  const below = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n
  const seconds = new Date(Number((micros - below) / 1000n)).toISOString().slice(0, -5)
  return below === 0n ? `${seconds}Z` : `${seconds}.${String(below).padStart(6, '0').replace(/0+$/, '')}Z`
}
