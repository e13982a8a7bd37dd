/** The body of an article: its headings and paragraphs, without what stands between them on the page. */
import type { Block } from '../types.ts'
import { isBulleted, isPlainBullet } from './links.ts'
import { isWeakByline } from './markers.ts'
import { findPullOuts } from './pull-outs.ts'
import type { LineRange } from './regions.ts'
import type { RoleLine } from './roles.ts'
import { keyOf } from './title-candidates.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Body {
  readonly text: string
  /** Offsets into `text`. */
  readonly blocks: readonly Block[]
}

interface Part {
  readonly kind: Block['kind']
  readonly text: string
}

/** Words of a heading, at most; longer lines without a full stop are paragraphs. */
const HEADING_WORDS = 14
const QUESTION_WORDS = 10
/** Short lines in a row that are a list, not headings. */
const LIST_LINES = 3
/** Questions that make an interview. */
const INTERVIEW_QUESTIONS = 4
/** Words of a line behind the last paragraph that may be a paragraph without its full stop. */
const CLOSING_WORDS = 10

/** Reads the body that lies in a range of lines. `linked` marks lines of blocks of links, `title` is the headline. */
export function readBody(
  lines: readonly RoleLine[],
  { first, last }: LineRange,
  linked: readonly boolean[],
  title: string | null,
  vocabulary: Vocabulary,
): Body {
  const titleKey = title === null ? null : keyOf(title)
  const content = lines
    .slice(first, last)
    .filter(
      (line, i) =>
        !linked[first + i] &&
        (line.role === 'prose' || line.role === 'text' || isWeakByline(line, i, last - first)) &&
        keyOf(line.text) !== titleKey,
    )
  const pullOuts = findPullOuts(content)
  const kept = withoutEnd(content.filter((_, i) => !pullOuts[i]))
  const isInterview = hasInterview(kept)
  return join(kept.map((line, i) => ({ kind: kindOf(kept, i, isInterview, vocabulary), text: line.text })))
}

/** Drops what follows the last paragraph, unless it reads like one itself. */
function withoutEnd(lines: readonly RoleLine[]): readonly RoleLine[] {
  const last = lines.findLastIndex(({ role }) => role === 'prose')
  const behind = lines.slice(last + 1)
  const isEndOfText = (line: RoleLine) => {
    if (line.ending === 'stop' || line.ending === 'soft') return line.wordCount >= 3
    if (isBulleted(line)) return true
    return behind.length === 1 && (line.wordCount >= CLOSING_WORDS || line.ending === 'question')
  }
  const end = behind.findIndex(line => !isEndOfText(line))
  return end < 0 ? lines : lines.slice(0, last + 1 + end)
}

function hasInterview(lines: readonly RoleLine[]): boolean {
  const short = lines.filter(({ role, wordCount }) => role === 'text' || wordCount <= HEADING_WORDS)
  const questions = short.filter(({ ending }) => ending === 'question')
  return questions.length >= INTERVIEW_QUESTIONS && 2 * questions.length > short.length
}

function kindOf(lines: readonly RoleLine[], at: number, isInterview: boolean, vocabulary: Vocabulary): Block['kind'] {
  const line = lines[at] as RoleLine
  const { role, ending, wordCount, words } = line
  if (role === 'prose' || (ending !== 'open' && ending !== 'question') || isPlainBullet(line)) return 'paragraph'
  if (wordCount > HEADING_WORDS || (ending === 'question' && (isInterview || wordCount > QUESTION_WORDS)))
    return 'paragraph'
  if (wordCount >= 5 && vocabulary.listed('sentenceOpeners', words, 0) > 0) return 'paragraph'
  if (isTurn(line, vocabulary) || (wordCount >= 8 && isQuoted(line.text))) return 'paragraph'
  return headsText(lines, at) ? 'heading' : 'paragraph'
}

const isQuoted = (text: string) => /^[\s\p{Cf}]*["“”«].*["“”»][.\s\p{Cf}]*$/u.test(text)

/** «Q: …»: a turn of an interview. */
function isTurn({ words, text }: RoleLine, { listed }: Vocabulary): boolean {
  const [word] = words
  return word !== undefined && listed('interviewTurns', [word], 0) === 1 && /^\s*[:：/.\-–]/u.test(text.slice(word.end))
}

/** Whether text follows that a heading can head. Several short lines in a row are a list. */
function headsText(lines: readonly RoleLine[], at: number): boolean {
  let first = at
  while (first > at - LIST_LINES && isLoose(lines[first - 1])) first--
  let last = at
  while (last < at + LIST_LINES && isLoose(lines[last + 1])) last++
  if (last + 1 >= lines.length) return false
  const run = last - first + 1
  if (run >= LIST_LINES) return at === last && lines.slice(first, last).every(isBulleted)
  const afterColon = lines[first - 1]?.ending === 'colon'
  return !(afterColon && run > 1) && !(at < last && (lines[at] as RoleLine).wordCount > 8)
}

const isLoose = (line: RoleLine | undefined) => line?.role === 'text' && line.ending === 'open'

function join(parts: readonly Part[]): Body {
  const blocks: Block[] = []
  let at = 0
  for (const { kind, text } of parts) {
    blocks.push({ kind, start: at, end: at + text.length })
    at += text.length + 1
  }
  return { text: parts.map(({ text }) => text).join('\n'), blocks }
}
