/** Lines that lead elsewhere: blocks of links to other articles, inside or below a body, and advertisements. */
import type { RoleLine } from './roles.ts'

const BULLET = /^[\s\p{Cf}]*(?:[•●▪■◆►▶→*✔◄«»›‹\-–—]|\d{1,2}[.)-])\s*/u
/** Words of the title of a linked article, at most. */
const MAX_ITEM_WORDS = 30
/** Headings of sections are shorter than titles of articles; used where nothing else tells them apart. */
const SECTION_WORDS = 6
/** Lines between two marks of one list. */
const MARK_DISTANCE = 4
/** Lines that a link skips, at most. */
const SKIPPED = 20

export const isBulleted = ({ text }: RoleLine): boolean => BULLET.test(text)

/** A bullet that is no number: numbered lines may head their paragraphs. */
export const isPlainBullet = (line: RoleLine): boolean =>
  isBulleted(line) && !/^[\s\p{Cf}]*(?:\p{Nd}|[«"“])/u.test(line.text)

/** For each line, whether it belongs to a block of links or an advertisement. */
export function findLinks(lines: readonly RoleLine[]): readonly boolean[] {
  const linked = lines.map(() => false)
  const spaced = 4 * lines.filter(({ gap }) => gap > 0).length > lines.length
  lines.forEach((line, i) => {
    if (line.role === 'skipLink') {
      const skipped = lines.slice(i + 1, i + SKIPPED)
      const end = skipped.findIndex(({ labels, wordCount }) => labels.has('skipEnd') && wordCount <= SECTION_WORDS)
      linked.fill(true, i, i + 2 + end)
    } else if (line.role === 'listMark') {
      const end = lines.slice(i + 1, i + MARK_DISTANCE).findIndex(({ role }) => role === 'listMark')
      linked.fill(true, i, i + 1 + Math.max(0, end))
    } else if (line.role === 'related') {
      linked.fill(true, i, line.whole ? endOfItems(lines, i) : endOfBullets(lines, i))
    } else if (line.role === 'ad') {
      const next = lines[i + 1]
      const isContent = spaced && next?.gap === 0 && next.role === 'text'
      linked.fill(true, i, isContent ? i + 2 : i + 1)
    }
  })
  const texts = new Set(lines.filter((_, i) => linked[i]).map(({ text }) => text))
  return lines.map(({ role, text }, i) => linked[i] === true || (role === 'text' && texts.has(text)))
}

function endOfBullets(lines: readonly RoleLine[], at: number): number {
  let end = at + 1
  while (lines[end]?.gap === 0 && isBulleted(lines[end] as RoleLine) && isItem(lines[end] as RoleLine)) end++
  return end
}

/** Where the items of a list of links end. A wider gap ends it; without gaps, prose does. */
function endOfItems(lines: readonly RoleLine[], at: number): number {
  const gap = lines[at + 1]?.gap ?? 0
  let end = at + 1
  while (
    end < lines.length &&
    isItem(lines[end] as RoleLine) &&
    (end === at + 1 || (lines[end] as RoleLine).gap <= gap)
  )
    end++
  const items = lines.slice(at + 1, end)
  const last = items.at(-1)
  const isCutByGap = (lines[end]?.gap ?? 0) > gap
  if (!last || items.length < 2 || isCutByGap || lines[end]?.role !== 'prose') return end
  const others = items.slice(0, -1).filter(({ role }) => role === 'text')
  const isHeading = isShort(last) && !isBulleted(last) && others.every(item => !isShort(item) || isBulleted(item))
  return isHeading ? end - 1 : end
}

const isShort = ({ wordCount }: RoleLine) => wordCount <= SECTION_WORDS

function isItem(line: RoleLine): boolean {
  if (line.role === 'text') return line.wordCount >= 2
  if (line.role === 'prose') return line.wordCount <= MAX_ITEM_WORDS && (isBulleted(line) || line.ending !== 'stop')
  return line.role === 'stamp' || line.role === 'number' || line.role === 'listMark' || line.role === 'menu'
}
