import type { QuoteRow } from '../../schemas/index.ts'
import type { Quote } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import type { ArticleText } from './article-text.ts'
import { dateColumns } from './date-columns.ts'
import type { ArticleKeys } from './keys.ts'

export function quoteRow(quote: Quote, ordinal: number, keys: ArticleKeys, text: ArticleText): QuoteRow {
  const { content, cue, mention, speaker } = quote
  const { field } = content
  const [text_start, text_end] = text.offsets(content, field)
  const [cue_start, cue_end] = text.offsetsOrNull(cue, field)
  const [mention_start, mention_end] = text.offsetsOrNull(mention, field)
  return {
    quote_id: keys.child('q', quote.kind, ordinal),
    ...keys.article,
    ordinal,
    kind: quote.kind,
    text: text.cut(content, field),
    span_field: field,
    text_start,
    text_end,
    cue: cue && text.cut(cue, field),
    cue_start,
    cue_end,
    cue_lemma: cue?.lemma ?? null,
    cue_class: cue?.class ?? null,
    speaker: speaker?.name ?? null,
    speaker_type: speaker?.type ?? null,
    speaker_mention: mention && text.cut(mention, field),
    mention_start,
    mention_end,
    speaker_role: speaker?.role ?? null,
    speaker_country_code: speaker?.countryCode ?? null,
    via: quote.via,
    venue: quote.venue,
    addressee: quote.addressee,
    ...dateColumns('said', quote.said),
    attribution: quote.attribution,
    confidence: quote.confidence,
    rule_id: quote.ruleId,
    pipeline_version: pipelineVersion,
  }
}
