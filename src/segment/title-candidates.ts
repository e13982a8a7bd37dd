/** Lines of a header that may be the headline, and what speaks for each. */
import type { Markup } from '../types.ts'
import { endsInAgency } from './datelines.ts'
import { isPlainBullet } from './links.ts'
import { isAnchor, isTitleLike } from './markers.ts'
import type { LineRange } from './regions.ts'
import type { RoleLine } from './roles.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A candidate: a line, or the part of it that is left without the name of the site. */
export interface Candidate {
  readonly at: number
  readonly line: RoleLine
  readonly text: string
  readonly key: string
  /** What was left out: mostly the name of the site. */
  readonly suffix: string | null
}

export interface Header extends LineRange {
  readonly lines: readonly RoleLine[]
  readonly linked: readonly boolean[]
  readonly siteName: string | undefined
  /** What the markup of a web page says. */
  readonly markup: Markup | undefined
  readonly vocabulary: Vocabulary
}

const MAX_WORDS = 30
const MAX_LENGTH = 300
/** Words of a name of a site beside a title, at most. */
const SITE_WORDS = 5
/** Lines above a body among which its headline is looked for, besides the first lines of the page. */
const NEAR_LINES = 120
const TOP_LINES = 8
/** Lines of text in a header that holds hardly more than a title. */
const ALONE_LINES = 2

/** The words of a text, for comparison. */
export const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''
const sizeOf = (key: string): number => key.split(' ').filter(word => /\p{L}/u.test(word)).length

/** All readings of the lines of a header that may be headlines, in their order. */
export function titleCandidates({ lines, first, last, linked, vocabulary }: Header): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (let at = first; at < last; at++) {
    if (at - first >= TOP_LINES && last - at > NEAR_LINES) continue
    const line = lines[at] as RoleLine
    if (
      !linked[at] &&
      mayBeTitle(line) &&
      !isPlainBullet(line) &&
      !repeatsName(lines, at) &&
      !endsInAgency(line, vocabulary)
    )
      candidates.push(...readings(line, at))
  }
  return candidates
}

/** Whether a line begins with the whole line above, a short one: «Name» and «Name is a writer …». */
export function repeatsName(lines: readonly RoleLine[], at: number): boolean {
  const above = lines[at - 1]
  return above !== undefined && above.wordCount <= 4 && (lines[at] as RoleLine).text.startsWith(`${above.text} `)
}

const mayBeTitle = ({ role, wordCount, text }: RoleLine) =>
  (role === 'text' || role === 'prose' || role === 'ticker') && wordCount <= MAX_WORDS && text.length <= MAX_LENGTH

/** A line as it stands, and its longest part where a name of a site seems to be added: «Title | Site», «Site - Title». */
function readings(line: RoleLine, at: number): readonly Candidate[] {
  if (line.role === 'ticker') {
    const text = line.text.slice(line.rest)
    return text === '' ? [] : [{ at, line, text, key: keyOf(text), suffix: null }]
  }
  const whole = { at, line, text: line.text, key: keyOf(line.text), suffix: null }
  const parts = line.text.split(/\s+[|–—-]\s+|\s*[|»«]\s+/u).filter(part => keyOf(part) !== '')
  if (parts.length < 2) return [whole]
  const sizes = parts.map(part => keyOf(part).split(' ').length)
  const longest = sizes.reduce((best, size, i) => (size > (sizes[best] as number) ? i : best), 0)
  const suffix = (longest === 0 ? parts.at(-1) : parts[0]) as string
  if (keyOf(suffix).split(' ').length > SITE_WORDS || (sizes[longest] as number) < 3) return [whole]
  const text = (parts[longest] as string).trim()
  return [whole, { at, line, text, key: keyOf(text), suffix: suffix.trim() }]
}

/** How much speaks for each candidate. The weights are judgement: what stands in two places of a header is its title. */
export function scoreTitles(candidates: readonly Candidate[], header: Header): readonly number[] {
  const { lines, first, last } = header
  const below = countBelow(lines, header)
  const inTail = findTails(lines.slice(first, last))
  const ruled = lines.slice(first, last).findLastIndex(({ role }) => role === 'rule') + first
  const isLater = (at: number) =>
    candidates.some(
      other =>
        other.at < at && other.line.text !== lines[at]?.text && sizeOf(other.key) >= 6 && !inTail[other.at - first],
    )
  return candidates.map(candidate => {
    const { at, key, line } = candidate
    const repetition = repetitionOf(candidate, candidates)
    const between = below[at - first] as number
    let total =
      markupScore(candidate, header) + sizeScore(sizeOf(key)) + repetitionScore(repetition, candidate, isLater)
    total += between <= 1 ? 2 : between === 2 ? 1 : 0
    const next = lines[at + 1]
    if (next && isAnchor(next)) total += 1
    if (line.role === 'ticker') total -= 3
    // A title of the page would stand again above the article.
    if (candidate.suffix === null && line.text.includes('|') && repetition === 'none') total -= 4
    if (line.ending === 'stop' && repetition === 'none') total -= 6
    if (isOutlet(candidate, header)) total -= 4
    if (isKicker(candidate, header)) total -= 2
    if (at < ruled) total -= 4
    if (line.stamp?.kind === 'date') total -= 3
    if (line.ending === 'comma' || line.ending === 'colon') total -= 3
    if (inTail[at - first]) total -= 2 + 2 * between
    if (at === 0)
      total += isAlone(header) && !(sizeOf(key) <= 3 && next && isAnchor(next)) ? 4 : sizeOf(key) >= 5 ? 2 : 0
    if (isLead(candidate, header) && repetition === 'none') total -= 12
    return total + suffixScore(candidate, repetition, header)
  })
}

