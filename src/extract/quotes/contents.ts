/**
 * Where contents begin and end: from its opening to the end of the sentence, or to what cuts it off before. Works on the openings
 * of one passage from left to right; linear in their number and in the text.
 */
import type { Passage, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { isPhrasal, phraseCut, readCuts } from './cuts.ts'
import type { Cue } from './grammar.ts'
import type { FoundOpening } from './openings.ts'
import { isRetold } from './quotations.ts'
import { reachOf, type Scene } from './scene.ts'
import { sourceAt } from './sources.ts'
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
 * The contents of all openings, in order. One that would stand inside two others is left out. `holders` are sentences that are
 * reported as a whole: what stands in one is nested in it.
 */
export function findContents(
  scene: Scene,
  openings: readonly FoundOpening[],
  cues: readonly Cue[],
  holders: readonly TokenRange[],
): readonly Content[] {
  const contents: Content[] = []
  const cutOf = readCuts(scene, openings, cues)
  let holder = 0
  let outer: FoundOpening | null = null
  let outerEnd = 0
  let innerEnd = 0
  openings.forEach((opening, i) => {
    const at = opening.cue.first
    while (holder < holders.length && (holders[holder] as TokenRange).last <= at) holder++
    const held = holders[holder] && (holders[holder] as TokenRange).first <= at ? holders[holder] : undefined
    const nested = held !== undefined || (outer !== null && at < outerEnd)
    if (nested && at < innerEnd) return
    if (nested && opening.frame !== 'clause' && opening.frame !== 'colon') return
    const cut = cutOf(i)
    const content = readContent(scene, opening, nested ? Math.min(held?.last ?? outerEnd, cut) : cut)
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

function readContent(scene: Scene, opening: FoundOpening, bound: number): Omit<Content, 'nested'> | null {
  const { passage } = scene
  const { marks, frame } = opening
  if (marks && (frame === 'marks' || frame === 'colon' || frame === 'epithet' || closesThere(scene, opening))) {
    const { first, start } = opening
    const ends = marks.closed && !isRetold(scene, marks) ? marks.last : Math.min(marks.last, bound)
    const last = trimmed(scene, first, ends)
    return { opening, first, start, last, end: endOf(passage, last), marksOnly: true }
  }
  const first = marks ? marks.opener : opening.first
  const start = marks ? (passage.tokens[first] as Token).start : opening.start
  const reach = Math.min(reachOf(scene, first), bound, first + LONGEST)
  const last = trimmed(scene, first, phraseCut(scene, first, reach, isPhrasal(opening)))
  if (marks?.closed && last === marks.end) {
    const inner = trimmed(scene, opening.first, marks.last)
    return {
      opening,
      first: opening.first,
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
