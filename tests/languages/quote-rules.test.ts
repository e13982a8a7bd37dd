/** Every quote rule of every language gives what its examples say, and nothing of its own on its non-examples. */
import { describe, expect, test } from 'vitest'
import { packs } from '../../src/languages/index.ts'
import { quotesOf } from '../support/article.ts'

describe.each(packs.map(({ language, quotes }) => ({ language, rules: quotes.rules })))(
  '$language',
  ({ language, rules }) => {
    test('rules have ids of their own', () => {
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
      for (const { id } of rules) expect(id).toMatch(new RegExp(`^${language}/quote/[a-z-]+$`))
    })

    const examples = rules.flatMap(({ id, examples }) => examples.map(example => ({ id, ...example })))
    test.each(examples)('$id reads «$text»', ({ id, text, title = null, content, kind, speaker }) => {
      const found = quotesOf(text, { title, language }).filter(({ rule }) => rule === id)
      expect(found).toMatchObject([{ content, kind, speaker }])
    })

    const nonExamples = rules.flatMap(({ id, nonExamples }) => nonExamples.map(text => ({ id, text })))
    test.each(nonExamples)('$id leaves «$text» alone', ({ id, text }) => {
      expect(quotesOf(text, { language }).filter(({ rule }) => rule === id)).toEqual([])
    })
  },
)
