/** Example rows and counter-examples. A counter-example is the valid row of its table with one thing changed. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type TableName, tables } from '../../schemas/index.ts'
import { problemText, validateRow } from '../../src/tables/validate.ts'

interface CounterExample {
  readonly table: TableName
  readonly change?: Readonly<Record<string, unknown>>
  readonly remove?: string
  readonly problem: string
}

const names = (folder: string) => readdirSync(join(import.meta.dirname, folder)).map(name => basename(name, '.json'))
const read = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, folder, `${name}.json`), 'utf8'))

test('every table has a valid row and a counter-example', () => {
  expect(names('valid').sort()).toEqual(Object.keys(tables).sort())
  const refused = names('invalid').map(name => (read('invalid', name) as CounterExample).table)
  expect(new Set(refused)).toEqual(new Set(Object.keys(tables)))
})

test.each(Object.values(tables))('valid: $name', table => {
  expect(validateRow(table, read('valid', table.name)).map(problemText)).toEqual([])
})

test.each(names('invalid'))('invalid: %s', name => {
  const { table, change, remove, problem } = read('invalid', name) as CounterExample
  const changed = Object.entries({ ...read('valid', table), ...change }).filter(([column]) => column !== remove)
  expect(validateRow(tables[table], Object.fromEntries(changed)).map(problemText)).toEqual([problem])
})

describe.each(Object.values(tables))('$name as documented', table => {
  const examples = Object.fromEntries(Object.entries(table.columns).map(([name, { example }]) => [name, example]))

  test('its examples make a valid row', () => {
    expect(validateRow(table, examples).map(problemText)).toEqual([])
  })

  test('names and meanings follow the rules', () => {
    for (const name of table.primaryKey) expect(table.columns[name as never]).toBeDefined()
    for (const [name, column] of Object.entries(table.columns)) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
      for (const text of [column.meaning, column.nullMeans ?? 'x']) expect(text).toMatch(/^\S[^\r\n]*[^\s.]$|^\S$/)
    }
  })
})
