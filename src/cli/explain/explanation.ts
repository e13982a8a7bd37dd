/** Everything that there is to say about a row, as labelled lines; `explain` prints them, or the same as JSON. */
import type { ArticleRow, CommentRow, EventRow, QuoteRow } from '../../../schemas/index.ts'
import type { Store } from '../../lake/store.ts'
import type { TimeRow } from '../../tables/rows.ts'
import type { SpanField } from '../../types.ts'
import { type MarkedSpan, markedContext } from './context.ts'
import type { FoundRow } from './found-row.ts'
import { attributionMeanings, basisMeanings } from './meanings.ts'
import { rereadSource, type Source } from './source.ts'

export interface Explanation {
  /** What the row is, in a few words. */
  readonly heading: string
  readonly facts: readonly Fact[]
  /** The stored text around the row, its spans between marks. */
  readonly context: string | null
  /** Which mark stands for what. */
  readonly legend: string
}

/** A label and what is to be said under it; nothing is printed when there is nothing to say. */
export type Fact = readonly [label: string, says: string | null]

/** Explains a row. Looks into the inbox for what the tables do not keep. */
export async function explainRow(inbox: Store, { table, row, article, document }: FoundRow): Promise<Explanation> {
  const source = article.deleted_because === null ? await rereadSource(inbox, article, document) : null
  const where: readonly Fact[] = [
    ['article', [article.article_id, article.title].filter(Boolean).join(' · ')],
    ['document', [article.source_key, document?.media_type, document?.charset].filter(Boolean).join(' · ')],
  ]
  switch (table) {
    case 'quotes':
      return explainQuote(row as unknown as QuoteRow, article, source, where)
    case 'events':
      return explainEvent(row as unknown as EventRow, article, source, where)
    case 'comments':
      return explainComment(row as unknown as CommentRow, source, where)
    case 'articles':
      return explainArticle(article, where)
  }
}

function explainQuote(
  quote: QuoteRow,
  article: ArticleRow,
  source: Source | null,
  where: readonly Fact[],
): Explanation {
  const field = fieldOf(article, quote.span_field)
  const { speaker, speaker_type, speaker_role, speaker_country_code } = quote
  return {
    heading: `quote ${quote.quote_id}: ${quote.kind}, confidence ${quote.confidence.toFixed(2)}`,
    facts: [
      ['speaker', speaker && dots(speaker, speaker_type, speaker_role, speaker_country_code)],
      ['found as', attributionMeanings[quote.attribution]],
      ['named here', quote.speaker_mention],
      ['cue', quote.cue && dots(quote.cue, quote.cue_lemma && `lemma ${quote.cue_lemma}`, quote.cue_class)],
      ['relayed by', quote.via],
      ['venue', quote.venue],
      ['to', quote.addressee],
      ['said', dateText(quote.said_on, quote.said_min, quote.said_max)],
      ...timeFacts(source, quote.span_field, field, quote.text_start, quote.text_end),
      ['published', publishedText(article)],
      ['rule', quote.rule_id],
      ...where,
      ['check', checkText(field, quote.text, quote.text_start, quote.text_end, quote.span_field)],
    ],
    context: markedContext(field, [
      main(quote.text_start, quote.text_end),
      ...marked(quote.cue_start, quote.cue_end, '⟪', '⟫'),
      ...marked(quote.mention_start, quote.mention_end, '⟨', '⟩'),
    ]),
    legend: '⟦quote⟧ ⟪cue⟫ ⟨speaker⟩',
  }
}

function explainEvent(
  event: EventRow,
  article: ArticleRow,
  source: Source | null,
  where: readonly Fact[],
): Explanation {
  const field = fieldOf(article, event.span_field)
  return {
    heading: `event ${event.event_id}: ${event.type}, ${event.status}, confidence ${event.confidence.toFixed(2)}`,
    facts: [
      ['mode', event.plover_mode],
      ...event.actors.map(
        ({ part, name, role, type, country_code }): Fact => [part, dots(name, type, role, country_code)],
      ),
      ['place', event.place && dots(event.place, event.place_country_code)],
      ['occurred', dateText(event.occurred_on, event.occurred_min, event.occurred_max)],
      ['date is', event.occurred_basis && basisMeanings[event.occurred_basis]],
      ...timeFacts(source, event.span_field, field, event.sentence_start, event.sentence_end),
      ['published', publishedText(article)],
      ['asserted by', event.quote_id ? `quote ${event.quote_id}` : 'the article itself'],
      ['rule', event.rule_id],
      ...where,
      ['check', checkText(field, event.trigger, event.trigger_start, event.trigger_end, event.span_field)],
    ],
    context: markedContext(field, [
      main(event.trigger_start, event.trigger_end),
      ...marked(event.sentence_start, event.sentence_end, '⟪', '⟫'),
    ]),
    legend: '⟦trigger⟧ ⟪sentence⟫',
  }
}

