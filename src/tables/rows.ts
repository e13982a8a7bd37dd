/** Articles and findings → rows. Offsets become code points here, and nowhere else. */
import type { ArticleRow, CommentRow, DocumentRow, EventRow, QuoteRow } from '../../schemas/index.ts'
import type { Article, Facts, Findings, Reading } from '../types.ts'
import { articleRow } from './article-row.ts'
import { articleText } from './article-text.ts'
import { codePointOffsets } from './code-points.ts'
import { commentRow } from './comment-row.ts'
import { documentRow, type IdentifiedDocument } from './document-row.ts'
import { eventRow } from './event-row.ts'
import { articleKeys } from './keys.ts'
import { quoteRow } from './quote-row.ts'
import { type TimeRow, timeRow } from './time-row.ts'

export type { TimeRow }

/** The rows of one article. */
export interface ArticleRows {
  readonly article: ArticleRow
  readonly quotes: readonly QuoteRow[]
  readonly events: readonly EventRow[]
  readonly comments: readonly CommentRow[]
  readonly times: readonly TimeRow[]
}

/** The rows of one document. */
export interface DocumentRows {
  readonly document: DocumentRow
  readonly articles: readonly ArticleRows[]
}

export interface ExtractedArticle {
  readonly article: Article
  readonly findings: Findings
}

/** The rows of a document that could not be read: its `documents` row, which says why. */
export function unreadRows(
  bytes: Uint8Array,
  facts: Facts,
  reading: Exclude<Reading, { readonly outcome: 'read' }>,
): DocumentRows {
  const { outcome, reason, mediaType, charset, issues } = reading
  return {
    document: documentRow(bytes, facts, { outcome, reason, mediaType, charset, issues, articleCount: 0 }),
    articles: [],
  }
}

/** The rows of a document that was read. */
export function documentRows(
  bytes: Uint8Array,
  facts: Facts,
  { page, issues }: Extract<Reading, { readonly outcome: 'read' }>,
  extracted: readonly ExtractedArticle[],
): DocumentRows {
  const none = extracted.length === 0
  const document = documentRow(bytes, facts, {
    outcome: none ? 'not_article' : 'parsed',
    reason: none ? 'expected an article, found no paragraph of prose' : null,
    mediaType: page.mediaType,
    charset: page.charset,
    issues,
    articleCount: extracted.length,
  })
  const sourceOffset = codePointOffsets(page.text)
  const identified = new Set<string>()
  return {
    document,
    articles: extracted.map((item, ordinal) => {
      const url = facts.url ?? item.article.url
      const identifyingUrl = url === null || identified.has(url) ? null : url
      if (identifyingUrl !== null) identified.add(identifyingUrl)
      return articleRows(item, { url, identifyingUrl, ordinal }, document, facts, sourceOffset)
    }),
  }
}

interface Place {
  /** Canonical address of the article. */
  readonly url: string | null
  /** The same, unless an earlier article of the document has it too: ids must not collide. */
  readonly identifyingUrl: string | null
  /** Place of the article in its document. */
  readonly ordinal: number
}

function articleRows(
  { article, findings }: ExtractedArticle,
  { url, identifyingUrl, ordinal }: Place,
  document: IdentifiedDocument,
  facts: Facts,
  sourceOffset: (offset: number) => number,
): ArticleRows {
  const text = articleText(article)
  const { document_id: documentId, source_key: sourceKey, revision } = document
  const keys = articleKeys({ documentId, sourceKey, revision, url: identifyingUrl, ordinal })
  const quotes = findings.quotes.map((quote, i) => quoteRow(quote, i, keys, text))
  const quoteIds = quotes.map(({ quote_id }) => quote_id)
  return {
    article: articleRow(article, findings.publication, { document, facts, ordinal, url }, keys, text),
    quotes,
    events: findings.events.map((event, i) => eventRow(event, i, keys, text, quoteIds)),
    comments: article.comments.map((comment, i) =>
      commentRow(comment, findings.posted[i] ?? null, i, keys, sourceOffset),
    ),
    times: findings.times.map(time => timeRow(time, text)),
  }
}
