/** What reporting verbs take as their object: «أعلن تشكيل …», «نفى وجود …», «حمّل الوزارة المسؤولية», «اعتبر القرار خطأ». */
import type { Cue, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { governs, isComplementiser, isRelative } from '../function-words.ts'
import { isVerbalNoun } from '../masdars.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { skipAdverb } from './adverbials.ts'
import { readCueWord } from './cue-forms.ts'

/** After these a preposition belongs to a set phrase: «إلى جانب», «من قبل», «على هامش». */
export const SET_PHRASES = wordSet(context.setPhrases)
/** Words whose own first letter is ب. */
export const OWN_LETTERS = wordSet([
  ...context.ownLetters,
  ...context.ownNisba.flatMap(word => ['', 'ة', 'ين', 'ون', 'ا'].map(ending => word + ending)),
])
export const OPENERS = new Set(['«', '"', '“', '”', '„', '‘', '(', '<'])
const AFFIRMS: ReadonlySet<Cue['class']> = new Set<Cue['class']>(['affirm', 'stress'])
/** What أن may follow that stays in the content: «ضرورة أن …». */
const QUALITIES = wordSet(context.qualities)
/** What is denied without being a deed: «نفى مزاعم عن …». */
const CLAIMS = wordSet(context.claims.flatMap(claim => [claim, `ال${claim}`]))
const JUDGED = wordSet(['هذا', 'هذه', 'ذلك', 'تلك', 'إياه', 'إياها', 'ما'])

const DEFINITE = /^ال\p{L}{3,}$/u

/** «اعتبر الوزير القرار خطأ», «معتبرا ذلك …»: what is judged and what it is judged to be. The imperfect is mostly passive. */
function isJudged(tokens: readonly Token[], at: number, cue: Cue): boolean {
  if (cue.present || cue.hasObject || (cue.form === 'finite' && at === cue.last)) return false
  for (let i = at + 1; i <= at + 5; i++) if (isComplementiser(tokens[i]?.form ?? '')) return false
  const { form } = tokens[at] as Token
  // «اعتبر الموالون خطاب الرئيس …»: behind the subject, a noun and whose it is.
  const owned = at > cue.last && /^\p{L}{3,}$/u.test(form) && DEFINITE.test(tokens[at - 1]?.form ?? '')
  if (owned && !form.startsWith('ال') && DEFINITE.test(tokens[at + 1]?.form ?? '') && !OWN_LETTERS.has(form))
    return true
  return JUDGED.has(form) || (at > cue.last && isVerbalNoun(form)) || /^ال\p{L}{3,}$/u.test(form)
}

/** أن within a few words and before the next mark. */
function thatIsNear(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + 5 && tokens[i]?.kind !== 'mark'; i++) {
    if (isComplementiser(tokens[i]?.form ?? '')) return true
  }
  return false
}

/** «هذه الهجمات», «لمواجهة الهجمات»: what follows belongs to it. */
const isGenitive = (form: string): boolean => JUDGED.has(form) || (form.startsWith('ل') && isVerbalNoun(form.slice(1)))

/** Whether a relative clause begins in between: its prepositions and objects are its own verb's. */
export function crossesRelative(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const { form } = tokens[i] as Token
    // «ما» and «من» are other words too.
    if (form.length > 3 && isRelative(form)) return true
  }
  return false
}

const BLAME = /^(?:ال)?مس[ؤئ]ولية$/u
const ALL_OF = wordSet(['كامل', 'كل', 'تبعات'])

/** «المسؤولية», «كامل المسؤولية», «"المسؤولية …"»: what one is charged with. */
function isBlame(tokens: readonly Token[], at: number): boolean {
  const [first, second, third] = [0, 1, 2].map(i => tokens[at + i]?.form ?? '') as [string, string, string]
  if (OPENERS.has(first)) return BLAME.test(second) || (ALL_OF.has(second) && BLAME.test(third))
  return BLAME.test(first) || (ALL_OF.has(first) && BLAME.test(second))
}

/** «أكدت المصادر مقتل …», «أعلن الرئيس تشكيل …»: a verbal noun as object. */
export function objectAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const { tokens } = passage
  if (!cue.takes.has('object') || skipAdverb(tokens, at) > at || isComplementiser(tokens[at - 1]?.form ?? ''))
    return null
  const { form, start } = tokens[at] as Token
  if (cue.class === 'accuse') return isBlame(tokens, at) ? { frame: 'object', first: at, start } : null
  if (cue.class === 'deny' && OPENERS.has(form) && CLAIMS.has(tokens[at + 1]?.form ?? '')) {
    return { frame: 'object', first: at, start }
  }
  if (cue.class === 'opine') return isJudged(tokens, at, cue) ? { frame: 'object', first: at, start } : null
  // «مؤكدا عمق العلاقات»: after a participle that affirms any noun is its object.
  const free = cue.form === 'participle' && AFFIRMS.has(cue.class) && at === cue.last && /^\p{L}{3,}$/u.test(form)
  const denied =
    cue.class === 'deny' && (CLAIMS.has(form) || (at > cue.last && (form === 'ما' || /^ال\p{L}{3,}$/u.test(form))))
  // «جدد التأكيد على …»: a noun that reports is a cue itself.
  if (readCueWord(form)?.entry.form === 'noun') return null
  if ((!free && !denied && !isVerbalNoun(form)) || SET_PHRASES.has(form) || governs(passage, at)) return null
  if (crossesRelative(tokens, cue.last, at)) return null
  if (governs(passage, at - 1) || isGenitive(tokens[at - 1]?.form ?? '')) return null
  // «عقب عقد الاجتماع»: and so does what follows a governed noun.
  if (
    at - 1 > cue.last &&
    tokens[at - 1]?.kind === 'word' &&
    governs(passage, at - 2) &&
    !DEFINITE.test(tokens[at - 1]?.form ?? '')
  )
    return null
  if (QUALITIES.has(form) && isComplementiser(tokens[at + 1]?.form ?? '')) return { frame: 'object', first: at, start }
  // «أكد سلامة الجمعة أنه …»: what looks like a noun is the subject when أن follows.
  return thatIsNear(tokens, at) ? null : { frame: 'object', first: at, start }
}
