import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/read/document.ts'
import { readHtml } from '../../src/read/html.ts'
import { MAX_DEPTH } from '../../src/read/html-tree.ts'
import { utf8 } from './encode.ts'

/** The lines of a body as «mark: text». */
function linesOf(body: string): readonly string[] {
  const page = readHtml(`<!doctype html><html><body>${body}</body></html>`)
  return page?.markup.lines.map(({ mark, start, end }) => `${mark}: ${page.text.slice(start, end)}`) ?? []
}
const PROSE = 'The council met on Tuesday and put the vote off for a third time. '.repeat(8).trim()

const cases: readonly (readonly [what: string, body: string, lines: readonly string[]])[] = [
  [
    'blocks',
    '<h1>One</h1><h2>Two</h2><p>Three</p><div>Four</div>',
    ['title: One', 'heading: Two', 'paragraph: Three', 'text: Four'],
  ],
  ['inline elements', '<p>On <b>Tue</b>sday,\n  <a href="/x">they</a> met.</p>', ['paragraph: On Tuesday, they met.']],
  ['entities', '<p>&laquo;A&raquo;&nbsp;&amp; B</p>', ['paragraph: «A» & B']],
  ['a line break within a paragraph', '<p>One<br>two</p>', ['paragraph: One two']],
  ['two line breaks within a paragraph', '<p>One<br><br>two</p>', ['paragraph: One', 'paragraph: two']],
  ['a line break elsewhere', '<div>One<br>two</div>', ['text: One', 'text: two']],
  ['menus', '<nav><p>Home</p></nav><p>Text</p>', ['furniture: Home', 'paragraph: Text']],
  ['links', '<div><a href="/x">Elsewhere</a></div>', ['links: Elsewhere']],
  ['bold paragraphs', '<p><strong>Section</strong></p>', ['bold: Section']],
  ['captions', '<figure><img><figcaption>A bridge</figcaption></figure>', ['caption: A bridge']],
  ['a date beside a name', '<span>Name</span><time>3 May</time>', ['text: Name', 'text: 3 May']],
  ['a date in a sentence', '<p>On <time>3 May</time> it rained.</p>', ['paragraph: On 3 May it rained.']],
  [
    'hidden text',
    '<p hidden>a</p><p aria-hidden="true">b</p><p style="display: none">c</p><script>d</script><p>e</p>',
    ['paragraph: e'],
  ],
  [
    'named furniture',
    `<div class="share-bar"><p>Send</p></div><p>${PROSE}</p>`,
    ['furniture: Send', `paragraph: ${PROSE}`],
  ],
  ['a name that describes all of a page', `<div class="has-sidebar"><p>${PROSE}</p></div>`, [`paragraph: ${PROSE}`]],
  ['comments', '<div id="comments"><h3>2 comments</h3><p>Yes</p></div>', ['comment: 2 comments', 'comment: Yes']],
]

test.each(cases)('%s', (_, body, lines) => {
  expect(linesOf(body)).toEqual(lines)
})

describe('metadata', () => {
  const read = (head: string) => readHtml(`<html><head>${head}</head><body><p>x</p></body></html>`)?.markup
  test('comes from JSON-LD first', () => {
    const json = {
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': ['NewsArticle'],
          headline: 'Tram vote delayed',
          datePublished: '2023-03-14T22:10:00Z',
          author: [{ name: 'Eleanor Whitcombe' }, 'Tom Adeyemi'],
          publisher: { name: 'The Courier' },
        },
      ],
    }
    const head = `<script type="application/ld+json">${JSON.stringify(json)}</script><meta property="og:title" content="Other">`
    expect(read(head)).toMatchObject({
      title: 'Tram vote delayed',
      siteName: 'The Courier',
      authors: ['Eleanor Whitcombe', 'Tom Adeyemi'],
      publicationLines: [{ kind: 'published', text: '2023-03-14T22:10:00Z' }],
    })
  })
  test('comes from meta elements else', () => {
    const head =
      '<meta property="og:title" content="Title"><meta property="og:site_name" content="Site">' +
      '<meta property="article:modified_time" content="2023-05-09"><meta name="author" content="https://site.example/a">'
    expect(read(head)).toMatchObject({
      title: 'Title',
      siteName: 'Site',
      authors: [],
      publicationLines: [{ kind: 'updated', text: '2023-05-09' }],
    })
  })
  test('has an address only where it is one', () => {
    expect(read('<link rel="canonical" href="https://site.example/a">')?.url).toBe('https://site.example/a')
    expect(read('<link rel="canonical" href="javascript:alert(1)">')?.url).toBeNull()
  })
  test('is not disturbed by damaged JSON-LD', () => {
    expect(read('<script type="application/ld+json">{"@type": </script>')?.title).toBeNull()
  })
})

describe('readDocument', () => {
  const read = (html: string) => readDocument(utf8(html), { sourceKey: 'a.html', revision: '1' })
  test('gives the text that readers see', () => {
    expect(read('<!doctype html><title>T</title><p>Text</p>')).toMatchObject({
      outcome: 'read',
      page: { text: 'Text', mediaType: 'text/html', markup: { lines: [{ start: 0, end: 4, mark: 'paragraph' }] } },
    })
  })
  test('says when there is none', () => {
    expect(read('<!doctype html><title>T</title>')).toMatchObject({
      outcome: 'rejected',
      reason: 'expected text or HTML, found HTML without text',
    })
  })
  test('says when a page is nested too deep', () => {
    expect(read(`<html>${'<div>'.repeat(MAX_DEPTH + 1)}x`)).toMatchObject({
      outcome: 'rejected',
      reason: `expected HTML nested at most ${MAX_DEPTH} deep, found more`,
    })
  })
})

test('lines cover the text of any document, but for the line ends', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '<br>',
    '<a href=x>',
    '</a>',
    '<h1>',
    '<table><td>',
    '<nav>',
    'word',
    ' ',
    '&amp;',
    '<!--',
    '<',
    '"',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }), pieces => {
      const page = readHtml(pieces.join(''))
      const lines = page?.markup.lines ?? []
      expect(lines.map(({ start, end }) => page?.text.slice(start, end)).join('\n')).toBe(page?.text ?? '')
      for (const { start, end } of lines) expect(page?.text.slice(start, end)).toMatch(/^\S[^\n]*$/u)
    }),
    { numRuns: 300 },
  )
})
