/** What lies ahead of each line, worked out once from the end of the page, so that looking ahead costs nothing. */
import { ENDS, FINAL, isAnchor } from './markers.ts'
import type { RoleLine } from './roles.ts'

export interface Outlook {
  /** From each line on, the first of two full paragraphs that follow one another; null without any. */
  readonly paragraphs: readonly (number | null)[]
  /** From each line on, the first after which no body goes on, such as comments; the number of lines without any. */
  readonly finals: readonly number[]
  /** From each line on, the first with a byline or date; the number of lines without any. */
  readonly anchors: readonly number[]
  /** Lines of prose, and words of them, from each line up to the next that ends a body or has a byline or date. */
  readonly proseLines: readonly number[]
  readonly proseWords: readonly number[]
}

/** Words of a full paragraph. */
const PARAGRAPH_WORDS = 20
/** Words of two paragraphs that follow one another. */
const PAIR_WORDS = 60

export function outlookOf(lines: readonly RoleLine[], linked: readonly boolean[]): Outlook {
  const count = lines.length
  const paragraphs = new Array<number | null>(count + 1).fill(null)
  const finals = new Array<number>(count + 1).fill(count)
  const anchors = new Array<number>(count + 1).fill(count)
  const proseLines = new Array<number>(count + 1).fill(0)
  const proseWords = new Array<number>(count + 1).fill(0)
  /** Words of the next line that has any text, if it is a full paragraph; else 0. */
  let following = 0
  for (let at = count - 1; at >= 0; at--) {
    const line = lines[at] as RoleLine
    const isProse = line.role === 'prose' && !linked[at]
    const isFull = isProse && line.wordCount >= PARAGRAPH_WORDS
    const isPair = isFull && following > 0 && line.wordCount + following >= PAIR_WORDS
    paragraphs[at] = isPair ? at : (paragraphs[at + 1] as number | null)
    finals[at] = FINAL.has(line.role) ? at : (finals[at + 1] as number)
    anchors[at] = isAnchor(line) ? at : (anchors[at + 1] as number)
    const stops = ENDS.has(line.role) || isAnchor(line)
    proseLines[at] = stops ? 0 : (proseLines[at + 1] as number) + (isProse ? 1 : 0)
    proseWords[at] = stops ? 0 : (proseWords[at + 1] as number) + (isProse ? line.wordCount : 0)
    if (isFull) following = line.wordCount
    else if (!linked[at] && line.role !== 'menu') following = 0
  }
  return { paragraphs, finals, anchors, proseLines, proseWords }
}
