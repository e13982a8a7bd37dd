/** What Athena gets to make tables is Hive's language, which Trino does not speak: Hive's grammar checks it. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { tables } from '../../schemas/index.ts'
import { athenaDialect } from '../../src/lake/sql/dialect.ts'
import { migrationsOf, migrationsStatement } from '../../src/lake/sql/migrations.ts'
import { erasureStatements } from '../../src/lake/sql/upkeep.ts'
import { classPath, javaSource } from './jars.ts'

const dialect = athenaDialect({ database: 'presslake_test', location: 's3://lake/tables/' })

/** What Hive's grammar has against each statement; `ok` where nothing. */
function judged(statements: readonly string[]): readonly string[] {
  const { stdout, stderr, status } = spawnSync('java', ['-cp', classPath(), javaSource('HiveGrammar')], {
    input: statements.join('\0'),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the grammar could not be asked: ${stderr}`)
  return stdout.trim().split('\n')
}

test('every table and every column that may be added is in the grammar', () => {
  const statements = [
    migrationsStatement(dialect),
    ...migrationsOf().flatMap(({ statements }) => statements(dialect)),
    ...Object.values(tables).flatMap(({ name, columns }) =>
      Object.entries(columns).map(([column, definition]) => dialect.addColumn(`${name}_stored`, column, definition)),
    ),
    ...erasureStatements().flatMap(({ sql }) => (sql.startsWith('ALTER TABLE') ? [sql] : [])),
  ]
  expect(statements.length).toBeGreaterThan(80)
  const verdicts = judged(statements)
  expect(verdicts).toHaveLength(statements.length)
  const wrong = statements.flatMap((sql, i) => (verdicts[i] === 'ok' ? [] : [`${verdicts[i]}: ${sql}`]))
  expect(wrong).toEqual([])
})

test('the grammar tells right from wrong', () => {
  const [right, wrong] = judged(['CREATE TABLE `a` (b string)', "CREATE TABLE 'a' (b varchar) WITH (c = 'd')"])
  expect(right).toBe('ok')
  expect(wrong).not.toBe('ok')
})
