/** One lake twice: the same staged files, its tables once in DuckDB and once in Trino. */
import { expect } from 'vitest'
import { tables } from '../../schemas/index.ts'
import { writeBatch } from '../../src/lake/batch.ts'
import { takedownKey } from '../../src/lake/keys.ts'
import { clean, merge, type Writer } from '../../src/lake/merge.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import { mergeOrder, storedName } from '../../src/lake/sql/tables.ts'
import { type ResultRow, rowsOf, type Value } from '../../src/lake/warehouse.ts'
import { testWriter as duckdbWriter } from '../support/writer.ts'
import { testWriter as trinoWriter } from './writer.ts'

export interface Twins {
  readonly duckdb: Writer
  readonly trino: Writer
}

export const newTwins = async (): Promise<Twins> => ({ duckdb: await duckdbWriter(), trino: await trinoWriter() })

/** Does something to both. */
export async function both({ duckdb, trino }: Twins, act: (writer: Writer) => Promise<unknown>): Promise<void> {
  await act(duckdb)
  await act(trino)
}

/** Stages each group of readings as a batch, in both, and merges. */
export const mergeBoth = (twins: Twins, ...groups: readonly (readonly ObjectReading[])[]) =>
  both(twins, async writer => {
    for (const readings of groups) await writeBatch(writer.store, readings)
    await merge(writer)
  })

export const cleanBoth = (twins: Twins) => both(twins, clean)

/** Orders that an article be taken down, and merges. */
export const takeDownBoth = (twins: Twins, articleId: string) =>
  both(twins, async writer => {
    await writer.store.put(takedownKey(articleId), new TextEncoder().encode('{}'))
    await merge(writer)
  })

/** Expects the same answer, row for row, and gives it. Both sides have to put their rows in a total order. */
export async function sameAnswer({ duckdb, trino }: Twins, sql: string): Promise<readonly ResultRow[]> {
  const [ours, theirs] = [await rowsOf(duckdb.warehouse, sql), await rowsOf(trino.warehouse, sql)]
  expect(theirs.map(comparable)).toEqual(ours.map(comparable))
  return ours
}

/** Expects the same rows in every view and every table below. Says how many there are. */
export async function sameTables(twins: Twins): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const name of mergeOrder) {
    const { columns, primaryKey } = tables[name]
    const list = Object.keys(columns).join(', ')
    counts[name] = (await sameAnswer(twins, `SELECT ${list} FROM ${name} ORDER BY ${primaryKey.join(', ')}`)).length
    const stored = storedName(name)
    await sameAnswer(
      twins,
      `SELECT ${list}, reading_id FROM ${stored} ORDER BY ${primaryKey.join(', ')}, source_key, reading_id`,
    )
  }
  return counts
}

/** Integers of all sizes are one kind of number here. */
function comparable(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, comparable(inner as Value)]))
  return value
}
