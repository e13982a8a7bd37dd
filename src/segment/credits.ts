/** Who wrote, translated and supplied an article, and what the page says about its publication. */
import type { PublicationLine } from '../types.ts'
import { agenciesIn, creditedIn, inlineDateline, isDateline } from './datelines.ts'
import { FINAL, isAnchor } from './markers.ts'
import { readNames, readSources, unique } from './names.ts'
import { publicationLines } from './publication.ts'
import type { Region } from './regions.ts'
import type { RoleLine } from './roles.ts'
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
  const add = (line: RoleLine) => {
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
      if (isOrigin || isByline(lines, at, header.last)) {
        const names = readNames(withoutStamp(line, line.text), vocabulary)
        found.authors.push(...names.filter(isFullName))
      }
    }
    if (!isMasthead(lines, at, headline)) stated.push(...publicationLines(line, true, vocabulary))
  }
  for (const line of lines.slice(body.first, body.last)) {
    if (line.role === 'prose') {
      const origin = inlineDateline(line, vocabulary)
      if (origin) stated.push({ text: origin.text, kind: 'dateline' })
      found.sources.push(...(origin?.agencies ?? []), ...creditedIn(line.text, vocabulary))
    } else if (line.separated || line.role === 'published' || line.role === 'updated') {
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

/** A short line beside a date, or one that ends in a date. */
function isByline(lines: readonly RoleLine[], at: number, last: number): boolean {
  const { wordCount, ending, stamp, gap } = lines[at] as RoleLine
  if (stamp && stamp.kind !== 'clock' && stamp.first > 0) return true
  if (wordCount > NAME_WORDS + 3 || (ending !== 'open' && ending !== 'stop')) return false
  if (at === last - 1 && gap > 0) return false
  for (let near = at - DISTANCE; near <= at + DISTANCE; near++) {
    const other = lines[near]
    if (other && near < last && near !== at && other.role !== 'author' && isAnchor(other)) return true
  }
  return false
}

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
