/** The lines of a comment section: who, when, what, and the controls of the widget. */
import type { Token } from '../extract/text/tokens.ts'
import type { Label } from './grammar.ts'
import { bare } from './names.ts'
import type { RoleLine } from './roles.ts'
import { stampAtEnd } from './stamps.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'

/**
 * `head`: an author; `stamp`: a date or age alone; `controls`: reply, like and so on; `form`: of the widget, not of a comment;
 * `text`: anything else, among it authors without a mark.
 */
export interface CommentLine {
  readonly kind: 'head' | 'stamp' | 'controls' | 'number' | 'replyTo' | 'form' | 'text'
  readonly line: RoleLine
  readonly author: string | null
  readonly posted: string | null
  readonly likes: number | null
  /** Whose comment it answers. */
  readonly replyTo: string | null
  /** The author, of a line that calls somebody a guest, as old widgets do: «Name - guest». */
  readonly guest: string | null
  /** The number, of a line that is one. */
  readonly number: number | null
}

const AUTHOR_WORDS = 6
const CELLS = /\s*[·•|‧∙●⋅]\s*|\t+|\s{2,}/u
const LIKE_MARK = /[👍❤♥💙💚💛🧡💜👏▲△⬆↑🔼]/u
const DISLIKE_MARK = /[👎▼▽⬇↓🔽]/u
const ARROW = /\s*[➤►▶→⟶›>]\s*/u
const FORMS: ReadonlySet<string> = new Set(['commentForm', 'commentsNone', 'commentsClosed', 'comments'])

/** Reads one line of a comment section. */
export function readCommentLine(line: RoleLine, vocabulary: Vocabulary): CommentLine {
  const made = (kind: CommentLine['kind'], more: Partial<CommentLine> = {}): CommentLine => ({
    ...{ kind, line, author: null, posted: null, likes: null, replyTo: null, number: null, guest: null },
    ...more,
  })
  if (line.role === 'number') {
    const isLiked = LIKE_MARK.test(line.text)
    const number = numberIn(line.tokens)
    return isLiked ? made('controls', { likes: number }) : made('number', { number })
  }
  if (line.whole && line.labels.has('badge')) return made('form')
  const controls = readControls(line, vocabulary)
  if (controls) return made('controls', controls)
  if (line.role === 'stamp') return made('stamp', { posted: bare(line.text) })
  if (line.labels.has('commentDate') && line.separated && line.stamp) return made('stamp', { posted: restOf(line) })
  if (line.labels.has('commentAuthor') && line.separated && line.wordCount <= AUTHOR_WORDS + 2) {
    return made('head', { author: restOf(line) })
  }
  if (line.labels.has('replyTo') && line.rest < line.text.length && line.wordCount <= AUTHOR_WORDS + 2) {
    return made('replyTo', { replyTo: restOf(line) })
  }
  if (FORMS.has(line.role)) return made('form')
  const head = readHead(line, vocabulary)
  if (head) return made(head.author === null ? 'stamp' : 'head', head)
  return made('text', { guest: guestIn(line, vocabulary) })
}

function guestIn({ words, wordCount, text }: RoleLine, { listed }: Vocabulary): string | null {
  const guest = words.at(-1)
  if (!guest || wordCount > AUTHOR_WORDS || listed('guests', [guest], 0) === 0) return null
  return cleanAuthor(text.slice(0, guest.start)) || text
}

const restOf = (line: RoleLine) => bare(line.text.slice(line.rest))

function numberIn(tokens: readonly Token[]): number | null {
  const token = tokens.find(({ kind }) => kind === 'number')
  return token ? countOf(token.form) : null
}

/** A count as pages show it, with or without a mark between thousands; null when it is no whole number. */
export function countOf(form: string): number | null {
  return /^\d{1,3}(?:[,.٬،]\d{3})+$|^\d{1,9}$/u.test(form) ? Number(form.replace(/\D/gu, '')) : null
}

/** A line of controls only, perhaps with an age among them: «Like · Reply · 2 h», «👍 27  reply  report». */
function readControls({ text, wordCount, tokens }: RoleLine, vocabulary: Vocabulary): Partial<CommentLine> | null {
  if (wordCount > 20 || text.length > 300) return null
  let posted: string | null = null
  let counted: number | null = null
  const labels: ReadonlySet<Label>[] = []
  for (const cell of text.split(CELLS)) {
    const read = vocabulary.read(cell)
    const covered = coverControls(read, vocabulary)
    if (read.length > 0 && read.every(({ kind }) => kind === 'number')) counted ??= numberIn(read)
    if (covered) labels.push(...covered)
    else if (stampAtEnd(read, vocabulary)?.first === read.findIndex(({ kind }) => kind !== 'mark')) posted = bare(cell)
    else return null
  }
  const isControl = labels.some(set => CONTROLS.some(control => set.has(control)))
  return isControl || (LIKE_MARK.test(text) && wordCount <= 1)
    ? { posted, likes: readLikes(tokens, vocabulary) ?? counted }
    : null
}

