/** What Iceberg tables need now and then. DuckDB's tables need none of it, and have no such words. */
import type { Statement } from './merge.ts'
import { mergeOrder, storedName, takedownsTable } from './tables.ts'

const icebergTables = [...mergeOrder.map(storedName), takedownsTable.name]

/** Small files made large, and deleted rows really left out; then files that no snapshot needs deleted. */
export function upkeepStatements(): readonly Statement[] {
  return icebergTables.flatMap(table => [
    { name: `optimize ${table}`, sql: `OPTIMIZE ${table} REWRITE DATA USING BIN_PACK` },
    { name: `vacuum ${table}`, sql: `VACUUM ${table}` },
  ])
}
