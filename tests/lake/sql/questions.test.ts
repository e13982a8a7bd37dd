import { expect, test } from 'vitest'
import { questions } from '../../../src/lake/sql/questions.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { testWriter } from '../../support/writer.ts'

test('questions have names of their own', () => {
  expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length)
  for (const { name, asks } of questions)
    expect([name, asks]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.stringMatching(/\?$/)])
})

test.each(questions.map(({ name, sql }) => [name, sql]))('%s is understood by DuckDB', async (_, sql) => {
  const { warehouse } = await testWriter()
  expect(await rowsOf(warehouse, sql)).toEqual([])
})
