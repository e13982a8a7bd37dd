/** The lines of a comment section, grouped into comments. Widgets differ; a section keeps to one layout. */
import { type CommentLine, cleanAuthor } from './comment-lines.ts'
import type { RoleLine } from './roles.ts'

export interface CommentRecord {
  readonly author: string | null
  readonly posted: string | null
  readonly likes: number | null
  readonly replyTo: string | null
  /** Lines of what the comment says. */
  readonly text: readonly string[]
  /** All lines of the comment, controls included. */
  readonly lines: readonly RoleLine[]
}

const AUTHOR_WORDS = 6

/** Groups the lines of a section. The layout is told from what every comment of the section has in the same place. */
export function groupComments(all: readonly CommentLine[]): readonly CommentRecord[] {
  const lines = all.filter(({ kind }) => kind !== 'form')
  const groups = cut(lines, startsOf(lines))
  const records = groups.map(recordOf).filter(({ text }) => text.length > 0)
  const controlled = records.filter(({ lines: own }) => hasControls(all, own)).length
  // Where all comments end in controls, a last one without them is no comment.
  const last = records.at(-1)
  return last && controlled >= 2 && controlled === records.length - 1 && !hasControls(all, last.lines)
    ? records.slice(0, -1)
    : records
}

function hasControls(all: readonly CommentLine[], own: readonly RoleLine[]): boolean {
  const set = new Set(own)
  return all.some(({ kind, line }) => kind === 'controls' && set.has(line))
}

/** Indices of the lines with which comments begin. */
function startsOf(lines: readonly CommentLine[]): readonly number[] {
  const numbered = numberedStarts(lines)
  if (numbered) return numbered
  const heads = indicesOf(lines, ({ kind }) => kind === 'head')
  if (heads.length > 0) return heads.filter((at, i) => i === 0 || at > (heads[i - 1] as number) + 1)
  const stamps = indicesOf(lines, ({ posted }) => posted !== null)
  const controls = indicesOf(lines, ({ kind }) => kind === 'controls')
  if (stamps.length > 0 && !endsWith(lines, stamps)) return stampedStarts(lines, stamps)
  const ends = controls.length > 0 ? controls : stamps
  if (ends.length > 0) return startsAfter(lines, ends)
  return looseStarts(lines)
}

function indicesOf(lines: readonly CommentLine[], wanted: (line: CommentLine) => boolean): readonly number[] {
  return lines.flatMap((line, at) => (wanted(line) ? [at] : []))
}

/** Comments with their numbers above them: 1, 2, 3 or 3, 2, 1. Other numbers are likes. */
function numberedStarts(lines: readonly CommentLine[]): readonly number[] | null {
  const isAbove = (at: number) => lines[at]?.kind === 'number' && HEADED.has(lines[at + 1]?.kind ?? 'form')
  const first = lines[0]?.number ?? null
  if (first === null || !isAbove(0)) return null
  const next = lines.findIndex(({ number }, at) => at > 0 && isAbove(at) && Math.abs((number ?? NaN) - first) === 1)
  if (next < 0) return first === 1 ? [0] : null
  const step = (lines[next]?.number as number) - first
  const starts = [0]
  lines.forEach(({ number }, at) => {
    if (at > 0 && isAbove(at) && number === first + step * starts.length) starts.push(at)
  })
  return starts
}

/** What may follow the number of a comment. */
const HEADED: ReadonlySet<CommentLine['kind']> = new Set<CommentLine['kind']>(['text', 'head', 'stamp', 'replyTo'])

/** Whether nothing but controls follows the last stamp: then dates stand below the comments. */
function endsWith(lines: readonly CommentLine[], stamps: readonly number[]): boolean {
  const [first = 0] = stamps
  const above = lines.slice(0, first).filter(({ kind }) => kind === 'text').length
  const below = lines.slice((stamps.at(-1) as number) + 1).filter(({ kind }) => kind === 'text').length
  return above >= 1 && below === 0
}

/** Comments with a date below their author: they begin with the author; without one, with the date. */
function stampedStarts(lines: readonly CommentLine[], stamps: readonly number[]): readonly number[] {
  const [first = 0] = stamps
  const isBelowAuthor = first > 0 && lines.slice(0, first).some(isAuthor)
  return stamps.map(at => {
    let start = at
    while (isBelowAuthor && start > 0 && start > at - 3) {
      const before = lines[start - 1] as CommentLine
      if (before.kind === 'replyTo' || (before.line.text.startsWith('@') && isAuthor(lines[start - 2]))) start--
      else return isAuthor(before) ? aboveAddressee(lines, start - 1) : at
    }
    return at
  })
}

