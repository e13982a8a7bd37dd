/**
 * Where contents end: at the end of the sentence, or where the next cue, a source phrase or an aside begins. Works on the
 * openings of one passage from left to right; linear in their number and in the text.
 */
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame } from './grammar.ts'
import type { FoundOpening } from './openings.ts'
import { reachOf, type Scene } from './scene.ts'
import { type Source, sourceAt } from './sources.ts'
import { isComma } from './words.ts'

export interface Content {
  readonly opening: FoundOpening
  readonly first: number
  readonly start: number
  /** Exclusive token and offset. */
  readonly last: number
  readonly end: number
  /** The content is exactly what stands between marks. */
  readonly marksOnly: boolean
  readonly nested: boolean
}

/** No content is longer: what would be is a list without full stops, not a sentence. In tokens. */
const LONGEST = 1200

/**
 * The contents of all openings, in order. One that would stand inside two others is left out. `cues` are all cues: one that
 * reports nothing itself may still begin a new clause.
 */
export function findContents(
  scene: Scene,
  openings: readonly FoundOpening[],
  cues: readonly Cue[],
): readonly Content[] {
  const contents: Content[] = []
  const turns = cues.filter(startsClause).map(({ clauseFirst }) => clauseFirst)
  const clauses = cues.filter(startsSentence).map(({ clauseFirst }) => clauseFirst)
  let turn = 0
  let clause = 0
  let outer: FoundOpening | null = null
  let outerEnd = 0
  let innerEnd = 0
  openings.forEach((opening, i) => {
    const at = opening.cue.first
    const nested = outer !== null && at < outerEnd
    if (nested && at < innerEnd) return
    if (nested && opening.frame !== 'clause' && opening.frame !== 'colon') return
    while (turn < turns.length && (turns[turn] as number) <= opening.first) turn++
    while (clause < clauses.length && (clauses[clause] as number) <= opening.first) clause++
    const further = PHRASAL.has(opening.frame) ? clauses[clause] : undefined
    const next = Math.min(
      further ?? Number.POSITIVE_INFINITY,
      nextCut(openings, i, opening),
      turns[turn] ?? Number.POSITIVE_INFINITY,
    )
    const content = readContent(scene, opening, nested ? Math.min(outerEnd, next) : next)
    if (!content || content.last <= content.first) return
    contents.push({ ...content, nested })
    if (nested) innerEnd = content.last
    else {
      outer = opening
      outerEnd = content.last
      innerEnd = 0
    }
  })
  return contents
}

/** A cue that goes on with the report even when nothing is found that it reports: «، مشيدا بـ». */
const startsClause = ({ form, joined, afterComma }: Cue): boolean => form === 'participle' && afterComma && !joined

/** A cue that begins a sentence of its own, which no phrase goes on with: «، كما ثمن الدعم». */
const startsSentence = ({ form, joined, afterComma, present }: Cue): boolean =>
  form === 'finite' && afterComma && joined && !present

function readContent(scene: Scene, opening: FoundOpening, bound: number): Omit<Content, 'nested'> | null {
  const { passage } = scene
  const { marks, frame } = opening
  if (marks && (frame === 'marks' || frame === 'colon' || frame === 'epithet' || closesThere(scene, opening))) {
    const last = trimmed(scene, marks.first, marks.last)
    return { opening, first: marks.first, start: opening.start, last, end: endOf(passage, last), marksOnly: true }
  }
  const first = marks ? marks.opener : opening.first
  const start = marks ? (passage.tokens[first] as Token).start : opening.start
  const reach = Math.min(reachOf(scene, first), bound, first + LONGEST)
  const last = trimmed(scene, first, phraseCut(scene, first, reach, PHRASAL.has(frame)))
  if (marks?.closed && last === marks.end) {
    const inner = trimmed(scene, marks.first, marks.last)
    return {
      opening,
      first: marks.first,
      start: opening.start,
      last: inner,
      end: endOf(passage, inner),
      marksOnly: true,
    }
  }
  return { opening, first, start, last, end: endOf(passage, last), marksOnly: false }
}

/** After «إن "…"» nothing of the content follows the closing mark. */
function closesThere(scene: Scene, { marks }: FoundOpening): boolean {
  if (!marks) return false
  if (!marks.closed) return true
  const { sentenceOf, tokens } = scene.passage
  const next = tokens[marks.end]
  const further = isComma(scene.passage, marks.end) ? marks.end + 1 : marks.end
  if (sentenceOf[further] === sentenceOf[marks.end - 1] && scene.grammar.goesOn(scene.passage, further)) return false
  if (!next || next.kind === 'mark' || sentenceOf[marks.end] !== sentenceOf[marks.end - 1]) return true
  return sourceAt(scene, marks.end) !== null || scene.grammar.asideAt(scene.passage, marks.end)
}

/** The next cue that ends this content, and from which token on. */
function nextCut(openings: readonly FoundOpening[], index: number, outer: FoundOpening): number {
  // A few openings at most stand between a content and what ends it: nested ones.
  for (let i = index + 1; i < Math.min(openings.length, index + 8); i++) {
    const next = openings[i] as FoundOpening
    const from = cutBefore(next)
    if (from > outer.first && cuts(next, outer)) return from
  }
  return Number.POSITIVE_INFINITY
}

const cutBefore = ({ cue }: FoundOpening): number => cue.clauseFirst

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
  return cue.afterComma || phrase || LINKED.has(frame)
}

/** What is reported with these is no clause. */
const PHRASAL: ReadonlySet<Frame> = new Set(['argument', 'object', 'epithet'])

/** Where a source phrase or an aside ends the content: «، بحسب الوزارة», «على حد قوله»; a phrase, also a clause after a comma. */
function phraseCut(scene: Scene, first: number, reach: number, phrasal: boolean): number {
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

const TRIMMED = new Set([
  '.',
  '!',
  '?',
  '؟',
  '…',
  '،',
  ',',
  '؛',
  ';',
  ':',
  '-',
  '–',
  '—',
  '"',
  '”',
  '“',
  '»',
  '›',
  "'",
  '’',
])

/** `last` without final punctuation; the closing mark of a stretch that begins in the content stays. */
function trimmed({ passage: { tokens }, inside, marked }: Scene, first: number, last: number): number {
  let end = Math.min(last, tokens.length)
  while (end > first && TRIMMED.has((tokens[end - 1] as Token).form)) {
    const stretch = marked[inside[end - 1] as number]
    if (stretch && stretch.end === end && stretch.opener >= first) break
    end--
  }
  return end
}

const endOf = ({ tokens }: Passage, last: number): number => (tokens[last - 1] as Token | undefined)?.end ?? 0
