import { code, date, int32, list, optional, type Row, required, string, struct, table } from './column.ts'
import { articleId, confidence, countryCode, edtf, pipelineVersion, revision, ruleId, spanField } from './shared.ts'
import { actorParts, eventStatuses, eventTypes, occurredBases, speakerTypes } from './vocabularies.ts'

export const events = table({
  name: 'events',
  meaning: 'One row per political or social happening that a clause reports',
  primaryKey: ['event_id'],
  references: [
    { column: 'article_id', table: 'articles', key: 'article_id' },
    { column: 'quote_id', table: 'quotes', key: 'quote_id' },
  ],
  columns: {
    event_id: required(string, 'Event: from article, document, rules and ordinal', 'e_1d3e5f7a9b2c4d6e'),
    article_id: articleId,
    revision,
    ordinal: required(int32, 'Place among the events of the article, from 0', 0),
    type: required(code(eventTypes), 'PLOVER event type', 'CONSULT'),
    plover_mode: optional(string, 'PLOVER mode, which refines the type', 'the trigger does not tell', 'multilateral'),
    status: required(code(eventStatuses), 'Whether it took place', 'happened'),
    trigger: required(string, 'The word that reports it, exactly as it stands', 'مشاورات'),
    span_field: spanField,
    trigger_start: required(int32, 'First code point of trigger in that field', 729),
    trigger_end: required(int32, 'Code point after its last', 736),
    sentence: required(string, 'The sentence that contains the trigger', 'وعقدت أمس مشاورات رباعية…'),
    sentence_start: required(int32, 'First code point of sentence in that field', 700),
    sentence_end: required(int32, 'Code point after its last', 833),
    actors: required(
      list(
        struct({
          name: required(string, 'Who, as fully as the article names them', 'تركيا'),
          role: optional(string, 'Office or role, as stated', 'none is stated', 'وزير الدفاع'),
          part: required(code(actorParts), 'What they do in the event', 'participant'),
          type: required(code(speakerTypes), 'What kind of actor it is', 'organization'),
          country_code: countryCode('the actor'),
        }),
      ),
      'Who did it and to whom',
      [],
    ),
    place: optional(string, 'The most specific place named for it, without its preposition', 'none is stated', 'موسكو'),
    place_country_code: countryCode('the place'),
    occurred_on: edtf('When it happened or is to happen', 'the text gives no hint'),
    occurred_min: optional(date, 'Earliest calendar date that occurred_on allows', 'no hint or open', '2023-04-03'),
    occurred_max: optional(date, 'Latest calendar date that occurred_on allows', 'no hint or open', '2023-04-04'),
    occurred_basis: optional(
      code(occurredBases),
      'stated: the text gives the whole date; inferred: it was worked out with the date of publication',
      'no date',
      'inferred',
    ),
    quote_id: optional(string, 'The quote that asserts it', 'the article itself asserts it', 'q_1d3e5f7a9b2c4d6e'),
    confidence: confidence('type and trigger are both right'),
    rule_id: ruleId,
    pipeline_version: pipelineVersion,
  },
})

export type EventRow = Row<typeof events>
