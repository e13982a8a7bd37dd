/** A language that the engine has never seen: words and rules of a page of code give quotes with their speakers. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extract/extract.ts'
import { articleOf, facts } from '../support/article.ts'
import { french } from '../support/french.ts'

const quotesOf = (text: string) => {
  const { quotes } = extract(articleOf(text, { language: 'fr' }), facts, french)
  return quotes.map(({ content, kind, speaker, attribution }) => ({
    content: text.slice(content.start, content.end),
    kind,
    speaker: speaker?.name ?? null,
    attribution,
  }))
}

describe.each(french.quotes.rules)('$id', ({ examples, nonExamples }) => {
  test.each(examples)('$text', ({ text, content, kind, speaker }) => {
    expect(quotesOf(text)).toEqual([expect.objectContaining({ content, kind, speaker })])
  })

  test.each(nonExamples)('nothing in: %s', text => {
    expect(quotesOf(text)).toEqual([])
  })
})

test('roles and pronouns are resolved within the article', () => {
  const text =
    'La ministre Jeanne Valcourt a déclaré que le pont sera rouvert en mai. Elle a ajouté que les travaux avancent. « Le budget est prêt », a assuré la ministre.'
  expect(quotesOf(text)).toEqual([
    expect.objectContaining({ content: 'le pont sera rouvert en mai', speaker: 'Jeanne Valcourt' }),
    { content: 'les travaux avancent', kind: 'indirect', speaker: 'Jeanne Valcourt', attribution: 'pronoun' },
    expect.objectContaining({ content: 'Le budget est prêt', kind: 'direct', speaker: 'Jeanne Valcourt' }),
  ])
})
