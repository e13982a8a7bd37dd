/** A saved web page, read and segmented: what the markup says and what the lines say themselves, together. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { readDocument } from '../../src/read/document.ts'
import { segment } from '../../src/segment/segment.ts'

function articlesOf(html: Uint8Array) {
  const facts = { sourceKey: 'page.html', revision: '1' }
  const reading = readDocument(html, facts)
  if (reading.outcome !== 'read') throw new Error(reading.reason)
  return segment(reading.page, facts, pageVocabulary)
}

test('a web page with menus, shares, related links and a comment', () => {
  const [article, ...others] = articlesOf(readFileSync(join(import.meta.dirname, 'web/gazette.html')))
  expect(others).toEqual([])
  expect(article).toMatchObject({
    title: 'بلدية الخليج ترفع تعرفة الحافلات للمرة الثالثة',
    authors: ['ماجد الصالح'],
    siteName: 'مرصد الخليج',
    url: 'https://marsad.example/2023/05/bus-fares',
    language: 'ar',
    statedCommentCount: 1,
    publicationLines: [
      { kind: 'published', text: '2023-05-09T14:22:00+03:00' },
      { kind: 'updated', text: '2023-05-09T16:00:00+03:00' },
      { kind: 'published', text: '9 مايو 2023' },
    ],
    comments: [{ author: 'راكب يومي', postedText: 'منذ 3 ساعات' }],
  })
  expect(article?.blocks.map(({ kind, start, end }) => `${kind[0]} ${article.body.slice(start, end)}`)).toEqual([
    'p رفعت بلدية الخليج تعرفة الحافلات بنسبة 15 في المئة، للمرة الثالثة خلال عامين، اعتباراً من مطلع الشهر المقبل.',
    'p قال رئيس البلدية فهد الناصر: «لا نملك خياراً آخر».',
    'h غضب الركاب',
    'p واحتج عشرات الركاب أمام المبنى، ورفعوا لافتات تطالب بالتراجع عن القرار.',
    'p بلا تعليق.',
    'p ووعدت البلدية بمراجعة القرار بعد ستة أشهر إذا انخفضت أسعار الوقود.',
  ])
})

test('a page of links gives no article', () => {
  const item = (n: number) => `<li><a href="/${n}">Council delays vote number ${n} on the eastern tram line</a></li>`
  const html = `<!doctype html><body><h1>Latest</h1><ul>${[1, 2, 3, 4, 5].map(item).join('')}</ul></body>`
  expect(articlesOf(new TextEncoder().encode(html))).toEqual([])
})
