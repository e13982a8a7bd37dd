import { describe, expect, test } from 'vitest'
import { documentRows, unreadRows } from '../../src/tables/rows.ts'
import { article, bytes, extracted, facts, find, page } from '../support/invented.ts'

const reading = { outcome: 'read', page, issues: [] } as const
const read = (over: Partial<typeof facts> = {}, item = extracted) =>
  documentRows(bytes, { ...facts, ...over }, reading, [item])
const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1)
  return items[0] as T
}

describe('spans', () => {
  const rows = only(read().articles)
  const fields = { title: rows.article.title ?? '', body: rows.article.body ?? '' }
  const substr = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('')

  test('every span cuts its own text out of its field by code points', () => {
    const spans = [
      ...rows.quotes.map(row => [row.text, row.span_field, row.text_start, row.text_end] as const),
      ...rows.quotes.map(row => [row.cue, row.span_field, row.cue_start, row.cue_end] as const),
      ...rows.quotes.map(row => [row.speaker_mention, row.span_field, row.mention_start, row.mention_end] as const),
      ...rows.events.map(row => [row.trigger, row.span_field, row.trigger_start, row.trigger_end] as const),
      ...rows.events.map(row => [row.sentence, row.span_field, row.sentence_start, row.sentence_end] as const),
      ...rows.times.map(row => [row.text, row.span_field, row.start, row.end] as const),
      ...rows.article.published_evidence.map(row => [row.text, row.span_field, row.text_start, row.text_end] as const),
    ]
    const given = spans.flatMap(([text, field, start, end]) =>
      text !== null && field !== null && start !== null && end !== null ? [{ text, field, start, end }] : [],
    )
    expect(given).toHaveLength(9)
    for (const { text, field, start, end } of given) expect(substr(fields[field], start, end)).toBe(text)
  })

  test('a character beyond U+FFFF counts once', () => {
    expect(rows.quotes[0]?.text_start).toBe(find(fields.title, 'السد جاهز').start - 1)
    expect(rows.events[0]?.trigger_start).toBe(find(fields.body, 'وقّعت').start - 2)
  })

  test('sections are the body, each from its heading on', () => {
    expect(rows.article.sections.map(({ heading }) => heading)).toEqual([null, 'تأخير 𞤀 وكلفة'])
    expect(
      rows.article.sections
        .map(({ section_start, section_end }) => substr(fields.body, section_start, section_end))
        .join(''),
    ).toBe(fields.body)
  })

  test('comments point into the decoded document', () => {
    const comment = rows.comments[0]
    expect(substr(page.text, comment?.source_start ?? 0, comment?.source_end ?? 0)).toBe(comment?.text)
  })
})

describe('ids', () => {
  const ids = (rows: ReturnType<typeof read>) => {
    const { article, quotes, events, comments } = only(rows.articles)
    return [
      article.article_id,
      ...quotes.map(row => row.quote_id),
      ...events.map(row => row.event_id),
      ...comments.map(row => row.comment_id),
    ]
  }

  test('are all different, and the same for the same input', () => {
    expect(new Set(ids(read())).size).toBe(6)
    expect(ids(read())).toEqual(ids(read()))
  })

  test('do not follow the revision, so that laptop and cloud agree', () => {
    expect(ids(read({ revision: '00000000000000000001' }))).toEqual(ids(read()))
  })

  test('of an article come from its URL where it has one, else from its key', () => {
    const [byKey] = ids(read())
    const [byUrl] = ids(read({ url: 'https://news.example/dam' }))
    const [moved] = ids(read({ url: 'https://news.example/dam', sourceKey: 'elsewhere.txt' }))
    expect(byUrl).not.toBe(byKey)
    expect(moved).toBe(byUrl)
    expect(ids(read({ sourceKey: 'elsewhere.txt' }))[0]).not.toBe(byKey)
  })

  test('the key counts in NFC', () => {
    const decomposed = read({ sourceKey: 'cafe\u0301.txt' })
    expect(decomposed.document.source_key).toBe('caf\u00e9.txt')
    expect(ids(decomposed)).toEqual(ids(read({ sourceKey: 'caf\u00e9.txt' })))
  })

  test('rows refer to each other: child to article, event to quote, answer to comment', () => {
    const { article, quotes, events, comments } = only(read().articles)
    for (const row of [...quotes, ...events, ...comments]) {
      expect([row.article_id, row.revision]).toEqual([article.article_id, article.revision])
    }
    expect(events[0]?.quote_id).toBe(quotes[1]?.quote_id)
    expect(comments[1]?.parent_comment_id).toBe(comments[0]?.comment_id)
  })

  test('do not collide when two articles of a document have the same address', () => {
    const same = { ...facts, url: 'https://news.example/1' }
    const { articles } = documentRows(bytes, same, reading, [extracted, extracted])
    expect(articles.map(rows => rows.article.url)).toEqual([same.url, same.url])
    const all = articles.flatMap(rows => [rows.article.article_id, ...rows.quotes.map(row => row.quote_id)])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('documents', () => {
  test('with an article are parsed', () => {
    expect(read().document).toMatchObject({
      outcome: 'parsed',
      outcome_reason: null,
      article_count: 1,
      size_bytes: bytes.length,
    })
  })

  test('without one say so', () => {
    const { document, articles } = documentRows(bytes, facts, reading, [])
    expect(document).toMatchObject({ outcome: 'not_article', article_count: 0 })
    expect(document.outcome_reason).toMatch(/^expected .*, found /)
    expect(articles).toEqual([])
  })

  test('that could not be read keep their reason', () => {
    const unread = {
      outcome: 'rejected',
      reason: 'expected text, found a PNG image',
      mediaType: 'image/png',
      charset: null,
    } as const
    const { document, articles } = unreadRows(bytes, facts, { ...unread, issues: [] })
    expect(document).toMatchObject({ outcome: 'rejected', outcome_reason: unread.reason, media_type: 'image/png' })
    expect(articles).toEqual([])
  })
})

test('what was told beside the document has the last word', () => {
  const told = only(read({ siteName: 'المدار', url: 'https://news.example/dam' }).articles)
  expect(told.article).toMatchObject({ site_name: 'المدار', url: 'https://news.example/dam' })
  const found = only(
    read({}, { ...extracted, article: { ...article, siteName: 'الأفق', url: 'https://other.example/' } }).articles,
  )
  expect(found.article).toMatchObject({ site_name: 'الأفق', url: 'https://other.example/' })
})
