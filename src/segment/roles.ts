/** What each line of a page is, as far as the line itself tells. */
import type { Token } from '../extract/text/tokens.ts'
import type { Label } from './grammar.ts'
import { cutLines, type Line } from './lines.ts'
import { openingOf } from './openings.ts'
import { type Stamp, stampAtEnd } from './stamps.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A label of the vocabulary, or: `stamp`, a date, time or age and nothing else; `number`; `rule`, marks and nothing else; `prose`,
 * sentences of a running text; `text`, anything else, such as a heading.
 */
export type Role = Label | 'stamp' | 'number' | 'rule' | 'prose' | 'text'

export interface RoleLine extends Line {
  readonly role: Role
  /** All labels that the line may have; its role is the first of them. */
  readonly labels: ReadonlySet<Label>
  /** Whether its phrases are all of the line. */
  readonly whole: boolean
  /** Where the text after an opening phrase begins in `text`; -1 without one. */
  readonly rest: number
  /** Whether a colon or the like stands between phrase and rest. */
  readonly separated: boolean
  /** The stamp that ends the line. */
  readonly stamp: Stamp | null
}

/** Longest line, in words, of which every word may be a label. */
const MAX_LABEL_WORDS = 25
/** Longest line in which a phrase may stand anywhere. */
const MAX_NOTICE_WORDS = 60
/** Words from which a line is prose: with a mark of sentences at its end, and without. */
const SENTENCE_WORDS = 8
const UNMARKED_WORDS = 25
/** Words of lines by which it is seen whether a page marks the ends of its sentences. */
const LONG_WORDS = 12
/** Known phrases that make a line a menu although some of its words are unknown. */
const MENU_PHRASES = 4

/** Cuts a page into lines and tells the role of each. */
export function readLines(text: string, vocabulary: Vocabulary, options = {}): readonly RoleLine[] {
  const lines = cutLines(text, vocabulary, options)
  const marked = marksSentences(lines)
  return lines.map(line => ({ ...line, ...roleOf(line, marked, vocabulary) }))
}

/** Whether the page ends its sentences with marks. Some outlets leave them out. */
function marksSentences(lines: readonly Line[]): boolean {
  const long = lines.filter(({ wordCount }) => wordCount >= LONG_WORDS)
  return long.length < 2 || 3 * long.filter(({ ending }) => ending !== 'open').length >= long.length
}

type Told = Pick<RoleLine, 'role' | 'labels' | 'whole' | 'rest' | 'separated' | 'stamp'>

function roleOf(line: Line, marked: boolean, vocabulary: Vocabulary): Told {
  const stamp = line.isShort ? stampAtEnd(line.tokens, vocabulary) : null
  const told = (role: Role, labels: ReadonlySet<Label> = NONE, whole = false, rest = -1, separated = false): Told => ({
    role,
    labels,
    whole,
    rest,
    separated,
    stamp,
  })
  if (stamp && stamp.kind !== 'short' && isBare(line.tokens.slice(0, stamp.first))) return told('stamp')
  if (line.words.length === 0) return told(line.tokens.some(({ kind }) => kind === 'number') ? 'number' : 'rule')
  if (COPYRIGHT.test(line.text) && line.wordCount <= MAX_LABEL_WORDS) return told('legal')
  const plain = isProse(line, marked) ? 'prose' : 'text'
  if (isAgencies(line, vocabulary)) return told('source', new Set<Label>(['source']), false, 0)
  const covered = cover(line, vocabulary)
  if (covered) return told(pageRole(covered) ?? 'menu', covered, true)
  const opening = openingOf(line, stamp, vocabulary)
  if (opening) return told(pageRole(opening.labels) ?? plain, opening.labels, false, opening.rest, opening.separated)
  if (isRow(line)) return told('menu')
  const notice = noticeIn(line, vocabulary)
  return notice ? told(pageRole(notice) ?? plain, notice) : told(plain)
}

const COPYRIGHT = /^[\s\p{Cf}]*(?:©|\([cC]\)\s)/u
const NONE: ReadonlySet<Label> = new Set()
/** Labels that mean something only among comments. */
const CONTEXTUAL: ReadonlySet<Label> = new Set<Label>([
  ...([
    'reply',
    'like',
    'dislike',
    'report',
    'replyTo',
    'commentAuthor',
    'commentDate',
    'commentText',
    'badge',
    'skipEnd',
    'consent',
  ] as const),
])
/** What a line with these labels is outside of comments; null when they say nothing about it. */
const pageRole = (set: ReadonlySet<Label>): Label | null => [...set].find(label => !CONTEXTUAL.has(label)) ?? null
const isBare = (tokens: readonly Token[]) => tokens.every(({ kind }) => kind === 'mark')

function isProse({ wordCount, ending }: Line, marked: boolean): boolean {
  if (wordCount >= (marked ? UNMARKED_WORDS : LONG_WORDS)) return true
  if (ending === 'stop' || ending === 'colon') return wordCount >= SENTENCE_WORDS
  return ending !== 'open' && wordCount >= 2 * SENTENCE_WORDS
}

const CELLS = /\s*[|•·»\t]\s*/u
/** Cells of a row of links, and the words of each. */
const ROW_CELLS = 3
const CELL_WORDS = 3

/** Several short texts side by side: a menu, whatever it offers. */
function isRow({ text, wordCount }: Line): boolean {
  if (wordCount > 3 * MAX_LABEL_WORDS || text.length > 600) return false
  const cells = text.split(CELLS).filter(cell => cell !== '')
  return cells.length >= ROW_CELLS && cells.every(cell => cell.split(/\s+/u).length <= CELL_WORDS)
}

/** Whether a line names agencies and nothing else. */
function isAgencies({ words, wordCount }: Line, { agencies }: Vocabulary): boolean {
  if (wordCount > MAX_LABEL_WORDS) return false
  let at = 0
  while (at < words.length) {
    const hit = agencies.find(words, at)
    if (!hit) return false
    at += hit.length
  }
  return true
}

/** The labels that all phrases of a line share, when phrases are all there is; `menu` when they share none. */
function cover({ words, wordCount, isShort }: Line, { phrases }: Vocabulary): ReadonlySet<Label> | null {
  if (wordCount > MAX_LABEL_WORDS || words.length === 0 || !isShort) return null
  let shared: ReadonlySet<Label> | null = null
  let known = 0
  let unknown = 0
  for (let at = 0; at < words.length; ) {
    const hit = phrases.is.find(words, at)
    if (!hit) {
      at++
      unknown++
      continue
    }
    known++
    const kept: ReadonlySet<Label> = shared ? new Set([...shared].filter(label => hit.value.has(label))) : hit.value
    shared = kept
    at += hit.length
  }
  if (unknown > 0) return known >= MENU_PHRASES && 3 * unknown <= known ? MIXED : null
  return shared && shared.size > 0 ? shared : MIXED
}
const MIXED: ReadonlySet<Label> = new Set<Label>(['menu'])

function noticeIn({ words, wordCount }: Line, { phrases }: Vocabulary): ReadonlySet<Label> | null {
  if (wordCount > MAX_NOTICE_WORDS) return null
  for (let at = 0; at < words.length; at++) {
    const hit = phrases.has.find(words, at)
    if (hit) return hit.value
  }
  return null
}
