/** Who wrote, translated and supplied an article, and what the page says about its publication. */
import type { PublicationLine } from '../types.ts'
import { agenciesIn, creditedIn, inlineDateline, isDateline } from './datelines.ts'
import { FINAL, isAnchor, isWeakByline } from './markers.ts'
import { readNames, readSources, unique } from './names.ts'
import { publicationLines } from './publication.ts'
import type { Region } from './regions.ts'
import { type Role, type RoleLine, readLines } from './roles.ts'
import type { Headline } from './title.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Credits {
  readonly authors: readonly string[]
  readonly translators: readonly string[]
  readonly sourceCredits: readonly string[]
  readonly publicationLines: readonly PublicationLine[]
}

/** Lines behind a body in which its credits stand. */
const LINES_BEHIND = 12
/** Lines between an unlabelled byline and the date beside it, and between a date and the title below it. */
const DISTANCE = 2
/** Lines of a header that are looked through for a menu. */
const HEADER_LINES = 40
/** Words of a byline without a label. */
const NAME_WORDS = 5

/** Reads the credits of an article: from its header, its datelines, the end of its body and the lines behind. */
export function readCredits(
  lines: readonly RoleLine[],
  region: Region,
  headline: Headline,
  vocabulary: Vocabulary,
): Credits {
  const { header, body } = region
  const found = { authors: [] as string[], translators: [] as string[], sources: [] as string[] }
  const stated: PublicationLine[] = []
  const add = (whole: RoleLine) => {
    for (const part of partsOf(whole, vocabulary)) addPart(part)
  }
  const addPart = (line: RoleLine) => {
    const rest = line.text.slice(Math.max(0, line.rest))
    if (line.role === 'author') found.authors.push(...readNames(withoutStamp(line, rest), vocabulary))
    else if (line.role === 'published' || line.role === 'stamp') found.authors.push(...namedInside(line, vocabulary))
    else if (line.role === 'translator') found.translators.push(...readNames(rest, vocabulary))
    else if (line.role === 'source' && !line.whole) found.sources.push(...readSources(rest, vocabulary))
  }

  for (let at = header.first; at < header.last; at++) {
    const line = lines[at] as RoleLine
    add(line)
    if (at > headline.last && line.role === 'text') {
      const isOrigin = isDateline(line, vocabulary)
      if (isOrigin) {
        stated.push({ text: line.text, kind: 'dateline' })
        found.sources.push(...agenciesIn(line, vocabulary))
      }
      if (isOrigin || isByline(lines, at, header.last, vocabulary)) {
        const names = readNames(withoutStamp(line, line.text), vocabulary)
        found.authors.push(...names.filter(isFullName))
      }
    }
    if (isBio(lines[at + 1]) && at !== headline.first)
      found.authors.push(...readNames(line.text, vocabulary).filter(isFullName))
    if (isMasthead(lines, at, headline) && !isIssue(line, vocabulary)) continue
    for (const part of partsOf(line, vocabulary)) stated.push(...publicationLines(part, true, vocabulary))
  }
  for (let at = body.first; at < body.last; at++) {
    const line = lines[at] as RoleLine
    if (line.role === 'prose') {
      const origin = inlineDateline(line, vocabulary)
      if (origin) stated.push({ text: origin.text, kind: 'dateline' })
      found.sources.push(...(origin?.agencies ?? []), ...creditedIn(line.text, vocabulary))
    } else if (!isWeakByline(line, at - body.first, body.last - body.first)) {
      add(line)
      stated.push(...publicationLines(line, false, vocabulary))
    }
  }
  for (const line of linesBehind(lines, region)) {
    add(line)
    stated.push(...publicationLines(line, false, vocabulary))
  }
  return {
    authors: unique(found.authors),
    translators: unique(found.translators),
    sourceCredits: unique(found.sources),
    publicationLines: stated,
  }
}

