import { createHash } from 'node:crypto'
import { athenaDialect } from '../src/lake/sql/dialect.ts'
import { migrationsOf } from '../src/lake/sql/migrations.ts'
import { viewStatements } from '../src/lake/sql/views.ts'

/** Changes whenever a deployment has tables or views to change. */
export function tablesFingerprint(): string {
  const dialect = athenaDialect({ database: 'any', location: 's3://any/' })
  const statements = [migrationsOf().map(({ statements }) => statements(dialect)), viewStatements()]
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16)
}