function explainComment(comment: CommentRow, source: Source | null, where: readonly Fact[]): Explanation {
  const { source_start, source_end } = comment
  return {
    heading: `comment ${comment.comment_id}`,
    facts: [
      ['author', comment.author],
      ['text', comment.text],
      [
        'posted',
        comment.posted_text &&
          `${comment.posted_text} → ${boundsText(comment.posted_min, comment.posted_max) ?? 'no date'}`,
      ],
      ['likes', comment.like_count === null ? null : String(comment.like_count)],
      ['answers', comment.parent_comment_id],
      ...where,
      ['stands at', `code points ${source_start} to ${source_end} of the decoded document`],
      ['', source ? null : 'the inbox does not hold that document any more'],
    ],
    context: source && markedContext(source.text, [main(source_start, source_end)]),
    legend: '⟦comment⟧, in the document',
  }
}

function explainArticle(article: ArticleRow, where: readonly Fact[]): Explanation {
  const body = article.body ?? ''
  const [evidence] = article.published_evidence.filter(({ span_field }) => span_field === 'body')
  return {
    heading: `article ${article.article_id}${article.deleted_because ? `: gone (${article.deleted_because})` : ''}`,
    facts: [
      ['title', article.title],
      ['address', article.url],
      ['outlet', article.site_name],
      ['authors', article.authors.join(', ') || null],
      ['published', publishedText(article)],
      ...article.published_evidence.map(
        ({ rule_id, text, says }): Fact => ['evidence', `«${text}»: ${says} (${rule_id})`],
      ),
      ['words', String(article.word_count)],
      ['same body as', article.duplicate_of],
      ...where.slice(1),
      ['revision', article.revision],
    ],
    context:
      evidence?.text_start === null || evidence?.text_end === null || !evidence
        ? body && markedContext(body, [{ start: 0, end: 0, open: '', close: '' }])
        : markedContext(body, [main(evidence.text_start, evidence.text_end)]),
    legend: evidence ? '⟦evidence of the date⟧' : 'the beginning of the body',
  }
}

const fieldOf = (article: ArticleRow, field: SpanField) => (field === 'title' ? article.title : article.body) ?? ''
const main = (start: number, end: number): MarkedSpan => ({ start, end, open: '⟦', close: '⟧' })
const marked = (start: number | null, end: number | null, open: string, close: string): MarkedSpan[] =>
  start === null || end === null ? [] : [{ start, end, open, close }]
const dots = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

const boundsText = (min: string | null, max: string | null) =>
  min === null && max === null ? null : min === max ? min : `${min ?? '…'} to ${max ?? '…'}`

const dateText = (on: string | null, min: string | null, max: string | null) =>
  on && (on === boundsText(min, max) ? on : dots(on, boundsText(min, max)))

const publishedText = ({ published_on, published_min, published_max, published_basis }: ArticleRow) =>
  published_on &&
  dots(dateText(published_on, published_min, published_max), published_basis && basisMeanings[published_basis])

/** The equation that every row satisfies, worked out for this one. */
function checkText(field: string, text: string, start: number, end: number, name: SpanField): string {
  const holds = Array.from(field).slice(start, end).join('') === text
  return `substr(${name}, ${start} + 1, ${end - start}) ${holds ? 'is' : 'IS NOT'} this text`
}

/** Time expressions whose sentence overlaps the row. */
function timeFacts(source: Source | null, name: SpanField, field: string, start: number, end: number): readonly Fact[] {
  const overlaps = ({ sentence, start: at }: TimeRow) => {
    const length = Array.from(sentence).length
    // The sentence stands where it holds the expression; no table keeps its place.
    const before = Array.from(field).slice(0, at).join('')
    const unit = field.lastIndexOf(sentence, before.length)
    const first = unit < 0 ? at : Array.from(field.slice(0, unit)).length
    return first < end && first + length > start
  }
  return (source?.times ?? [])
    .filter(time => time.span_field === name && overlaps(time))
    .map(
      ({ text, value, basis, rule_id }): Fact => ['time', `«${text}» → ${dots(value, basisMeanings[basis], rule_id)}`],
    )
}
