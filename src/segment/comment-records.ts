/** The lines of a comment section, grouped into comments. */
import { isAuthor, nameBefore, startsOf } from './comment-layout.ts'
import { type CommentLine, cleanAuthor } from './comment-lines.ts'
import type { RoleLine } from './roles.ts'

export interface CommentRecord {
  readonly author: string | null
  readonly posted: string | null
  readonly likes: number | null
  /** Whom it names as the author of the comment it answers. */
  readonly replyTo: string | null
  /** Lines of what the comment says. */
  readonly text: readonly string[]
  /** All lines of the comment, controls included. */
  readonly lines: readonly RoleLine[]
}

/** Groups the lines of a section into its comments. */
export function groupComments(all: readonly CommentLine[]): readonly CommentRecord[] {
  const lines = all.filter(({ kind }) => kind !== 'form')
  const starts = startsOf(lines)
  const found = starts
    .map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length))
    .map(group => ({ record: recordOf(group), isControlled: group.some(({ kind }) => kind === 'controls') }))
    .filter(({ record }) => record.text.length > 0)
  const records = found.map(({ record }) => record)
  // Where all comments end in controls, a last one without them is no comment.
  const controlled = found.filter(({ isControlled }) => isControlled).length
  const isStray = controlled >= 2 && controlled === found.length - 1 && found.at(-1)?.isControlled === false
  return isStray ? records.slice(0, -1) : records
}

function recordOf(group: readonly CommentLine[]): CommentRecord {
  const value = <K extends 'author' | 'posted' | 'likes' | 'replyTo'>(key: K) =>
    group.find(line => line[key] !== null)?.[key] ?? null
  const controls = group.findIndex(({ kind }) => kind === 'controls')
  const texts = group.filter(({ kind }, at) => kind === 'text' && (controls < 0 || at < controls))
  const likesBelow = group.findLast(({ number }, at) => number !== null && at > 0)?.number ?? null
  const said = value('author') === null ? withAuthor(group, texts) : { author: value('author'), text: linesOf(texts) }
  return {
    author: said.author === '' ? null : said.author,
    posted: value('posted'),
    likes: value('likes') ?? likesBelow,
    replyTo: value('replyTo') ?? said.replyTo ?? null,
    text: said.text,
    lines: group.slice(0, endOf(group)).map(({ line }) => line),
  }
}

interface Said {
  readonly author: string | null
  readonly replyTo?: string | null
  readonly text: readonly string[]
}

const linesOf = (texts: readonly CommentLine[]) => texts.map(({ line }) => line.text)

/** Finds the author among the lines of text of a comment whose author is not marked. */
function withAuthor(group: readonly CommentLine[], texts: readonly CommentLine[]): Said {
  const [first, second] = texts
  const guest = texts.findIndex(line => line.guest !== null)
  if (guest >= 0 && texts.length > 1) {
    return { author: texts[guest]?.guest ?? null, text: linesOf(texts.filter((_, at) => at !== guest)) }
  }
  const stamp = group.findIndex(({ kind }) => kind === 'stamp')
  const isAboveStamp = (line: CommentLine | undefined) => line !== undefined && group.indexOf(line) < stamp
  if (first && isAuthor(first) && (texts.length > 1 || isAboveStamp(first))) {
    const author = cleanAuthor(first.line.text)
    if (isHandle(second)) return { author, text: linesOf(texts.slice(2)) }
    const isAddressed = texts.length > 2 && isAboveStamp(second) && isAuthor(second)
    return isAddressed
      ? { author, replyTo: second?.line.text ?? null, text: linesOf(texts.slice(2)) }
      : { author, text: linesOf(texts.slice(1)) }
  }
  const named = first && texts.length === 1 ? nameBefore(first) : null
  if (first && named !== null) {
    return { author: named, text: [first.line.text.slice(first.line.text.search(/[:：]/u) + 1).trim()] }
  }
  return { author: null, text: linesOf(texts) }
}

/** «@name» on a line of its own, below the author. */
const isHandle = (line: CommentLine | undefined) => /^@\S+$/u.test(line?.line.text ?? '')

/** Where a comment ends: behind its controls, or with its last line. */
function endOf(group: readonly CommentLine[]): number {
  const isControlled = group.some(({ kind }) => kind === 'controls')
  const last = group.findLastIndex(({ kind }) => kind !== 'replyTo' && !(isControlled && kind === 'text'))
  return last + 1
}
