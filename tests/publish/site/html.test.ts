import fc from 'fast-check'
import { expect, test } from 'vitest'
import { document, element, foreign, html, jsonBlock } from '../../../src/publish/site/html.ts'

const text = (of: ReturnType<typeof html>) => document(of).slice('<!doctype html>\n'.length, -1)

test('values are escaped, HTML and lists of it are not', () => {
  const item = (name: string) => html`<li title="${name}">${name}</li>`
  expect(text(html`<ul>${['<a>', `"'&`].map(item)}${null}${7}</ul>`)).toBe(
    '<ul><li title="&lt;a&gt;">&lt;a&gt;</li><li title="&quot;&#39;&amp;">&quot;&#39;&amp;</li>7</ul>',
  )
})

test('no text of a document can leave its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...`<>"'&/=!-script`) }), (a, b) => {
      for (const value of [a, b, a + b]) {
        const shown = text(foreign(value))
        expect(shown).toMatch(/^<bdi dir="auto">[^<>"']*<\/bdi>$/)
      }
    }),
  )
})

test('text of a document takes its own direction and turns no other', () => {
  expect(text(foreign('سلام \u202eabc\u2066'))).toBe('<bdi dir="auto">سلام abc</bdi>')
  expect(text(foreign('\u200fسلام\u200e'))).toBe('<bdi dir="auto">\u200fسلام\u200e</bdi>')
})

test('JSON in a page cannot end its element and means the same', () => {
  const value = { name: '</script><!--', list: ['<'] }
  const block = jsonBlock(value)
  expect(block).not.toContain('<')
  expect(JSON.parse(block)).toEqual(value)
  expect(text(element('script', html` type="application/ld+json"`, block))).toBe(
    `<script type="application/ld+json">${block}</script>`,
  )
  expect(() => element('style', html``, '</style>')).toThrow('expected no end of the element')
})
