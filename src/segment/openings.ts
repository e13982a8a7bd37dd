/** Phrases that open a line: «By …», «Source: …», «Read also: …». */
import type { Token } from '../extract/text/tokens.ts'
import type { Label } from './grammar.ts'
import type { Line } from './lines.ts'
import type { Stamp } from './stamps.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words from which a line with a full stop is a sentence. */
const SENTENCE_WORDS = 8

/** The phrase that opens a line, and what it opens. */
export interface Opening {
  readonly labels: ReadonlySet<Label>
  readonly rest: number
  readonly separated: boolean
}

const SEPARATOR = /^[\s\p{Cf}]*[:：|/–—\-•«"“]+[\s\p{Cf}]*/u

/** «interviewed by, in Cairo: …»: a few words between the phrase and its colon. */
const PLACE_SEPARATOR = /^\s[^:：/.،,]{2,30}[:：/][\s\p{Cf}]*/u

/** Words that may follow an opening phrase and a colon; of the labels that are not here, `MAX_WORDS`. */
const WITH_SEPARATOR: Partial<Record<Label, number>> = { author: 12, translator: 12, source: 15, commentAuthor: 8 }
const MAX_WORDS = 40
/** Words that may follow an opening phrase alone; more of them are a sentence that happens to begin so. */
const WITHOUT_SEPARATOR: Partial<Record<Label, number>> = {
  ...({ menu: 8, ad: 6, related: 14, tail: 3, legal: 20, bio: 6, source: 3, caption: 16 } as const),
  ...({ author: 10, translator: 10, commentAuthor: 5, commentDate: 8, replyTo: 6 } as const),
  ...({ comments: 4, commentsClosed: 8, commentsNone: 8, commentForm: 24 } as const),
}
/** Words with a number that may follow a phrase of publication. */
const DATED_WORDS = 18
/** Labels whose phrases of one word need no colon before a name. */
const NAMING: ReadonlySet<Label> = new Set(['author', 'translator', 'replyTo', 'commentAuthor', 'commentDate'] as const)
const NAME_WORDS = 5
/** Labels whose lines may be sentences. */
const NOTICES: ReadonlySet<Label> = new Set<Label>([
  ...(['legal', 'commentForm', 'commentsClosed', 'commentsNone', 'menu', 'replyTo', 'commentAuthor'] as const),
])

/** The phrase that opens a line, where the line as a whole looks like what such phrases open. */
export function openingOf(line: Line, stamp: Stamp | null, vocabulary: Vocabulary): Opening | null {
  const { words, text } = line
  const hit = vocabulary.phrases.opens.find(words, 0)
  if (!hit) return null
  const phraseEnd = (words[hit.length - 1] as Token).end
  const separator =
    SEPARATOR.exec(text.slice(phraseEnd, phraseEnd + 20)) ??
    (takesPlace(hit.value, words[hit.length], vocabulary)
      ? PLACE_SEPARATOR.exec(text.slice(phraseEnd, phraseEnd + 40))
      : null)
  const opened = { line, length: hit.length, phraseEnd, separated: separator !== null, stamp }
  const labels = [...hit.value].filter(label => isOpened(label, opened, vocabulary))
  const rest = phraseEnd + (separator?.[0].length ?? 0)
  return labels.length > 0 ? { labels: new Set(labels), rest, separated: opened.separated } : null
}

function takesPlace(labels: ReadonlySet<Label>, next: Token | undefined, { listed }: Vocabulary): boolean {
  return (labels.has('author') || labels.has('translator')) && next !== undefined && listed('nameEnds', [next], 0) > 0
}

interface Opened {
  readonly line: Line
  /** Words of the phrase. */
  readonly length: number
  readonly phraseEnd: number
  readonly separated: boolean
  readonly stamp: Stamp | null
}

/** Whether what follows a phrase is what the label says, and not a sentence that happens to begin so. */
function isOpened(
  label: Label,
  { line, length, phraseEnd, separated, stamp }: Opened,
  vocabulary: Vocabulary,
): boolean {
  const { words, text, wordCount, ending, tokens } = line
  const after = wordCount - length
  if (label === 'published' || label === 'updated') {
    return after <= DATED_WORDS && (stamp !== null || tokens.some(({ kind }) => kind === 'number'))
  }
  if (label === 'author' && /^[([].*[)\]]$/u.test(text)) return after <= MAX_WORDS
  if (separated) {
    const isSentence = label in WITH_SEPARATOR && ending === 'stop' && wordCount >= SENTENCE_WORDS
    return after <= (WITH_SEPARATOR[label] ?? MAX_WORDS) && !isSentence
  }
  if (after > (WITHOUT_SEPARATOR[label] ?? 0) || (ending === 'stop' && !NOTICES.has(label))) return false
  return (
    length > 1 || after === 0 || (NAMING.has(label) && isNameLike(words.slice(length), text, phraseEnd, vocabulary))
  )
}

/** Whether a name may follow: up to a comma or dash a few words, none of them one that every sentence has. */
function isNameLike(words: readonly Token[], text: string, from: number, { listed }: Vocabulary): boolean {
  const mark = text.slice(from).search(/[،,|/]|\s[-–—]/u)
  const name = mark < 0 ? words : words.filter(({ start }) => start < from + mark)
  return (
    name.length <= NAME_WORDS &&
    name.every(word => listed('stopWords', [word], 0) === 0 || listed('nameSeparators', [word], 0) === 1)
  )
}
