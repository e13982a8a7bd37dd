/** Where the articles of a page are: for each, the lines of its header, of its body and of what follows it. */
import { ENDS, FINAL, isAnchor, isTitleLike } from './markers.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import type { RoleLine } from './roles.ts'

/** Indices of lines; `last` is exclusive. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

export interface Region {
  readonly header: LineRange
  readonly body: LineRange
  readonly after: LineRange
}

/** Words of prose that make a further article of a page, and those it needs among comments, which are prose too. */
const ARTICLE_WORDS = 40
const ARTICLE_WORDS_AMONG_COMMENTS = 80
/** The same in several paragraphs, or below a rule that sets articles apart. */
const PARAGRAPHS_WORDS = 20
/** Lines above a further body among which its title must stand. */
const HEADER_LINES = 10
/** Longest standfirst; a longer first paragraph belongs to the body. */
const STANDFIRST_WORDS = 45
/** Lines between a standfirst and the body. */
const STANDFIRST_DISTANCE = 8
/** Words of a heading of a section, and of the text below a title in a list of articles. */
const SECTION_WORDS = 6
const TEASER_WORDS = 22
/** Lines between the age of a comment and its controls. */
const COMMENT_LINES = 12

/** Finds the articles of a page. `linked` marks the lines of blocks of links. */
export function findRegions(lines: readonly RoleLine[], linked: readonly boolean[]): readonly Region[] {
  const page: View = { lines, linked, outlook: outlookOf(lines, linked) }
  const regions: Region[] = []
  let header = 0
  let first = firstBody(page)
  while (first !== null) {
    const last = endOfBody(page, first)
    const next = nextArticle(page, last)
    const end = next ? next.header : lines.length
    regions.push({ header: { first: header, last: first }, body: { first, last }, after: { first: last, last: end } })
    first = next?.body ?? null
    header = end
  }
  return regions
}

interface View {
  readonly lines: readonly RoleLine[]
  readonly linked: readonly boolean[]
  readonly outlook: Outlook
}

const isProse = ({ lines, linked }: View, at: number) => lines[at]?.role === 'prose' && !linked[at]

function firstBody(page: View): number | null {
  let inTail = false
  let titled = false
  for (let at = 0; at < page.lines.length; at++) {
    const line = page.lines[at] as RoleLine
    if (line.role === 'tail') inTail = true
    else if (isAnchor(line)) inTail = false
    if (isProse(page, at)) {
      const begins = inTail ? page.outlook.paragraphs[at] === at : !(titled && isStandfirst(page, at))
      if (begins && !isHeadline(page, at)) return at
    }
    if (isTitleLike(line)) titled = true
  }
  return null
}

/** A line as long as a sentence that stands twice, or above a line that ends as sentences do, may still be the headline. */
function isHeadline({ lines }: View, at: number): boolean {
  const { ending, text } = lines[at] as RoleLine
  if (ending === 'stop' || ending === 'colon') return false
  for (let next = at + 1; next <= at + HEADER_LINES; next++) if (lines[next]?.text === text) return true
  for (let before = at - 1; before >= at - HEADER_LINES; before--) if (lines[before]?.text === text) return true
  return false
}

/** A paragraph between title and byline introduces the article. */
function isStandfirst(page: View, at: number): boolean {
  if ((page.lines[at] as RoleLine).wordCount > STANDFIRST_WORDS) return false
  const above = page.lines.slice(Math.max(0, at - HEADER_LINES), at).map(({ text }) => text)
  let anchored = false
  for (let next = at + 1; next <= at + STANDFIRST_DISTANCE && next < page.lines.length; next++) {
    const line = page.lines[next] as RoleLine
    if (isProse(page, next)) return anchored
    if (isAnchor(line)) anchored = true
    // The title of the next teaser of a list, not of this article again.
    else if (!anchored && line.role === 'text' && isTitleLike(line) && !above.includes(line.text)) return false
  }
  return false
}

