/** What Athena can do with Iceberg tables and DuckDB cannot with its own: earlier states of a table, and UNLOAD. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../../src/lake/store.ts'
import { rowsOf, type Warehouse } from '../../src/lake/warehouse.ts'

/** Snapshots of the tables, made when somebody looks for them and the table was written since. */
export function snapshotsOf(tables: Warehouse) {
  const written = new Set<string>()
  const known = new Set<string>()
  // Of their real size, which no JavaScript number holds.
  let last = 4_903_457_398_475_934_759n

  async function make(table: string) {
    if (!known.has(table))
      await tables.execute(`CREATE TABLE "${table}$snapshots" (committed_at TIMESTAMP, snapshot_id BIGINT)`)
    known.add(table)
    if (!written.delete(table)) return
    last++
    await tables.execute(`CREATE TABLE "${table}@${last}" AS FROM ${table}`)
    await tables.execute(`INSERT INTO "${table}$snapshots" VALUES (now(), ${last})`)
  }

  return {
    /** Told of every statement that was carried out. */
    note(sql: string) {
      const table = /^MERGE INTO (?<table>\w+)/.exec(sql)?.groups?.table
      if (table) written.add(table)
    },
    /** A statement, with earlier states under names of their own. */
    async resolve(sql: string): Promise<string> {
      for (const [, table = ''] of sql.matchAll(/"(\w+)\$snapshots"/g)) await make(table)
      return sql.replace(/\b(\w+) FOR VERSION AS OF (\d+)/g, '"$1@$2"')
    },
  }
}

const UNLOAD = /^UNLOAD \((?<select>[\s\S]*)\)\s*TO 's3:\/\/[^/]+\/(?<prefix>[^']*)'\s*WITH \(format = 'PARQUET'/

/** Carries an UNLOAD out, into two files in no order; false for any other statement. `folder` is for files on the way. */
export async function unload(sql: string, tables: Warehouse, store: Store, folder: string): Promise<boolean> {
  const { select, prefix } = UNLOAD.exec(sql)?.groups ?? {}
  if (!select || !prefix) return false
  for await (const _ of store.list(prefix)) throw new Error('HIVE_PATH_ALREADY_EXISTS: Target directory already exists')
  for (const { column_name, column_type } of await rowsOf(tables, `DESCRIBE ${select}`))
    if (String(column_type).startsWith('TIMESTAMP'))
      throw new Error(`NOT_SUPPORTED: Incorrect timestamp precision for timestamp(6): ${column_name}`)
  for (const part of [1, 0]) {
    const path = join(folder, `unloaded-${part}.parquet`)
    const some = `SELECT * EXCLUDE nth FROM (SELECT *, row_number() OVER () AS nth FROM (${select})) WHERE nth % 2 = ${part}`
    await tables.execute(`COPY (${some} ORDER BY nth DESC) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`)
    await store.put(`${prefix}20260105_100000_00001_${part}`, await readFile(path))
    await rm(path)
  }
  return true
}
