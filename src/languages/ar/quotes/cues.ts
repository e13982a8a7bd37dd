/** Reporting words in their surroundings: which of them report here, and how their clause begins. */
import type { Cue, Frame } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import type { CueClass } from '../../../types.ts'
import { withoutFront } from '../attached.ts'
import { isRelative } from '../function-words.ts'
import { termLexicon, wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { skipPointingBack } from './adverbials.ts'
import { type CueWord, readCueWord, readSaidThing } from './cue-forms.ts'
import { isReal, isRenewed } from './reality.ts'

const CONJUNCTIONS = wordSet(context.conjunctions)
/** Of these, the ones that join nothing. */
const PARTICLES = wordSet(context.particles)
const TURNS = termLexicon(context.turns.flatMap(term => [term, `و${term}`]).map(term => [term, true]))
/** Forms that are mostly of another verb: «تبلغ مساحتها». */
const AMBIGUOUS = wordSet(context.ambiguous)
/** Verbs that are written like a preposition or a noun. */
const NOUN_LIKE = wordSet(context.nounLike)
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
/** Token after «بينما», «لكن», or `at`. */
export const skipTurn = ({ tokens }: Passage, at: number): number => at + (TURNS.find(tokens, at)?.length ?? 0)

const NEED_PERSONS = new Set(context.needPersons)
const SOURCE_VERBS = wordSet(context.sourceVerbs)
const SOURCE_PREPOSITIONS = wordSet(context.sourcePrepositions)
const AS = 'كما'
const MANNERS = wordSet(context.manners)
const SOURCE_POINTERS = wordSet(context.sourceBackPointers)
/** How far before a cue its clause may begin, in tokens. */
const CLAUSE = 6

/** The reporting word at a token, or null. */
export function cueAt(passage: Passage, at: number): Cue | null {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (token.kind !== 'word') return null
  const word = readCueWord(token.form) ?? saidThingAt(passage, at)
  if (!word || !isReal(passage, at, word)) return sourceCueAt(passage, at)
  const { entry } = word
  const clause = clauseOf(passage, at)
  const nounLike = isNounLike(tokens, at, word.joined)
  return {
    first: at,
    last: at + 1,
    word: withoutFront(passage.text, token, word.before),
    lemma: entry.lemma,
    class: entry.class,
    form: entry.form,
    agreement: entry.agreement,
    present: entry.present,
    joined: word.joined || clause.joined,
    asReported:
      !word.joined && entry.form === 'finite' && tokens[at - 1]?.form === AS && at - 1 > lineFirst(passage, at),
    clauseFirst: clause.first,
    afterComma: isSetOff(passage, at, clause, entry.form === 'finite' && !word.joined),
    turns: clause.turns,
    relative: isRelative(tokens[at - 1]?.form ?? ''),
    strength: nounLike || AMBIGUOUS.has(token.form.slice(word.before)) ? 'weak' : entry.strength,
    takes: nounLike ? new Set([...entry.takes].filter(frame => frame !== 'object')) : entry.takes,
    prepositions: entry.prepositions,
    takesPerson: TAKE_PERSONS.has(entry.class),
    needsPerson: NEED_PERSONS.has(entry.lemma) && word.pronoun === null,
    relays: entry.relays,
    passive: entry.passive || isPointedPassive(passage, token, word),
    renewed: entry.form === 'noun' && isRenewed(tokens, at),
    hasObject: word.pronoun !== null && entry.form === 'finite',
    source: null,
  }
}

/** «هذا ما قاله …»: the verb has what was said as its object. */
function saidThingAt(passage: Passage, at: number): CueWord | null {
  const word = at > 1 ? readSaidThing((passage.tokens[at] as Token).form) : null
  return word && skipPointingBack(passage, at - 2) === at ? word : null
}

/** «ذُكر أن», «أُعلن»: a vowel sign shows the passive of a perfect. */
function isPointedPassive({ text }: Passage, token: Token, { entry, before }: CueWord): boolean {
  if (entry.form !== 'finite' || entry.present) return false
  const { start, end } = withoutFront(text, token, before)
  return text.slice(start, end)[1] === '\u064F'
}

/** Not certainly a verb: neither joined to its clause nor at its head. */
function isNounLike(tokens: readonly Token[], at: number, joined: boolean): boolean {
  if (joined || !NOUN_LIKE.has((tokens[at] as Token).form)) return false
  const before = tokens[at - 1]
  return before !== undefined && before.kind === 'word' && !CONJUNCTIONS.has(before.form)
}

const SOURCE_FRAMES: ReadonlySet<Frame> = new Set<Frame>(['clause', 'colon', 'marks'])

/** «جاء في البيان أن …», «جاء فيه: …»: a verb that says in what it is written. */
function sourceCueAt(passage: Passage, at: number): Cue | null {
  const { tokens, text } = passage
  const token = tokens[at] as Token
  const next = tokens[at + 1]?.form ?? ''
  if (!SOURCE_VERBS.has(token.form) || tokens[at - 1]?.form === 'كما') return null
  // «جاء في إطار …»: says when or how something happened.
  if (MANNERS.has(tokens[at + 2]?.form ?? '')) return null
  const named = SOURCE_PREPOSITIONS.has(next)
  if (!named && !SOURCE_POINTERS.has(next)) return null
  const joined = token.form.startsWith('و') && token.form !== 'ورد'
  return {
    first: at,
    last: at + 2,
    word: withoutFront(text, token, joined ? 1 : 0),
    lemma: 'جاء في',
    class: 'report',
    form: 'finite',
    agreement: { gender: null, count: null },
    present: false,
    joined,
    asReported: false,
    clauseFirst: at,
    afterComma: tokens[at - 1]?.kind === 'mark' || at === lineFirst(passage, at),
    turns: false,
    relative: isRelative(tokens[at - 1]?.form ?? ''),
    strength: 'plain',
    takes: SOURCE_FRAMES,
    prepositions: new Set(),
    takesPerson: false,
    needsPerson: false,
    relays: false,
    passive: false,
    renewed: false,
    hasObject: false,
    source: named ? at + 2 : null,
  }
}

interface Clause {
  readonly first: number
  readonly joined: boolean
  readonly turns: boolean
}

/** Where the clause of a cue begins: at a conjunction or a turn that stands shortly before it, or at the cue itself. */
function clauseOf({ tokens, sentences, sentenceOf }: Passage, at: number): Clause {
  const start = sentences[sentenceOf[at] as number]?.first ?? 0
  let first = at
  while (first > start && first > at - CLAUSE && CONJUNCTIONS.has((tokens[first - 1] as Token).form)) first--
  const joined = tokens.slice(first, at).some(({ form }) => !PARTICLES.has(form))
  for (let back = first - 1; back >= start && back >= first - CLAUSE; back--) {
    if ((tokens[back] as Token).kind === 'mark') break
    if (TURNS.find(tokens, back)) return { first: back, joined, turns: true }
  }
  return { first, joined, turns: false }
}

const QUOTATION = new Set(['"', '”', '“', '»', '›', '’', "'"])

/** A mark before the clause, or the beginning of the line. «حزب "الأرض" يعتبر»: a closing mark sets off no `plain` verb. */
function isSetOff(passage: Passage, at: number, { first, joined }: Clause, plain: boolean): boolean {
  const before = passage.tokens[first - 1]
  if (first === lineFirst(passage, at)) return true
  return before?.kind === 'mark' && !(plain && !joined && QUOTATION.has(before.form))
}

function lineFirst({ lines, sentences, sentenceOf }: Passage, at: number): number {
  return lines[sentences[sentenceOf[at] as number]?.line ?? 0]?.first ?? 0
}
