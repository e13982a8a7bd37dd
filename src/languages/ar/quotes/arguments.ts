/** Nouns that reporting verbs take instead of a clause: «دعا إلى وقف …», «طالب بتوفير …», «نفى وجود …». */
import type { Cue, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { withoutFront } from '../attached.ts'
import { governs, isComplementiser, isRelative } from '../function-words.ts'
import { isVerbalNoun } from '../masdars.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { skipAdverb } from './adverbials.ts'
import { readCueWord } from './cue-forms.ts'

/** After these a preposition belongs to a set phrase: «إلى جانب», «من قبل», «على هامش». */
const SET_PHRASES = wordSet(context.setPhrases)
const ATTACHED_PHRASES = wordSet(context.attachedPhrases)
/** Words whose own first letter is ب. */
const OWN_LETTERS = wordSet([
  ...context.ownLetters,
  ...context.ownNisba.flatMap(word => ['', 'ة', 'ين', 'ون', 'ا'].map(ending => word + ending)),
])
/** What أن may follow that stays in the content: «ضرورة أن …». */
const QUALITIES = wordSet(context.qualities)
const HOPES = wordSet(context.hopes)
const OPINIONS = wordSet(context.opinions)
/** What is denied without being a deed: «نفى مزاعم عن …». */
const CLAIMS = wordSet(context.claims.flatMap(claim => [claim, `ال${claim}`]))
const JUDGED = wordSet(['هذا', 'هذه', 'ذلك', 'تلك', 'إياه', 'إياها', 'ما'])
const OPENERS = new Set(['«', '"', '“', '”', '„', '‘', '(', '<'])
const ATTACHED = ['ب', 'ل']
/** Verbal nouns of two letters: «بالرد». */
const SHORT_NOUNS = wordSet(context.shortVerbalNouns)

/** The preposition of the cue with its noun, if they stand here. */
export function argumentAt(passage: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('argument')) return null
  const opening = prepositionAt(passage, at, cue)
  if (!opening) return null
  // «يُتهم بـ …»: without a word between them the verb is passive, and nobody accuses.
  if (cue.class === 'accuse' && at === cue.last && !cue.hasObject) return null
  return !cue.takesPerson && crossesRelative(passage.tokens, cue.last, at) ? null : opening
}

function prepositionAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const token = passage.tokens[at] as Token
  const attached =
    ATTACHED.some(
      letter =>
        cue.prepositions.has(letter) && (isAttachedTo(letter, token.form) || promises(letter, at) || names(letter, at)),
    ) && !thatFollows(passage.tokens, at, cue)
  if (attached || (token.form === 'عما' && cue.prepositions.has('عن'))) {
    return {
      frame: 'argument',
      first: at,
      start: withoutFront(passage.text, token, token.form.startsWith('لل') ? 2 : 1).start,
    }
  }
  // «وصفه بـ"…"»: written to the opening mark.
  const next = passage.tokens[at + 1]
  const called = cue.hasObject && cue.takes.has('epithet')
  if (
    !called &&
    ATTACHED.includes(token.form) &&
    cue.prepositions.has(token.form) &&
    next?.kind === 'mark' &&
    (!next.spaced || OPENERS.has(next.form))
  ) {
    return { frame: 'argument', first: at + 1, start: next.start }
  }
  if (
    next &&
    cue.prepositions.has('ب') &&
    token.kind === 'mark' &&
    OPENERS.has(token.form) &&
    isAttachedTo('ب', next.form)
  ) {
    // «اتهم الحكومة "بتعطيل" المجلس»: the preposition stands inside the marks.
    return { frame: 'argument', first: at, start: token.start }
  }
  return cue.prepositions.has(token.form) ? afterPreposition(passage, at, cue) : null

  /** «تعهد بدعم …»: behind verbs that take ب what elsewhere is a set phrase, «بدعم من», is their object. */
  function promises(letter: string, from: number): boolean {
    const { form } = passage.tokens[from] as Token
    const after = passage.tokens[from + 1]?.form ?? ''
    if (letter !== 'ب' || !OBJECTS.has(form) || after === 'من' || !PROMISING.has(cue.class)) return false
    return !(after === 'مع' && anotherFollows(passage.tokens, from + 2))
  }

  /** Behind their object, verbs that accuse or describe put ب before any noun: «اتهم الشركة بدس …». */
  function names(letter: string, from: number): boolean {
    const { form } = passage.tokens[from] as Token
    if (letter !== 'ب' || !NAMING.has(cue.class) || (from === cue.last && !cue.hasObject)) return false
    if (crossesRelative(passage.tokens, cue.last, from)) return false
    return /^ب\p{L}{2,}$/u.test(form) && !OWN_LETTERS.has(form) && !ATTACHED_PHRASES.has(form)
  }
}

const OBJECTS = wordSet(['بدعم', 'بحل', 'بمشاركة', 'بحضور', 'بالتعاون', 'بالتنسيق'])

