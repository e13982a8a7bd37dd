/** Nouns that reporting verbs take behind a preposition instead of a clause: «دعا إلى وقف …», «طالب بتوفير …». */
import type { Cue, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { withoutFront } from '../attached.ts'
import { isComplementiser } from '../function-words.ts'
import { isVerbalNoun } from '../masdars.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { readCueWord } from './cue-forms.ts'
import { crossesRelative, OPENERS, OWN_LETTERS, SET_PHRASES } from './objects.ts'

const ATTACHED_PHRASES = wordSet(context.attachedPhrases)
const HOPES = wordSet(context.hopes)
const OPINIONS = wordSet(context.opinions)
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
