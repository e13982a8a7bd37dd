/** What Iceberg tables need now and then. DuckDB's tables need none of it, and have no such words. */
import type { Statement } from './merge.ts'
import { mergeOrder, storedName, takedownsTable } from './tables.ts'

const icebergTables = [...mergeOrder.map(storedName), takedownsTable.name]

/** Rewrites every file that holds a deleted row, and lets go of every snapshot but the newest. */
const ERASING: Readonly<Record<string, string>> = {
  optimize_rewrite_delete_file_threshold: '1',
  optimize_rewrite_data_file_threshold: '1',
  vacuum_max_snapshot_age_seconds: '1',
  vacuum_min_snapshots_to_keep: '1',
  vacuum_max_metadata_files_to_keep: '1',
}

/**
 * Deleted rows' bytes given up now, table by table: what Athena spares or keeps for days otherwise. The tables have none of
 * these properties of their own, so that taking them off is to put back what was.
 */
export function erasureStatements(): readonly Statement[] {
  const set = Object.entries(ERASING).map(([name, value]) => `'${name}' = '${value}'`)
  const unset = Object.keys(ERASING).map(name => `'${name}'`)
  return mergeOrder.map(storedName).flatMap(table => [
    { name: `prepare ${table}`, sql: `ALTER TABLE ${table} SET TBLPROPERTIES (${set.join(', ')})` },
    { name: `optimize ${table}`, sql: `OPTIMIZE ${table} REWRITE DATA USING BIN_PACK` },
    { name: `vacuum ${table}`, sql: `VACUUM ${table}` },
    { name: `restore ${table}`, sql: `ALTER TABLE ${table} UNSET TBLPROPERTIES (${unset.join(', ')})` },
  ])
}

/** Small files made large, and deleted rows really left out; then files that no snapshot needs deleted. */
export function upkeepStatements(): readonly Statement[] {
  return icebergTables.flatMap(table => [
    { name: `optimize ${table}`, sql: `OPTIMIZE ${table} REWRITE DATA USING BIN_PACK` },
    { name: `vacuum ${table}`, sql: `VACUUM ${table}` },
  ])
}
