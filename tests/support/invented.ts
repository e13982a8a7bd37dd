/** An invented article with findings, for tests of what comes after extraction. Characters beyond U+FFFF stand before every span. */
import type { ExtractedArticle } from '../../src/tables/rows.ts'
import type { Article, Event, Facts, FieldSpan, Page, Quote, Span, TimeExpression } from '../../src/types.ts'

const TITLE = '😀 وزيرة المياه: السد جاهز'
const HEADING = 'تأخير 𞤀 وكلفة'
const LEAD = '📰 قالت الوزيرة سلمى العبادي أمس إن السد جاهز.'
const PARAGRAPH = 'ووقّعت 🖊 الشركتان اتفاقاً في مدينة الصفراء.'
const BODY = [LEAD, HEADING, PARAGRAPH].join('\n')
const COMMENT = '👏 خبر جيد'

export const page: Page = {
  text: `${TITLE}\n${BODY}\nتعليق\n${COMMENT}\n`,
  mediaType: 'text/plain',
  charset: 'utf-8',
}

export const facts: Facts = { sourceKey: '2024/talks.txt', revision: '00001679923456789000' }

export const bytes = new TextEncoder().encode(page.text)

/** Where `part` stands in `whole`, in code units. */
export function find(whole: string, part: string): Span {
  const start = whole.indexOf(part)
  if (start < 0) throw new Error(`expected «${part}» in «${whole}»`)
  return { start, end: start + part.length }
}

const inBody = (part: string): FieldSpan => ({ field: 'body', ...find(BODY, part) })

export const article: Article = {
  title: TITLE,
  subtitle: null,
  authors: ['نبيل الطراونة'],
  translators: [],
  sourceCredits: [],
  siteName: null,
  url: null,
  language: 'ar',
  publicationLines: [],
  body: BODY,
  blocks: [
    { kind: 'paragraph', ...find(BODY, LEAD) },
    { kind: 'heading', ...find(BODY, HEADING) },
    { kind: 'paragraph', ...find(BODY, PARAGRAPH) },
  ],
  statedCommentCount: 2,
  comments: [
    {
      author: 'Salma',
      text: COMMENT,
      postedText: 'منذ يومين',
      likeCount: 1,
      language: 'ar',
      parent: null,
      source: find(page.text, COMMENT),
    },
    {
      author: null,
      text: 'نعم',
      postedText: null,
      likeCount: null,
      language: 'ar',
      parent: 0,
      source: { start: 0, end: 2 },
    },
  ],
}

const minister = { name: 'سلمى العبادي', type: 'person', role: 'وزيرة المياه', countryCode: null } as const

const quotes: readonly Quote[] = [
  {
    kind: 'indirect',
    content: { field: 'title', ...find(TITLE, 'السد جاهز') },
    cue: null,
    speaker: minister,
    mention: find(TITLE, 'وزيرة المياه'),
    via: null,
    venue: null,
    addressee: null,
    said: null,
    attribution: 'headline',
    confidence: 0.9,
    ruleId: 'ar/quote/headline',
  },
  {
    kind: 'indirect',
    content: inBody('السد جاهز'),
    cue: { ...find(BODY, 'قالت'), lemma: 'قال', class: 'say' },
    speaker: minister,
    mention: find(BODY, 'الوزيرة سلمى العبادي'),
    via: null,
    venue: null,
    addressee: null,
    said: { edtf: '2024-03-19', min: '2024-03-19', max: '2024-03-19' },
    attribution: 'subject_after_cue',
    confidence: 0.95,
    ruleId: 'ar/quote/verb-complementiser',
  },
]

const events: readonly Event[] = [
  {
    type: 'AGREE',
    mode: null,
    status: 'happened',
    trigger: inBody('وقّعت'),
    sentence: find(BODY, PARAGRAPH),
    actors: [{ name: 'الشركتان', type: 'organization', role: null, countryCode: null, part: 'participant' }],
    place: { name: 'الصفراء', countryCode: null },
    occurred: null,
    quote: 1,
    confidence: 0.8,
    ruleId: 'ar/event/agree',
  },
]

const times: readonly TimeExpression[] = [
  {
    ...inBody('أمس'),
    value: { edtf: '2024-03-19', min: '2024-03-19', max: '2024-03-19' },
    basis: 'inferred',
    sentence: find(BODY, LEAD),
    ruleId: 'ar/date/deictic',
  },
]

export const extracted: ExtractedArticle = {
  article,
  findings: {
    publication: {
      value: { edtf: '2024-03-20', min: '2024-03-20', max: '2024-03-20' },
      basis: 'inferred',
      evidence: [
        { ruleId: 'dating/deictic', span: inBody('أمس'), text: 'أمس', says: 'published the day after' },
        { ruleId: 'dating/comment-age', span: null, text: 'منذ يومين', says: 'published before 2024-03-21' },
      ],
    },
    times,
    posted: [{ edtf: '2024-03-18', min: '2024-03-18', max: '2024-03-18' }, null],
    quotes,
    events,
  },
}
