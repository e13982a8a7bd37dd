/** A page's text, cut into the lines that segmentation sorts. */
import type { Token } from '../extract/text/tokens.ts'
import type { Span } from '../types.ts'
import { type Ending, endingOf } from './endings.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'
import { type RawLine, unwrap } from './wrapping.ts'

export interface Line extends Span {
  /** The line without the white space around it. Of a paragraph that was broken into several lines, all of them. */
  readonly text: string
  /** White space before the first character, in characters. */
  readonly indent: number
  /** Blank lines above. */
  readonly gap: number
  /** Tokens of the line; of a long one, those of its beginning. */
  readonly tokens: readonly Token[]
  /** Whether `tokens` are those of the whole line. */
  readonly isShort: boolean
  /** The words among them. */
  readonly words: readonly Token[]
  /** Words of the whole line, by white space. */
  readonly wordCount: number
  readonly ending: Ending
}

/** Lines up to this length are looked at word by word, in characters: what is no text of an article is short. */
const SHORT_LENGTH = 240
/** How much is looked at of longer lines: datelines stand at their beginning. */
const HEAD_LENGTH = 100

/** Cuts a page's text into its lines; blank lines become gaps, lines that were broken to a width become whole. */
export function cutLines(text: string, vocabulary: Vocabulary, { mayBeWrapped = true } = {}): readonly Line[] {
  const lines = rawLines(text)
  return (mayBeWrapped ? unwrap(lines) : lines).map(line => {
    const isShort = line.text.length <= SHORT_LENGTH
    const tokens = vocabulary.read(isShort ? line.text : line.text.slice(0, HEAD_LENGTH))
    return {
      ...line,
      tokens,
      isShort,
      words: wordsOf(tokens),
      wordCount: countWords(line.text),
      ending: endingOf(line.text),
    }
  })
}

function rawLines(text: string): readonly RawLine[] {
  const lines: RawLine[] = []
  let gap = 0
  let at = 0
  while (at <= text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(at, end)
    const trimmed = line.trim()
    if (/[^\p{Z}\p{Cf}\p{Cc}]/u.test(trimmed)) {
      const indent = line.length - line.trimStart().length
      lines.push({ start: at + indent, end: at + indent + trimmed.length, text: trimmed, indent, gap })
      gap = 0
    } else gap++
    at = end + 1
  }
  return lines
}

function countWords(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) count++
  return count
}
