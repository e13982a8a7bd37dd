/**
 * Texts broken to a width, as mail programs and old archives have them. A line was broken where the first word of the next
 * line would not have fitted; such lines are put together again.
 */

import type { Span } from '../types.ts'
import { endingOf } from './endings.ts'

/** A line of text as it stands in the page, not yet looked at. */
export interface RawLine extends Span {
  readonly text: string
  readonly indent: number
  readonly gap: number
}

/** Widths that people break to. Longer lines are paragraphs on one line. */
const MIN_WIDTH = 50
const MAX_WIDTH = 110
/** Full lines that a page must have before it is taken as broken to a width. */
const MIN_FULL = 4
/** Share of full lines among those that stop in the middle of a sentence. */
const MIN_SHARE = 0.7

/** Puts paragraphs together that were broken into lines. Other pages stay as they are. */
export function unwrap(lines: readonly RawLine[]): readonly RawLine[] {
  const width = wrapWidth(lines)
  if (width === null) return lines
  const whole: RawLine[] = []
  let pieces: string[] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const last = whole.at(-1)
    if (before && last && isFull(before, line, width)) {
      pieces.push(line.text)
      whole[whole.length - 1] = { ...last, end: line.end }
    } else {
      if (last) whole[whole.length - 1] = { ...last, text: pieces.join(' ') }
      pieces = [line.text]
      whole.push(line)
    }
  })
  const last = whole.at(-1)
  if (last) whole[whole.length - 1] = { ...last, text: pieces.join(' ') }
  return whole
}

/** The width that the page was broken to, or null when it was not. */
function wrapWidth(lines: readonly RawLine[]): number | null {
  const broken: (readonly [RawLine, RawLine])[] = []
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || next.gap > 0 || line.text.length < MIN_WIDTH) return
    const ending = endingOf(line.text)
    if (ending === 'open' || ending === 'comma') broken.push([line, next])
  })
  let width = 0
  for (const [{ text }] of broken) if (text.length <= MAX_WIDTH) width = Math.max(width, text.length)
  const full = broken.filter(([line, next]) => isFull(line, next, width)).length
  const isBroken = full >= MIN_FULL && full >= MIN_SHARE * broken.length && endsInSentences(lines, width)
  return isBroken ? width : null
}

/** Whether most stretches of full lines end as sentences do. Lists of headlines of like length do not. */
function endsInSentences(lines: readonly RawLine[], width: number): boolean {
  let sentences = 0
  let others = 0
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const next = lines[i + 1]
    const isLast = before && isFull(before, line, width) && !(next && isFull(line, next, width))
    if (!isLast) return
    if (endingOf(line.text) === 'open') others++
    else sentences++
  })
  return sentences > others
}

/** Whether the first word of the next line would have gone beyond the width. */
function isFull({ text }: RawLine, next: RawLine, width: number): boolean {
  const [word = ''] = /^\S+/.exec(next.text) ?? []
  return next.gap === 0 && text.length <= width && text.length + 1 + word.length > width
}