/** Where «Name» and, below it, the name of an earlier author stand above a date, the second is whom the first answers. */
function aboveAddressee(lines: readonly CommentLine[], start: number): number {
  const isBounded = start === 1 || lines[start - 2]?.kind === 'controls'
  const name = lines[start]?.line.text
  return isBounded && isAuthor(lines[start - 1]) && lines.slice(0, start - 1).some(({ line }) => line.text === name)
    ? start - 1
    : start
}

const isAuthor = (line: CommentLine | undefined) => line?.kind === 'text' && line.line.wordCount <= AUTHOR_WORDS

/** Comments that end in controls or a date: each begins where the one before has ended. */
function startsAfter(lines: readonly CommentLine[], ends: readonly number[]): readonly number[] {
  const starts = [0]
  ends.forEach(end => {
    const next = end + 1
    if (next < lines.length && !ends.includes(next) && lines[next]?.kind === 'text') starts.push(next)
  })
  return starts
}

/** Comments without dates and controls: «Name: text» on one line, or blank lines between them. */
function looseStarts(lines: readonly CommentLine[]): readonly number[] {
  const named = indicesOf(lines, ({ line }) => nameBefore(line) !== null)
  if (named.length > 0 && named[0] === 0) return named
  const apart = indicesOf(lines, ({ line }) => line.gap > 0)
  const starts = apart[0] === 0 ? apart : [0, ...apart]
  const groups = cut(lines, starts)
  return groups.length > 0 && groups.every(group => group.length > 1 && isAuthor(group[0] as CommentLine)) ? starts : []
}

/** The author in «Name: text». */
function nameBefore({ text }: RoleLine): string | null {
  const colon = text.slice(0, 60).search(/\s*[:：]/u)
  if (colon <= 0 || /^\s*[:：]\s*$/u.test(text.slice(colon, colon + 4))) return null
  const name = cleanAuthor(text.slice(0, colon))
  return name !== '' && name.split(/\s+/u).length <= 4 && !/[.!?؟،,]/u.test(name) ? name : null
}

function cut(lines: readonly CommentLine[], starts: readonly number[]): readonly (readonly CommentLine[])[] {
  return starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length)).filter(group => group.length > 0)
}

function recordOf(group: readonly CommentLine[]): CommentRecord {
  const value = <K extends 'author' | 'posted' | 'likes' | 'replyTo'>(key: K) =>
    group.find(line => line[key] !== null)?.[key] ?? null
  const controls = group.findIndex(({ kind }) => kind === 'controls')
  const texts = group.filter(({ kind }, at) => kind === 'text' && (controls < 0 || at < controls))
  const [first] = texts
  let author = value('author')
  let addressee: string | null = null
  let text = texts.map(({ line }) => line.text)
  const likesBelow = group.findLast(({ kind, number }, at) => kind === 'number' && number !== null && at > 0)
  const span = group.slice(0, endOf(group))
  const guest = texts.findIndex(line => line.guest !== null)
  if (author === null && first) {
    const stamp = group.findIndex(({ kind }) => kind === 'stamp')
    const isAbove = stamp >= 0 && group.indexOf(first) < stamp
    const named = texts.length === 1 ? nameBefore(first.line) : null
    if (guest >= 0 && texts.length > 1) {
      author = texts[guest]?.guest ?? null
      text = text.filter((_, at) => at !== guest)
    } else if (isAuthor(first) && (texts.length > 1 || isAbove)) {
      author = cleanAuthor(first.line.text)
      const second = texts[1]
      const isAddressed = second !== undefined && stamp > group.indexOf(second) && isAuthor(second) && texts.length > 2
      addressee = isAddressed && !isHandle(second) ? second.line.text : null
      text = text.slice(isAddressed || isHandle(second) ? 2 : 1)
    } else if (named !== null) {
      author = named
      text = [first.line.text.slice(first.line.text.search(/[:：]/u) + 1).trim()]
    }
  }
  return {
    author: author === '' ? null : author,
    posted: value('posted'),
    likes: value('likes') ?? likesBelow?.number ?? null,
    replyTo: value('replyTo') ?? addressee,
    text,
    lines: span.map(({ line }) => line),
  }
}

/** «@name» on a line of its own, below the author. */
const isHandle = (line: CommentLine | undefined) => /^@\S+$/u.test(line?.line.text ?? '')

/** Where a comment ends: behind its controls, or its last line. */
function endOf(group: readonly CommentLine[]): number {
  const last = group.findLastIndex(({ kind }) => kind === 'controls' || kind === 'number' || kind === 'stamp')
  const text = group.findLastIndex(({ kind }) => kind === 'text')
  return Math.max(last, group.some(({ kind }) => kind === 'controls') ? last : text) + 1
}
