/** English reporting words in their surroundings: which of them report here, and how their clause begins. */
import type { Cue } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { determiners, heads } from '../mentions/words.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { type CueEntry, cueForms } from './cue-forms.ts'

const AUXILIARIES = new Set(context.aux)
const UNREAL = new Set(context.unreal)
const RELATIVES = new Set(context.relatives)
const TURNS = new Set(context.turns)
/** Words between a subject and its verb. */
const BETWEEN = new Set(context.conjunctions)
const PREPOSITIONS = new Set(context.governors)

const CLAUSE = 4

/** The reporting word at a token, or null. */
export function cueAt(passage: Passage, at: number): Cue | null {
  const { tokens } = passage
  const token = tokens[at] as Token
  if (token.kind !== 'word') return null
  const entry = cueForms.get(token.form)
  if (!entry || !isReal(passage, at, entry)) return null
  const { verb, forms } = entry
  const gerund = forms.has('gerund')
  const clauseFirst = clauseStart(passage, at)
  const before = tokens[clauseFirst - 1]
  return {
    first: at,
    last: at + 1,
    word: { start: token.start, end: token.end },
    lemma: verb.lemma,
    class: verb.class,
    form: gerund ? 'participle' : 'finite',
    agreement: { gender: null, count: null },
    present: forms.has('base') || forms.has('third'),
    joined: before?.form === 'and' || before?.form === 'but',
    asReported: false,
    clauseFirst: before?.form === 'and' || before?.form === 'but' ? clauseFirst - 1 : clauseFirst,
    afterComma: before?.kind === 'mark' || before === undefined,
    turns: TURNS.has(tokens[clauseFirst]?.form ?? ''),
    relative: RELATIVES.has(before?.form ?? ''),
    strength: verb.strength,
    takes: entry.takes,
    prepositions: entry.prepositions,
    relays: false,
    passive: false,
    renewed: false,
    hasObject: false,
    takesPerson: verb.addressee === true,
    needsPerson: false,
    source: null,
  }
}

/** Whether the word is a verb that tells what somebody said: no noun, no passive, not denied, wished for or supposed. */
function isReal({ tokens, text }: Passage, at: number, { forms, verb }: CueEntry): boolean {
  let i = at - 1
  while (i >= 0 && i > at - CLAUSE && BETWEEN.has(tokens[i]?.form ?? '') && !isHave(tokens[i]?.form)) i--
  const before = tokens[i]?.form ?? ''
  const written = text[(tokens[at] as Token).start] as string
  if (/\p{Lu}/u.test(written) && at > 0 && tokens[i]?.kind === 'word') return false
  if (forms.has('gerund'))
    return (
      !AUXILIARIES.has(before) &&
      !PREPOSITIONS.has(before) &&
      !determiners.has(before) &&
      (before === ',' || tokens[at + 1]?.form !== 'of')
    )
  if (UNREAL.has(before)) return false
  if (AUXILIARIES.has(before)) return false
  if (isNoun(tokens, i, forms)) return false
  const past = forms.has('past') && !forms.has('base')
  if (past && !forms.has('participle') && isHave(before)) return false
  return !(
    verb.strength === 'weak' &&
    forms.has('participle') &&
    PREPOSITIONS.has(tokens[at + 1]?.form ?? '') &&
    tokens[at + 1]?.form === 'by'
  )
}

/** “the report”, “his call”, “in support”: a base or plural form behind a determiner or preposition is a noun. */
function isNoun(tokens: readonly Token[], before: number, forms: CueEntry['forms']): boolean {
  if (!forms.has('base') && !forms.has('third')) {
    // “the proposed law”: a participle behind a determiner is an adjective.
    return determiners.has(tokens[before]?.form ?? '')
  }
  const form = tokens[before]?.form ?? ''
  if (
    determiners.has(form) &&
    form !== 'that' &&
    form !== 'some' &&
    form !== 'many' &&
    form !== 'most' &&
    form !== 'few' &&
    form !== 'both' &&
    form !== 'all'
  )
    return true
  if (PREPOSITIONS.has(form) || form.endsWith("'s")) return true
  if (forms.has('base') && !forms.has('past')) {
    const subject = heads.get(form)
    return subject !== undefined && !subject.plural && subject.type !== 'group'
  }
  return false
}

const isHave = (form: string | undefined) => form === 'has' || form === 'have' || form === 'had'

/** Where the verb phrase of a cue begins: at the auxiliaries and adverbs before it. */
function clauseStart({ tokens }: Passage, at: number): number {
  let first = at
  while (
    first > 0 &&
    first > at - CLAUSE &&
    BETWEEN.has(tokens[first - 1]?.form ?? '') &&
    tokens[first - 1]?.form !== 'and'
  )
    first--
  return first
}
