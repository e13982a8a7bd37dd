/** Whether letters that spell a verb are one where they stand: Arabic writes verbs, nouns and names alike. */
import type { Word } from './lexicon.ts'
import { isOf, type View } from './sentence.ts'

/** A word inside a name or a title is no verb; one that a phrase without a name begins with may be: «طالب المحتجون». */
export function isInPhrase(view: View, at: number): boolean {
  const mention = view.covering(at)
  if (mention === null) return false
  const heads = at === view.first || view.token(at - 1).kind !== 'word'
  return mention.first < at || (mention.nameText !== null && !heads)
}

/**
 * Whether the letters at `at` spell a noun here. No verb follows a preposition, «في شن غارات», and no perfect follows أن unless a
 * preposition stands before it, «بعد أن». The perfect of many patterns is written like a noun: «قتل», «تقدم», «لاحق»; then it is a
 * verb only where a clause begins or right after its subject.
 */
export function isNominal(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word) return true
  if (word.preposition !== null && word.preposition !== 'ل') return true
  if (at === view.first) return false
  if (word.conjunction === null && view.preposition(at - 1) !== undefined) return !BEFORE_VERBS.has(view.form(at - 1))
  if (word.verbs.every(({ tense }) => tense === 'perfect') && view.isThat(at - 1)) {
    return view.preposition(at - 2) === undefined && view.form(at - 2) !== 'سبق'
  }
  return isHomograph(word) && !opensVerb(view, at) && !isOf(view, at + 1, 'himself')
}

/** Prepositions that verbs follow: «منذ سيطرت», «حتى سقطت», «من» in the sense of who. */
const BEFORE_VERBS: ReadonlySet<string> = new Set(['منذ', 'ومنذ', 'حتى', 'وحتى', 'من', 'ومن'])

/**
 * Patterns that spell a noun: a verbal noun of the list, «تَفَعَّلَ» and «تَفاعَلَ» (تقدم, تراجع), «فاعَلَ» (لاحق), and the imperfect of the second
 * for a woman, written like a verbal noun of the fifth: «تحمل».
 */
function isHomograph({ stem, verbs, nouns, classes, pronoun }: Word): boolean {
  if (classes.has('homograph')) return true
  if (verbs.some(({ number, gender }) => number !== 'singular' || gender !== 'masculine')) {
    return /^ت...$/u.test(stem) && verbs.every(({ tense, number }) => tense !== 'future' && number === 'singular')
  }
  if (verbs.some(({ tense }) => tense !== 'perfect')) return false
  return nouns.length > 0 || /^ت....?$|^.ا..$/u.test(stem) || (pronoun !== null && stem.length === 3)
}

/** Whether a verb may stand at `at`: at the head of a clause, after a particle or after its subject. */
const opensVerb = (view: View, at: number): boolean =>
  at === view.first ||
  view.token(at - 1).kind !== 'word' ||
  view.mark(at - 1) !== undefined ||
  view.opensClause(at - 1) ||
  (view.covering(at - 1) !== null && view.word(at)?.conjunction === null)

/** «طوقا» after its verb is an object, «قتلا» after «جنديين» a verb: the dual perfect needs a subject or a particle before it. */
export function isBareDual(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word || word.pronoun !== null || !view.form(at).endsWith('ا')) return false
  if (!word.verbs.every(({ number, tense }) => number === 'dual' && tense === 'perfect')) return false
  if (at === view.first || word.conjunction !== null || view.mark(at - 1) !== undefined) return false
  const before = view.covering(at - 1)
  return before ? before.count === 'singular' : !/(?:ان|ين)$/u.test(view.form(at - 1))
}
