/** What Athena takes, by its documentation, against the largest statements that can be made here. */
import { describe, expect, test } from 'vitest'
import { spanQuery } from '../../../src/lake/checks.ts'
import { athenaDialect } from '../../../src/lake/sql/dialect.ts'
import {
  cleanStatements,
  judgeStatement,
  mergeStatements,
  mostBatches,
  recordTakedowns,
} from '../../../src/lake/sql/merge.ts'
import { migrationsOf, migrationsStatement } from '../../../src/lake/sql/migrations.ts'
import { questions } from '../../../src/lake/sql/questions.ts'
import { mergeOrder, storedTable } from '../../../src/lake/sql/tables.ts'
import { readStatements, reopenStatement } from '../../../src/lake/sql/unreadable.ts'
import { upkeepStatements } from '../../../src/lake/sql/upkeep.ts'
import { viewStatements } from '../../../src/lake/sql/views.ts'

/** "Amazon Athena endpoints and quotas": the maximum allowed query string length, in bytes of UTF-8. */
const STATEMENT_BYTES = 262_144
/** "Supported types for partition projection": values of an injected partition in one query. */
const INJECTED_VALUES = 1_000

const dialect = athenaDialect({ database: 'presslake_abcdefghijkl', location: `s3://${'b'.repeat(63)}/tables/` })
const id = (n: number) => n.toString(16).padStart(32, '0')
const batches = Array.from({ length: mostBatches }, (_, n) => id(n))
const articles = Array.from({ length: mostBatches }, (_, n) => `a_${n.toString(16).padStart(20, '0')}`)

const all: readonly string[] = [
  ...mergeStatements(batches).map(({ sql }) => sql),
  ...cleanStatements().map(({ sql }) => sql),
  judgeStatement.sql,
  recordTakedowns(articles).sql,
  ...readStatements(id(1)).map(({ sql }) => sql),
  reopenStatement(id(1)).sql,
  ...upkeepStatements().map(({ sql }) => sql),
  ...viewStatements().map(({ sql }) => sql),
  migrationsStatement(dialect),
  ...migrationsOf().flatMap(migration => migration.statements(dialect)),
  ...questions.map(({ sql }) => sql),
  spanQuery,
]

describe('every statement', () => {
  test('is far shorter than Athena allows, however many batches are merged', () => {
    const longest = Math.max(...all.map(sql => Buffer.byteLength(sql)))
    expect(longest).toBeGreaterThan(20_000)
    expect(longest).toBeLessThan(STATEMENT_BYTES / 4)
  })

  test('names no more batches than an injected partition takes', () => {
    for (const sql of all) {
      const lists = [...sql.matchAll(/batch IN \(([^)]*)\)/g)].map(([, list = '']) => list.split(',').length)
      for (const length of lists) expect(length).toBeLessThanOrEqual(INJECTED_VALUES / 2)
    }
    expect(() => mergeStatements([...batches, id(mostBatches)])).toThrow(/expected 1 to 500 batches/)
  })

  test('that asks a staged table names its batches, without which an injected partition gives an error', () => {
    const staged = all.filter(sql => /FROM \w+_staged/.test(sql) && sql !== reopenStatement(id(1)).sql)
    expect(staged.length).toBeGreaterThan(8)
    for (const sql of staged) expect(sql).toMatch(/batch (?:IN \(|= ')/)
  })

  test('writes into one partition: tables are in none, so that the limit of 100 open writers is out of reach', () => {
    for (const name of mergeOrder) expect(dialect.createTable(storedTable(name))).not.toMatch(/PARTITIONED BY/i)
  })

  test('ends without a semicolon', () => {
    for (const sql of all) expect(sql).not.toMatch(/;\s*$/)
  })
})
