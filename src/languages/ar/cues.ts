/** Reporting words in their surroundings: which of them report here, and how their clause begins. */
import type { Cue } from '../../extract/quotes/grammar.ts'
import type { Passage } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import type { CueClass } from '../../types.ts'
import { skipAdverb } from './adverbials.ts'
import { withoutFront } from './attached.ts'
import { type CueWord, readCueWord } from './cue-forms.ts'
import { isComplementiser, isRelative } from './function-words.ts'
import { termLexicon, wordSet } from './terms.ts'
import context from './words/quote-context.json' with { type: 'json' }

/** Before a verb they deny it, ask for it or suppose it: «لم يقل», «هل قال», «إذا أعلن». */
const UNREAL = wordSet(context.unreal)
/** Before an imperfect they make it a wish or an aim: «أن يعلن». */
const SUBJUNCTIVE = wordSet(context.beforeSubjunctive)
/** Passives and impersonals through which the outlet itself speaks: «يذكر أن», «يشار إلى أن». */
const OUTLET = wordSet(context.outletVoice)
/** After these a participle is a predicate, not an adverbial: «ما زالت ملتزمة». */
const LINKING = wordSet(context.linkingVerbs)
const CONJUNCTIONS = wordSet(context.conjunctions)
const TURNS = termLexicon(context.turns.map(term => [term, true]))
const TAKE_PERSONS: ReadonlySet<CueClass> = new Set([
  'accuse',
  'demand',
  'request',
  'warn',
  'threaten',
  'inform',
  'promise',
  'order',
  'ask',
  'describe',
])
/** How far before a cue its clause may begin, in tokens. */
const CLAUSE = 6

/** The reporting word at a token, or null. */
export function cueAt(passage: Passage, at: number): Cue | null {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (token.kind !== 'word') return null
  const word = readCueWord(token.form)
  if (!word || !isReal(passage, at, word)) return null
  const { entry } = word
  const clause = clauseOf(passage, at)
  return {
    first: at,
    last: at + 1,
    word: withoutFront(passage.text, token, word.before),
    lemma: entry.lemma,
    class: entry.class,
    form: entry.form,
    agreement: entry.agreement,
    present: entry.present,
    passive: entry.passive,
    joined: word.joined || clause.joined,
    clauseFirst: clause.first,
    afterComma: tokens[clause.first - 1]?.kind === 'mark' || clause.first === lineFirst(passage, at),
    turns: clause.turns,
    relative: isRelative(tokens[at - 1]?.form ?? ''),
    strength: entry.strength,
    takes: entry.takes,
    prepositions: entry.prepositions,
    takesPerson: TAKE_PERSONS.has(entry.class),
    hasObject: word.pronoun !== null,
    source: null,
  }
}

/** Whether the word tells what somebody said: it is not denied, wished for, or the outlet's own voice. */
function isReal({ tokens }: Passage, at: number, { entry, joined }: CueWord): boolean {
  const before = tokens[at - 1]?.form ?? ''
  if (entry.form === 'participle') return !LINKING.has(before)
  if (entry.form === 'noun') return true
  if (!joined && (UNREAL.has(before) || (entry.present && SUBJUNCTIVE.has(before)))) return false
  const bare = (tokens[at] as Token).form.replace(/^[وف](?=[يت])/u, '')
  const next = tokens[skipAdverb(tokens, at + 1)]?.form ?? ''
  return !(OUTLET.has(bare) && (isComplementiser(next) || next === 'الى' || next === 'هنا'))
}

interface Clause {
  readonly first: number
  readonly joined: boolean
  readonly turns: boolean
}

/** Where the clause of a cue begins: at a conjunction or a turn that stands shortly before it, or at the cue itself. */
function clauseOf({ tokens }: Passage, at: number): Clause {
  let first = at
  while (first > 0 && first > at - CLAUSE && CONJUNCTIONS.has((tokens[first - 1] as Token).form)) first--
  const joined = first < at
  for (let back = first - 1; back >= 0 && back >= first - CLAUSE; back--) {
    if ((tokens[back] as Token).kind === 'mark') break
    if (TURNS.find(tokens, back)) return { first: back, joined, turns: true }
  }
  return { first, joined, turns: false }
}

function lineFirst({ lines, sentences, sentenceOf }: Passage, at: number): number {
  return lines[sentences[sentenceOf[at] as number]?.line ?? 0]?.first ?? 0
}
