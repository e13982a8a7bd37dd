/** How English pages are furnished. */
import type { PageGrammar } from '../../segment/grammar.ts'
import words from './words/page.json' with { type: 'json' }

const foldCharacter = (character: string) => (character === '’' ? "'" : character.toLowerCase())

export const page: PageGrammar = {
  language: 'en',
  script: 'Latin',
  foldCharacter,
  spellings: term => [[...term].map(foldCharacter).join('')],
  words,
}
