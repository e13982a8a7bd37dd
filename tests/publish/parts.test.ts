import { expect, test } from 'vitest'
import { required, string, table } from '../../schemas/column.ts'
import { parquetParts } from '../../src/publish/parts.ts'
import { decodeParquet } from '../../src/tables/parquet.ts'

const words = table({
  name: 'words',
  meaning: 'Words',
  primaryKey: ['word'],
  columns: { word: required(string, 'Word', 'x') },
})

async function sizes(rows: Iterable<{ word: string }>): Promise<readonly number[]> {
  const found: number[] = []
  for await (const { bytes, rows: part } of parquetParts(words, toAsync(rows), {}, { rows: 3, text: 100 })) {
    expect(decodeParquet(words, bytes)).toEqual(part)
    found.push(part.length)
  }
  return found
}

async function* toAsync<T>(items: Iterable<T>) {
  yield* items
}

test('no rows are one part, so that the columns are there', async () => {
  expect(await sizes([])).toEqual([0])
})

test('as many parts as rows need, and none empty at the end', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ word: String(i) }))
  expect(await sizes(rows(1))).toEqual([1])
  expect(await sizes(rows(3))).toEqual([3])
  expect(await sizes(rows(7))).toEqual([3, 3, 1])
})

test('much text ends a part early', async () => {
  const long = { word: 'س'.repeat(60) }
  expect(await sizes([long, long, long, long])).toEqual([2, 2])
  expect(await sizes([{ word: 'س'.repeat(1000) }, long])).toEqual([1, 1])
})
