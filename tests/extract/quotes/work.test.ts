/** The work that finding quotes does grows with the text, whatever the text: look-ups of the grammar are counted, not time. */
import { expect, test } from 'vitest'
import { readCast } from '../../../src/extract/mentions/cast.ts'
import type { QuoteGrammar } from '../../../src/extract/quotes/grammar.ts'
import { findQuotes } from '../../../src/extract/quotes/quotes.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import { ar } from '../../../src/languages/ar/index.ts'
import { articleOf } from '../../support/article.ts'

/** A grammar that counts how often it is asked. */
function counted(grammar: QuoteGrammar): { readonly grammar: QuoteGrammar; readonly count: () => number } {
  let asked = 0
  const wrapped = Object.fromEntries(
    Object.entries(grammar).map(([name, value]) => [
      name,
      typeof value !== 'function'
        ? value
        : (...args: unknown[]) => {
            asked++
            return (value as (...args: unknown[]) => unknown)(...args)
          },
    ]),
  ) as unknown as QuoteGrammar
  return { grammar: wrapped, count: () => asked }
}

function workOn(text: string): number {
  const { body, blocks } = articleOf(text)
  const passage = readPassage('body', body, blocks, ar.orthography)
  const { grammar, count } = counted(ar.quotes)
  findQuotes([passage], readCast([passage], ar.mentions), [], grammar)
  return count()
}

test.each([
  ['opening marks', '«'],
  ['straight marks', '"'],
  ['a conjunction', 'و '],
  ['one verb', 'قال '],
  ['a verb and its complementiser', 'قال إن '],
  ['demands', 'طالب بتوفير '],
  ['participles', '، مضيفا أن ذلك'],
  ['source phrases', 'بحسب الوزير، '],
  ['reports in reports', 'قال الوزير إن المدير قال إن '],
  ['colons', 'قال: '],
  ['short lines that each open a mark', '«ماء\n'],
  ['questions', 'هل؟\n'],
  ['parentheses after colons', ': ('],
])('%s', (_, piece) => {
  const small = workOn(piece.repeat(400))
  const large = workOn(piece.repeat(1600))
  expect(small).toBeGreaterThan(0)
  expect(large).toBeLessThan(small * 5)
})
