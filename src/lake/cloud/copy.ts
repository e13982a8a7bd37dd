/** The tables of a deployed lake, of one moment, on this machine, where to ask them is quick and costs nothing. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableName } from '../../../schemas/index.ts'
import { OperationalError } from '../../errors.ts'
import { databaseFile, resultsPrefix } from '../keys.ts'
import { migrate } from '../merge.ts'
import { loadStatement, type Pins, pinnedColumnsQuery, unloadStatement } from '../sql/copy.ts'
import { duckdbDialect } from '../sql/dialect.ts'
import { columnNames, mergeOrder, storedName } from '../sql/tables.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import { duckdbWarehouse } from '../warehouse-duckdb.ts'
import type { CloudLake } from './lake.ts'
import { type Moment, settledMoment } from './pins.ts'
import { type TemporaryFolder, temporaryFolder } from './temporary.ts'

export type CopiedLake = Pick<CloudLake, 'store' | 'names' | 'warehouse' | 'download' | 'wait'>

export interface CopyOptions {
  /** Told before each table. */
  readonly progress?: (table: TableName, nth: number, of: number) => void
}

/**
 * A warehouse with the tables and views of the lake, which are copied when it is first asked and taken away when it is closed.
 * They come through files below `results/publisher/` of the lake bucket, which are deleted as soon as they are here.
 */
export function copiedWarehouse(lake: CopiedLake, options: CopyOptions = {}): Warehouse {
  let copied: Promise<Copy> | undefined
  const copy = async () => {
    copied ??= copyTables(lake, options)
    return (await copied).tables
  }
  return {
    dialect: duckdbDialect,
    stage: async parts => (await copy()).stage(parts),
    execute: async sql => (await copy()).execute(sql),
    query: async sql => (await copy()).query(sql),
    async close() {
      const there = await copied?.catch(() => undefined)
      await there?.tables.close()
      there?.folder.remove()
    },
  }
}

/** What does not fit goes to the folder of the copy; a release takes some hundred megabytes beside it. */
const MOST_MEMORY = '2GB'

interface Copy {
  readonly tables: Warehouse
  readonly folder: TemporaryFolder
}

async function copyTables(lake: CopiedLake, { progress }: CopyOptions): Promise<Copy> {
  const moment = await settledMoment(lake)
  const folder = await temporaryFolder('copy')
  const tables = await duckdbWarehouse({ file: join(folder.path, databaseFile), staging: folder.path })
  try {
    await tables.execute(`SET memory_limit = '${MOST_MEMORY}'`)
    await migrate({ store: lake.store, warehouse: tables })
    for (const [i, name] of mergeOrder.entries()) {
      progress?.(name, i + 1, mergeOrder.length)
      await copyTable(lake, name, moment, { tables, folder })
    }
    return { tables, folder }
  } catch (error) {
    await tables.close()
    folder.remove()
    throw error
  }
}

async function copyTable(
  lake: CopiedLake,
  name: TableName,
  { pins, rows }: Moment,
  { tables, folder }: Copy,
): Promise<void> {
  if (pins[name] === null) return
  // UNLOAD wants a place where nothing lies; what a failed one left is in nobody's way.
  const prefix = `${resultsPrefix('publisher')}${randomUUID()}/${name}/`
  const here = join(folder.path, name)
  try {
    const columns = await columnsThen(lake.warehouse, name, pins)
    await lake.warehouse.execute(unloadStatement(name, columns, pins, `s3://${lake.names.lakeBucket}/${prefix}`))
    const files = await downloadBelow(lake, prefix, here)
    if (files.length > 0) await tables.execute(loadStatement(name, columns, files))
  } finally {
    await rm(here, { recursive: true, force: true })
    // The bucket itself deletes what stays, within days.
    await deleteBelow(lake, prefix).catch(() => {})
  }
  const [counted] = await rowsOf(tables, `SELECT count(*) AS found FROM ${storedName(name)}`)
  if (counted?.found === rows[name]) return
  throw new OperationalError(`expected ${rows[name]} rows of ${storedName(name)}, came ${counted?.found}`, {
    retryable: true,
  })
}

/** Our columns that the table had at that moment; the others are null, as they are in all its rows. */
async function columnsThen(warehouse: Warehouse, name: TableName, pins: Pins): Promise<readonly string[]> {
  const { columns, rows } = await warehouse.query(pinnedColumnsQuery(name, pins))
  for await (const _ of rows); // An answer that was not read to its end keeps its connection busy.
  const there = new Set(columns.map(column => column.name))
  return columnNames(name).filter(column => there.has(column))
}

/** Paths of the files here. */
async function downloadBelow({ store, download }: CopiedLake, prefix: string, folder: string) {
  await mkdir(folder)
  const paths: string[] = []
  for await (const { key, sizeBytes } of store.list(prefix)) {
    if (sizeBytes === 0) continue
    const path = join(folder, `${String(paths.length).padStart(5, '0')}.parquet`)
    await download(key, path)
    paths.push(path)
  }
  return paths
}

async function deleteBelow({ store }: CopiedLake, prefix: string): Promise<void> {
  for await (const { key } of store.list(prefix)) await store.delete(key)
}
