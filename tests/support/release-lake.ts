/** A small lake to publish from: tables that hold given rows, and a store in a folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type TableName, tables } from '../../schemas/index.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import type { Warehouse } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import type { ReleasePorts } from '../../src/publish/plan.ts'
import { duckdbTable } from '../../src/tables/ddl.ts'
import { encodeParquet } from '../../src/tables/parquet.ts'
import { type DocumentRows, documentRows } from '../../src/tables/rows.ts'
import type { Facts } from '../../src/types.ts'
import * as invented from './invented.ts'

export type LakeRows = Readonly<Record<TableName, readonly Readonly<Record<string, unknown>>[]>>

/** What the invented article gives, read from another place or with other things told beside it. */
export function inventedRows(facts: Partial<Facts> = {}): DocumentRows {
  const reading = { outcome: 'read', page: invented.page, issues: [] } as const
  return documentRows(invented.bytes, { ...invented.facts, ...facts }, reading, [invented.extracted])
}

export function lakeRows(...documents: readonly DocumentRows[]): LakeRows {
  const articles = documents.flatMap(({ articles }) => articles)
  return {
    documents: documents.map(({ document }) => ({ ...document })),
    articles: articles.map(({ article }) => ({ ...article })),
    quotes: articles.flatMap(({ quotes }) => quotes.map(row => ({ ...row }))),
    events: articles.flatMap(({ events }) => events.map(row => ({ ...row }))),
    comments: articles.flatMap(({ comments }) => comments.map(row => ({ ...row }))),
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-release-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function lakeOf(rows: LakeRows, folder = temporaryFolder()): Promise<ReleasePorts> {
  const warehouse = await duckdbWarehouse({ file: ':memory:', staging: folder })
  onTestFinished(() => warehouse.close())
  for (const table of Object.values(tables)) await warehouse.execute(duckdbTable(table))
  await setRows(warehouse, rows)
  const store = diskStore(folder)
  return { store, lake: store, warehouse }
}

/** Puts these rows in place of those that are there. */
export async function setRows(warehouse: Warehouse, rows: LakeRows): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-rows-'))
  for (const [name, table] of Object.entries(tables)) {
    const path = join(folder, `${name}.parquet`)
    writeFileSync(path, encodeParquet(table, rows[name as TableName], { profile: 'staging' }))
    await warehouse.execute(`DELETE FROM ${name}`)
    await warehouse.execute(`INSERT INTO ${name} SELECT * FROM read_parquet('${path}')`)
  }
  rmSync(folder, { recursive: true })
}
