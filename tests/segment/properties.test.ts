/** What holds for any page: any text, and any shuffle of lines of real layouts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { segment } from '../../src/segment/segment.ts'

const folder = join(import.meta.dirname, 'pages')
const layouts = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => readFileSync(join(folder, name), 'utf8').split('\n'))
const lines = layouts.flat()

const shuffled = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...lines) }, fc.string({ unit: 'binary', maxLength: 40 })), {
    maxLength: 60,
  })
  .map(parts => parts.join('\n').replaceAll('\r', ' '))
/** A layout with some of its lines gone. */
const thinned = fc
  .tuple(fc.constantFrom(...layouts), fc.infiniteStream(fc.nat(9)))
  .map(([layout, chance]) => layout.filter(() => chance.next().value !== 0).join('\n'))
const pages = fc.oneof(shuffled, thinned, fc.string({ unit: 'binary', maxLength: 400 }))

const articlesOf = (text: string) =>
  segment({ text, mediaType: 'text/plain', charset: 'utf-8' }, { sourceKey: 'page', revision: '1' }, pageVocabulary)
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim()

test('blocks are the body', () => {
  let seen = 0
  fc.assert(
    fc.property(pages, text => {
      for (const { body, blocks } of articlesOf(text)) {
        seen += blocks.length
        expect(blocks.map(({ start, end }) => body.slice(start, end)).join('\n')).toBe(body)
        let at = 0
        for (const { start, end } of blocks) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end + 1
        }
        expect(at - 1).toBe(body.length)
      }
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(100)
})

test('lines of the body, titles and standfirsts come from the page', () => {
  fc.assert(
    fc.property(pages, text => {
      const page = folded(text)
      for (const { title, subtitle, blocks, body } of articlesOf(text)) {
        for (const { start, end } of blocks) expect(page).toContain(folded(body.slice(start, end)))
        if (title !== null) expect(page).toContain(folded(title))
        if (subtitle !== null) expect(page).toContain(folded(subtitle))
      }
    }),
    { numRuns: 300 },
  )
})

test('comments lie in the page, one after the other, and answer earlier ones', () => {
  let seen = 0
  fc.assert(
    fc.property(pages, text => {
      for (const { comments } of articlesOf(text)) {
        let at = 0
        comments.forEach(({ source, parent, text: said, author }, i) => {
          seen++
          expect(source.start).toBeGreaterThanOrEqual(at)
          expect(source.end).toBeLessThanOrEqual(text.length)
          at = source.end
          const place = text.slice(source.start, source.end)
          for (const line of said.split('\n')) expect(folded(place)).toContain(folded(line))
          if (author !== null) expect(author).not.toBe('')
          if (parent !== null) expect(parent).toBeLessThan(i)
        })
      }
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(20)
})

test('no line of a body is empty, and none of a page is in two bodies', () => {
  fc.assert(
    fc.property(shuffled, text => {
      const articles = articlesOf(text)
      for (const { body } of articles) for (const line of body.split('\n')) expect(line.trim()).not.toBe('')
      const size = articles.reduce((sum, { body }) => sum + body.length, 0)
      expect(size).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 200 },
  )
})
