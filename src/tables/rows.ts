/** Articles and findings → rows. Offsets become code points here, and nowhere else. */
import type { ArticleRow, CommentRow, DocumentRow, EventRow, QuoteRow } from '../../schemas/index.ts'
import type { Article, DateValue, Facts, Findings, Outcome, Reading, Span, SpanField } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import { codePointOffsets } from './code-points.ts'
import { makeId, sha256 } from './ids.ts'

/** A time expression as `presslake extract` prints it; offsets count code points. */
export interface TimeRow {
  readonly text: string
  readonly span_field: SpanField
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly value: string
  readonly basis: 'stated' | 'inferred'
  readonly rule_id: string
}

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
  return {
    document,
    articles: extracted.map((item, ordinal) => articleRows(item, ordinal, document, facts, sourceOffset)),
  }
}

interface DocumentFacts {
  readonly outcome: Outcome
  readonly reason: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly issues: DocumentRow['issues']
  readonly articleCount: number
}

function documentRow(bytes: Uint8Array, facts: Facts, read: DocumentFacts): DocumentRow {
  return {
    document_id: sha256(bytes),
    source_key: facts.sourceKey.normalize('NFC'),
    source_version: facts.sourceVersion ?? null,
    revision: facts.revision,
    media_type: read.mediaType,
    charset: read.charset,
    size_bytes: bytes.length,
    outcome: read.outcome,
    outcome_reason: read.reason,
    issues: read.issues,
    article_count: read.articleCount,
    captured_at: facts.capturedAt ?? null,
    pipeline_version: pipelineVersion,
  }
}

type ToCodePoints = (offset: number) => number

