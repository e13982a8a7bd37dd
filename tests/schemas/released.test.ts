import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { code, int32, list, optional, required, string, struct, table } from '../../schemas/column.ts'
import { breakingChanges, describeSchema } from '../../schemas/description.ts'
import { tables } from '../../schemas/index.ts'
import { schemaVersion } from '../../schemas/version.ts'

const folder = join(import.meta.dirname, '../../schemas/released')
const major = Number(schemaVersion.split('.')[0])

test('every published major version is kept', () => {
  const kept = readdirSync(folder).map(name => Number(name.replace('.json', '')))
  expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: major }, (_, i) => i + 1))
})

test('the schema breaks nobody who reads the published one', () => {
  const { version, tables: published } = JSON.parse(readFileSync(join(folder, `${major}.json`), 'utf8'))
  expect(version).toMatch(new RegExp(`^${major}\\.`))
  expect(breakingChanges(published, describeSchema(tables))).toEqual([])
})

describe('changes', () => {
  const words = (...columns: string[]) => code(['a', 'b', ...columns])
  const person = { name: required(string, 'Name', 'x'), role: optional(words(), 'Role', 'none', 'a') }
  const columns = {
    id: required(string, 'Id', 'x'),
    kind: required(words(), 'Kind', 'a'),
    people: required(list(struct(person)), 'People', []),
  }
  type Columns = Parameters<typeof table>[0]['columns']
  const schema = (columns: Columns, primaryKey = ['id']) =>
    describeSchema({ things: table({ name: 'things', meaning: 'Things', primaryKey, columns }) })
  const published = schema(columns)

  test.each<[string, Columns]>([
    ['none', columns],
    ['a column that may be null, at the end', { ...columns, more: optional(int32, 'More', 'none', 1) }],
    ['a word at the end of a code', { ...columns, kind: required(words('c'), 'Kind', 'a') }],
    [
      'a column that is no longer null',
      { ...columns, people: required(list(struct({ ...person, role: required(words(), 'R', 'a') })), 'P', []) },
    ],
    [
      'a field that may be null, at the end',
      { ...columns, people: required(list(struct({ ...person, age: optional(int32, 'Age', 'none', 1) })), 'P', []) },
    ],
    ['wording', { ...columns, id: required(string, 'Identifier', 'y') }],
  ])('additive: %s', (_, next) => {
    expect(breakingChanges(published, schema(next))).toEqual([])
    expect(breakingChanges(published, { ...schema(next), more: published.things as never })).toEqual([])
  })

  const { kind: _, ...withoutKind } = columns
  test.each<[string, Columns]>([
    ['things.kind: the column is gone', withoutKind],
    [
      'things.more: is new and never null, but rows published before lack it',
      { ...columns, more: required(int32, 'More', 1) },
    ],
    ['things.id: may now be null', { ...columns, id: optional(string, 'Id', 'none', 'x') }],
    ['things.id: was string, is int32', { ...columns, id: required(int32, 'Id', 1) }],
    ['things.kind: was code, is string', { ...columns, kind: required(string, 'Kind', 'a') }],
    [
      'things.kind: a word of the code is gone or moved',
      { ...columns, kind: required(code(['a', 'c', 'b']), 'Kind', 'a') },
    ],
    ['things.people[]: was struct, is string', { ...columns, people: required(list(string), 'People', []) }],
    [
      'things.people[].role: the column is gone',
      { ...columns, people: required(list(struct({ name: person.name })), 'People', []) },
    ],
  ])('breaking: %s', (problem, next) => {
    expect(breakingChanges(published, schema(next))).toEqual([problem])
  })

  test('breaking: order, key and tables', () => {
    const swapped = schema({ kind: columns.kind, id: columns.id, people: columns.people })
    expect(breakingChanges(published, swapped)).toHaveLength(2)
    expect(breakingChanges(published, schema(columns, ['kind']))).toEqual(['things: another key'])
    expect(breakingChanges(published, {})).toEqual(['things: the table is gone'])
  })
})
