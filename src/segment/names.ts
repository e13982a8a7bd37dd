/** Names in bylines and credits. */
import type { Token } from '../extract/text/tokens.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'

const MAX_NAME_WORDS = 5
/** Names in one byline, at most: more of them are no byline. */
const MAX_NAMES = 8
/** How much of a byline is read, in characters. */
const MAX_LENGTH = 400
const ADDRESS = /^(?:https?:|www\.)|:\/\//iu
const BETWEEN_NAMES = /\s*[,،؛;+|/&•·]\s*/u
/** What follows a dash is the place or the office of those before it. */
const BEFORE_PLACE = /\s+[-–—ـ]+\s*|\s*[-–—]+\s+/u

/** The people whom a byline names: «سلمى العبادي وخالد منصور - الرياض» names two. */
export function readNames(text: string, vocabulary: Vocabulary): readonly string[] {
  const sides = bare(afterLabel(text.slice(0, MAX_LENGTH)))
    .split(BEFORE_PLACE)
    .map(side => {
      const parts = (side.split(';')[0] as string).split(BETWEEN_NAMES).slice(0, MAX_NAMES)
      return parts.flatMap(part => splitJoined(part, vocabulary)).flatMap(part => readName(part, vocabulary))
    })
    .filter(names => names.length > 0)
  return unique(sides.find(names => names.some(name => name.includes(' '))) ?? sides[0] ?? [])
}

/** What follows a further colon or stroke near the beginning: «… in Cairo: Name». */
function afterLabel(text: string): string {
  const mark = text.slice(0, 40).search(/[:：/]/u)
  const rest = mark < 0 ? '' : text.slice(mark + 1)
  return /\p{L}/u.test(rest) ? rest : text
}

/** One name, without titles and without what is said about the person; nothing when the words are no name. */
function readName(text: string, vocabulary: Vocabulary): readonly string[] {
  const { listed } = vocabulary
  const words = wordsOf(vocabulary.read(text))
  let first = 0
  while (first < words.length && listed('nameTitles', words, first) === 1) first++
  let last = first
  while (last < words.length && last - first < MAX_NAME_WORDS + 1 && listed('nameEnds', words, last) === 0) last++
  const name = words.slice(first, last)
  if (name.length === 0 || name.length > MAX_NAME_WORDS || /[\p{Nd}@]/u.test(text)) return []
  if (vocabulary.agencies.find(name, 0)?.length === name.length) return []
  if (listed('places', name, 0) === name.length) return []
  if (name.some(word => listed('stopWords', [word], 0) > 0 && word.form.length > 1)) return []
  const end = (name.at(-1) as Token).end
  // An initial keeps its full stop.
  const stop = /^\.(?=\s|$)/u.test(text.slice(end)) && (name.at(-1) as Token).form.length === 1 ? 1 : 0
  return [bare(text.slice((name[0] as Token).start, end + stop))]
}

/** Cuts «X and Y», also where «and» is written together with Y. Both sides must have two words to be names. */
function splitJoined(text: string, vocabulary: Vocabulary): readonly string[] {
  const { listed } = vocabulary
  const words = wordsOf(vocabulary.read(text))
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as Token
    if (listed('nameSeparators', [word], 0) === 1 && at < words.length - 1) {
      return [text.slice(0, word.start), ...splitJoined(text.slice(word.end), vocabulary)]
    }
    if (at < 2 || at > words.length - 2 || listed('joinedNames', [word], 0) === 1) continue
    if (vocabulary.joiners.some(joiner => word.form.startsWith(joiner) && word.form.length > joiner.length + 2)) {
      const [joiner = ''] = vocabulary.joiners.filter(prefix => word.form.startsWith(prefix))
      return [text.slice(0, word.start), ...splitJoined(text.slice(word.start + joiner.length), vocabulary)]
    }
  }
  return [text]
}

/** The agencies and outlets that a credit names, agencies by their usual name. */
export function readSources(text: string, vocabulary: Vocabulary): readonly string[] {
  if (ADDRESS.test(text.slice(0, MAX_LENGTH))) return []
  const parts = bare(text.slice(0, MAX_LENGTH))
    .split(BEFORE_PLACE)
    .flatMap(part => part.split(BETWEEN_NAMES))
    .slice(0, MAX_NAMES)
  return unique(
    parts.flatMap(part => {
      const source = bare(part)
        .replace(/[.:]+$/u, '')
        .trim()
      if (!/\p{L}/u.test(source) || source.length > 60) return []
      return [agencyNamed(source, vocabulary) ?? source]
    }),
  )
}

/** The agency that a text names and nothing else, by its usual name. */
export function agencyNamed(text: string, vocabulary: Vocabulary): string | null {
  const words = wordsOf(vocabulary.read(text))
  const hit = vocabulary.agencies.find(words, 0)
  return hit && hit.length === words.length ? hit.value : null
}

/** A text without white space, direction marks, quotation marks and brackets around it. */
export const bare = (text: string): string =>
  text.replace(/^[\s\p{Cf}"'“”„«»‹›([\]*•·|–—-]+|[\s\p{Cf}"'“”„«»‹›)[\]*•·|–—-]+$/gu, '')

export const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]
