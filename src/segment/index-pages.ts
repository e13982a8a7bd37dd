/** Pages that hold no article: lists of links with teasers, consent dialogues, notices. */
import { isAnchor } from './markers.ts'
import type { Region } from './regions.ts'
import type { RoleLine } from './roles.ts'

/** Words of prose below which a stretch of a page is a notice, not an article. */
const MIN_WORDS = 12
/** Teasers that make a list of links, and the words that they have on average. */
const MIN_TEASERS = 3
const TEASER_WORDS = 35
/** Words of a consent dialogue, at most. */
const DIALOGUE_WORDS = 250

/** Whether what looked like an article is none. */
export function isIndex(lines: readonly RoleLine[], { body, header }: Region, linked: readonly boolean[]): boolean {
  const content = lines.slice(body.first, body.last).filter((_, i) => !linked[body.first + i])
  const prose = content.filter(({ role }) => role === 'prose')
  const words = prose.reduce((sum, { wordCount }) => sum + wordCount, 0)
  if (words < MIN_WORDS) return true
  const consent = prose.filter(({ labels }) => labels.has('consent')).length
  if (words <= DIALOGUE_WORDS && 2 * consent >= prose.length) return true
  if (prose.length < MIN_TEASERS || words >= TEASER_WORDS * prose.length) return false
  const dates = content.filter(isAnchor).length
  if (dates >= prose.length - 1) return true
  const apart = content.every(({ role }, i) => role !== 'prose' || content[i + 1]?.role !== 'prose')
  const titles = content.filter(({ role, wordCount }) => role === 'text' && wordCount >= 4).length
  const hasByline = lines.slice(header.first, header.last).some(({ role }) => role === 'author' || role === 'published')
  return apart && titles >= prose.length - 1 && !hasByline && prose.length > MIN_TEASERS
}
