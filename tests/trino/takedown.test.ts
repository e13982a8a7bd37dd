/** What a takedown asks of the tables, on Athena's engine: the metadata tables of Iceberg, too, which DuckDB has not. */
import { beforeAll, expect, test } from 'vitest'
import { readObject } from '../../src/lake/reading.ts'
import {
  bodiesQuery,
  filesHoldingQuery,
  filesQuery,
  holdersQuery,
  namingTables,
  oldSnapshotsQuery,
  remainsQueries,
  sameBodyQuery,
} from '../../src/lake/sql/takedown.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { makeId } from '../../src/tables/ids.ts'
import { processTiny, tiny } from '../support/tiny-documents.ts'
import { cleanBoth, mergeBoth, newTwins, sameAnswer, type Twins, takeDownBoth } from './twins.ts'

const URL = 'https://news.example/1'
const id = makeId('a', 'url', URL)
const read = (sourceKey: string, revision: number, ...lines: readonly string[]) =>
  readObject(tiny(...lines), { sourceKey, revision: String(revision).padStart(20, '0') }, { process: processTiny })

let twins: Twins
let bodies: readonly string[]
let held: readonly string[]
const inTrino = (sql: string) => rowsOf(twins.trino.warehouse, sql)
const now = () => new Date().toISOString()

beforeAll(async () => {
  twins = await newTwins()
  await mergeBoth(
    twins,
    [read('a', 1, `${URL} one two # three`), read('b', 1, `${URL} one two`, 'another'), read('c', 1, 'one two')],
    [read('a', 2, `${URL} one four`)],
  )
  bodies = (await sameAnswer(twins, `${bodiesQuery(id)} ORDER BY body_sha256`)).map(row => String(row.body_sha256))
  held = (await inTrino(filesHoldingQuery('articles_stored', id))).map(({ path }) => String(path))
})

test('its documents, with what else stands in them, are found alike', async () => {
  const holders = await sameAnswer(twins, holdersQuery(id))
  expect(holders.map(({ source_key, holds, other }) => [source_key, holds, other !== null])).toEqual([
    ['a', true, false],
    ['b', true, true],
  ])
})

test('other articles with its text are found alike', async () => {
  expect(bodies).toHaveLength(2)
  expect(await sameAnswer(twins, sameBodyQuery(id, bodies))).toEqual([{ article_id: makeId('a', 'key', 'c', 0) }])
})

test('its files are among those of the table', async () => {
  expect(held.length).toBeGreaterThan(0)
  const named = (await inTrino(filesQuery('articles_stored'))).map(({ path }) => path)
  expect(named).toEqual(expect.arrayContaining([...held]))
})

test('what remains is counted alike, before and after', async () => {
  const counted = async () => {
    const counts: number[] = []
    for (const { sql } of remainsQueries(id)) counts.push(Number((await sameAnswer(twins, sql))[0]?.n))
    return counts
  }
  expect((await counted()).at(-1)).toBe(2)
  await takeDownBoth(twins, id)
  await cleanBoth(twins)
  expect(await counted()).toEqual([0, 0, 0, 0])
})

test('snapshots from before are counted, the newest not among them', async () => {
  for (const table of namingTables) {
    const all = Number((await inTrino(`SELECT count(*) AS n FROM "${table}$snapshots"`))[0]?.n)
    const old = Number((await inTrino(oldSnapshotsQuery(table, now())))[0]?.n)
    expect(old).toBe(all - 1)
    expect(Number((await inTrino(oldSnapshotsQuery(table, '2001-01-01T00:00:00.000Z')))[0]?.n)).toBe(0)
  }
})
