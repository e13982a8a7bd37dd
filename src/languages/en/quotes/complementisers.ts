/** What joins an English reporting word to what it reports: “that”, nothing at all, a preposition, an object. */
import type { Cue, Frame, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { ADDRESSING } from './cue-forms.ts'

const PREPOSITIONS = new Set(context.governors)
const COMPLEMENTISERS = new Set(['that', 'whether', 'if', 'why', 'how', 'what', 'where', 'when'])
const NOT_A_CLAUSE = new Set(['and', 'or', 'but', 'so', 'it.', 'by', 'as'])
/** “said yes”, “asked him”: longest addressee before the content, in tokens. */
const ADDRESSEE = 8

/** Where the content of a cue begins, if it begins at this token. Looks one token ahead. */
export function openingAt(passage: Passage, at: number, cue: Cue): Opening | null {
  return clauseAt(passage, at, cue) ?? argumentAt(passage, at, cue) ?? objectAt(passage, at, cue)
}

function clauseAt({ tokens }: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('clause')) return null
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (token.form === 'that' && next) return { frame: 'clause', first: at + 1, start: next.start }
  if ((at > cue.last && !isAddressed(cue)) || isInverted(tokens, cue)) return null
  if (hasPreposition(tokens, cue.last, at)) return null
  if (COMPLEMENTISERS.has(token.form) && next) return { frame: 'clause', first: at, start: token.start }
  if (isAddressed(cue) && (at === cue.last || at > cue.last + ADDRESSEE || cue.lemma === 'ask')) return null
  return startsClause(tokens, at) ? { frame: 'clause', first: at, start: token.start } : null
}

const hasPreposition = (tokens: readonly Token[], from: number, to: number) => {
  for (let i = from; i < to; i++) if (PREPOSITIONS.has((tokens[i] as Token).form)) return true
  return false
}

/** “…,” said Whitlow: a verb right behind a closing mark has its subject, not a clause, behind it. */
const isInverted = (tokens: readonly Token[], { first }: Cue): boolean => CLOSING.has(tokens[first - 1]?.form ?? '')
const CLOSING = new Set(['”', '"', '»', '’', "'"])

/** “said Whitlow” is written beside quoted words alone, and not with verbs that take the one who is told. */
export const subjectFollows = (cue: Cue, frame: Frame): boolean =>
  (frame === 'after' || frame === 'colon' || frame === 'marks') && !ADDRESSING.has(cue.lemma)

const isAddressed = ({ lemma }: Cue) => ADDRESSING.has(lemma)

/** Whether words without “that” may be the reported clause: they start with no preposition and no conjunction. */
function startsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.kind === 'mark' || PREPOSITIONS.has(token.form) || NOT_A_CLAUSE.has(token.form)) return false
  return true
}

function argumentAt({ tokens }: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('argument')) return null
  const next = tokens[at + 1]
  if (!next || !cue.prepositions.has((tokens[at] as Token).form) || next.kind === 'mark') return null
  return { frame: 'argument', first: at + 1, start: next.start }
}

function objectAt({ tokens }: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('object') || at !== cue.last) return null
  const token = tokens[at] as Token
  if (token.kind === 'mark' || PREPOSITIONS.has(token.form) || NOT_A_CLAUSE.has(token.form)) return null
  return { frame: 'object', first: at, start: token.start }
}
