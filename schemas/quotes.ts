import { code, date, int32, optional, type Row, required, string, table } from './column.ts'
import { articleId, confidence, countryCode, edtf, pipelineVersion, revision, ruleId, spanField } from './shared.ts'
import { attributions, cueClasses, quoteKinds, speakerTypes } from './vocabularies.ts'

export const quotes = table({
  name: 'quotes',
  meaning: 'One row per stretch of text that an article attributes to somebody',
  primaryKey: ['quote_id'],
  references: [{ column: 'article_id', table: 'articles', key: 'article_id' }],
  columns: {
    quote_id: required(string, 'Quote: from article, document, rules, kind and ordinal', 'q_1d3e5f7a9b2c4d6e'),
    article_id: articleId,
    revision,
    ordinal: required(int32, 'Place among the quotes of the article, from 0', 0),
    kind: required(code(quoteKinds), 'direct: all in quotation marks; mixed: part of it; indirect: none', 'direct'),
    text: required(string, 'The reported words alone, exactly as they stand', 'المياه ستكون أرخص بالثلث'),
    span_field: spanField,
    text_start: required(int32, 'First code point of text in that field', 412),
    text_end: required(int32, 'Code point after its last', 436),
    cue: optional(
      string,
      'The reporting word as it stands, without an attached و or ف',
      'quotation marks alone report',
      'قال',
    ),
    cue_start: optional(int32, 'First code point of cue in that field', 'no cue', 380),
    cue_end: optional(int32, 'Code point after its last', 'no cue', 383),
    cue_lemma: optional(string, 'Dictionary form of the cue', 'no cue', 'قال'),
    cue_class: optional(code(cueClasses), 'What the reporting word does with the content', 'no cue', 'say'),
    speaker: optional(
      string,
      'Who it is, as fully as the article ever names them',
      'nobody is named: see attribution',
      'نبيل الطراونة',
    ),
    speaker_type: optional(code(speakerTypes), 'What kind of speaker it is', 'no speaker', 'person'),
    speaker_mention: optional(
      string,
      'The words that name the speaker of this quote, nearest to the cue',
      'a verb or pronoun alone carries the speaker',
      'مدير المشروع المهندس نبيل الطراونة',
    ),
    mention_start: optional(int32, 'First code point of speaker_mention in that field', 'no mention', 384),
    mention_end: optional(int32, 'Code point after its last', 'no mention', 418),
    speaker_role: optional(
      string,
      'Office or role of the speaker, as the article states it',
      'none is stated',
      'مدير المشروع',
    ),
    speaker_country_code: countryCode('the speaker'),
    via: optional(string, 'The outlet or agency that relays the words', 'nobody relays them', 'رويترز'),
    venue: optional(string, 'Where or on what occasion it was said, as stated', 'not stated', 'مؤتمر صحفي'),
    addressee: optional(string, 'To whom it was said, as stated', 'not stated', 'البرلمان'),
    said_on: edtf('When it was said', 'not stated'),
    said_min: optional(date, 'Earliest calendar date that said_on allows', 'not stated or open', '2023-04-03'),
    said_max: optional(date, 'Latest calendar date that said_on allows', 'not stated or open', '2023-04-03'),
    attribution: required(code(attributions), 'How the speaker was found, or why there is none', 'subject_after_cue'),
    confidence: confidence('text and speaker are both right'),
    rule_id: ruleId,
    pipeline_version: pipelineVersion,
  },
})

export type QuoteRow = Row<typeof quotes>
