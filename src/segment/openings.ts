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

/** The phrase that opens a line, where the line as a whole looks like what such phrases open. */
export function openingOf(line: Line, stamp: Stamp | null, vocabulary: Vocabulary): Opening | null {
  const { words, text, wordCount } = line
  const takesPlace = (labels: ReadonlySet<Label>, next: Token | undefined) =>
    (labels.has('author') || labels.has('translator')) &&
    next !== undefined &&
    vocabulary.listed('nameEnds', [next], 0) > 0
  const hit = vocabulary.phrases.opens.find(words, 0)
  if (!hit) return null
  const phraseEnd = (words[hit.length - 1] as Token).end
  const separator =
    SEPARATOR.exec(text.slice(phraseEnd, phraseEnd + 20)) ??
    (takesPlace(hit.value, words[hit.length]) ? PLACE_SEPARATOR.exec(text.slice(phraseEnd, phraseEnd + 40)) : null)
  const rest = phraseEnd + (separator?.[0].length ?? 0)
  const separated = separator !== null
  const kept = [...hit.value].filter(label => {
    const after = wordCount - hit.length
    if (label === 'published' || label === 'updated') return after <= 18 && (stamp !== null || hasNumber(line))
    if (label === 'author' && isBracketed(text)) return after <= MAX_LABELLED_WORDS
    if (separated) return after <= (WITH_SEPARATOR[label] ?? MAX_LABELLED_WORDS) && !isSentence(line, label)
    const most = WITHOUT_SEPARATOR[label] ?? 0
    if (after > most || (line.ending === 'stop' && !NOTICES.has(label))) return false
    return hit.length > 1 || after === 0 || (LOOSE.has(label) && isNameLike(words.slice(hit.length), vocabulary))
  })
  return kept.length > 0 ? { labels: new Set(kept), rest, separated } : null
}

/** «(Reporting by …; editing by …)». */
const isBracketed = (text: string) => /^[([].*[)\]]$/u.test(text)

/** Whether words may be a name: a few of them, none of them one that every sentence has. */
function isNameLike(words: readonly Token[], { listed }: Vocabulary): boolean {
  return (
    words.length <= 5 &&
    words.every(word => listed('stopWords', [word], 0) === 0 || listed('nameSeparators', [word], 0) === 1)
  )
}

const hasNumber = ({ tokens }: Line) => tokens.some(({ kind }) => kind === 'number')

/** Words that may follow an opening phrase and a colon. */
const MAX_LABELLED_WORDS = 40
const WITH_SEPARATOR: Partial<Record<Label, number>> = { author: 12, translator: 12, source: 15, commentAuthor: 8 }
/** A list of names ends in no full stop. */
const isSentence = ({ wordCount, ending }: Line, label: Label) =>
  WITH_SEPARATOR[label] !== undefined && ending === 'stop' && wordCount >= SENTENCE_WORDS
/** Words that may follow an opening phrase alone; more of them are a sentence that happens to begin so. */
const WITHOUT_SEPARATOR: Partial<Record<Label, number>> = {
  ...{
    menu: 8,
    ad: 6,
    related: 14,
    tail: 3,
    legal: 20,
    tags: 0,
    author: 5,
    translator: 6,
    source: 3,
    caption: 16,
    bio: 6,
  },
  ...{ comments: 4, commentsClosed: 8, commentsNone: 8, commentForm: 24, replyTo: 6, commentAuthor: 5, commentDate: 8 },
}
/** Labels whose phrases of one word need no colon. */
const LOOSE: ReadonlySet<Label> = new Set<Label>(['author', 'replyTo', 'commentAuthor', 'commentDate', 'translator'])
/** Labels whose lines may be sentences. */
const NOTICES: ReadonlySet<Label> = new Set<Label>([
  ...(['legal', 'commentForm', 'commentsClosed', 'commentsNone', 'menu', 'replyTo', 'commentAuthor'] as const),
])
