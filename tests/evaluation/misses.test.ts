import { expect, test } from 'vitest'
import { process as processDocument } from '../../src/pipeline.ts'
import { misses } from './misses.ts'

const REST =
  'وكانت المدينة قد شهدت في الأسابيع الماضية أعمال صيانة واسعة شملت عددا كبيرا من الطرق والجسور في أحيائها القديمة.'

test.each(misses)('still missed: $says', ({ text, quote }) => {
  const bytes = new TextEncoder().encode(`عنوان الخبر\n\n${text}\n\n${REST}`)
  const { articles } = processDocument(bytes, { sourceKey: 'miss.txt', revision: '0' })
  expect(articles).toHaveLength(1)
  expect(articles[0]?.article.body).toContain(quote)
  expect(articles[0]?.quotes.filter(row => row.text.includes(quote))).toEqual([])
})
