/** The language of a text: by its script, then by its commonest words. */
import type { Vocabulary } from './vocabulary.ts'

/** How much of a text is looked at, in characters. */
const SAMPLE = 1500
/** Share of the words that must be in the script. */
const SCRIPT_SHARE = 0.6
/** Share of letters that the language does not use above which it is another one. */
const FOREIGN_SHARE = 0.02
/** Share of common words that a longer text of the language has. */
const COMMON_SHARE = 0.04
/** Texts with fewer words may by chance hold none of the common ones. */
const SHORT_WORDS = 15

/** BCP 47 tag of the language, or null when it is none that is known or cannot be told. */
export function languageOf(text: string, { languages }: Vocabulary): string | null {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/[\p{L}\p{M}'’]+/gu)
      ?.map(withoutMarks) ?? []
  for (const { language, script, common, neighbours, foreign } of languages) {
    const own = words.filter(word => script.test(word))
    if (words.length === 0 || own.length < SCRIPT_SHARE * words.length) continue
    const letters = own.join('')
    const counts = {
      words: words.length,
      common: own.filter(word => common.has(word)).length,
      neighbour: Math.max(0, ...neighbours.map(list => own.filter(word => list.has(word)).length)),
      foreign: foreign ? (letters.match(foreign)?.length ?? 0) / letters.length : 0,
    }
    return isWritten(counts, foreign !== null) ? language : null
  }
  return null
}

const withoutMarks = (word: string) => word.replace(/\p{M}/gu, '')

interface Counts {
  readonly words: number
  readonly common: number
  readonly neighbour: number
  readonly foreign: number
}

function isWritten({ words, common, neighbour, foreign }: Counts, hasForeignLetters: boolean): boolean {
  if (foreign > FOREIGN_SHARE && neighbour >= common) return false
  if (common > neighbour) return words < SHORT_WORDS || common >= COMMON_SHARE * words
  // A script whose other languages have letters of their own speaks for this one where they are missing.
  return common === neighbour && foreign === 0 && hasForeignLetters && words < SHORT_WORDS
}
