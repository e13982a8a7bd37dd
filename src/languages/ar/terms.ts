/** Word lists as the rules look them up: every spelling of every term, folded. */
import { type Lexicon, lexicon } from '../../extract/text/lexicon.ts'
import { spellings } from './orthography.ts'

/** Single words as a set. */
export function wordSet(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].flatMap(spellings))
}

/** Terms of one or more words as a lexicon; the value is what `read` makes of a term. */
export function termLexicon<V>(entries: Iterable<readonly [term: string, value: V]>): Lexicon<V> {
  return lexicon([...entries].flatMap(([term, value]) => spellings(term).map(spelling => [spelling, value] as const)))
}
