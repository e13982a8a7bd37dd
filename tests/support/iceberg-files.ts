/**
 * The files below the tables, as Iceberg keeps them: a statement that changes a table adds a file and leaves the others, one
 * that optimizes it writes the rows that are left anew, and one that vacuums it deletes what no snapshot needs; the latter two
 * do so as the table's properties say. It begins to keep them when somebody asks which files hold an article.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../../src/lake/store.ts'
import { type ResultRow, rowsOf, type Warehouse } from '../../src/lake/warehouse.ts'

interface TableFiles {
  /** Keys. */
  live: readonly string[]
  /** ISO instant of the newest snapshot. */
  at: string
  /** All but the newest. */
  old: readonly { readonly at: string; readonly files: readonly string[] }[]
  readonly properties: Map<string, string>
}

const CHANGES = /^(?:MERGE INTO|DELETE FROM|UPDATE) (?<table>[a-z]+_stored)/
const HOLDING = /^SELECT DISTINCT "\$path" AS path FROM (?<table>[a-z_]+) WHERE article_id = '(?<id>[a-z0-9_]+)'/
const NAMED = /^SELECT file_path AS path FROM "(?<table>[a-z_]+)\$files"/
const OLD = /FROM "(?<table>[a-z_]+)\$snapshots"\nWHERE committed_at < TIMESTAMP '(?<before>[^']+) UTC'/
const PROPERTIES = /^ALTER TABLE (?<table>[a-z_]+) (?<how>SET|UNSET) TBLPROPERTIES \((?<what>.*)\)$/
const UPKEEP = /^(?<how>OPTIMIZE|VACUUM) (?<table>[a-z_]+)/

export function icebergFiles(tables: Warehouse, store: () => Store, folder: string) {
  const kept = new Map<string, TableFiles>()
  let files = 0
  const address = (key: string) => `${store().name}${key}`

  /** Writes what is in a table now as one more file. */
  async function write(table: string): Promise<string> {
    const key = `tables/${table}/data/${++files}.parquet`
    const path = join(folder, `file-${files}.parquet`)
    await tables.execute(`COPY (SELECT * FROM ${table}) TO '${path}' (FORMAT parquet)`)
    await store().put(key, await readFile(path))
    return key
  }

  async function filesOf(table: string): Promise<TableFiles> {
    const known = kept.get(table)
    if (known) return known
    const made = { live: [await write(table)], at: new Date().toISOString(), old: [], properties: new Map() }
    kept.set(table, made)
    return made
  }

  function commit(table: TableFiles, live: readonly string[]) {
    table.old = [...table.old, { at: table.at, files: table.live }]
    table.live = live
    table.at = new Date().toISOString()
  }

  async function holding(table: string, id: string): Promise<readonly ResultRow[]> {
    const { live } = await filesOf(table)
    const found: ResultRow[] = []
    for (const key of live) {
      const path = join(folder, `file-${/(\d+)\.parquet$/.exec(key)?.[1]}.parquet`)
      const rows = await rowsOf(tables, `SELECT 1 FROM read_parquet('${path}') WHERE article_id = '${id}' LIMIT 1`)
      if (rows.length > 0) found.push({ path: address(key) })
    }
    return found
  }

  async function maintain(how: string, table: string): Promise<void> {
    const found = kept.get(table)
    if (!found) return
    const has = (name: string) => found.properties.get(name) === '1'
    if (how === 'OPTIMIZE' && has('optimize_rewrite_delete_file_threshold')) commit(found, [await write(table)])
    if (how === 'VACUUM' && has('vacuum_max_snapshot_age_seconds')) {
      const gone = found.old.flatMap(({ files }) => files).filter(key => !found.live.includes(key))
      for (const key of gone) await store().delete(key)
      found.old = []
    }
  }

  return {
    /** Properties that are set on tables. */
    properties: () =>
      [...kept].flatMap(([table, { properties }]) => [...properties.keys()].map(name => `${table} ${name}`)),

    /** The answer to what only Athena knows; null for any other statement. */
    async answer(sql: string): Promise<readonly ResultRow[] | null> {
      const {
        table = '',
        id = '',
        before = '',
        how = '',
        what = '',
      } = [HOLDING, NAMED, OLD, PROPERTIES, UPKEEP].map(one => one.exec(sql)).find(Boolean)?.groups ?? {}
      if (HOLDING.test(sql)) return holding(table, id)
      if (NAMED.test(sql)) return (await filesOf(table)).live.map(key => ({ path: address(key) }))
      if (OLD.test(sql)) {
        const since = new Date(`${before.replace(' ', 'T')}Z`).toISOString()
        return [{ n: (await filesOf(table)).old.filter(({ at }) => at < since).length }]
      }
      if (PROPERTIES.test(sql)) {
        const found = await filesOf(table)
        for (const [, name = '', value = ''] of what.matchAll(/'(\w+)'(?: = '(\w+)')?/g))
          if (how === 'SET') found.properties.set(name, value)
          else found.properties.delete(name)
        return []
      }
      if (!UPKEEP.test(sql)) return null
      await maintain(how, table)
      return []
    },

    /** Told of every statement that was carried out. */
    async changed(sql: string): Promise<void> {
      const found = kept.get(CHANGES.exec(sql)?.groups?.table ?? '')
      const table = CHANGES.exec(sql)?.groups?.table
      if (found && table) commit(found, [...found.live, await write(table)])
    },
  }
}
