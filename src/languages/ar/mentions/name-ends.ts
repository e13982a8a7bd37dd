/** Where a name ends for sure: the clause turns to what is said, or nothing follows. */
import type { Token } from '../../../extract/text/tokens.ts'
import type { Reach } from './reader.ts'
import { says } from './verbs.ts'
import { isClosed } from './words.ts'

/**
 * What stands before a name: nothing that says so, a title or a role that `introduced` it, or a verb of speech whose
 * `subject` it is. The latter two make a name of words that could be others.
 */
export type NameContext = 'none' | 'introduced' | 'subject'

const BEFORE_SPEECH = new Set([':', 'ان', 'انه', 'انها', 'انهم', 'بان', 'بانه', 'بانها', 'انني', 'اننا'])
const AFTER_NAMES = new Set(['،', '(', ...BEFORE_SPEECH])
const AFTER_SPEAKERS = new Set([
  ...AFTER_NAMES,
  'الى',
  'على',
  'في',
  'عن',
  'خلال',
  'عقب',
  'اليوم',
  'امس',
  ...'الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد'.split(' '),
  'الذي',
  'التي',
])
const ENDS = new Set(['.', '!', '؟', '?', '؛', ')', '»', '”', '"', '…', '-', '–'])

/** Whether what is said begins at token `i`. */
export const endsBeforeSpeech = ({ tokens, end }: Reach, i: number): boolean =>
  i < end && BEFORE_SPEECH.has((tokens[tokens[i]?.form === '،' ? i + 1 : i] as Token | undefined)?.form ?? '')

/** Whether a name that ends before token `i` ends there for sure: the clause turns, or nothing follows. */
export function turnsAt(r: Reach, i: number, context: NameContext): boolean {
  const form = i < r.end ? (r.tokens[i] as Token).form : ''
  if (context === 'none') return AFTER_NAMES.has(form)
  return AFTER_SPEAKERS.has(form) || form.startsWith('لل') || ((form === '' || ENDS.has(form)) && takesNoObject(r))
}

/** «بحسب المهندس فادي النمر.», «قال المهندس فادي النمر.»: what ends the sentence cannot be the object of a verb. */
function takesNoObject({ tokens, at, clitic }: Reach): boolean {
  const before = at > 0 ? (tokens[at - 1] as Token).form : ''
  return /[بلك]/u.test(clitic) || isClosed(before) || says(before)
}

/** Between commas, or several words before what is said: «الرئيس، ياري كوسكينن، إن», «في القصر ياري كوسكينن إن». */
export function isSetOff(r: Reach, first: number, last: number): boolean {
  if (last >= r.end || !AFTER_NAMES.has(r.tokens[last]?.form ?? '')) return false
  return r.tokens[first - 1]?.form === '،' || (last - first > 1 && endsBeforeSpeech(r, last))
}
