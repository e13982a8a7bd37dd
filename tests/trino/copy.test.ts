/** What a copy of the tables asks of Athena: snapshots, earlier states, and files that its engine writes. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { tables } from '../../schemas/index.ts'
import { writeBatch } from '../../src/lake/batch.ts'
import { settledMoment } from '../../src/lake/cloud/pins.ts'
import { exactRows } from '../../src/lake/exact-rows.ts'
import { migrate } from '../../src/lake/merge.ts'
import { readObject } from '../../src/lake/reading.ts'
import { loadStatement, pinnedColumnsQuery, settledQuery, unloadStatement } from '../../src/lake/sql/copy.ts'
import { mergeStatements } from '../../src/lake/sql/merge.ts'
import { columnNames, mergeOrder, storedName } from '../../src/lake/sql/tables.ts'
import { completeBatches } from '../../src/lake/staged-batches.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { process } from '../../src/pipeline.ts'
import { memoryStore } from '../support/memory-store.ts'
import { processTiny, tiny } from '../support/tiny-documents.ts'
import { mergeBoth, newTwins, type Twins } from './twins.ts'

const seeds = new URL('../../seeds/', import.meta.url)
const revision = (at: number) => String(at).padStart(20, '0')
const seed = (name: string) =>
  readObject(
    readFileSync(new URL(name, seeds)),
    { sourceKey: name, revision: revision(1), capturedAt: '2024-03-20T08:00:00.25Z' },
    { process },
  )
const another = (at: number) =>
  readObject(
    tiny(`https://news.example/${at} word`),
    { sourceKey: 'a', revision: revision(at) },
    { process: processTiny },
  )

let twins: Twins
beforeAll(async () => {
  twins = await newTwins()
  const names = readdirSync(seeds).filter(name => name.endsWith('.txt'))
  await mergeBoth(twins, names.map(seed))
})

const wait = async () => {}

test('lists and structs come as they are, of every table', async () => {
  for (const table of Object.values(tables)) {
    const which = `ORDER BY ${table.primaryKey.map(key => `r.${key}`).join(', ')}`
    const ours = await exactRows(twins.duckdb.warehouse, table, which)
    expect(ours.length).toBeGreaterThan(0)
    expect(await exactRows(twins.trino.warehouse, table, which)).toEqual(ours)
  }
})

test('files that the engine writes of one moment hold what DuckDB holds, whatever was merged since', async () => {
  const { warehouse } = twins.trino
  const { pins, rows } = await settledMoment({ warehouse, wait })
  for (const name of mergeOrder) expect(pins[name]).toMatch(/^\d{15,19}$/)
  const before = await stored()
  await mergeBoth(twins, [another(1)])
  const copy = await duckdbWarehouse({ file: ':memory:', staging: '.' })
  await migrate({ store: memoryStore(), warehouse: copy })
  const [place] = await rowsOf(warehouse, 'SELECT current_schema AS name')
  for (const name of mergeOrder) {
    // UNLOAD is Athena's own; a table of the Hive connector is written by the same code.
    const select = /^UNLOAD \((?<select>[\s\S]*)\)\nTO /.exec(
      unloadStatement(name, columnNames(name), pins, 's3://b/x/'),
    )?.groups?.select
    const made = `hive.${place?.name}.copied_${name}`
    await warehouse.execute(`CREATE TABLE ${made} WITH (format = 'PARQUET') AS ${select}`)
    const files = (await rowsOf(warehouse, `SELECT DISTINCT "$path" AS path FROM ${made}`)).map(({ path }) =>
      String(path).replace(/^file:\/*/, '/'),
    )
    expect(files.length).toBeGreaterThan(0)
    await copy.execute(loadStatement(name, columnNames(name), files))
    expect(await rowsIn(copy, name)).toEqual(before[name])
    expect(rows[name]).toBe(before[name]?.length)
  }
  await copy.close()
})

test('a column that was added since is in no snapshot before the next write', async () => {
  const { warehouse } = twins.trino
  const { pins } = await settledMoment({ warehouse, wait })
  await warehouse.execute('ALTER TABLE comments_stored ADD COLUMN added varchar')
  const names = async (sql: string) => (await warehouse.query(sql)).columns.map(({ name }) => name)
  expect(await names('SELECT * FROM comments_stored WHERE false')).toEqual([...columnNames('comments'), 'added'])
  expect(await names(pinnedColumnsQuery('comments', pins))).toEqual(columnNames('comments'))
})

test('half a merge is seen', async () => {
  const { store, warehouse } = twins.trino
  await writeBatch(store, [another(2)])
  const batches = await completeBatches(store)
  const statements = mergeStatements(batches.map(({ id }) => id))
  await warehouse.stage(batches.flatMap(({ parts }) => parts))
  // The moment, whatever stands in it.
  const query: typeof warehouse.query = sql =>
    warehouse.query(sql.includes('AS unsettled') ? 'SELECT 0 AS unsettled' : sql)
  const unsettled = async () => {
    const { pins } = await settledMoment({ warehouse: { ...warehouse, query }, wait })
    return Number((await rowsOf(warehouse, settledQuery(pins)))[0]?.unsettled)
  }
  const seen = [await unsettled()]
  for (const { sql } of statements) {
    await warehouse.execute(sql)
    seen.push(await unsettled())
  }
  expect(seen).toEqual([0, 2, 2, 2, 2, 0])
})

const rowsIn = (warehouse: Twins['trino']['warehouse'], name: (typeof mergeOrder)[number]) =>
  rowsOf(
    warehouse,
    `SELECT ${columnNames(name).join(', ')} FROM ${storedName(name)} ORDER BY ${columnNames(name).join(', ')}`,
  )

async function stored() {
  const all: Record<string, Awaited<ReturnType<typeof rowsOf>>> = {}
  for (const name of mergeOrder) all[name] = await rowsIn(twins.duckdb.warehouse, name)
  return all
}