/** A first-order heading is most likely the title; the title in the metadata is surely it. */
function markupScore({ line, key }: Candidate, { markup }: Header): number {
  if (!markup) return 0
  const isHeading = markup.lines.some(({ start, mark }) => mark === 'title' && start === line.start)
  const isStated = markup.title !== null && keyOf(markup.title).startsWith(key)
  return (isHeading ? 6 : 0) + (isStated && sizeOf(key) >= 3 ? 8 : 0)
}

const sizeScore = (words: number) => (words >= 6 && words <= 20 ? 5 : words >= 4 && words < 26 ? 3 : words >= 2 ? 1 : 0)

/** `apart`: the words stand again elsewhere in the header; `adjacent`: only on the next line, as captions do as well. */
type Repetition = 'none' | 'adjacent' | 'apart'

function repetitionOf({ key, at }: Candidate, candidates: readonly Candidate[]): Repetition {
  let repetition: Repetition = 'none'
  if (sizeOf(key) < 3) return repetition
  for (const other of candidates) {
    if (other.at === at || !(other.key === key || (other.key.startsWith(`${key} `) && sizeOf(key) >= 5))) continue
    if (Math.abs(other.at - at) > 1) return 'apart'
    repetition = 'adjacent'
  }
  return repetition
}

function repetitionScore(repetition: Repetition, { at, key }: Candidate, isLater: (at: number) => boolean): number {
  if (repetition === 'none') return 0
  if (repetition === 'apart') return sizeOf(key) >= 5 ? 8 : sizeOf(key) === 4 ? 5 : 2
  // Below a title, what stands twice in a row is a caption.
  return isLater(at) ? -4 : 3
}

/** Whether a short line begins or ends like the name of an outlet. */
function isOutlet({ line, key }: Candidate, { vocabulary }: Header): boolean {
  const { words } = line
  const edges = [words[0], words.at(-1)]
  return sizeOf(key) <= 4 && edges.some(word => word && vocabulary.listed('outletWords', [word], 0) > 0)
}

/** Whether a line stands right above another candidate and begins as lines above a headline do. */
function isKicker({ at, line }: Candidate, { lines, last, vocabulary }: Header): boolean {
  const next = lines[at + 1]
  return at + 1 < last && next?.gap === 0 && isTitleLike(next) && vocabulary.listed('kickerOpeners', line.words, 0) > 0
}

/** A first sentence: long, and begun as leads begin. */
const isLead = ({ key, line }: Candidate, { vocabulary }: Header) =>
  sizeOf(key) > 12 && vocabulary.listed('leadOpeners', line.words, 0) > 0

function suffixScore({ suffix, line }: Candidate, repetition: Repetition, { siteName }: Header): number {
  if (suffix === null) return 0
  const isSite = siteName !== undefined && keyOf(siteName) === keyOf(suffix)
  if (repetition !== 'none' || isSite) return 0.5
  return line.text.includes('|') ? 0 : -2
}

function countBelow(lines: readonly RoleLine[], { first, last }: LineRange): readonly number[] {
  const below = new Array<number>(Math.max(0, last - first)).fill(0)
  for (let at = last - 2; at >= first; at--) {
    const next = lines[at + 1] as RoleLine
    const isTwin = next.text === lines[at + 2]?.text || next.text === lines[at]?.text
    below[at - first] = (below[at - first + 1] as number) + (isTitleLike(next) && !isTwin ? 1 : 0)
  }
  return below
}

/** For each line, whether it stands below the heading of a list of other articles. */
function findTails(lines: readonly RoleLine[]): readonly boolean[] {
  let inTail = false
  return lines.map(line => {
    if (line.role === 'tail') inTail = true
    else if (isAnchor(line) || line.role === 'menu') inTail = false
    return inTail
  })
}

/** Whether a header has no furniture: then its first line is the title even if it is short. */
function isAlone({ lines, first, last }: Header): boolean {
  const header = lines.slice(first, last)
  return (
    header.every(({ role }) => role !== 'menu') && header.filter(({ role }) => role === 'text').length <= ALONE_LINES
  )
}
