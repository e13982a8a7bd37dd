/** The document behind a row, read again: its text, and the time expressions, which no table keeps. */
import type { ArticleRow } from '../../../schemas/index.ts'
import { factsOf } from '../../lake/content.ts'
import { listedPrefix, sidecarKey, sourceKeyOf } from '../../lake/keys.ts'
import { processSafely } from '../../lake/process-safely.ts'
import type { GetOptions, Store, StoredContent } from '../../lake/store.ts'
import { process } from '../../pipeline.ts'
import { readDocument } from '../../read/document.ts'
import { sha256 } from '../../tables/ids.ts'
import type { TimeRow } from '../../tables/rows.ts'
import type { ReadDocument } from './found-row.ts'

export interface Source {
  /** As decoded; offsets of comments count its code points. */
  readonly text: string
  readonly times: readonly TimeRow[]
}

/**
 * Null when the inbox does not hold the bytes any more from which the article was read. Where the inbox keeps versions, it
 * is the one that was read, whatever was dropped over it or deleted since.
 */
export async function rereadSource(
  inbox: Store,
  article: ArticleRow,
  document: ReadDocument | null,
): Promise<Source | null> {
  const content = await findContent(inbox, article.source_key, versionAsked(document?.source_version))
  if (!content || sha256(content.bytes) !== article.document_id) return null
  const sidecar = await sidecarOf(inbox, content.key, document)
  const { facts } = factsOf(content, sidecar, { sourceKey: article.source_key, revision: article.revision })
  const reading = readDocument(content.bytes, facts)
  if (reading.outcome !== 'read') return null
  const { articles } = processSafely(content.bytes, facts, { process })
  const same = articles.find(rows => rows.article.article_id === article.article_id)
  return { text: reading.page.text, times: same?.times ?? [] }
}

/** The latest where no version is known. */
const versionAsked = (version: string | null | undefined): GetOptions => (version ? { version } : {})

async function findContent(inbox: Store, sourceKey: string, asked: GetOptions): Promise<StoredContent | null> {
  const content = await inbox.get(sourceKey, asked)
  if (content) return content
  // The key may be spelt in another way than the tables spell it.
  if (listedPrefix(sourceKey) === sourceKey) return null
  for await (const { key } of inbox.list(listedPrefix(sourceKey)))
    if (sourceKeyOf(key) === sourceKey) return inbox.get(key, asked)
  return null
}

async function sidecarOf(inbox: Store, key: string, document: ReadDocument | null): Promise<StoredContent | null> {
  if (typeof document?.source_version !== 'string') return inbox.get(sidecarKey(key))
  return document.sidecar_version === null ? null : inbox.get(sidecarKey(key), versionAsked(document.sidecar_version))
}
