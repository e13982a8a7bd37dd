/** What the two seeds must give, stated from reading them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { QuoteRow } from '../schemas/index.ts'
import { process as processDocument } from '../src/pipeline.ts'

const seed = (name: string, facts: Readonly<Record<string, string>> = {}) => {
  const bytes = readFileSync(join(import.meta.dirname, '../seeds', name))
  const { document, articles } = processDocument(bytes, { sourceKey: name, revision: '0', ...facts })
  expect(document.outcome).toBe('parsed')
  expect(articles).toHaveLength(1)
  return articles[0] as (typeof articles)[number]
}
const quoteWith = (quotes: readonly QuoteRow[], words: string) => quotes.find(({ text }) => text.includes(words))

describe('seed 000: a page with furniture and a comment', () => {
  const name = '000_7b6e2cec56946d6c.txt'
  const { article, quotes, events, comments } = seed(name, { capturedAt: '2024-03-20T00:00:00Z' })
  const headings = article.sections.flatMap(({ heading }) => heading ?? [])

  test('has its title once, four headings and seventeen paragraphs', () => {
    expect(article.title).toBe('ماذا قال وزيرا خارجية إيران وتركيا حول التقارب بين أنقرة ونظام أسد؟')
    expect(article.body).not.toContain(article.title)
    expect(headings).toEqual(['تنسيق تركي إيراني', 'ترحيب إيراني', 'اجتماع مرتقب', 'حراك لتسريع التطبيع'])
    expect(article.body?.split('\n').filter(line => !headings.includes(line))).toHaveLength(17)
  })

  test('credits its source and counts its comments', () => {
    expect(article.source_credits).toContain('الأناضول')
    expect(article.stated_comment_count).toBe(1)
  })

  test('keeps the comment whole', () => {
    expect(comments).toHaveLength(1)
    expect(comments[0]).toMatchObject({ author: 'Omar', posted_text: 'منذ سنة شهرين', like_count: 1 })
    expect(comments[0]?.text).toMatch(/^هل يفقه.*في تركيا\.$/s)
    // Fourteen months and some days before the capture, and not before the article.
    expect([comments[0]?.posted_min, comments[0]?.posted_max]).toEqual(['2023-01-01', '2023-01-20'])
  })

  test('lets no furniture in', () => {
    const everything = JSON.stringify([article, quotes, events, comments])
    for (const furniture of ['الأكثر قراءة', 'أهم المواضيع', 'أهم التصنيفات'])
      expect(everything).not.toContain(furniture)
  })

  test('gives nineteen quotes, five of them direct', () => {
    expect(quotes).toHaveLength(19)
    expect(quotes.filter(({ kind }) => kind === 'direct')).toHaveLength(5)
  })

  test.each([
    ['والآن نحن أيضاً سعداء', 'حسين أمير عبد اللهيان'],
    ['ضرورة اتخاذ خطوات', 'مولود تشاووش أوغلو'],
    ['حكومة ميليشيا أسد قد ترضخ', 'مصدران مطلعان'],
    ['دولة محتلة وداعمة للإرهاب', 'بشار الأسد'],
  ])('«%s» is said by %s', (words, speaker) => {
    expect(quoteWith(quotes, words)?.speaker?.replace(/[\u064B-\u0652]/g, '')).toBe(speaker)
  })

  test('is dated to January 2023 through its comment, and to some January without', () => {
    expect(article.published_on).toBe('2023-01')
    expect(article.published_basis).toBe('inferred')
    expect(article.published_evidence.map(({ text }) => text)).toContain('منذ سنة شهرين')
    expect(seed(name).article.published_on).toMatch(/-01\]?$/)
  })
})

describe('seed 002: a page without a title', () => {
  const { article, quotes, events, comments } = seed('002_60b2a5c6f0620d12.txt')

  test('has no title, seven headings, a translator and no comments', () => {
    expect(article.title).toBeNull()
    expect(article.sections.filter(({ heading }) => heading !== null)).toHaveLength(7)
    expect(article.translators).toEqual(['عبد الجواد أمين حميد'])
    expect(article.body).not.toContain('ترجمة وتحرير')
    expect(comments).toEqual([])
  })

  test('finds the statement whose mark is never closed', () => {
    const statement = quoteWith(quotes, 'عُقدت مشاورات رباعية')
    expect(statement?.speaker).toBe('وزارة الخارجية الروسية')
    expect(statement?.text.endsWith('وسوريا')).toBe(true)
  })

  test('knows who says «بدأنا عملية التطبيع»', () => {
    expect(quoteWith(quotes, 'بدأنا عملية التطبيع')?.speaker).toBe('رجب طيب أردوغان')
  })

  test('takes no name in marks for a quote', () => {
    expect(quotes.map(({ text }) => text)).not.toContain('نوفوستي')
    expect(quotes.map(({ text }) => text)).not.toContain('تركيا ونظام الأسد')
  })

  test('dates the talks, and says what the date rests on', () => {
    const talks = events.find(({ trigger, occurred_on }) => trigger.includes('مشاورات') && occurred_on !== null)
    expect(talks).toMatchObject({ type: 'CONSULT', occurred_on: '2023-04-03/2023-04-04', occurred_basis: 'inferred' })
    expect(article.published_basis).toBe('inferred')
    expect(article.published_min).not.toBeNull()
    expect(article.published_min! >= '2023-04-04' && article.published_max! <= '2023-04-05').toBe(true)
    expect(article.published_evidence.length).toBeGreaterThan(0)
  })
})