const CONTROLS = ['reply', 'like', 'dislike', 'report'] as const

function coverControls(tokens: readonly Token[], { phrases }: Vocabulary): readonly ReadonlySet<Label>[] | null {
  const words = wordsOf(tokens)
  const found: ReadonlySet<Label>[] = []
  for (let at = 0; at < words.length; ) {
    const hit = phrases.is.find(words, at)
    if (!hit || !(hit.value.has('menu') || CONTROLS.some(control => hit.value.has(control)))) return null
    found.push(hit.value)
    at += hit.length
  }
  return found
}

/** The number beside the word or mark for «like». A number that opens the line, before any word, counts likes as well. */
function readLikes(tokens: readonly Token[], { phrases }: Vocabulary): number | null {
  let before: number | null = null
  let awaited = false
  let isFirst = true
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.kind === 'number') {
      const count = countOf(token.form)
      if (awaited) return count
      if (isFirst) before = count
      isFirst = false
    } else if (token.kind === 'mark') {
      if (LIKE_MARK.test(token.form)) awaited = before === null
      else if (DISLIKE_MARK.test(token.form)) awaited = false
      if (LIKE_MARK.test(token.form) && before !== null) return before
    } else {
      const hit = phrases.is.find(wordsOf(tokens.slice(at)), 0)
      const isLike = hit?.value.has('like') ?? false
      if (isLike && before !== null) return before
      if (!isLike && hit?.value.has('reply') && before !== null) return before
      awaited = isLike
      isFirst = false
      at += lengthInTokens(tokens, at, hit?.length ?? 1) - 1
    }
  }
  return null
}

/** Tokens that a number of words takes up, marks between them included. */
function lengthInTokens(tokens: readonly Token[], first: number, words: number): number {
  let at = first
  for (let seen = 0; at < tokens.length; at++) if ((tokens[at] as Token).kind === 'word' && ++seen === words) break
  return at - first + 1
}

/** An author with a date or age on one line, or with «says»: «Name • 2 years ago», «Name says:», «Name ➤ Other • 3 d». */
function readHead({ text, words, wordCount, stamp, tokens, ending }: RoleLine, vocabulary: Vocabulary) {
  if (wordCount > AUTHOR_WORDS + 12 || text.length > 200) return null
  if (stamp && ending !== 'stop') {
    const start = tokens[stamp.first]?.start ?? 0
    const before = bare(text.slice(0, start))
    const isCell = /[·•|‧∙●⋅()\-–—:\t]\s*$|\s{2,}$/u.test(text.slice(0, start))
    const size = wordsOf(vocabulary.read(before)).length
    if (before === '') return stamp.kind === 'short' ? { author: null, posted: bare(text) } : null
    if (size <= AUTHOR_WORDS && (isCell || (stamp.kind !== 'short' && size <= 4))) {
      const [author = '', replyTo] = before.split(ARROW)
      return { author: withoutSays(author, vocabulary), replyTo: replyTo ?? null, posted: bare(text.slice(start)) }
    }
  }
  const last = words.at(-1)
  const isSaid = last !== undefined && vocabulary.listed('says', [last], 0) === 1 && words.length > 1
  const opens = vocabulary.listed('says', words, 0) === 1 && words.length > 1
  if (wordCount <= AUTHOR_WORDS && ((isSaid && ending !== 'stop') || (opens && ending === 'colon'))) {
    return { author: withoutSays(text, vocabulary) }
  }
  return null
}

function withoutSays(text: string, vocabulary: Vocabulary): string {
  const words = wordsOf(vocabulary.read(text))
  const last = words.at(-1)
  if (words.length > 1 && last && vocabulary.listed('says', [last], 0) === 1) return bare(text.slice(0, last.start))
  const [first] = words
  if (words.length > 1 && first && vocabulary.listed('says', [first], 0) === 1)
    return cleanAuthor(text.slice(first.end))
  return cleanAuthor(text)
}

/** An author without the number of the comment and without marks around. */
export const cleanAuthor = (text: string): string =>
  bare(text.replace(/^[\s\p{Cf}]*#?\d{1,4}\s*[-.):–]\s*/u, '').replace(/[\s:،,]+$/u, ''))
