/** One declaration, many forms: every form of a table has the same columns in the same order. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type ArticleRow,
  type CommentRow,
  type DocumentRow,
  type EventRow,
  type QuoteRow,
  tables,
} from '../../schemas/index.ts'
import { arrowTable } from '../../src/tables/arrow.ts'
import { athenaColumns, duckdbColumns, duckdbTable, icebergTable } from '../../src/tables/ddl.ts'
import { encodeParquet } from '../../src/tables/parquet.ts'
import { documentRows } from '../../src/tables/rows.ts'
import { validateRow } from '../../src/tables/validate.ts'
import * as invented from '../support/invented.ts'
import { metadataOf } from '../support/parquet-readers.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/tables.md'), 'utf8')

/** Rows as the pipeline makes them. */
const reading = { outcome: 'read', page: invented.page, issues: [] } as const
const { document, articles } = documentRows(invented.bytes, invented.facts, reading, [invented.extracted])
const made: Readonly<Record<keyof typeof tables, readonly object[]>> = {
  documents: [document],
  articles: articles.map(({ article }) => article),
  quotes: articles.flatMap(({ quotes }) => quotes),
  events: articles.flatMap(({ events }) => events),
  comments: articles.flatMap(({ comments }) => comments),
}

test('row types have the columns, and nothing else', () => {
  expectTypeOf<keyof DocumentRow>().toEqualTypeOf<keyof (typeof tables)['documents']['columns']>()
  expectTypeOf<keyof ArticleRow>().toEqualTypeOf<keyof (typeof tables)['articles']['columns']>()
  expectTypeOf<keyof QuoteRow>().toEqualTypeOf<keyof (typeof tables)['quotes']['columns']>()
  expectTypeOf<keyof EventRow>().toEqualTypeOf<keyof (typeof tables)['events']['columns']>()
  expectTypeOf<keyof CommentRow>().toEqualTypeOf<keyof (typeof tables)['comments']['columns']>()
  expectTypeOf<ArticleRow['title']>().toEqualTypeOf<string | null>()
  expectTypeOf<QuoteRow['kind']>().toEqualTypeOf<'direct' | 'indirect' | 'mixed'>()
})

describe.each(Object.values(tables))('$name', table => {
  const declared = Object.keys(table.columns)

  test('rows that the pipeline makes', () => {
    expect(made[table.name as keyof typeof tables].length).toBeGreaterThan(0)
    for (const row of made[table.name as keyof typeof tables]) {
      expect(Object.keys(row)).toEqual(declared)
      expect(validateRow(table, row)).toEqual([])
    }
  })

  test('validator', () => {
    expect(validateRow(table, {}).map(({ column }) => column)).toEqual(declared)
  })

  test('Arrow', () => {
    expect(arrowTable(table, []).schema.fields.map(({ name }) => name)).toEqual(declared)
  })

  test('Parquet', () => {
    const { row_groups } = metadataOf(
      encodeParquet(table, made[table.name as keyof typeof tables], { profile: 'release' }),
    )
    const paths = row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.path_in_schema[0]))
    expect([...new Set(paths)]).toEqual(declared)
  })

  test('DuckDB', () => {
    expect(duckdbColumns(table).map(({ name }) => name)).toEqual(declared)
    expect([...duckdbTable(table).matchAll(/^ {2}"(\w+)"/gm)].map(([, name]) => name)).toEqual(declared)
  })

  test('Glue and Athena', () => {
    expect(athenaColumns(table).map(({ name }) => name)).toEqual(declared)
    const place = { database: 'news', location: 's3://lake/table/' }
    expect([...icebergTable(table, place).matchAll(/^ {2}`(\w+)`/gm)].map(([, name]) => name)).toEqual(declared)
  })

  test('documentation', () => {
    const section = page.split(/^## /m).find(text => text.startsWith(`${table.name}\n`)) ?? ''
    expect([...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(declared)
  })

  test('references point at keys that exist', () => {
    for (const { column, table: target, key } of table.references ?? []) {
      expect(declared).toContain(column)
      expect(tables[target as keyof typeof tables].primaryKey).toContain(key)
    }
  })
})
