/** What joins a reporting word to what it reports: أن and its kin, prepositions, the verbal noun as object. */
import type { Cue, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isComplementiser } from '../function-words.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { argumentAt, objectAt } from './arguments.ts'

const QUESTIONS = wordSet(context.questions)
/** Before أن they make it part of another phrase: «بعد أن», «دون أن», «يمكن أن». */
const GOVERNORS = wordSet(context.beforeAnOnly)
/** Prepositions that reporting words put before أن. */
const LINKS = wordSet(context.beforeAn)
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
  const after = tokens[at + 2]
  // «مشيرا إلى أن», «تأكيده على أن»: whatever the preposition, أن carries the content.
  if (after && LINKS.has(form) && isComplementiser(next?.form ?? '')) {
    return { frame: 'clause', first: at + 2, start: after.start }
  }
  if (!isComplementiser(form) || !next || GOVERNORS.has(tokens[at - 1]?.form ?? '')) return null
  return { frame: 'clause', first: at + 1, start: next.start }
}

function bareAt({ tokens }: Passage, at: number, cue: Cue): Opening | null {
  const { form, start } = tokens[at] as Token
  return cue.takes.has('bare') && STARTERS.has(form) ? { frame: 'bare', first: at, start } : null
}
