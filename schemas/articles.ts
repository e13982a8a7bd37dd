import { code, date, int32, list, optional, type Row, required, string, struct, table, timestamp } from './column.ts'
import { articleId, edtf, pipelineVersion, revision, sourceKey } from './shared.ts'
import { deletionCauses, publishedBases, spanFields } from './vocabularies.ts'

export const articles = table({
  name: 'articles',
  meaning: 'One row per article found in a document; the current state of each',
  primaryKey: ['article_id'],
  references: [
    { column: 'source_key', table: 'documents', key: 'source_key' },
    { column: 'duplicate_of', table: 'articles', key: 'article_id' },
  ],
  columns: {
    article_id: articleId,
    document_id: required(string, 'SHA-256 of the bytes of the document it was read from', '9b74c9897bac770ffc02…'),
    source_key: sourceKey,
    ordinal: required(int32, 'Place of the article in its document, from 0', 0),
    revision,
    url: optional(string, 'Canonical address of the article', 'none is known', 'https://news.example/2023/04/talks'),
    site_name: optional(string, 'Name of the outlet that published it', 'none is known', 'المدار'),
    title: optional(string, 'Headline, once', 'the document has none', 'محطة تحلية جديدة في ميناء الصفراء'),
    subtitle: optional(string, 'Standfirst or second headline', 'the document has none', 'المشروع تأخر عامين'),
    authors: required(list(string), 'Names in the byline, in their order', ['سلمى العبادي']),
    translators: required(list(string), 'Names of those who translated it', []),
    source_credits: required(list(string), 'Agencies and outlets that the article credits', ['وكالات']),
    language: optional(string, 'Language of the body, BCP 47', 'it could not be told', 'ar'),
    published_on: edtf('When the article was published', 'unknown'),
    published_min: optional(date, 'Earliest calendar date that published_on allows', 'unknown or open', '2023-04-04'),
    published_max: optional(date, 'Latest calendar date that published_on allows', 'unknown or open', '2023-04-05'),
    published_basis: optional(
      code(publishedBases),
      'Whether the date was given beside the document, stated on the page, or inferred from the text',
      'the date is unknown',
      'stated',
    ),
    published_evidence: required(
      list(
        struct({
          rule_id: required(string, 'The rule that read the evidence', 'dating/deictic-weekday'),
          span_field: optional(code(spanFields), 'Where the evidence stands', 'it is no text of the article', 'body'),
          text_start: optional(int32, 'First code point of the evidence in that field', 'no text', 110),
          text_end: optional(int32, 'Code point after the last', 'no text', 115),
          text: required(string, 'The evidence itself', 'أمس'),
          says: required(
            string,
            'What follows from it for the date of publication',
            'published 2023-04-04 or 2023-04-05',
          ),
        }),
      ),
      'What the date rests on, strongest first, contradictions included',
      [],
    ),
    captured_at: optional(
      timestamp,
      'When the document was captured, as told beside it',
      'not told',
      '2024-03-20T00:00:00Z',
    ),
    body: optional(
      string,
      'Text of the article: section headings and paragraphs, one a line; all offsets count its code points',
      'the article was removed or taken down',
      'بدأت محطة ميناء الصفراء…',
    ),
    body_sha256: optional(
      string,
      'SHA-256 of the body in UTF-8',
      'the article was removed or taken down',
      '2c26b46b68ffc68f…',
    ),
    sections: required(
      list(
        struct({
          heading: optional(string, 'Heading of the section', 'the lead, before any heading', 'تأخير وكلفة'),
          section_start: required(int32, 'First code point of the section in body, its heading included', 0),
          section_end: required(int32, 'Code point after its last', 812),
        }),
      ),
      'Sections of the body in their order; together they are the body',
      [],
    ),
    word_count: required(int32, 'Words in the body', 412),
    stated_comment_count: optional(int32, 'Number of comments that the page says it has', 'the page does not say', 1),
    duplicate_of: optional(
      string,
      'article_id of the earliest article with the same body',
      'no earlier article has the same body',
      'a_5f0c3b1e9d2a4c67',
    ),
    deleted_because: optional(
      code(deletionCauses),
      'Why the article is gone; its row stays so that a replay cannot bring it back',
      'the article is there',
      'source',
    ),
    pipeline_version: pipelineVersion,
  },
})

export type ArticleRow = Row<typeof articles>
