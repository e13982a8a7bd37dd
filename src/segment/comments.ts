/** Reader comments: where they are, how many the page says there are, who answers whom. */
import type { Comment } from '../types.ts'
import { type CommentLine, cleanAuthor, countOf, readCommentLine } from './comment-lines.ts'
import { type CommentRecord, groupComments } from './comment-records.ts'
import { languageOf } from './language.ts'
import type { LineRange, Region } from './regions.ts'
import type { Role, RoleLine } from './roles.ts'
import { keyOf } from './title-candidates.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Discussion {
  readonly statedCount: number | null
  readonly comments: readonly Comment[]
}

/** Lines with these roles end a comment section. */
const ENDS: ReadonlySet<Role> = new Set<Role>(['tail', 'legal', 'tags', 'related', 'ticker', 'source'])
const REPLY_MARK = /^[\s\p{Cf}]*[↳↪└⤷➥>]/u

/** Reads the comments of an article, and the number of them that the page states. */
export function readDiscussion(lines: readonly RoleLine[], region: Region, vocabulary: Vocabulary): Discussion {
  return {
    statedCount: statedCount(lines, region.after, vocabulary) ?? statedCount(lines, region.header, vocabulary),
    comments: readComments(lines, region.after, vocabulary),
  }
}

function statedCount(lines: readonly RoleLine[], { first, last }: LineRange, vocabulary: Vocabulary): number | null {
  for (let at = first; at < last; at++) {
    const { role, tokens, words } = lines[at] as RoleLine
    if (role === 'commentsNone') return 0
    if (role !== 'comments') continue
    const number = tokens.find(({ kind }) => kind === 'number')
    const count = number ? countOf(number.form) : (vocabulary.commentCounts.find(words, 0)?.value ?? null)
    if (count !== null) return count
  }
  return null
}

function readComments(lines: readonly RoleLine[], after: LineRange, vocabulary: Vocabulary): readonly Comment[] {
  for (const zone of zonesOf(lines, after, vocabulary)) {
    const records = groupComments(zone)
    if (records.length > 0) return commentsOf(records, vocabulary)
  }
  return []
}

/** The sections of a page that may hold its comments: each from its heading to what plainly is none. */
function zonesOf(
  lines: readonly RoleLine[],
  { first, last }: LineRange,
  vocabulary: Vocabulary,
): readonly (readonly CommentLine[])[] {
  const zones: CommentLine[][] = []
  let zone: CommentLine[] | null = lines[first]?.role === 'text' || lines[first]?.role === 'stamp' ? [] : null
  if (zone) zones.push(zone)
  for (let at = first; at < last; at++) {
    const line = lines[at] as RoleLine
    if (line.role === 'comments') {
      zone = []
      zones.push(zone)
    } else if (line.role === 'commentForm') {
      if (zone) continue
      zone = []
      zones.push(zone)
    } else if (zone) {
      const read = readCommentLine(line, vocabulary)
      const isFurniture = ENDS.has(line.role) || (line.role === 'menu' && read.kind === 'text')
      if (isFurniture && (ENDS.has(line.role) || zone.some(({ kind }) => kind !== 'text'))) zone = null
      else if (!isFurniture) zone.push(read)
    }
  }
  return zones
}

function commentsOf(records: readonly CommentRecord[], vocabulary: Vocabulary): readonly Comment[] {
  const indents = records.map(({ lines }) => lines[0]?.indent ?? 0)
  const byAuthor = new Map<string, number>()
  const comments: Comment[] = []
  /** Comments that a deeper one may answer, each deeper than the one before. */
  const open: number[] = []
  records.forEach((record, at) => {
    const text = record.text.join('\n')
    const indent = indents[at] as number
    while (open.length > 0 && (indents[open.at(-1) as number] as number) >= indent) open.pop()
    const named = record.replyTo ?? addressee(text, byAuthor)
    const isMarked = REPLY_MARK.test(record.lines[0]?.text ?? '')
    const parent = (named === null ? undefined : byAuthor.get(keyOf(named))) ?? (isMarked ? at - 1 : open.at(-1))
    open.push(at)
    const author = record.author === null ? null : cleanAuthor(record.author)
    if (author) byAuthor.set(keyOf(author), at)
    comments.push({
      author,
      text,
      postedText: record.posted,
      likeCount: record.likes,
      language: languageOf(text, vocabulary),
      parent: parent === undefined || parent < 0 ? null : parent,
      source: { start: record.lines[0]?.start ?? 0, end: record.lines.at(-1)?.end ?? 0 },
    })
  })
  return comments
}

/** Words after «@» among which a name is looked for. */
const NAME_WORDS = 4

/** The earlier author whom a comment addresses: «@Name …». */
function addressee(text: string, byAuthor: ReadonlyMap<string, number>): string | null {
  const words = /^[\s\p{Cf}]*@([^\n]{1,80})/u.exec(text)?.[1]?.split(/[\s،,:]+/u) ?? []
  for (let count = Math.min(NAME_WORDS, words.length); count > 0; count--) {
    const name = words.slice(0, count).join(' ')
    if (byAuthor.has(keyOf(name))) return name
  }
  return null
}
