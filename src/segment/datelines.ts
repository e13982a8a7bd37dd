/** Datelines: the place and the agency that a report comes from, on a line of their own or before the first sentence. */
import type { Token } from '../extract/text/tokens.ts'
import type { RoleLine } from './roles.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'

/** Words of a dateline, at most. */
const MAX_WORDS = 9
const PART_WORDS = 4
const BETWEEN_PARTS = new Set(['-', '–', '—', 'ـ', '(', ')', ':', '/', '«', '»', '"', '،', ',', '*', '|', '“', '”'])
const BEFORE_SENTENCE = new Set(['-', '–', '—', 'ـ', ':', ')'])

/** Whether a line ends in an agency behind a date or behind other parts: «Cairo 12 March 2023 Agency», «Place / Name / Agency». */
export function endsInAgency({ words, tokens, wordCount }: RoleLine, { agencies }: Vocabulary): boolean {
  if (wordCount > 2 * MAX_WORDS || words.length < 2) return false
  const isAgencyLast = [1, 2, 3].some(
    length => length < words.length && agencies.find(words, words.length - length)?.length === length,
  )
  const isParted = tokens.some(
    ({ kind, form }) => kind === 'number' || ((form === '-' || form === '/' || form === '–') && kind === 'mark'),
  )
  return isAgencyLast && isParted
}

/** Whether a line of its own is a dateline: parts, one of them a place or an agency, the others short. */
export function isDateline(line: RoleLine, vocabulary: Vocabulary): boolean {
  if (endsInAgency(line, vocabulary)) return true
  if (line.wordCount > MAX_WORDS || line.ending === 'stop' || line.ending === 'question') return false
  const parts = partsOf(line.tokens)
  return (
    parts.every(part => part.length <= PART_WORDS) &&
    parts.some(part => isAgency(part, vocabulary) || isPlace(part, vocabulary))
  )
}

export interface InlineDateline {
  readonly text: string
  readonly agencies: readonly string[]
}

/** The dateline that begins a paragraph: «Vienna (Reuters) - …», «Cairo – …». A place alone needs a dash. */
export function inlineDateline({ tokens, text }: RoleLine, vocabulary: Vocabulary): InlineDateline | null {
  const agencies: string[] = []
  let part: Token[] = []
  let words = 0
  let hasPlace = false
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'word') {
      part.push(token)
      if (++words > MAX_WORDS) return null
      continue
    }
    if (token.kind === 'number' || token.form === '.') continue
    if (!BETWEEN_PARTS.has(token.form)) return null
    if (part.length > 0) {
      const agency = vocabulary.agencies.find(part, 0)
      if (agency?.length === part.length) agencies.push(agency.value)
      else if (isPlace(part, vocabulary)) hasPlace = true
      else if (part.length > PART_WORDS) return null
      part = []
    }
    const isEnd = BEFORE_SENTENCE.has(token.form) && tokens[at + 1]?.kind === 'word'
    const isTold = agencies.length > 0 || (hasPlace && token.form !== ':' && token.form !== ')')
    if (isEnd && isTold)
      return { text: text.slice(0, token.start + (token.form === ')' ? 1 : 0)).replace(/[\s–—-]{1,9}$/u, ''), agencies }
  }
  return null
}

/** All agencies that a line names, by their usual names. */
export function agenciesIn({ words }: RoleLine, { agencies }: Vocabulary): readonly string[] {
  return words.flatMap((_, at) => agencies.find(words, at)?.value ?? [])
}

/** How much of a text is looked at behind the beginning of a credit, in characters. */
const CREDIT_LENGTH = 80

/** Agencies that a paragraph credits: «according to Reuters». */
export function creditedIn(text: string, vocabulary: Vocabulary): readonly string[] {
  return [...text.matchAll(vocabulary.creditStart)].flatMap(({ index }) => {
    const words = wordsOf(vocabulary.read(text.slice(index, index + CREDIT_LENGTH)))
    const cue = vocabulary.listed('creditCues', words, 0)
    return cue > 0 ? (vocabulary.agencies.find(words, cue)?.value ?? []) : []
  })
}

function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'word') parts.at(-1)?.push(token)
    else if (token.kind === 'mark' && BETWEEN_PARTS.has(token.form)) parts.push([])
  }
  return parts.filter(part => part.length > 0)
}

const isAgency = (part: readonly Token[], { agencies }: Vocabulary) => agencies.find(part, 0)?.length === part.length
const isPlace = (part: readonly Token[], { listed }: Vocabulary) => listed('places', part, 0) === part.length
