import { describe, expect, test } from 'vitest'
import { findTimes } from '../../../src/extract/dates/dates.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { dates } from '../../../src/languages/ar/dates/grammar.ts'
import { plainArticle } from '../../../src/segment/plain-text.ts'
import type { Comment, Facts, PublicationLine } from '../../../src/types.ts'

interface Given {
  readonly publishedAt?: string
  readonly capturedAt?: string
  readonly lines?: readonly PublicationLine[]
  readonly posted?: readonly string[]
}

function date(body: string, { publishedAt, capturedAt, lines = [], posted = [] }: Given = {}) {
  const facts: Facts = {
    sourceKey: 'test.txt',
    revision: '1',
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
  }
  const passage = readPassage('body', body, [{ start: 0, end: body.length, kind: 'paragraph' }], dates.orthography)
  const article = { ...plainArticle(body, 'ar'), publicationLines: lines, comments: posted.map(comment) }
  return findTimes([passage], article, facts, dates)
}

const comment = (postedText: string): Comment => ({
  author: 'سالم',
  text: 'شكرا',
  postedText,
  likeCount: null,
  language: 'ar',
  parent: null,
  source: { start: 0, end: 0 },
})

describe('a date that is given', () => {
  test('metadata come first and are the basis', () => {
    const { publication } = date('عقد الاجتماع أمس', { publishedAt: '2021-06-09T22:10:00+03:00' })
    expect(publication).toMatchObject({ value: { edtf: '2021-06-09' }, basis: 'metadata', confidence: 0.99 })
  })

  test('a line of the page is read, of several dates in it the finest', () => {
    const lines: PublicationLine[] = [
      { kind: 'updated', text: 'آخر تحديث: 12/06/2021' },
      { kind: 'published', text: 'نُشر في الأربعاء 28 شوال 1442 هـ الموافق 9 يونيو 2021' },
    ]
    const { publication } = date('', { lines })
    expect(publication).toMatchObject({ value: { edtf: '2021-06-09' }, basis: 'stated' })
  })

  test('an age on the page counts back from the capture', () => {
    const lines: PublicationLine[] = [{ kind: 'published', text: 'منذ 3 ساعات' }]
    expect(date('', { lines, capturedAt: '2021-06-09T22:00:00Z' }).publication.value).toEqual({
      edtf: '2021-06-08/2021-06-09',
      min: '2021-06-08',
      max: '2021-06-09',
    })
  })

  test('what the text contradicts is reported and moves nothing', () => {
    const { publication } = date('أعلن الوزير اليوم الخميس 3 يونيو 2021 استقالته', { publishedAt: '2021-06-09' })
    expect(publication.value?.edtf).toBe('2021-06-09')
    expect(publication.confidence).toBeLessThan(0.99)
    expect(publication.evidence.map(({ says }) => says)).toContain('contradiction: published on 2021-06-03')
  })

  test('a date after the capture is flagged', () => {
    const { publication } = date('', { publishedAt: '2021-06-09', capturedAt: '2021-06-01T00:00:00Z' })
    expect(publication.evidence.at(-1)?.ruleId).toBe('engine/published/future')
  })
})

describe('a date that the text gives away', () => {
  test('a deictic beside a whole date', () => {
    const { publication } = date('أعلن الوزير أمس الخميس 3 يونيو 2021 استقالته')
    expect(publication).toMatchObject({ value: { edtf: '2021-06-04' }, basis: 'inferred' })
  })

  test('a deictic beside a date of some year, the year fixed by two expressions that agree', () => {
    const body =
      'عُقدت أمس محادثات في جنيف خلال 3-4 نيسان/أبريل. وكان اللقاء الأول نهاية العام الماضي.\nوكان اللقاء في ديسمبر/كانون الأول 2020.'
    const { publication, times } = date(body)
    expect(publication.value).toEqual({ edtf: '2021-04-04/2021-04-05', min: '2021-04-04', max: '2021-04-05' })
    expect(times[0]?.value.edtf).toBe('2021-04-04')
  })

  test('a month of some year stays a month of some year', () => {
    const { publication } = date('لن يعقد قبل الأسبوع الأخير من يناير/كانون الثاني الجاري')
    expect(publication.value).toEqual({ edtf: 'XXXX-01', min: null, max: null })
  })

  test('the age of a comment tells the year', () => {
    const { publication, times, posted } = date('لن يعقد قبل الأسبوع الأخير من يناير الجاري. والشهر الماضي التقيا', {
      capturedAt: '2024-03-20',
      posted: ['·منذ سنة شهرين'],
    })
    expect(publication.value).toEqual({ edtf: '2023-01', min: '2023-01-01', max: '2023-01-20' })
    expect(posted).toEqual([{ edtf: '2023-01-01/2023-01-20', min: '2023-01-01', max: '2023-01-20' }])
    expect(times.map(({ value }) => value.edtf)).toEqual(['2023-01-25/2023-01-31', '2022-12'])
  })

  test('nothing is dated without evidence', () => {
    expect(date('عقد الاجتماع أمس في جنيف').publication).toMatchObject({ value: null, basis: null })
    expect(date('ولد عام 1943 في مدينة ساحلية').publication.value).toBeNull()
  })

  test('speech in quotation marks dates nothing', () => {
    expect(date('قال الوزير «نحن اليوم الخميس 3 يونيو 2021 في جنيف»').publication.value).toBeNull()
  })
})
