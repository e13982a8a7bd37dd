/** The headline of an article and what stands with it: standfirst, name of the site. */
import { endsInAgency } from './datelines.ts'
import { isAnchor, isTitleLike } from './markers.ts'
import type { LineRange } from './regions.ts'
import type { RoleLine } from './roles.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Headline {
  readonly title: string | null
  readonly subtitle: string | null
  /** The site, where its name is written behind the title. */
  readonly siteName: string | null
  /** Index of the first line with the title; -1 without one. */
  readonly first: number
  /** Index of the last line with the title; -1 without one. */
  readonly again: number
  /** Index of the last line that belongs to title or standfirst; -1 without any. */
  readonly last: number
  /** Index of a heading between title and body, which belongs to the body; null without one. */
  readonly heading: number | null
}

/** A candidate: a line, or a part of one that also holds the name of the site. */
interface Candidate {
  readonly at: number
  readonly line: RoleLine
  readonly text: string
  readonly key: string
  readonly suffix: string | null
}

const MAX_TITLE_WORDS = 30
const MAX_TITLE_LENGTH = 300
/** Words of a name of a site behind a title, at most. */
const SITE_WORDS = 5
const MIN_SCORE = 3
/** Words of a standfirst, at least; shorter lines below a title are sections, names and the like. */
const SUBTITLE_WORDS = 5
/** Words of a line right above the body that is no standfirst. */
const HEADING_WORDS = 6
/** Words of the title of a digest: «News in brief». */
const BRIEF_WORDS = 3

/** Finds the headline in the header of an article, or none: then the first line is not taken for one. */
export function findHeadline(
  lines: readonly RoleLine[],
  { first, last }: LineRange,
  linked: readonly boolean[],
  siteName: string | undefined,
  vocabulary: Vocabulary,
): Headline {
  const candidates = lines
    .slice(first, last)
    .map((line, i) => ({ line, at: first + i }))
    .filter(({ line, at }) => !linked[at] && mayBeTitle(line) && !endsInAgency(line, vocabulary))
    .flatMap(({ line, at }) => readings(line, at))
  const times = new Map<string, number>()
  for (const { key } of candidates) times.set(key, (times.get(key) ?? 0) + 1)
  const below = countBelow(lines, { first, last })
  const inTail = findTails(lines.slice(first, last))
  const scored = candidates.map(candidate => ({
    candidate,
    score: score(candidate, { lines, first, last, times, below, inTail, siteName, vocabulary }),
  }))
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, next) => (top && top.score >= next.score ? top : next),
    null,
  )
  if (!best || best.score < MIN_SCORE)
    return { title: null, subtitle: null, siteName: null, first: -1, again: -1, last: -1, heading: null }
  const { key, text } = best.candidate
  const places = candidates.filter(other => other.key === key)
  const suffix = places.map(place => place.suffix).find(place => place !== null) ?? null
  const lastTitle = (places.at(-1) as Candidate).at
  const { subtitle, heading } = findSubtitle(
    lines,
    { first: (places[0] as Candidate).at, last },
    linked,
    key,
    vocabulary,
  )
  return {
    title: text,
    subtitle: subtitle === null ? null : (lines[subtitle] as RoleLine).text,
    siteName: suffix,
    first: (places[0] as Candidate).at,
    again: lastTitle,
    last: Math.max(lastTitle, subtitle ?? -1),
    heading,
  }
}

const mayBeTitle = ({ role, wordCount, text }: RoleLine) =>
  (role === 'text' || role === 'prose') && wordCount <= MAX_TITLE_WORDS && text.length <= MAX_TITLE_LENGTH

export const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/** A line as it stands, and its longest part where a name of a site seems to be added: «Title | Site», «Site - Title». */
function readings(line: RoleLine, at: number): readonly Candidate[] {
  const whole = { at, line, text: line.text, key: keyOf(line.text), suffix: null }
  const parts = line.text.split(/\s+[|–—-]\s+|\s*[|»«]\s+/u).filter(part => keyOf(part) !== '')
  if (parts.length < 2) return [whole]
  const sizes = parts.map(part => keyOf(part).split(' ').length)
  const longest = sizes.reduce((best, size, i) => (size > (sizes[best] as number) ? i : best), 0)
  const suffix = longest === 0 ? parts.at(-1) : parts[0]
  if (suffix === undefined || keyOf(suffix).split(' ').length > SITE_WORDS || (sizes[longest] as number) < 3)
    return [whole]
  const text = (parts[longest] as string).trim()
  return [whole, { at, line, text, key: keyOf(text), suffix: suffix.trim() }]
}

