/** The work that finding quotes does grows with the text, whatever the text: questions to the grammar are counted, not time. */
import { expect, test } from 'vitest'
import { readCast } from '../../../src/extract/mentions/cast.ts'
import { findQuotes } from '../../../src/extract/quotes/quotes.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { ar } from '../../../src/languages/ar/index.ts'
import { adversarial } from '../../support/adversarial.ts'
import { articleOf } from '../../support/article.ts'

/** The same grammar, with a tally of how often it is asked. */
function counted<G extends object>(grammar: G, tally: { asked: number }): G {
  return Object.fromEntries(
    Object.entries(grammar).map(([name, value]) => [
      name,
      typeof value !== 'function'
        ? value
        : (...args: unknown[]) => {
            tally.asked++
            return (value as (...args: unknown[]) => unknown)(...args)
          },
    ]),
  ) as G
}

/** How often a text makes the rules for mentions and quotes ask their grammars. */
function workOn(text: string): number {
  const { body, blocks } = articleOf(text)
  const passage = readPassage('body', body, blocks, ar.orthography)
  const tally = { asked: 0 }
  findQuotes([passage], readCast([passage], counted(ar.mentions, tally)), [], counted(ar.quotes, tally))
  return tally.asked
}

/** Questions per character at most: a token is asked about a bounded number of times. */
const MOST = 40

test('a sentence makes the rules ask', () => {
  expect(workOn('قال وزير الزراعة سامر البدري إن الموسم جيد.')).toBeGreaterThan(20)
})

test.each(adversarial.map(({ name, piece }) => [name, piece] as const))('%s', (_, piece) => {
  const text = (characters: number) => piece.repeat(Math.ceil(characters / piece.length))
  const small = workOn(text(1000))
  const large = workOn(text(4000))
  expect(large).toBeLessThanOrEqual(small * 5 + 100)
  expect(large / text(4000).length).toBeLessThan(MOST)
})
