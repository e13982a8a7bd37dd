/** What the two sample documents of the project must give. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { readDocument } from '../../src/read/document.ts'
import { segment } from '../../src/segment/segment.ts'
import type { Article } from '../../src/types.ts'

function articleOf(name: string): Article {
  const facts = { sourceKey: name, revision: '1' }
  const reading = readDocument(readFileSync(join(import.meta.dirname, '../../seeds', name)), facts)
  if (reading.outcome !== 'read') throw new Error(reading.reason)
  const [article, ...others] = segment(reading.page, facts, pageVocabulary)
  expect(others).toEqual([])
  return article as Article
}

const ofKind = ({ blocks }: Article, kind: string) => blocks.filter(block => block.kind === kind)

test('a page with a comment and furniture', () => {
  const article = articleOf('000_7b6e2cec56946d6c.txt')
  expect(article.title).toBe('ماذا قال وزيرا خارجية إيران وتركيا حول التقارب بين أنقرة ونظام أسد؟')
  expect(article.body).not.toContain(article.title)
  expect(ofKind(article, 'heading').map(({ start, end }) => article.body.slice(start, end))).toEqual([
    'تنسيق تركي إيراني',
    'ترحيب إيراني',
    'اجتماع مرتقب',
    'حراك لتسريع التطبيع',
  ])
  expect(ofKind(article, 'paragraph')).toHaveLength(17)
  expect(article.sourceCredits).toEqual(['الأناضول'])
  expect(article.statedCommentCount).toBe(1)
  expect(article.comments).toHaveLength(1)
  expect(article.comments[0]).toMatchObject({
    author: 'Omar',
    postedText: 'منذ سنة شهرين',
    likeCount: 1,
    parent: null,
    language: 'ar',
  })
  expect(article.comments[0]?.text).toMatch(/^هل يفقه .* للمجوس في تركيا\.$/u)
  expect(JSON.stringify(article)).not.toMatch(/الأكثر قراءة|أهم المواضيع|أهم التصنيفات/u)
})

test('a text without a title', () => {
  const article = articleOf('002_60b2a5c6f0620d12.txt')
  expect(article.title).toBeNull()
  expect(ofKind(article, 'heading')).toHaveLength(7)
  expect(ofKind(article, 'paragraph')).toHaveLength(12)
  expect(article.translators).toEqual(['عبد الجواد أمين حميد'])
  expect(article.comments).toEqual([])
  expect(article.statedCommentCount).toBeNull()
  expect(article.body).not.toMatch(/ترجمة وتحرير|التعليقات/u)
})
