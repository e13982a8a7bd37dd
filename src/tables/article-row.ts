import type { ArticleRow } from '../../schemas/index.ts'
import type { Article, Evidence, Facts, Publication, Span } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import type { ArticleText } from './article-text.ts'
import { dateColumns } from './date-columns.ts'
import type { IdentifiedDocument } from './document-row.ts'
import { sha256 } from './ids.ts'
import type { ArticleKeys } from './keys.ts'

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

export interface ArticlePlace {
  readonly document: IdentifiedDocument
  readonly facts: Facts
  /** Place of the article in its document. */
  readonly ordinal: number
  /** Canonical address. */
  readonly url: string | null
}

export function articleRow(
  article: Article,
  publication: Publication,
  { document, facts, ordinal, url }: ArticlePlace,
  keys: ArticleKeys,
  text: ArticleText,
): ArticleRow {
  return {
    article_id: keys.article.article_id,
    document_id: document.document_id,
    source_key: document.source_key,
    ordinal,
    revision: keys.article.revision,
    url,
    site_name: facts.siteName ?? article.siteName,
    title: article.title,
    subtitle: article.subtitle,
    authors: article.authors,
    translators: article.translators,
    source_credits: article.sourceCredits,
    language: article.language,
    ...dateColumns('published', publication.value),
    published_basis: publication.basis,
    published_evidence: publication.evidence.map(evidence => evidenceStruct(evidence, text)),
    captured_at: document.captured_at,
    body: article.body,
    body_sha256: sha256(article.body),
    sections: sections(article).map(({ heading, ...span }) => {
      const [section_start, section_end] = text.offsets(span, 'body')
      return { heading, section_start, section_end }
    }),
    word_count: article.body.match(WORDS)?.length ?? 0,
    stated_comment_count: article.statedCommentCount,
    duplicate_of: null,
    deleted_because: null,
    pipeline_version: pipelineVersion,
  }
}

function evidenceStruct(
  { ruleId, span, text: said, says }: Evidence,
  text: ArticleText,
): ArticleRow['published_evidence'][number] {
  const [text_start, text_end] = span ? text.offsets(span, span.field) : [null, null]
  return { rule_id: ruleId, span_field: span?.field ?? null, text_start, text_end, text: said, says }
}

/** Headings with what follows them; what stands before the first heading is the lead. Offsets in code units. */
function sections({ body, blocks }: Article): readonly (Span & { readonly heading: string | null })[] {
  const headings = blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => ({ heading: body.slice(start, end), start }))
  const lead = blocks.length > 0 && blocks[0]?.kind !== 'heading' ? [{ heading: null, start: 0 }] : []
  const heads = [...lead, ...headings]
  return heads.map((head, i) => ({ ...head, end: heads[i + 1]?.start ?? body.length }))
}
