/** Whether the clause around a time expression speaks of the past or of the future. */
import type { Tense } from '../../../extract/dates/time.ts'
import type { Scan } from './lexemes.ts'

/** How far, in tokens, a verb may stand from the time it dates. */
const BEFORE = 18
const AFTER = 6

/**
 * The tense of the nearest verb before tokens `first` to `last`, else of the nearest one after, in the same sentence. After
 * «منذ» it is past whatever the verb.
 */
export function tenseAround({ passage, lexemes }: Scan, first: number, last: number): Tense | null {
  if (lexemes[first - 1]?.word.relation === 'since') return 'past'
  const sentence = passage.sentences[passage.sentenceOf[first] as number]
  if (!sentence) return null
  for (let at = first - 1; at >= Math.max(sentence.first, first - BEFORE); at--) {
    const tense = lexemes[at]?.word.tense
    if (tense === 'past' || tense === 'future') return tense
  }
  for (let at = last; at < Math.min(sentence.last, last + AFTER); at++) {
    const tense = lexemes[at]?.word.tense
    if (tense === 'past' || tense === 'future') return tense
  }
  return null
}
