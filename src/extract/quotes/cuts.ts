/** What cuts a content off before its sentence ends: the next cue, a source phrase, an aside, a clause of its own. */
import type { CueClass } from '../../types.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame } from './grammar.ts'
import type { FoundOpening } from './openings.ts'
import type { Scene } from './scene.ts'
import { type Source, sourceAt } from './sources.ts'
import { isComma } from './words.ts'

/** What is reported with these is no clause. */
const PHRASAL: ReadonlySet<Frame> = new Set(['argument', 'object', 'epithet'])
export const isPhrasal = ({ frame }: FoundOpening): boolean => PHRASAL.has(frame)

/** A cue that goes on with the report even when nothing is found that it reports: «، مشيدا بـ». */
const startsClause = ({ form, afterComma }: Cue): boolean => form === 'participle' && afterComma

/** A cue that begins a sentence of its own: «، كما ثمن الدعم», «، فرد عليه». */
const startsSentence = ({ form, joined, afterComma, present, clauseFirst, first }: Cue): boolean =>
  form === 'finite' && (afterComma || clauseFirst < first) && joined && !present

const places = (cues: readonly Cue[]): readonly number[] => cues.map(({ clauseFirst }) => clauseFirst)

/**
 * The token at which other cues end the content of each opening; infinite when none does. To be asked in the order of the openings.
 * `cues` are all cues: one that reports nothing itself may still begin a new clause.
 */
export function readCuts(
  scene: Scene,
  openings: readonly FoundOpening[],
  cues: readonly Cue[],
): (index: number) => number {
  const turns = places(cues.filter(startsClause))
  const starts = cues.filter(startsSentence)
  const sentences = places(starts)
  let turn = 0
  let sentence = 0
  return index => {
    const opening = openings[index] as FoundOpening
    const { first } = opening
    while (turn < turns.length && (turns[turn] as number) <= first) turn++
    while (sentence < sentences.length && (sentences[sentence] as number) <= first) sentence++
    const further = sentences[sentence] ?? Number.POSITIVE_INFINITY
    const next = Math.min(nextCut(openings, index, further), turns[turn] ?? Number.POSITIVE_INFINITY)
    if (opening.marks?.closed === false) return nextSentence(scene, openings, index)
    const start = starts[sentence]
    return isPhrasal(opening) || (start && judges(start, opening.cue)) ? Math.min(further, next) : next
  }
}

/** How many openings are looked at: a few at most stand between a content and what ends it, nested ones. */
const NESTED = 8

/** The next cue that ends this content, and from which token on. */
function nextCut(openings: readonly FoundOpening[], index: number, sentence: number): number {
  const outer = openings[index] as FoundOpening
  for (let i = index + 1; i < Math.min(openings.length, index + NESTED); i++) {
    const next = openings[i] as FoundOpening
    const from = next.cue.clauseFirst
    if (from <= outer.first || !cuts(next, outer)) continue
    // «، فرد القاضي عليه قائلا»: the participle belongs to the clause of the verb before it.
    const governed = next.cue.form === 'participle' && !next.cue.afterComma && sentence > from - CLAUSE
    return governed ? Math.min(from, sentence) : from
  }
  return Number.POSITIVE_INFINITY
}

/** How far before a participle its verb may stand, in tokens. */
const CLAUSE = 10

/** Where a new sentence with a cue ends what begins with a mark that nothing closes. */
function nextSentence({ passage }: Scene, openings: readonly FoundOpening[], index: number): number {
  const { first } = openings[index] as FoundOpening
  for (let i = index + 1; i < Math.min(openings.length, index + NESTED); i++) {
    const { cue } = openings[i] as FoundOpening
    const { clauseFirst, joined } = cue
    const begins = passage.sentences[passage.sentenceOf[clauseFirst] as number]?.first === clauseFirst
    if (clauseFirst > first && joined && begins) return clauseFirst
  }
  return Number.POSITIVE_INFINITY
}

const JUDGEMENTS: ReadonlySet<CueClass> = new Set(['praise', 'criticise', 'reject'])

/** «…، وانتقد الأسعار»: the speaker, who need not be told to say it, judges something; not somebody of whom the content tells. */
const judges = ({ class: meaning, agreement: a }: Cue, { agreement: b }: Cue): boolean =>
  JUDGEMENTS.has(meaning) && a.gender === b.gender && a.count === b.count

const LINKED: ReadonlySet<Frame> = new Set(['clause', 'colon', 'marks'])

/** Whether a cue goes on with the report of the outer one, or belongs to what is reported. */
function cuts({ cue, frame }: FoundOpening, outer: FoundOpening): boolean {
  if (cue.relative) return false
  if (cue.form === 'participle') return true
  if (cue.form === 'noun') return false
  if (cue.turns) return true
  if (!cue.joined) return cue.afterComma && LINKED.has(frame)
  const phrase = outer.frame === 'argument' || outer.frame === 'object'
  if (!LINKED.has(frame) && cue.agreement.count !== outer.cue.agreement.count) return false
  if (cue.present && !outer.cue.present && !cue.afterComma) return false
  // «… كما أعربت عن …»: the conjunction that stands alone begins a clause.
  if (cue.clauseFirst < cue.first) return true
  return cue.afterComma || phrase || LINKED.has(frame)
}

/** Where a source phrase or an aside ends the content: «، بحسب الوزارة», «على حد قوله»; a phrase, also a clause after a comma. */
export function phraseCut(scene: Scene, first: number, reach: number, phrasal: boolean): number {
  const { passage, grammar, inside } = scene
  for (let at = first + 1; at < reach; at++) {
    const held = inside[at] as number
    if (held !== -1 && held === inside[at - 1]) continue
    const set = isComma(passage, at - 1) || inside[at - 1] !== -1
    if (set && grammar.asideAt(passage, at)) return at
    if (phrasal && isComma(passage, at - 1) && grammar.breaksPhrase(passage, at)) return at
    const source = sourceAt(scene, at)
    if (source && !isParenthesis(scene, source, reach)) return at
  }
  return reach
}

/** «تميزت على حد قوله بالتداخل»: the clause goes on after words that only point back at its speaker. */
function isParenthesis({ passage, grammar, timeEnds }: Scene, { phrase, mention }: Source, reach: number): boolean {
  const at = phrase.last
  if (mention || at >= reach || (passage.tokens[at] as Token).kind !== 'word') return false
  return timeEnds[at] === 0 && !grammar.asideAt(passage, at) && grammar.skipAdverbial(passage, at) === at
}