/** «تعهد بالتعاون مع الوزارة بتوفير …»: what is promised follows with another ب. */
function anotherFollows(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + FAR && tokens[i]?.kind === 'word'; i++)
    if (isAttachedTo('ب', tokens[i]?.form ?? '')) return true
  return false
}
const PROMISING: ReadonlySet<Cue['class']> = new Set<Cue['class']>([
  'promise',
  'demand',
  'threaten',
  'suggest',
  'admit',
])
const NAMING: ReadonlySet<Cue['class']> = new Set<Cue['class']>(['accuse', 'describe', 'threaten'])

/** How far after «بـ» the clause may follow that the cue really takes: «أفاد الناطق بالمحكمة … بأن». */
const FAR = 14

function thatFollows(tokens: readonly Token[], at: number, cue: Cue): boolean {
  for (let i = at + 1; i < at + FAR && i < tokens.length; i++) {
    const { form } = tokens[i] as Token
    if (form === '.' || readCueWord(form)?.entry.strength === 'strong') return false
    if (isComplementiser(form) && (form.startsWith('ب') || cue.class === 'report')) return true
  }
  return false
}

function afterPreposition(passage: Passage, at: number, cue: Cue): Opening | null {
  const { tokens } = passage
  const { form } = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next || ATTACHED.includes(form)) return null
  // «عبر عن "…"»: what stands between marks, when these are marks of quotation, is for the engine to see.
  if (next.kind === 'mark')
    return OPENERS.has(next.form) ? { frame: 'argument', first: at + 1, start: next.start } : null
  if (isComplementiser(next.form) || SET_PHRASES.has(next.form) || clauseFollows(tokens, at + 1)) return null
  if (cue.class === 'say' && !isVerbalNoun(next.form)) return null
  if (cue.class === 'express' && OPINIONS.has(next.form)) return null
  return (
    (cue.class === 'express' ? afterHope(passage, at + 1) : null) ?? {
      frame: 'argument',
      first: at + 1,
      start: next.start,
    }
  )
}

/** «على الحكومة أن …»: whom it asks stands before what it asks. */
function clauseFollows(tokens: readonly Token[], at: number): boolean {
  const { form } = tokens[at] as Token
  if (!form.startsWith('ال') || isVerbalNoun(form)) return false
  for (let i = at + 1; i <= at + 3; i++) if (isComplementiser(tokens[i]?.form ?? '')) return true
  return false
}

/** A word of ب or ل and a noun: «بتوفير», «بالتحكم», but not «بارزة», «بلاده». */
export function isAttachedTo(preposition: string, form: string): boolean {
  // «للنهوض»: of ل and the article one ل is left.
  if (preposition === 'ل' && form.startsWith('لل')) return isVerbalNoun(form.slice(2))
  if (!form.startsWith(preposition) || form.length < 4 || ATTACHED_PHRASES.has(form)) return false
  const rest = form.slice(1)
  return (
    (rest.startsWith('ال') && (rest.length > 4 || SHORT_NOUNS.has(rest.slice(2)))) ||
    isVerbalNoun(rest) ||
    (preposition === 'ب' && /^.{3,}ات$/u.test(rest))
  )
}

/** «عن أمله في …», «عن أملها بـ …»: the hope is left out, what is hoped for is the content. */
function afterHope({ tokens, text }: Passage, at: number): Opening | null {
  if (!HOPES.has(tokens[at]?.form ?? '')) return null
  const next = tokens[at + 1]
  const after = tokens[at + 2]
  if (!next || !after) return null
  if (next.form === 'في' || next.form === 'ب') {
    const that = isComplementiser(after.form) ? tokens[at + 3] : undefined
    return that
      ? { frame: 'argument', first: at + 3, start: that.start }
      : { frame: 'argument', first: at + 2, start: after.start }
  }
  if (isComplementiser(next.form)) return { frame: 'argument', first: at + 2, start: after.start }
  if (!isAttachedTo('ب', next.form)) return null
  return { frame: 'argument', first: at + 1, start: withoutFront(text, next, 1).start }
}

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
function crossesRelative(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const { form } = tokens[i] as Token
    // «ما» and «من» are other words too.
    if (form.length > 3 && isRelative(form)) return true
  }
  return false
}

/** «أكدت المصادر مقتل …», «أعلن الرئيس تشكيل …»: a verbal noun as object. */
export function objectAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const { tokens } = passage
  if (!cue.takes.has('object') || skipAdverb(tokens, at) > at) return null
  const { form, start } = tokens[at] as Token
  if (cue.class === 'accuse') return /^(?:ال)?مسؤولية$/u.test(form) ? { frame: 'object', first: at, start } : null
  if (cue.class === 'opine') return isJudged(tokens, at, cue) ? { frame: 'object', first: at, start } : null
  // «مؤكدا عمق العلاقات»: after a participle that affirms any noun is its object.
  const free = cue.form === 'participle' && cue.class === 'affirm' && at === cue.last && /^\p{L}{3,}$/u.test(form)
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