function endOfBody(page: View, first: number): number {
  const { lines, linked, outlook } = page
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as RoleLine
    if (line.role === 'stamp' && isComment(page, at)) return at - 1 > first && !isProse(page, at - 1) ? at - 1 : at
    if (line.role === 'rule' && articleAt(page, at + 1, false)) return at
    if (line.role === 'related' && linked[at]) {
      const behind = endOfLinks(page, at)
      if (articleAt(page, behind, false) || !goesOn(page, behind)) return at
    }
    if (!ENDS.has(line.role)) continue
    const on = FINAL.has(line.role) ? null : (outlook.paragraphs[at] ?? null)
    if (on === null || on > (outlook.finals[at] as number) || on > (outlook.anchors[at] as number)) return at
    at = on
  }
  return lines.length
}

/** An age with controls of a comment near below it. */
function isComment({ lines }: View, at: number): boolean {
  const { stamp } = lines[at] as RoleLine
  if (stamp?.kind !== 'age') return false
  return lines.slice(at + 1, at + COMMENT_LINES).some(({ labels, whole }) => whole && labels.has('reply'))
}

function endOfLinks({ linked }: View, at: number): number {
  let behind = at
  while (linked[behind]) behind++
  return behind
}

/** Whether a body goes on behind a block of links, or teasers of other articles follow. */
function goesOn({ lines }: View, behind: number): boolean {
  const ahead = lines.slice(behind, behind + HEADER_LINES)
  const end = ahead.findIndex(({ role }) => ENDS.has(role))
  const parts = (end < 0 ? ahead : ahead.slice(0, end)).filter(({ role }) => role === 'prose' || role === 'text')
  if (areTeasers(parts)) return false
  const [first, second] = parts
  return first?.role === 'prose' || (first?.wordCount ?? Infinity) <= SECTION_WORDS
    ? parts.some(({ role }) => role === 'prose')
    : second?.role === 'prose' && (second.wordCount >= TEASER_WORDS || parts[2]?.role === 'prose')
}

/** Titles and short texts by turns: what other articles are about. */
function areTeasers(parts: readonly RoleLine[]): boolean {
  const prose = parts.filter(({ role }) => role === 'prose')
  const follow = parts.some(({ role }, i) => role === 'prose' && parts[i + 1]?.role === 'prose')
  return (
    !follow && prose.length >= 2 && prose.every(({ wordCount }) => wordCount < TEASER_WORDS) && parts.some(isTitleLike)
  )
}

/** The next article from a line on: where its header and its body begin. */
function nextArticle(page: View, from: number): { readonly header: number; readonly body: number } | null {
  let amongComments = false
  for (let at = from; at < page.lines.length; at++) {
    const { role } = page.lines[at] as RoleLine
    if (FINAL.has(role)) amongComments = true
    else if (role === 'tail' || role === 'legal' || role === 'rule') amongComments = false
    const found = articleAt(page, at, amongComments)
    if (found) return found
  }
  return null
}

/** Whether an article begins with a title at a line: a byline or date near below, then prose enough. */
function articleAt(
  page: View,
  at: number,
  amongComments: boolean,
): { readonly header: number; readonly body: number } | null {
  const { lines, linked, outlook } = page
  const title = lines[at]
  if (!title || linked[at] || !isTitleLike(title) || title.role === 'prose') return null
  const ruled = lines[at - 1]?.role === 'rule'
  let anchored = ruled && !amongComments
  for (let body = at + 1; body <= at + HEADER_LINES && body < lines.length; body++) {
    const line = lines[body] as RoleLine
    if (isProse(page, body)) {
      if (!anchored || !isEnough(outlook, body, amongComments, ruled)) return null
      return !amongComments || isProse(page, body + 1) ? { header: at, body } : null
    }
    if (ENDS.has(line.role) && line.role !== 'source') return null
    if (isAnchor(line) && (!amongComments || line.role !== 'stamp')) anchored = true
  }
  return null
}

/** Whether there is prose enough for an article: more among comments, less below a rule or in several paragraphs. */
function isEnough(outlook: Outlook, at: number, amongComments: boolean, ruled: boolean): boolean {
  const words = outlook.proseWords[at] as number
  if (amongComments) return words >= ARTICLE_WORDS_AMONG_COMMENTS
  return words >= (ruled || (outlook.proseLines[at] as number) > 1 ? PARAGRAPHS_WORDS : ARTICLE_WORDS)
}
