/** A lake in a folder of its own with its tables in memory, for tests. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, type Writer } from '../../src/lake/merge.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'presslake-test-'))

export async function testWriter(): Promise<Writer> {
  const folder = await temporaryFolder()
  const warehouse = await duckdbWarehouse({ file: ':memory:', staging: folder })
  const writer = { store: diskStore(folder), warehouse, wait: async () => {} }
  await migrate(writer)
  return writer
}

/** What people see, without the columns that differ from one way there to another. */
export async function shown({ warehouse }: Writer) {
  const articles = `SELECT article_id, source_key, revision, body, deleted_because, duplicate_of FROM articles ORDER BY article_id`
  return {
    documents: await rowsOf(warehouse, 'SELECT source_key, outcome, article_count FROM documents ORDER BY source_key'),
    articles: await rowsOf(warehouse, articles),
    quotes: await rowsOf(warehouse, 'SELECT article_id, text, ordinal FROM quotes ORDER BY article_id, ordinal'),
    comments: await rowsOf(warehouse, 'SELECT article_id, text, ordinal FROM comments ORDER BY article_id, ordinal'),
  }
}
