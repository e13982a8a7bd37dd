/** Whether a staged file holds rows of an article. */
import { decodeParquet } from '../../tables/parquet.ts'
import type { StagedPart } from '../keys.ts'
import { stagedTable } from '../sql/tables.ts'
import type { Store } from '../store.ts'
import type { TakedownRecord } from './record.ts'

/** One that cannot be read may hold anything. */
export async function partNames(
  store: Store,
  key: string,
  { table }: StagedPart,
  { article_id, documents }: Pick<TakedownRecord, 'article_id' | 'documents'>,
): Promise<boolean> {
  const content = await store.get(key)
  if (!content) return false
  const ids = new Set(documents.flatMap(({ document_id }) => document_id ?? []))
  try {
    return decodeParquet(stagedTable(table), content.bytes).some(row =>
      table === 'documents' ? ids.has(String(row.document_id)) : row.article_id === article_id,
    )
  } catch {
    return true
  }
}
