import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TableName, tables } from '../../schemas/index.ts'
import { decodeParquet, encodeParquet, MAX_ROWS, type ParquetProfile } from '../../src/tables/parquet.ts'
import { documentRows } from '../../src/tables/rows.ts'
import { arbitraryRow } from '../support/arbitrary-rows.ts'
import { everyType } from '../support/every-type.ts'
import * as invented from '../support/invented.ts'
import {
  canonicalRows,
  metadataOf,
  queryFile,
  readWithDuckdb,
  readWithHyparquet,
  readWithParquetjs,
} from '../support/parquet-readers.ts'

const profiles: readonly ParquetProfile[] = ['staging', 'release', 'compatible']

const person = { name: 'سلمى 😀', role: null, aliases: ['', 'أم خالد'] }
const full = {
  a_string: 'قبل\u0000بعد 😀 ﷺ',
  b_string: 'لا'.repeat(35_000),
  a_code: 'yes',
  b_code: 'no',
  a_int32: -(2 ** 31),
  b_int32: 2 ** 31 - 1,
  a_int64: 2 ** 53 - 1,
  b_int64: -(2 ** 53 - 1),
  a_double: -0.1,
  b_double: 5e-324,
  a_boolean: true,
  b_boolean: false,
  a_date: '0001-01-01',
  b_date: '9999-12-31',
  a_timestamp: '1969-12-31T23:59:59.999999Z',
  b_timestamp: '9999-12-31T23:59:59.5Z',
  a_list: ['', 'سلام', '😀'],
  b_list: [1, 2, 3],
  a_struct: person,
  b_struct: { ...person, role: 'وزيرة', aliases: [] },
  a_people: [person, { ...person, aliases: ['x'] }],
  b_people: [],
}
const sparse = {
  ...full,
  a_string: '',
  a_list: [],
  a_people: [],
  ...Object.fromEntries(
    Object.keys(full)
      .filter(name => name.startsWith('b_'))
      .map(name => [name, null]),
  ),
}
const rows = [full, sparse, { ...full, b_list: [], b_people: [person], a_boolean: false, b_struct: null }, full]

describe.each(profiles)('%s', profile => {
  const bytes = encodeParquet(everyType, rows, { profile })

  test('DuckDB reads every type back', async () => {
    expect(await readWithDuckdb(everyType, bytes)).toEqual(canonicalRows(everyType, rows))
  })

  test('hyparquet reads every type back', async () => {
    expect(await readWithHyparquet(everyType, bytes)).toEqual(canonicalRows(everyType, rows))
  })

  test('is read back here', () => {
    expect(canonicalRows(everyType, decodeParquet(everyType, bytes))).toEqual(canonicalRows(everyType, rows))
  })

  test('types and nullability are those of the format', () => {
    expect(
      metadataOf(bytes)
        .schema.slice(1)
        .map(element => schemaText(element)),
    ).toEqual([
      'a_string REQUIRED BYTE_ARRAY STRING',
      'b_string OPTIONAL BYTE_ARRAY STRING',
      'a_code REQUIRED BYTE_ARRAY STRING',
      'b_code OPTIONAL BYTE_ARRAY STRING',
      'a_int32 REQUIRED INT32',
      'b_int32 OPTIONAL INT32',
      'a_int64 REQUIRED INT64',
      'b_int64 OPTIONAL INT64',
      'a_double REQUIRED DOUBLE',
      'b_double OPTIONAL DOUBLE',
      'a_boolean REQUIRED BOOLEAN',
      'b_boolean OPTIONAL BOOLEAN',
      'a_date REQUIRED INT32 DATE',
      'b_date OPTIONAL INT32 DATE',
      'a_timestamp REQUIRED INT64 TIMESTAMP MICROS UTC',
      'b_timestamp OPTIONAL INT64 TIMESTAMP MICROS UTC',
      ...listOf('a_list', 'REQUIRED', ['element REQUIRED BYTE_ARRAY STRING']),
      ...listOf('b_list', 'OPTIONAL', ['element REQUIRED INT32']),
      ...structOf('a_struct', 'REQUIRED'),
      ...structOf('b_struct', 'OPTIONAL'),
      ...listOf('a_people', 'REQUIRED', structOf('element', 'REQUIRED')),
      ...listOf('b_people', 'OPTIONAL', structOf('element', 'REQUIRED')),
    ])
  })

  test('the same rows give the same bytes', () => {
    const about = { table: 'every_type', release: '2024.1.0' }
    const [first, ...others] = Array.from({ length: 5 }, () => encodeParquet(everyType, rows, { profile, about }))
    for (const other of others) expect(other).toEqual(first)
  })

  test('says about itself what it was told', () => {
    const about = { table: 'every_type' }
    const { key_value_metadata } = metadataOf(encodeParquet(everyType, rows, { profile, about }))
    expect(key_value_metadata?.find(({ key }) => key === 'presslake')?.value).toBe('{"table":"every_type"}')
  })

  test('no rows are a file with columns', async () => {
    const empty = encodeParquet(everyType, [], { profile })
    expect(await readWithHyparquet(everyType, empty)).toEqual([])
    expect(await queryFile(empty, 'SELECT count(*)::INTEGER AS rows FROM file')).toEqual([{ rows: 0 }])
    expect(metadataOf(empty).schema).toEqual(metadataOf(bytes).schema)
  })
})

const structOf = (name: string, repetition: string) => [
  `${name} ${repetition}`,
  'name REQUIRED BYTE_ARRAY STRING',
  'role OPTIONAL BYTE_ARRAY STRING',
  ...listOf('aliases', 'REQUIRED', ['element REQUIRED BYTE_ARRAY STRING']),
]
/** The three levels of a LIST. */
const listOf = (name: string, repetition: string, element: readonly string[]) => [
  `${name} ${repetition} LIST`,
  'list REPEATED',
  ...element,
]

