/** The document behind a row, read again: its text, and the time expressions, which no table keeps. */
import type { ArticleRow } from '../../../schemas/index.ts'
import { factsOf } from '../../lake/content.ts'
import { sidecarKey, sourceKeyOf } from '../../lake/keys.ts'
import type { Lake } from '../../lake/lake.ts'
import { processSafely } from '../../lake/process-safely.ts'
import type { StoredContent } from '../../lake/store.ts'
import { readDocument } from '../../read/document.ts'
import { sha256 } from '../../tables/ids.ts'
import type { TimeRow } from '../../tables/rows.ts'

export interface Source {
  /** As decoded; offsets of comments count its code points. */
  readonly text: string
  readonly times: readonly TimeRow[]
}

/** Null when the inbox does not hold the bytes any more from which the article was read. */
export async function rereadSource({ inbox }: Lake, article: ArticleRow): Promise<Source | null> {
  const content = await findContent(inbox, article.source_key)
  if (!content || sha256(content.bytes) !== article.document_id) return null
  const sidecar = await inbox.get(sidecarKey(content.key))
  const { facts } = factsOf(content, sidecar, { sourceKey: article.source_key, revision: article.revision })
  const reading = readDocument(content.bytes, facts)
  if (reading.outcome !== 'read') return null
  const { articles } = processSafely(content.bytes, facts)
  const same = articles.find(rows => rows.article.article_id === article.article_id)
  return { text: reading.page.text, times: same?.times ?? [] }
}

async function findContent(inbox: Lake['inbox'], sourceKey: string): Promise<StoredContent | null> {
  const content = await inbox.get(sourceKey)
  if (content) return content
  for await (const { key } of inbox.list('')) if (sourceKeyOf(key) === sourceKey) return inbox.get(key)
  return null
}