interface Header extends LineRange {
  readonly lines: readonly RoleLine[]
  readonly times: ReadonlyMap<string, number>
  /** For each line from the first, how many lines below it might be titles. */
  readonly below: readonly number[]
  /** For each line, whether it stands below the heading of another list of the page. */
  readonly inTail: readonly boolean[]
  readonly siteName: string | undefined
  readonly vocabulary: Vocabulary
}

function countBelow(lines: readonly RoleLine[], { first, last }: LineRange): readonly number[] {
  const below = new Array<number>(Math.max(0, last - first)).fill(0)
  for (let at = last - 2; at >= first; at--) {
    below[at - first] = (below[at - first + 1] as number) + (isTitleLike(lines[at + 1] as RoleLine) ? 1 : 0)
  }
  return below
}

function findTails(lines: readonly RoleLine[]): readonly boolean[] {
  let inTail = false
  return lines.map(line => {
    if (line.role === 'tail') inTail = true
    else if (isAnchor(line)) inTail = false
    return inTail
  })
}

/** How much speaks for a candidate. The weights are judgement: what repeats is the title, whatever else it looks like. */
function score({ at, line, text, key, suffix }: Candidate, header: Header): number {
  const { lines, first, times, below, inTail, siteName, vocabulary } = header
  const words = key.split(' ').filter(word => /\p{L}/u.test(word)).length
  const repeated = (times.get(key) ?? 0) > 1 && words >= 3
  let total = 0
  if (repeated) total += 8
  if (words >= 6 && words <= 20) total += 5
  else if (words >= 4 && words < 26) total += 3
  else if (words >= 2) total += 1
  if (line.ending === 'stop' && !repeated) total -= 6
  if (line.ending === 'comma' || line.ending === 'colon') total -= 3
  const between = below[at - first] as number
  total += between <= 1 ? 2 : between === 2 ? 1 : 0
  const next = lines[at + 1]
  if (next && (next.role === 'author' || next.role === 'stamp' || next.role === 'published')) total += 1
  if (inTail[at - first]) total -= 2 + 2 * between
  if (at === first && first === 0) total += isAlone(header) ? 4 : words >= 5 ? 2 : 0
  if (words > 12 && vocabulary.listed('leadOpeners', line.words, 0) > 0 && !repeated) total -= 6
  if (suffix !== null) {
    const isSite = siteName !== undefined && keyOf(siteName) === keyOf(suffix)
    total += isSite || text.length + suffix.length + 4 >= line.text.length ? 0 : -2
    if (!repeated && !isSite && !/\|/u.test(line.text)) total -= 2
    else total += 0.5
  }
  return total
}

/** Whether a header has no furniture: then its first line is the title even if it is short. */
const isAlone = ({ lines, first, last }: Header) => lines.slice(first, last).every(({ role }) => role !== 'menu')

/** The line below the title that introduces the article. A short line right above the body is its first heading. */
function findSubtitle(
  lines: readonly RoleLine[],
  { first, last }: LineRange,
  linked: readonly boolean[],
  title: string,
  vocabulary: Vocabulary,
): { readonly subtitle: number | null; readonly heading: number | null } {
  for (let at = first + 1; at < last; at++) {
    const line = lines[at] as RoleLine
    if (linked[at] || (line.role !== 'text' && line.role !== 'prose')) continue
    if (keyOf(line.text).includes(title) || line.wordCount < SUBTITLE_WORDS) continue
    if (line.stamp?.kind === 'date' || endsInAgency(line, vocabulary)) continue
    if (at < last - 1 || (!isBrief(title) && line.wordCount > HEADING_WORDS)) return { subtitle: at, heading: null }
    // Above the body of a digest stands the headline of its first report.
    return { subtitle: null, heading: isBrief(title) ? at : null }
  }
  return { subtitle: null, heading: null }
}

const isBrief = (title: string) => title.split(' ').length <= BRIEF_WORDS