function schemaText({
  name,
  repetition_type,
  type,
  logical_type,
}: ReturnType<typeof metadataOf>['schema'][number]): string {
  const logical =
    logical_type?.type === 'TIMESTAMP'
      ? `TIMESTAMP ${logical_type.unit} ${logical_type.isAdjustedToUTC ? 'UTC' : 'local'}`
      : logical_type?.type
  return [name, repetition_type, type, logical].filter(Boolean).join(' ')
}

test('parquetjs-lite, a third reader, reads the compatible profile', async () => {
  const inMilliseconds = rows.map(row => ({ ...row, a_timestamp: '1969-12-31T23:59:59.999Z' }))
  const bytes = encodeParquet(everyType, inMilliseconds, { profile: 'compatible' })
  expect(await readWithParquetjs(everyType, bytes)).toEqual(canonicalRows(everyType, inMilliseconds))
})

test('compression and dictionaries are those of the profile', () => {
  const chunk = (profile: ParquetProfile) =>
    metadataOf(encodeParquet(everyType, rows, { profile })).row_groups[0]?.columns[0]?.meta_data
  expect(chunk('staging')).toMatchObject({ codec: 'SNAPPY', encodings: expect.arrayContaining(['RLE_DICTIONARY']) })
  expect(chunk('release')).toMatchObject({ codec: 'ZSTD', encodings: expect.arrayContaining(['RLE_DICTIONARY']) })
  expect(chunk('compatible')).toMatchObject({
    codec: 'SNAPPY',
    encodings: expect.not.arrayContaining(['RLE_DICTIONARY']),
  })
})

test('statistics let a reader find what is there: presentation forms beside characters beyond U+FFFF', async () => {
  const words = ['ﷺ', '😀 x', 'سلام']
  const bytes = encodeParquet(
    everyType,
    words.map(a_string => ({ ...full, a_string })),
    { profile: 'release' },
  )
  for (const word of words) {
    expect(await queryFile(bytes, `SELECT a_string FROM file WHERE a_string = '${word}'`)).toEqual([{ a_string: word }])
  }
})

test('a file from before a column was added gives null for it', () => {
  const { b_string: added, ...before } = everyType.columns
  const { b_string: _, ...row } = full
  const bytes = encodeParquet({ ...everyType, columns: before }, [row], { profile: 'staging' })
  expect(added.nullMeans).toBeDefined()
  expect(decodeParquet(everyType, bytes)[0]).toMatchObject({ b_string: null, a_string: full.a_string })
})

test('a U+FEFF at the start survives, though other readers strip it', () => {
  const bytes = encodeParquet(everyType, [{ ...full, a_string: '\ufeffسلام' }], { profile: 'staging' })
  expect(decodeParquet(everyType, bytes)[0]?.a_string).toBe('\ufeffسلام')
})

test('what is no Parquet file is refused', () => {
  expect(() => decodeParquet(everyType, new TextEncoder().encode('no such file'))).toThrow()
})

test('a row that is not valid, or one too many, is refused with its place', () => {
  const encode = (...rows: readonly object[]) => encodeParquet(everyType, rows, { profile: 'staging' })
  expect(() => encode(full, { ...full, a_int32: 2 ** 31 })).toThrow(
    'row 1 of every_type: expected a whole number from -2147483648 to 2147483647, came 2147483648, at a_int32',
  )
  expect(() => encode({ ...full, a_string: null })).toThrow('row 0 of every_type: expected Unicode text, came null')
  const many = Array.from({ length: MAX_ROWS + 1 }, () => full)
  expect(() => encode(...many)).toThrow(`expected at most ${MAX_ROWS} rows a file, came ${MAX_ROWS + 1}`)
})

describe.each(Object.keys(tables) as TableName[])('%s', name => {
  test('rows → Parquet → rows is the identity, for each reader', async () => {
    const table = tables[name]
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryRow(table), { maxLength: 4 }),
        fc.constantFrom(...profiles),
        async (rows, profile) => {
          const bytes = encodeParquet(table, rows, { profile })
          const expected = canonicalRows(table, rows)
          expect(canonicalRows(table, decodeParquet(table, bytes))).toEqual(expected)
          expect(await readWithHyparquet(table, bytes)).toEqual(expected)
          expect(await readWithDuckdb(table, bytes)).toEqual(expected)
        },
      ),
      { numRuns: 12 },
    )
  })
})

test('the substr equation holds in SQL for every span of an article', async () => {
  const reading = { outcome: 'read', page: invented.page, issues: [] } as const
  const [rows] = documentRows(invented.bytes, invented.facts, reading, [invented.extracted]).articles
  if (!rows) throw new Error('expected one article')
  const violations = async (table: 'quotes' | 'events', text: string) => {
    const bytes = encodeParquet(tables[table], rows[table], { profile: 'staging' })
    const field = `CASE span_field WHEN 'title' THEN $title$${rows.article.title}$title$ ELSE $body$${rows.article.body}$body$ END`
    return queryFile(
      bytes,
      `SELECT count(*)::INTEGER AS spans, count_if(${text} <> substr(${field}, ${text}_start + 1, ${text}_end - ${text}_start))::INTEGER AS wrong FROM file`,
    )
  }
  expect(await violations('quotes', 'text')).toEqual([{ spans: 2, wrong: 0 }])
  expect(await violations('quotes', 'cue')).toEqual([{ spans: 2, wrong: 0 }])
  expect(await violations('events', 'trigger')).toEqual([{ spans: 1, wrong: 0 }])
  expect(await violations('events', 'sentence')).toEqual([{ spans: 1, wrong: 0 }])
})
