/** The language of a text: by its script, then by its commonest words. */
import type { PageGrammar } from './grammar.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How much of a text is looked at, in characters. */
const SAMPLE = 4000
/** Share of the letters that must be of the script. */
const SCRIPT_SHARE = 0.6
/** Share of letters that the language does not use above which it is another one. */
const FOREIGN_SHARE = 0.02
/** Share of common words that a longer text of the language has. */
const COMMON_SHARE = 0.04
/** Texts with fewer words may by chance hold none of the common ones. */
const SHORT_WORDS = 15

/** BCP 47 tag of the language, or null when it is none that is known or cannot be told. */
export function languageOf(text: string, vocabulary: Vocabulary): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  const raw = (sample.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? []).map(word => word.replace(/\p{M}/gu, ''))
  const folded = vocabulary.read(sample).filter(({ kind }) => kind === 'word')
  for (const grammar of vocabulary.grammars) {
    const ofScript = sample.match(new RegExp(`(?=\\p{L})\\p{Script=${grammar.script}}`, 'gu'))?.length ?? 0
    if (ofScript < SCRIPT_SHARE * letters) continue
    const foreign = grammar.words.foreignLetters === '' ? 0 : count(sample, grammar.words.foreignLetters)
    const common = folded.filter(word => vocabulary.listed('stopWords', [word], 0) > 0).length
    const neighbour = Math.max(0, ...Object.values(grammar.words.neighbours).map(words => countWords(raw, words)))
    if (foreign > FOREIGN_SHARE * letters && neighbour >= common) return null
    return isWritten(grammar, { words: raw.length, common, neighbour, foreign }) ? grammar.language : null
  }
  return null
}

interface Counts {
  readonly words: number
  readonly common: number
  readonly neighbour: number
  readonly foreign: number
}

function isWritten({ words: { foreignLetters } }: PageGrammar, { words, common, neighbour, foreign }: Counts): boolean {
  if (common <= neighbour) {
    // A script whose other languages have letters of their own speaks for this one where they are missing.
    return common === neighbour && foreign === 0 && foreignLetters !== '' && words < SHORT_WORDS
  }
  return words < SHORT_WORDS || common >= COMMON_SHARE * words
}

function count(text: string, letters: string): number {
  const wanted = new Set(letters)
  let found = 0
  for (const letter of text) if (wanted.has(letter)) found++
  return found
}

function countWords(words: readonly string[], list: readonly string[]): number {
  const wanted = new Set(list)
  return words.filter(word => wanted.has(word)).length
}
