import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { list, optional, required, string, struct, table, timestamp } from '../../schemas/column.ts'
import { tables } from '../../schemas/index.ts'
import {
  athenaColumns,
  athenaType,
  duckdbColumns,
  duckdbTable,
  duckdbType,
  icebergTable,
} from '../../src/tables/ddl.ts'

const nested = list(
  struct({ name: required(string, 'Name', 'x'), end: optional(timestamp, 'End', 'open', '2024-01-01T00:00:00Z') }),
)

test('nested types in both dialects', () => {
  expect(duckdbType(nested)).toBe('STRUCT("name" VARCHAR, "end" TIMESTAMP WITH TIME ZONE)[]')
  expect(athenaType(nested)).toBe('array<struct<name:string,end:timestamp>>')
})

test('Athena gets quoted names, doubled quotes and a location of its own', () => {
  const tiny = table({
    name: 'tiny',
    meaning: "A table's meaning",
    primaryKey: ['trigger'],
    columns: { trigger: optional(string, "The word's form", 'none', 'x') },
  })
  expect(icebergTable(tiny, { database: 'news', location: 's3://lake/tiny/' })).toBe(
    [
      'CREATE TABLE IF NOT EXISTS `news`.`tiny` (',
      "  `trigger` string COMMENT 'The word''s form. Null: none'",
      ')',
      "COMMENT 'A table''s meaning'",
      "LOCATION 's3://lake/tiny/'",
      "TBLPROPERTIES ('table_type' = 'ICEBERG', 'format' = 'parquet', 'write_compression' = 'zstd')",
    ].join('\n'),
  )
})

describe.each(Object.values(tables))('$name', definition => {
  test('comments fit the catalog: one line of 255 characters', () => {
    for (const { name, comment } of athenaColumns(definition)) {
      expect(comment.length, name).toBeLessThanOrEqual(255)
      expect(comment, name).not.toMatch(/[\r\n]/)
    }
  })

  test('DuckDB creates it as declared', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(duckdbTable(definition))
    await connection.run(duckdbTable(definition))
    const reader = await connection.runAndReadAll(
      `SELECT column_name AS name, replace(data_type, '"', '') AS type, is_nullable AS nullable FROM duckdb_columns() WHERE NOT internal ORDER BY column_index`,
    )
    expect(reader.getRowObjectsJS()).toEqual(
      duckdbColumns(definition).map(({ name, type, nullable }) => ({ name, type: type.replaceAll('"', ''), nullable })),
    )
    connection.closeSync()
  })
})