function articleRows(
  { article, findings }: ExtractedArticle,
  ordinal: number,
  document: DocumentRow,
  facts: Facts,
  sourceOffset: ToCodePoints,
): ArticleRows {
  const texts: Record<SpanField, string> = { title: article.title ?? '', body: article.body }
  const offsets: Record<SpanField, ToCodePoints> = {
    title: codePointOffsets(texts.title),
    body: codePointOffsets(texts.body),
  }
  const cut = ({ start, end }: Span, field: SpanField) => texts[field].slice(start, end)
  const at = (span: Span | null, field: SpanField): readonly [number | null, number | null] =>
    span ? [offsets[field](span.start), offsets[field](span.end)] : [null, null]

  const url = facts.url ?? article.url
  const article_id = url === null ? makeId('a', 'key', document.source_key, ordinal) : makeId('a', 'url', url)
  const key = { article_id, revision: facts.revision }
  const childId = (prefix: string, kind: string, at: number) =>
    makeId(prefix, article_id, document.document_id as string, pipelineVersion, kind, at)
  const quoteIds = findings.quotes.map(({ kind }, at) => childId('q', kind, at))
  const commentIds = article.comments.map((_, at) => childId('c', 'comment', at))

  const quotes = findings.quotes.map((quote, i): QuoteRow => {
    const { field } = quote.content
    const [cue_start, cue_end] = at(quote.cue, field)
    const [mention_start, mention_end] = at(quote.mention, field)
    return {
      quote_id: quoteIds[i] as string,
      ...key,
      ordinal: i,
      kind: quote.kind,
      text: cut(quote.content, field),
      span_field: field,
      text_start: offsets[field](quote.content.start),
      text_end: offsets[field](quote.content.end),
      cue: quote.cue && cut(quote.cue, field),
      cue_start,
      cue_end,
      cue_lemma: quote.cue?.lemma ?? null,
      cue_class: quote.cue?.class ?? null,
      speaker: quote.speaker?.name ?? null,
      speaker_type: quote.speaker?.type ?? null,
      speaker_mention: quote.mention && cut(quote.mention, field),
      mention_start,
      mention_end,
      speaker_role: quote.speaker?.role ?? null,
      speaker_country_code: quote.speaker?.countryCode ?? null,
      via: quote.via,
      venue: quote.venue,
      addressee: quote.addressee,
      ...bounds('said', quote.said),
      attribution: quote.attribution,
      confidence: quote.confidence,
      rule_id: quote.ruleId,
      pipeline_version: pipelineVersion,
    }
  })

  const events = findings.events.map((event, i): EventRow => {
    const { field } = event.trigger
    return {
      event_id: childId('e', event.type, i),
      ...key,
      ordinal: i,
      type: event.type,
      plover_mode: event.mode,
      status: event.status,
      trigger: cut(event.trigger, field),
      span_field: field,
      trigger_start: offsets[field](event.trigger.start),
      trigger_end: offsets[field](event.trigger.end),
      sentence: cut(event.sentence, field),
      sentence_start: offsets[field](event.sentence.start),
      sentence_end: offsets[field](event.sentence.end),
      actors: event.actors.map(({ name, role, part, type, countryCode }) => ({
        name,
        role,
        part,
        type,
        country_code: countryCode,
      })),
      place: event.place?.name ?? null,
      place_country_code: event.place?.countryCode ?? null,
      ...bounds('occurred', event.occurred?.value ?? null),
      occurred_basis: event.occurred?.basis ?? null,
      quote_id: event.quote === null ? null : (quoteIds[event.quote] as string),
      confidence: event.confidence,
      rule_id: event.ruleId,
      pipeline_version: pipelineVersion,
    }
  })

  const comments = article.comments.map((comment, i): CommentRow => {
    const posted = findings.posted[i] ?? null
    return {
      comment_id: commentIds[i] as string,
      ...key,
      ordinal: i,
      parent_comment_id: comment.parent === null ? null : (commentIds[comment.parent] as string),
      author: comment.author,
      text: comment.text,
      posted_text: comment.postedText,
      posted_min: posted?.min ?? null,
      posted_max: posted?.max ?? null,
      like_count: comment.likeCount,
      language: comment.language,
      source_start: sourceOffset(comment.source.start),
      source_end: sourceOffset(comment.source.end),
      pipeline_version: pipelineVersion,
    }
  })

  return {
    article: {
      article_id,
      document_id: document.document_id as string,
      source_key: document.source_key,
      ordinal,
      revision: facts.revision,
      url,
      site_name: facts.siteName ?? article.siteName,
      title: article.title,
      subtitle: article.subtitle,
      authors: article.authors,
      translators: article.translators,
      source_credits: article.sourceCredits,
      language: article.language,
      ...bounds('published', findings.publication.value),
      published_basis: findings.publication.basis,
      published_evidence: findings.publication.evidence.map(({ ruleId, span, text, says }) => {
        const [start, end] = span ? at(span, span.field) : [null, null]
        return { rule_id: ruleId, field: span?.field ?? null, start, end, text, says }
      }),
      captured_at: facts.capturedAt ?? null,
      body: article.body,
      body_sha256: sha256(article.body),
      sections: sections(article).map(({ heading, start, end }) => ({
        heading,
        section_start: offsets.body(start),
        section_end: offsets.body(end),
      })),
      word_count: article.body.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)?.length ?? 0,
      stated_comment_count: article.statedCommentCount,
      duplicate_of: null,
      deleted_because: null,
      pipeline_version: pipelineVersion,
    },
    quotes,
    events,
    comments,
    times: findings.times.map(time => ({
      text: cut(time, time.field),
      span_field: time.field,
      start: offsets[time.field](time.start),
      end: offsets[time.field](time.end),
      sentence: cut(time.sentence, time.field),
      value: time.value.edtf,
      basis: time.basis,
      rule_id: time.ruleId,
    })),
  }
}

type Bounds<P extends string> = Record<`${P}_on` | `${P}_min` | `${P}_max`, string | null>

/** `<prefix>_on`, `_min` and `_max` of a date. */
function bounds<P extends string>(prefix: P, value: DateValue | null): Bounds<P> {
  return {
    [`${prefix}_on`]: value?.edtf ?? null,
    [`${prefix}_min`]: value?.min ?? null,
    [`${prefix}_max`]: value?.max ?? null,
  } as Bounds<P>
}

/** Headings with what follows them; what stands before the first heading is the lead. Offsets in code units. */
function sections({ body, blocks }: Article): readonly (Span & { readonly heading: string | null })[] {
  const starts = blocks.flatMap(block => (block.kind === 'heading' ? [block] : []))
  const lead = blocks.length > 0 && blocks[0]?.kind !== 'heading' ? [{ heading: null, start: 0 }] : []
  const heads = [...lead, ...starts.map(block => ({ heading: body.slice(block.start, block.end), start: block.start }))]
  return heads.map((head, i) => ({ ...head, end: heads[i + 1]?.start ?? body.length }))
}