/** The byline in «published on … by Name». */
function namedInside({ words, text }: RoleLine, vocabulary: Vocabulary): readonly string[] {
  for (let at = 1; at < words.length - 1; at++) {
    const hit = vocabulary.phrases.opens.find(words, at)
    const end = words[at + (hit?.length ?? 0) - 1]?.end
    if (hit?.value.has('author') && end !== undefined) return readNames(text.slice(end), vocabulary).filter(isFullName)
  }
  return []
}

const isFullName = (name: string) => name.includes(' ')

function linesBehind(lines: readonly RoleLine[], { after }: Region): readonly RoleLine[] {
  const behind = lines.slice(after.first, Math.min(after.last, after.first + LINES_BEHIND))
  const end = behind.findIndex(({ role }) => FINAL.has(role) || role === 'tail' || role === 'related')
  return end < 0 ? behind : behind.slice(0, end)
}

/** The parts of a line that states several things side by side: «By Name • 3 May 2023 • 4 min read». */
function partsOf(line: RoleLine, vocabulary: Vocabulary): readonly RoleLine[] {
  const cells = line.text.slice(0, MAX_LENGTH).split(/\s*[|•·]\s*/u)
  if (cells.length < 2 || line.role === 'prose' || line.role === 'stamp') return [line]
  const parts = cells.flatMap(cell => readLines(cell, vocabulary))
  return parts.filter(isStatement).length > 1 ? parts : [line]
}

const MAX_LENGTH = 400
const STATED: ReadonlySet<Role> = new Set<Role>(['author', 'translator', 'source', 'published', 'updated', 'stamp'])

const isStatement = ({ role, stamp }: RoleLine) => STATED.has(role) && !(role === 'stamp' && stamp?.kind === 'clock')

const isBio = (line: RoleLine | undefined) => line?.role === 'bio' && line.gap === 0

/** A short line beside a date, or one that ends in a date. */
function isByline(lines: readonly RoleLine[], at: number, last: number, vocabulary: Vocabulary): boolean {
  const { text, wordCount, ending, stamp, gap } = lines[at] as RoleLine
  if (stamp && stamp.kind !== 'clock' && stamp.first > 0) return true
  if (!isNameLike(lines[at] as RoleLine, vocabulary)) return false
  if (at === last - 1 && ending === 'colon' && wordCount <= NAME_WORDS + 3) return /\s[-–—]|[-–—]\s/u.test(text)
  if (wordCount > NAME_WORDS + 3 || (ending !== 'open' && ending !== 'stop')) return false
  if (at === last - 1 && gap > 0) return false
  for (let near = at - DISTANCE; near <= at + DISTANCE; near++) {
    const other = lines[near]
    if (other && near < last && near !== at && other.role !== 'author' && isAnchor(other)) return true
  }
  return false
}

/** Whether a line may name somebody: before its first dash stand a few words, none of them one that every sentence has. */
function isNameLike({ words, text }: RoleLine, { listed }: Vocabulary): boolean {
  const dash = text.search(/\s[-–—ـ]|[-–—]\s|[،,|/]/u)
  const before = words.filter(({ start }) => dash < 0 || start < dash)
  return before.length <= NAME_WORDS && before.every(word => listed('stopWords', [word], 0) === 0)
}

/** The date of a printed issue is that of its articles, wherever it stands. */
const isIssue = ({ words }: RoleLine, { listed }: Vocabulary) => words.some(word => listed('issueWords', [word], 0) > 0)

/** A date far above the title, or with a menu between, is the day the page was seen. */
function isMasthead(lines: readonly RoleLine[], at: number, { first, again }: Headline): boolean {
  if (first - at > DISTANCE) return true
  return again - at > HEADER_LINES || lines.slice(at, Math.max(at, again)).some(({ role }) => role === 'menu')
}

function withoutStamp({ stamp, tokens, text }: RoleLine, part: string): string {
  const start = stamp && stamp.kind !== 'short' ? tokens[stamp.first]?.start : undefined
  const offset = text.length - part.length
  return start === undefined || start < offset ? part : text.slice(offset, start)
}
