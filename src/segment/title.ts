/** The headline of an article, and what stands between it and the body. */
import { endsInAgency } from './datelines.ts'
import { isBulleted, isPlainBullet } from './links.ts'
import type { RoleLine } from './roles.ts'
import { type Candidate, type Header, keyOf, repeatsName, scoreTitles, titleCandidates } from './title-candidates.ts'

export interface Headline {
  readonly title: string | null
  readonly subtitle: string | null
  /** The site, where its name is written beside the title. */
  readonly siteName: string | null
  /** Indices of the first and the last line with the title; -1 without one. */
  readonly first: number
  readonly again: number
  /** Index of the last line that belongs to title or standfirst; -1 without any. */
  readonly last: number
  /** Index of the first line above the body that belongs to it; null when none does. */
  readonly bodyStart: number | null
}

const MIN_SCORE = 3
/** Words of a standfirst, at least; shorter lines below a title are sections, names and the like. */
const SUBTITLE_WORDS = 5
/** Words of a line right above the body that is no standfirst. */
const HEADING_WORDS = 6
/** Words of the title of a digest: «News in brief». */
const BRIEF_WORDS = 3
/** Words of a line above a body without a title that is its first sentence. */
const SENTENCE_WORDS = 8

/** Finds the headline in the header of an article, or none: a first sentence is not taken for one. */
export function findHeadline(header: Header): Headline {
  const candidates = titleCandidates(header)
  const scores = scoreTitles(candidates, header)
  let best = 0
  scores.forEach((score, i) => {
    if (score > (scores[best] as number)) best = i
  })
  if ((scores[best] ?? 0) < MIN_SCORE) return withoutTitle(header)
  const { key, text } = candidates[best] as Candidate
  const places = candidates.filter(other => other.key === key)
  const first = (places[0] as Candidate).at
  const again = (places.at(-1) as Candidate).at
  const { subtitle, heading } = findSubtitle({ ...header, first }, key)
  return {
    title: text,
    subtitle: subtitle === null ? null : (header.lines[subtitle] as RoleLine).text,
    siteName: places.map(({ suffix }) => suffix).find(suffix => suffix !== null) ?? null,
    first,
    again,
    last: Math.max(again, subtitle ?? -1),
    bodyStart: heading,
  }
}

/** Without a title the body begins with the lines that lead up to its first full sentence. */
function withoutTitle({ lines, first, last, linked }: Header): Headline {
  let bodyStart = last
  while (bodyStart > first && !linked[bodyStart - 1] && isSentence(lines[bodyStart - 1] as RoleLine)) bodyStart--
  return {
    ...{ title: null, subtitle: null, siteName: null, first: -1, again: -1, last: -1 },
    bodyStart: bodyStart < last ? bodyStart : null,
  }
}

const isSentence = ({ role, wordCount }: RoleLine) => role === 'text' && wordCount >= SENTENCE_WORDS

interface Below {
  readonly subtitle: number | null
  readonly heading: number | null
}

/** The line below the title that introduces the article. A short line right above the body is its first heading. */
function findSubtitle({ lines, first, last, linked, vocabulary }: Header, title: string): Below {
  for (let at = first + 1; at < last; at++) {
    const line = lines[at] as RoleLine
    if (linked[at] || (line.role !== 'text' && line.role !== 'prose') || isPlainBullet(line)) continue
    if (at === last - 1 && isBulleted(line)) return { subtitle: null, heading: at }
    if (keyOf(line.text).includes(title) || line.wordCount < SUBTITLE_WORDS) continue
    if (line.stamp?.kind === 'date' || endsInAgency(line, vocabulary) || isPictured(lines, at)) continue
    if (repeatsName(lines, at)) continue
    if (at < last - 1 || (!isBrief(title) && line.wordCount > HEADING_WORDS)) return { subtitle: at, heading: null }
    // Above the body of a digest stands the headline of its first report.
    return { subtitle: null, heading: isBrief(title) ? at : null }
  }
  return { subtitle: null, heading: null }
}

/** Whether a line describes a picture: a caption follows at once, or the same words again. */
function isPictured(lines: readonly RoleLine[], at: number): boolean {
  const { text } = lines[at] as RoleLine
  const next = lines[at + 1]
  return (next?.role === 'caption' && next.gap === 0) || next?.text === text || lines[at - 1]?.text === text
}

const isBrief = (title: string) => title.split(' ').length <= BRIEF_WORDS
