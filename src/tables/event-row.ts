import type { EventRow } from '../../schemas/index.ts'
import type { Event } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import type { ArticleText } from './article-text.ts'
import { dateColumns } from './date-columns.ts'
import type { ArticleKeys } from './keys.ts'

/** `quoteIds` holds the ids of the quotes of the article, in their order. */
export function eventRow(
  event: Event,
  ordinal: number,
  keys: ArticleKeys,
  text: ArticleText,
  quoteIds: readonly string[],
): EventRow {
  const { field } = event.trigger
  const [trigger_start, trigger_end] = text.offsets(event.trigger, field)
  const [sentence_start, sentence_end] = text.offsets(event.sentence, field)
  return {
    event_id: keys.child('e', event.type, ordinal),
    ...keys.article,
    ordinal,
    type: event.type,
    plover_mode: event.mode,
    status: event.status,
    trigger: text.cut(event.trigger, field),
    span_field: field,
    trigger_start,
    trigger_end,
    sentence: text.cut(event.sentence, field),
    sentence_start,
    sentence_end,
    actors: event.actors.map(({ name, role, part, type, countryCode }) => ({
      name,
      role,
      part,
      type,
      country_code: countryCode,
    })),
    place: event.place?.name ?? null,
    place_country_code: event.place?.countryCode ?? null,
    ...dateColumns('occurred', event.occurred?.value ?? null),
    occurred_basis: event.occurred?.basis ?? null,
    quote_id: event.quote === null ? null : (quoteIds[event.quote] as string),
    confidence: event.confidence,
    rule_id: event.ruleId,
    pipeline_version: pipelineVersion,
  }
}
