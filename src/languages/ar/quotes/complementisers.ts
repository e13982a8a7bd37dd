/** What joins a reporting word to what it reports: أن and its kin, prepositions, the verbal noun as object. */
import type { Cue, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isComplementiser } from '../function-words.ts'
import { givenName } from '../mentions/words.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { argumentAt } from './arguments.ts'
import { objectAt } from './objects.ts'

const HOW = 'كيف'
const TELLING: ReadonlySet<Cue['class']> = new Set<Cue['class']>(['clarify', 'criticise'])
const QUESTIONS = wordSet(context.questions)
const RESUMPTIONS = wordSet(context.resumptions.filter(word => word !== 'فقد'))
/** Before أن they make it part of another phrase: «بعد أن», «دون أن», «يمكن أن». */
const GOVERNORS = wordSet(context.beforeAnOnly)
/** Prepositions that reporting words put before أن. */
const LINKS = wordSet(context.beforeAn)
/** Before such a preposition and أن: «علاوة على أن», «نظرا إلى أن». */
const LINKED_GOVERNORS = wordSet(context.beforeLinkedAn.flatMap(word => [word, `و${word}`]))
/** With these a sentence of its own begins: «وأضاف المدير لا بد من …». */
const STARTERS = wordSet(context.sentenceStarters)

/** Where the content of a cue begins, if it begins at this token. Looks at most six tokens ahead. */
export function openingAt(passage: Passage, at: number, cue: Cue): Opening | null {
  return (
    clauseAt(passage, at, cue) ?? argumentAt(passage, at, cue) ?? objectAt(passage, at, cue) ?? bareAt(passage, at, cue)
  )
}

function clauseAt({ tokens }: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('clause')) return null
  const { form, start } = tokens[at] as Token
  const next = tokens[at + 1]
  if (cue.class === 'ask' && (QUESTIONS.has(form) || (form === 'ما' && next?.form === 'اذا'))) {
    return { frame: 'clause', first: at, start }
  }
  // «روى كيف …», «استغرب كيف …»
  if (TELLING.has(cue.class) && form === HOW) return { frame: 'clause', first: at, start }
  const after = tokens[at + 2]
  // «مشيرا إلى أن», «تأكيده على أن»: whatever the preposition, أن carries the content.
  if (after && LINKS.has(form) && isComplementiser(next?.form ?? '') && !isGoverned(tokens, at + 1)) {
    return { frame: 'clause', first: at + 2, start: after.start }
  }
  // «وكما قال الوزير، فإن …»: the clause is resumed after a comma.
  const resumed = RESUMPTIONS.has(form) && tokens[at - 1]?.kind === 'mark'
  if (!(isComplementiser(form) || resumed) || !next || isGoverned(tokens, at)) return null
  return { frame: 'clause', first: at + 1, start: next.start }
}

/** Whether أن belongs to what stands before it, or before its preposition, and not to the cue. */
function isGoverned(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.form ?? ''
  // «الدكتور إياد عوض أن»: a name, and not «عوض أن».
  if (GOVERNORS.has(before) && !(givenName(before) && givenName(tokens[at - 2]?.form ?? ''))) return true
  return LINKS.has(before) && LINKED_GOVERNORS.has(tokens[at - 2]?.form ?? '')
}

export const beginsClause = ({ tokens }: Passage, at: number): boolean =>
  STARTERS.has(tokens[at]?.form ?? '') || FUTURE.test(tokens[at]?.form ?? '')

const I_OR_WE = /(?:ي|ني|نا)$/u
/** «إن», «أنه» at the head of marks; «إنني» and «إننا» are the speaker's own words. */
export const skipComplementiser = ({ tokens }: Passage, at: number): number => {
  const { form = '' } = tokens[at] ?? {}
  return isComplementiser(form) && !I_OR_WE.test(form) ? at + 1 : at
}

/** «وأن», «وإنه», «و"…"». */
export const goesOn = ({ tokens }: Passage, at: number): boolean => {
  const { form = '' } = tokens[at] ?? {}
  const next = tokens[at + 1]
  if (form === 'و' && next?.kind === 'mark' && !next.spaced) return true
  return form.startsWith('و') && isComplementiser(form.slice(1))
}

/** «ستتوقف», «سيعلن», and not «ستون», «سياسة», «سيطرة». */
const FUTURE = /^س(?:ت(?!ار|ين|ون|ة)|ي(?![اطندرولمفجبخ]))\p{L}{2,}$/u

function bareAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const { start } = passage.tokens[at] as Token
  return cue.takes.has('bare') && beginsClause(passage, at) ? { frame: 'bare', first: at, start } : null
}
