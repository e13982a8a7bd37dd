/** A sentence as the readers of events see it: each token with its words, marks, prepositions and mentions. */
import type { Cast, Mention } from '../../../extract/mentions/mention.ts'
import type { Passage, Sentence } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import type { Span } from '../../../types.ts'
import { withoutFront } from '../attached.ts'
import { foldTerm } from '../orthography.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import { isOutcome, readWord, type Word } from './lexicon.ts'

export type Mark = keyof typeof frames.marks
export type Preposition = keyof typeof frames.prepositions

const byForm = <K extends string>(table: Readonly<Record<K, readonly string[]>>): ReadonlyMap<string, K> =>
  new Map((Object.keys(table) as K[]).flatMap(key => table[key].map(form => [foldTerm(form), key] as const)))

const marks = byForm<Mark>(frames.marks)
const prepositions = byForm<Preposition>(frames.prepositions)
const subordinators = new Set(frames.marks.subordinator.map(foldTerm))
const thats = new Set(frames.marks.that.map(foldTerm))

/** Marks after which words belong to another statement. */
const HARD = new Set(['.', '؛', ';', ':', '؟', '?', '!', '…', '–', '-', '—'])

export interface View {
  readonly passage: Passage
  readonly cast: Cast
  readonly title: boolean
  readonly first: number
  readonly last: number
  token(at: number): Token
  form(at: number): string
  word(at: number): Word | null
  mark(at: number): Mark | undefined
  /** The preposition that a token is: «عليه» is «على». Attached ones belong to words. */
  preposition(at: number): Preposition | undefined
  mentionAt(at: number): Mention | null
  covering(at: number): Mention | null
  isHard(at: number): boolean
  isComma(at: number): boolean
  /** How many words of a class the sentence has; `outcome` counts words for killed and wounded. */
  count(name: string): number
  /** «أن», «إن», «حيث», «بينما»: a clause of its own begins. */
  opensClause(at: number): boolean
  isThat(at: number): boolean
}

export function viewOf(passage: Passage, sentence: Sentence, cast: Cast): View {
  const { first, last, line } = sentence
  const { tokens } = passage
  const words = tokens.slice(first, last).map(({ kind, form }) => (kind === 'word' ? readWord(form) : null))
  let counts: Map<string, number> | null = null
  const form = (at: number) => (at >= first && at < last ? (tokens[at] as Token).form : '')
  return {
    passage,
    cast,
    title: passage.lines[line]?.kind === 'title',
    first,
    last,
    form,
    token: at => tokens[at] as Token,
    word: at => words[at - first] ?? null,
    count(name) {
      counts ??= countClasses(words)
      return counts.get(name) ?? 0
    },
    mark: at => marks.get(form(at)),
    preposition: at => prepositions.get(form(at)),
    mentionAt: at => cast.startingAt(passage, at),
    covering: at => cast.covering(passage, at),
    isHard: at => HARD.has(form(at)) && !(form(at) === '-' && tokens[at]?.spaced === false),
    isComma: at => form(at) === '،' || form(at) === ',',
    opensClause: at => subordinators.has(form(at)),
    isThat: at => thats.has(form(at)),
  }
}

/** Whether a word of a class stands at a token. */
export const isOf = (view: View, at: number, name: string): boolean => view.word(at)?.classes.has(name) ?? false

/** Whether a token counts or names people: «خمسة», «12», «مدنيين», or somebody mentioned. */
export function isSomebody(view: View, at: number): boolean {
  if (view.token(at).kind === 'number') return !isUnit(view.form(at + 1))
  const mention = view.covering(at)
  return (mention !== null && mention.type !== 'place') || isOf(view, at, 'people') || isOf(view, at, 'counts')
}

const UNITS = new Set(['%', 'كيلومتر', 'كيلومترا', 'كم', 'متر', 'مترا', 'دولار', 'يورو', 'في', 'بالمئة', 'بالمائة'])
const isUnit = (form: string) => UNITS.has(form)

/** The span of a trigger of tokens `at` to `end`, without the و ف ب ل ك of its first word. «لل» cannot be parted. */
export function triggerSpan(view: View, at: number, end: number): Span {
  const word = view.word(at)
  const joined = word?.preposition === 'ل' && /^[وف]?لل/u.test(view.form(at))
  const letters = (word?.conjunction ? 1 : 0) + (word?.preposition && !joined ? 1 : 0)
  const { start } = withoutFront(view.passage.text, view.token(at), letters)
  return { start, end: view.token(end - 1).end }
}

/** Whether a word of a class stands anywhere in the sentence but at `at`. */
export const isAbout = (view: View, at: number, name: string): boolean =>
  view.count(name) > (isOf(view, at, name) ? 1 : 0)

function countClasses(words: readonly (Word | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const word of words) {
    if (!word) continue
    for (const name of word.classes) add(name)
    if (word.verbs.some(({ verb }) => isOutcome(verb.sense)) || word.nouns.some(({ sense }) => isOutcome(sense))) {
      add('outcome')
    }
  }
  return counts
}

/** Whether a word of a class stands within `reach` tokens before `at`. */
export function precedes(view: View, at: number, name: string, reach: number): boolean {
  for (let i = at - 1; i >= view.first && i >= at - reach; i--) if (isOf(view, i, name)) return true
  return false
}
