/** What the page words of every language must satisfy. */
import { describe, expect, test } from 'vitest'
import { page as ar } from '../../src/languages/ar/page.ts'
import { page as en } from '../../src/languages/en/page.ts'
import { labels } from '../../src/segment/grammar.ts'
import { vocabularyOf } from '../../src/segment/vocabulary.ts'

describe.each([ar, en])('$language', grammar => {
  const { words } = grammar
  const { read } = vocabularyOf([grammar])
  const sizeOf = (phrase: string) => read(phrase).filter(({ kind }) => kind === 'word').length

  test('has every label, and no others', () => {
    expect(Object.keys(words.labels).sort()).toEqual([...labels].sort())
  })

  test('has no phrase without a word', () => {
    const phrases = labels.flatMap(label => Object.values(words.labels[label]).flat())
    expect(phrases.length).toBeGreaterThan(300)
    expect(phrases.filter(phrase => sizeOf(phrase) === 0)).toEqual([])
  })

  test('has single words where single words are looked up', () => {
    const lists = ['months', 'dateWords', 'agoWords', 'agoUnits', 'agoAlone', 'stopWords', 'nameSeparators'] as const
    for (const list of lists) expect(words[list].filter(word => sizeOf(word) !== 1)).toEqual([])
  })
})
