import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boolean,
  code,
  date,
  double,
  int32,
  int64,
  list,
  optional,
  required,
  string,
  struct,
  table,
  timestamp,
} from '../../schemas/column.ts'
import { tables } from '../../schemas/index.ts'
import { problemText, validateRow } from '../../src/tables/validate.ts'
import { arbitraryRow } from '../support/arbitrary-rows.ts'

const one = (type: Parameters<typeof required>[0]) =>
  table({ name: 'one', meaning: 'One column', primaryKey: [], columns: { it: required(type, 'It', 0 as never) } })
const problems = (type: Parameters<typeof required>[0], it: unknown) => validateRow(one(type), { it }).map(problemText)

describe('values', () => {
  test.each([
    [string, ['', 'سلام', '\u0000', '😀'], [null, undefined, 1, {}, '\ud83d', 'a\ude00b']],
    [code(['say', 'add']), ['say'], ['tell', null, 0]],
    [int32, [0, -(2 ** 31), 2 ** 31 - 1], [2 ** 31, -(2 ** 31) - 1, 1.5, '1', 1n, Number.NaN, null]],
    [int64, [0, 2 ** 53 - 1], [2 ** 53, 0.5, 1n]],
    [double, [0, -0.5, 1e300], [Number.NaN, Number.POSITIVE_INFINITY, '0.5']],
    [boolean, [true, false], [0, 'true', null]],
    [date, ['2024-02-29', '0001-01-01', '9999-12-31'], ['2023-02-29', '2024-13-01', '2024-4-1', '0000-01-01', '2024']],
    [
      timestamp,
      ['2024-02-29T23:59:59Z', '1969-12-31T00:00:00.000001Z'],
      [
        '2024-02-29',
        '2024-02-29T24:00:00Z',
        '2024-02-30T00:00:00Z',
        '2024-01-01T00:00:00+03:00',
        '2024-01-01T00:00:00',
      ],
    ],
    [list(int32), [[], [1, 2]], [null, [null], ['1'], {}, '[]']],
    [struct({ a: required(int32, 'A', 1) }), [{ a: 1 }], [null, [], {}, { a: null }, { a: 1, b: 2 }]],
  ])('$kind', (type, good, bad) => {
    for (const value of good) expect(problems(type, value)).toEqual([])
    for (const value of bad) expect(problems(type, value), fc.stringify(value)).toHaveLength(1)
  })

  test('null is for columns that say what it means', () => {
    const columns = { it: optional(int32, 'It', 'unknown', 1) }
    const nullable = table({ name: 'one', meaning: 'One', primaryKey: [], columns })
    expect(validateRow(nullable, { it: null })).toEqual([])
    expect(validateRow(nullable, { it: undefined })).toHaveLength(1)
    expect(validateRow(nullable, {})).toEqual([
      { column: 'it', expected: expect.stringMatching(/ or null$/), came: 'nothing' },
    ])
  })
})

test('a message says what was expected, what came and where', () => {
  const inner = struct({ role: required(string, 'Role', 'x') })
  expect(problems(list(inner), [{ role: 'a' }, { role: 7 }])).toEqual(['expected Unicode text, came 7, at it[1].role'])
  expect(problems(int32, 'س'.repeat(1000))[0]).toMatch(/came "س{40}…", at it$/)
  expect(validateRow(one(int32), null).map(problemText)).toEqual(['expected an object, came null'])
  expect(validateRow(one(int32), { it: 1, thing: [] }).map(problemText)).toEqual([
    'expected no such column, came a list, at thing',
  ])
})

describe.each(Object.values(tables))('$name', definition => {
  test('accepts whatever its declaration allows', () => {
    fc.assert(
      fc.property(arbitraryRow(definition), row => {
        expect(validateRow(definition, row)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('notices any column that is missing, unknown or of another type', () => {
    const columns = Object.keys(definition.columns)
    fc.assert(
      fc.property(arbitraryRow(definition), fc.constantFrom(...columns), (row, name) => {
        const { [name]: _, ...without } = row
        expect(validateRow(definition, without)).toEqual([expect.objectContaining({ column: name, came: 'nothing' })])
        expect(validateRow(definition, { ...row, no_such_column: 1 })).toHaveLength(1)
        expect(validateRow(definition, { ...row, [name]: Symbol('other') })).toHaveLength(1)
      }),
      { numRuns: 25 },
    )
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), row => {
        expect(validateRow(definition, row).length).toBeGreaterThan(0)
      }),
    )
  })
})
