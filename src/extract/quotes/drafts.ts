/** Quotes in the making: where their content stands and what reports them, before anybody asks who speaks. */
import type { QuoteKind } from '../../types.ts'
import type { Mention } from '../mentions/mention.ts'
import type { TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { type Content, findContents } from './contents.ts'
import { findCues } from './cues.ts'
import { readEdges } from './edges.ts'
import { readFollowed } from './followed.ts'
import type { Cue, CueForm, Frame, QuoteGrammar, QuoteRule, SourcePhrase } from './grammar.ts'
import { readHeadline } from './headlines.ts'
import { readMarked } from './marked-speech.ts'
import { type FoundOpening, findOpening } from './openings.ts'
import { isName } from './quotations.ts'
import type { Scene } from './scene.ts'
import type { Standalone } from './standalone.ts'
import { readTurns } from './turns.ts'

export interface Draft extends TokenRange {
  readonly frame: Frame
  readonly rule: QuoteRule
  readonly cue: Cue | null
  /** A phrase that names the source, for the frame `edge`. */
  readonly source: SourcePhrase | null
  /** Start of the content in the text; may lie inside its first token. */
  readonly start: number
  readonly end: number
  readonly kind: QuoteKind
  /** Stands inside the content of another quote. */
  readonly nested: boolean
  /** Begins with marks that nothing closes. */
  readonly unclosed: boolean
  /** A speaker that the frame itself names: of a headline, a turn. */
  readonly named: Mention | null
}

/** Every draft of a passage, in the order of cues. */
export function findDrafts(scene: Scene): readonly Draft[] {
  const cues = findCues(scene)
  const openings = findOpenings(scene, cues)
  const reporting = new Set(openings.map(({ cue }) => cue.first))
  const followed = readFollowed(scene, cue => reporting.has(cue), cues)
  const contents = findContents(scene, openings, cues, followed.filter(holdsAll))
  const drafts = contents.flatMap(content => reported(scene, content))
  const alone = findStandalone(scene, contents, cues, followed, reporting).flatMap(standalone =>
    unreported(scene, standalone),
  )
  return [...drafts, ...alone].sort((a, b) => place(a) - place(b))
}

const place = ({ cue, first }: Draft): number => Math.min(cue?.first ?? first, first)

/** The opening of every cue that has one. Where two cues claim one opening, the stronger keeps it, or else the nearer. */
function findOpenings(scene: Scene, cues: readonly Cue[]): readonly FoundOpening[] {
  const at = new Map(cues.map(cue => [cue.first, cue]))
  const isCue = (token: number) => at.get(token) ?? null
  const kept: FoundOpening[] = []
  for (const cue of cues) {
    const opening = findOpening(scene, cue, isCue)
    if (!opening || (cue.relative && PHRASAL.has(opening.frame))) continue
    const last = kept.at(-1)
    if (last && last.first === opening.first) {
      if (outranks(last.cue, cue)) continue
      kept.pop()
    }
    kept.push(opening)
  }
  return kept
}

/** What a relative clause reports with these is no quote: «ما أعلنت عنه», «الذي دعا إلى». */
const PHRASAL: ReadonlySet<Frame> = new Set(['argument', 'object'])

/** «وصرح … عقب … بأن»: the later of two cues is nearer, unless it only looks like one or repeats the earlier, «وتابع قائلا». */
function outranks(earlier: Cue, later: Cue): boolean {
  if (later.lemma === earlier.lemma) return true
  if (later.relative) return earlier.strength === 'strong' && earlier.class !== 'add'
  if (later.form !== 'finite') return earlier.strength === 'strong'
  return later.strength === 'weak' && earlier.strength !== 'weak' && !later.joined
}

/** A last clause of nothing but a speaker and a verb reports the whole sentence, whoever speaks in it. */
const holdsAll = ({ frame, cue }: Standalone & { readonly cue: Cue }): boolean => frame === 'after' && !cue.asReported

/** Whether nothing has claimed a content or its cue. */
function isFree({ first, last, cue }: Standalone, isClaimed: (at: number) => boolean): boolean {
  for (let at = first; at < Math.max(last, cue?.last ?? last); at++) if (isClaimed(at)) return false
  return true
}

/** What no cue before it reports; each kind takes its tokens before the next one looks. */
function findStandalone(
  scene: Scene,
  contents: readonly Content[],
  cues: readonly Cue[],
  followed: readonly Standalone[],
  reporting: ReadonlySet<number>,
): readonly Standalone[] {
  const { lines, tokens } = scene.passage
  const claimed = new Uint8Array(tokens.length)
  const isClaimed = (at: number) => claimed[at] === 1
  const found: Standalone[] = []
  const take = (standalone: Standalone) => {
    claimed.fill(1, standalone.first, standalone.last)
    found.push(standalone)
  }
  for (const { opening, first, last, nested } of contents) {
    if (!nested) claimed.fill(1, Math.min(opening.cue.first, first), Math.max(opening.cue.last, last))
  }
  for (const line of lines) {
    const headline = readHeadline(scene, line)
    if (headline && !isClaimed(headline.first)) take(headline)
  }
  readTurns(scene, isClaimed).forEach(take)
  readMarked(scene, isClaimed, cue => reporting.has(cue), cues).forEach(take)
  for (const standalone of followed) if (isFree(standalone, isClaimed)) take(standalone)
  readEdges(scene, isClaimed).forEach(take)
  return found
}

function ruleFor({ rules }: QuoteGrammar, frame: Frame, form: CueForm | null): QuoteRule | null {
  return rules.find(rule => rule.frame === frame && (form === null || rule.forms.includes(form))) ?? null
}

function reported(scene: Scene, content: Content): readonly Draft[] {
  const { opening, first, last, start, end, marksOnly, nested } = content
  const { cue, frame } = opening
  const rule = ruleFor(scene.grammar, frame, cue.form)
  if (!rule) return []
  const kind = kindOf(scene, content, marksOnly || isHeld(scene, content))
  return [
    {
      frame,
      rule,
      cue,
      source: null,
      first,
      last,
      start,
      end,
      kind,
      nested,
      unclosed: opening.marks?.closed === false,
      named: null,
    },
  ]
}

function unreported(scene: Scene, standalone: Standalone): readonly Draft[] {
  const { frame, first, last, marksOnly, source, cue, named } = standalone
  const rule = ruleFor(scene.grammar, frame, cue?.form ?? null)
  if (!rule) return []
  const { tokens } = scene.passage
  const trimmed = trim(tokens, first, last)
  const held = marksOnly ? null : heldWhole(scene, trimmed)
  const content = held ?? trimmed
  if (content.last <= content.first) return []
  const start = (tokens[content.first] as Token).start
  const end = (tokens[content.last - 1] as Token).end
  const kind = kindOf(scene, content, marksOnly || held !== null)
  return [{ frame, rule, cue, source, ...content, start, end, kind, nested: false, unclosed: false, named }]
}

/** Whether all of a content stands inside one pair of marks around it. */
const isHeld = ({ inside }: Scene, { first, last }: TokenRange): boolean =>
  inside[first] !== -1 && inside[first] === inside[last - 1]

/** What stands between marks that hold the whole content. */
function heldWhole({ opens, marked, passage: { tokens } }: Scene, { first, last }: TokenRange): TokenRange | null {
  const stretch = opens[first] === -1 ? undefined : marked[opens[first] as number]
  if (!stretch?.closed || stretch.end !== last) return null
  return trim(tokens, stretch.first, stretch.last)
}

const EDGES = new Set(['.', '!', '?', '؟', '…', '،', ',', '؛', ';', ':', '-', '–', '—'])

function trim(tokens: readonly Token[], first: number, last: number): TokenRange {
  let [from, to] = [first, last]
  while (to > from && EDGES.has((tokens[to - 1] as Token).form)) to--
  while (from < to && EDGES.has((tokens[from] as Token).form)) from++
  return { first: from, last: to }
}

/** Direct: all of it in marks; mixed: words of it in marks, names apart; indirect: none. */
function kindOf(scene: Scene, { first, last }: TokenRange, marksOnly: boolean): QuoteKind {
  if (marksOnly) return 'direct'
  const { opens, marked } = scene
  for (let at = first; at < last; at++) {
    const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
    if (stretch && !isName(scene, stretch)) return 'mixed'
  }
  return 'indirect'
}
