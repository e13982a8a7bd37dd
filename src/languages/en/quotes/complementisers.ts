/** What joins an English reporting word to what it reports: “that”, nothing at all, a preposition, an object. */
import type { Cue, Frame, Opening } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isClosed } from '../mentions/words.ts'
import finite from '../words/finite.json' with { type: 'json' }
import context from '../words/quote-context.json' with { type: 'json' }
import { isOccasion } from './adverbials.ts'
import { contentStart, isClause, skipAddressee, skipTime } from './clauses.ts'
import { ADDRESSING } from './cue-forms.ts'
import { isAdverb, isRelative } from './verb-phrase.ts'

const PREPOSITIONS = new Set(context.governors)
/** Words that begin what anybody may say, and what only verbs of asking and knowing take. */
const QUESTIONS = new Set(['if', 'whether', 'why', 'how', 'what'])
const CIRCUMSTANCES = new Set(['where', 'when', 'who', 'which'])
const ASKING = new Set(finite.interrogative)
const VERBS = new Set(finite.auxiliaries)
/** Verbs that take a thing as easily as a clause. */
const OBJECT_LIKE = new Set(finite.objectLike)
const NOT_A_CLAUSE = new Set(['and', 'or', 'but', 'so', 'it.', 'by', 'as'])
/** Verbs with a person as their object and a preposition behind it: “accused Whitlow of”. */
const OBJECT_FIRST = new Set([...ADDRESSING, 'accuse', 'blame'])
/** How far from its verb an argument may begin, in tokens. */
const ARGUMENT = 10

/** Where the content of a cue begins, if it begins at this token. */
export function openingAt(passage: Passage, at: number, cue: Cue): Opening | null {
  return clauseAt(passage, at, cue) ?? argumentAt(passage, at, cue) ?? objectAt(passage, at, cue)
}

const starts = new WeakMap<Cue, number>()
function startOf(passage: Passage, cue: Cue): number {
  const known = starts.get(cue)
  if (known !== undefined) return known
  const start = contentStart(passage, cue, ADDRESSING.has(cue.lemma))
  starts.set(cue, start)
  return start
}

function clauseAt(passage: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('clause')) return null
  const { tokens } = passage
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (token.form === 'that' && next) return thatAt(passage, at, cue)
  // “said Whitlow”: the subject follows, and nothing else.
  if (!cue.takesPerson || cue.passive) return null
  const start = startOf(passage, cue)
  if (at !== start) return null
  if (QUESTIONS.has(token.form) && next) return { frame: 'clause', first: at, start: token.start }
  if (CIRCUMSTANCES.has(token.form))
    return ASKING.has(cue.lemma) ? { frame: 'clause', first: at, start: token.start } : null
  if (token.kind === 'mark' || PREPOSITIONS.has(token.form) || NOT_A_CLAUSE.has(token.form)) return null
  // “which critics said was unfair”
  if (at === cue.last && VERBS.has(token.form)) return { frame: 'clause', first: at, start: token.start }
  const addressed = ADDRESSING.has(cue.lemma)
  if (addressed && (at === cue.last || cue.lemma === 'ask')) return null
  const lenient = at === cue.last && !addressed && !OBJECT_LIKE.has(cue.lemma)
  return isClause(passage, at, lenient) ? { frame: 'clause', first: at, start: token.start } : null
}

/** “that” as a complementiser, not as a determiner (“that night”) or a relative (“a list that includes …”). */
function thatAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const { tokens } = passage
  const [token, next] = [tokens[at] as Token, tokens[at + 1] as Token]
  const near = at <= startOf(passage, cue)
  if (near && (isClosed(next.form) || isClause(passage, at + 1, true)))
    return { frame: 'clause', first: at + 1, start: next.start }
  if (near) {
    if (next.kind === 'mark') return { frame: 'clause', first: at + 1, start: next.start }
    return isClause(passage, at, false) ? { frame: 'clause', first: at, start: token.start } : null
  }
  const before = tokens[at - 1] as Token
  const noun =
    before.kind === 'word' && !isClosed(before.form) && !isAdverb(passage, at - 1) && !isOccasion(before.form)
  const time = skipTime(passage, at - 1) === at || skipTime(passage, at - 2) === at
  const capital = /\p{Lu}/u.test(passage.text[before.start] as string)
  if (noun && !time && !capital && !ADDRESSING.has(cue.lemma)) return null
  return next.kind === 'mark' || isClause(passage, at + 1, false)
    ? { frame: 'clause', first: at + 1, start: next.start }
    : null
}

/** A name follows a verb as its subject in inverted clauses alone: “…,” said Whitlow; Answered Whitlow: “…”. */
export const subjectFollows = ({ takesPerson }: Cue, frame: Frame): boolean =>
  !takesPerson && (frame === 'after' || frame === 'colon' || frame === 'marks')

function argumentAt(passage: Passage, at: number, cue: Cue): Opening | null {
  const { tokens } = passage
  const next = tokens[at + 1]
  if (!cue.takes.has('argument') || !next || !cue.prepositions.has((tokens[at] as Token).form)) return null
  if (next.kind === 'mark' || at > cue.last + ARGUMENT) return null
  const start = OBJECT_FIRST.has(cue.lemma) ? skipAddressee(passage, cue.last) : cue.last
  for (let i = start; i < at; i++) {
    const { form, kind } = tokens[i] as Token
    if (kind === 'mark' && form !== '-' && form !== '.') return null
    if (isRelative(form) || cue.prepositions.has(form) || (start === cue.last && !isAdverb(passage, i))) return null
  }
  return { frame: 'argument', first: at + 1, start: next.start }
}

function objectAt(passage: Passage, at: number, cue: Cue): Opening | null {
  if (!cue.takes.has('object') || at !== cue.last || !cue.takesPerson) return null
  const token = passage.tokens[at] as Token
  if (token.kind === 'mark' || PREPOSITIONS.has(token.form) || NOT_A_CLAUSE.has(token.form)) return null
  if (isAdverb(passage, at) || skipTime(passage, at) > at) return null
  return { frame: 'object', first: at, start: token.start }
}
