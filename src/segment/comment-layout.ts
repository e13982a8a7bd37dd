/** Where the comments of a section begin. Widgets differ, but a section keeps to one layout. */
import { type CommentLine, cleanAuthor } from './comment-lines.ts'

const AUTHOR_WORDS = 6
/** Lines between the author of a comment and its date. */
const AUTHOR_DISTANCE = 3
/** Words of a name before a colon, and where the colon must stand, in characters. */
const NAME_WORDS = 4
const NAME_LENGTH = 60

/** Indices of the lines with which comments begin; none where no layout is seen. */
export function startsOf(lines: readonly CommentLine[]): readonly number[] {
  const numbered = numberedStarts(lines)
  if (numbered) return numbered
  const heads = indicesOf(lines, ({ kind }) => kind === 'head')
  if (heads.length > 0) return heads.filter((at, i) => i === 0 || at > (heads[i - 1] as number) + 1)
  const stamps = indicesOf(lines, ({ posted }) => posted !== null)
  if (stamps.length > 0 && !standBelow(lines, stamps)) return stampedStarts(lines, stamps)
  const controls = indicesOf(lines, ({ kind }) => kind === 'controls')
  const ends = controls.length > 0 ? controls : stamps
  return ends.length > 0 ? startsAfter(lines, ends) : looseStarts(lines)
}

/** Whether a line may be the name of an author. */
export const isAuthor = (line: CommentLine | undefined): boolean =>
  line?.kind === 'text' && line.line.wordCount <= AUTHOR_WORDS

function indicesOf(lines: readonly CommentLine[], wanted: (line: CommentLine) => boolean): readonly number[] {
  return lines.flatMap((line, at) => (wanted(line) ? [at] : []))
}

/** What may follow the number of a comment. */
const HEADED: ReadonlySet<CommentLine['kind']> = new Set(['text', 'head', 'stamp', 'replyTo'] as const)

/** Comments with their numbers above them: 1, 2, 3 or 3, 2, 1. Other numbers are likes. */
function numberedStarts(lines: readonly CommentLine[]): readonly number[] | null {
  const isAbove = (at: number) => lines[at]?.kind === 'number' && HEADED.has(lines[at + 1]?.kind ?? 'form')
  const first = lines[0]?.number ?? null
  if (first === null || !isAbove(0)) return null
  const next = lines.find(
    ({ number }, at) => at > 0 && isAbove(at) && number !== null && Math.abs(number - first) === 1,
  )
  if (!next) return first === 1 ? [0] : null
  const step = (next.number as number) - first
  const starts = [0]
  lines.forEach(({ number }, at) => {
    if (at > 0 && isAbove(at) && number === first + step * starts.length) starts.push(at)
  })
  return starts
}

/** Whether dates stand below the comments: text above the first, none below the last. */
function standBelow(lines: readonly CommentLine[], stamps: readonly number[]): boolean {
  const [first = 0] = stamps
  const last = stamps.at(-1) ?? 0
  const isText = ({ kind }: CommentLine) => kind === 'text'
  return lines.slice(0, first).some(isText) && !lines.slice(last + 1).some(isText)
}

/** Comments with a date below their author: they begin with the author; without one, with the date. */
function stampedStarts(lines: readonly CommentLine[], stamps: readonly number[]): readonly number[] {
  const [first = 0] = stamps
  if (!lines.slice(0, first).some(isAuthor)) return stamps
  const firstPlace = new Map<string, number>()
  lines.forEach(({ line }, at) => {
    if (!firstPlace.has(line.text)) firstPlace.set(line.text, at)
  })
  return stamps.map(at => {
    for (let above = at - 1; above >= 0 && above >= at - AUTHOR_DISTANCE; above--) {
      const line = lines[above] as CommentLine
      const isHandle = line.line.text.startsWith('@') && isAuthor(lines[above - 1])
      if (line.kind === 'replyTo' || isHandle) continue
      if (!isAuthor(line)) return at
      return answers(lines, above, firstPlace) ? above - 1 : above
    }
    return at
  })
}

/** Where «Name» and below it the name of an earlier author stand above a date, the first answers the second. */
function answers(lines: readonly CommentLine[], at: number, firstPlace: ReadonlyMap<string, number>): boolean {
  const isBounded = at === 1 || lines[at - 2]?.kind === 'controls'
  const name = (lines[at] as CommentLine).line.text
  return isBounded && isAuthor(lines[at - 1]) && (firstPlace.get(name) ?? at) < at - 1
}

/** Comments that end in controls or a date: each begins where the one before has ended. */
function startsAfter(lines: readonly CommentLine[], ends: readonly number[]): readonly number[] {
  const isEnd = new Set(ends)
  return [0, ...ends.map(end => end + 1).filter(at => !isEnd.has(at) && lines[at]?.kind === 'text')]
}

/** Comments without dates and controls: «Name: text» on one line, or blank lines between them. */
function looseStarts(lines: readonly CommentLine[]): readonly number[] {
  const named = indicesOf(lines, line => nameBefore(line) !== null)
  if (named[0] === 0) return named
  const starts = indicesOf(lines, ({ line }) => line.gap > 0).filter(at => at > 0)
  const isComment = (first: number, i: number, all: readonly number[]) =>
    (all[i + 1] ?? lines.length) > first + 1 && isAuthor(lines[first])
  return lines.length > 0 && [0, ...starts].every(isComment) ? [0, ...starts] : []
}

/** The author in «Name: text». */
export function nameBefore({ line: { text } }: CommentLine): string | null {
  const colon = text.slice(0, NAME_LENGTH).search(/[:：]/u)
  if (colon <= 0 || text.slice(colon + 1).trim() === '') return null
  const name = cleanAuthor(text.slice(0, colon))
  return name !== '' && name.split(/\s+/u).length <= NAME_WORDS && !/[.!?؟،,]/u.test(name) ? name : null
}
