/** English reporting words in their surroundings: which of them report here, and how their clause begins. */
import type { Cue, Frame } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { determiners, documents, isClosed } from '../mentions/words.ts'
import finite from '../words/finite.json' with { type: 'json' }
import { isClause } from './clauses.ts'
import { type CueEntry, cueForms } from './cue-forms.ts'
import { type Reality, realityAt } from './reality.ts'
import { isRelative, subjectHead } from './verb-phrase.ts'

const SUBORDINATORS = new Set(finite.subordinators)
const JOINERS = new Set(['and', 'but'])
const CLOSING = new Set(['”', '"', '»', '’', "'", ',', '—', '–'])
/** What a verb may report whose subject has not been named yet: “Answered Whitlow: …”. */
const UNINTRODUCED: ReadonlySet<Frame> = new Set(['colon', 'marks', 'after'])

/** The reporting word at a token, or null. */
export function cueAt(passage: Passage, at: number): Cue | null {
  const { tokens } = passage
  const token = tokens[at] as Token
  const entry = token.kind === 'word' ? cueForms.get(token.form) : undefined
  const reality = entry && realityAt(passage, at, entry)
  if (!entry || !reality) return null
  const { phrase, form, passive } = reality
  const { verb, forms } = entry
  const opening = clauseOpening(passage, reality)
  const inverted = form === 'finite' && !passive && mayInvert(entry) && isInverted(passage, at, reality)
  return {
    first: at,
    last: at + 1,
    word: { start: token.start, end: token.end },
    lemma: verb.lemma,
    class: verb.class,
    form,
    agreement: { gender: null, count: null },
    present: form === 'finite' && (forms.has('base') || forms.has('third')),
    asReported: false,
    ...opening,
    relative: isRelative(phrase.before?.form ?? ''),
    strength: verb.strength,
    takes: takesHere(passage, at, entry, phrase.before),
    prepositions: entry.prepositions,
    relays: passive,
    passive,
    renewed: false,
    hasObject: false,
    takesPerson: !inverted,
    needsPerson: verb.addressee === true && !inverted,
    source: null,
  }
}

/** Polls and reports show things, people show that something is so. */
function takesHere(
  passage: Passage,
  at: number,
  { takes, forms, verb }: CueEntry,
  before: Token | null,
): ReadonlySet<Frame> {
  if (before === null && forms.has('past')) return new Set([...takes].filter(one => UNINTRODUCED.has(one)))
  if (verb.class !== 'report' && verb.class !== 'conclude') return takes
  return documents.has(subjectHead(passage, at)) ? new Set([...takes, 'object']) : takes
}

/** “asked Whitlow”, but never “told Whitlow”. */
const mayInvert = ({ takes, verb }: CueEntry): boolean =>
  takes.has('after') && (verb.addressee !== true || verb.class === 'ask')

type Opening = Pick<Cue, 'joined' | 'clauseFirst' | 'afterComma' | 'turns'>

/** Where the clause of a verb begins: at its auxiliaries, at “and” before them, or at “while”, “, but” before its subject. */
function clauseOpening({ tokens }: Passage, { phrase: { first, before, opener } }: Reality): Opening {
  if (before && JOINERS.has(before.form)) {
    return { joined: true, clauseFirst: first - 1, afterComma: tokens[first - 2]?.kind === 'mark', turns: false }
  }
  const comma = opener !== null && opener.at > 0 && tokens[opener.at - 1]?.kind === 'mark'
  if (opener && (SUBORDINATORS.has(opener.form) || (comma && JOINERS.has(opener.form)))) {
    return { joined: true, clauseFirst: opener.at, afterComma: comma, turns: true }
  }
  return { joined: false, clauseFirst: first, afterComma: before === null || before.kind === 'mark', turns: false }
}

/** “…,” said Whitlow; Answered Whitlow: “…”: behind a mark or at the start, and followed by a name, not by a clause. */
function isInverted(passage: Passage, at: number, { phrase: { first, before } }: Reality): boolean {
  if (first !== at || !(before === null || CLOSING.has(before.form))) return false
  const next = passage.tokens[at + 1]
  if (next?.kind !== 'word') return false
  const named = determiners.has(next.form) || !isClosed(next.form) || /\p{Lu}/u.test(passage.text[next.start] as string)
  return named && next.form !== 'that' && !isClause(passage, at + 1, false)
}
