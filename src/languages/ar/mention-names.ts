/** Names of people, read from their parts: given names, particles, family names, words that no lexicon knows. */
import type { Gender, KnownNames } from '../../extract/mentions/mention.ts'
import { memo } from '../../extract/text/memo.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { mentionTerms } from './mention-lexicon.ts'
import { formAt, type Reach } from './mention-reader.ts'
import {
  givenName,
  isClosed,
  isCommon,
  isDefinite,
  isFamilyName,
  isForeignParticle,
  isJoining,
  isLatin,
  isOrdinary,
} from './mention-words.ts'

/** Longest name that is read, in tokens. */
const LONGEST = 8

export interface NameReading {
  /** Exclusive. */
  readonly last: number
  readonly gender: Gender | null
  /** Number of parts that are a name by themselves, in any context. */
  readonly sure: number
}

type Part = 'given' | 'family' | 'joining' | 'foreign' | 'unknown' | 'article'

/** What part of a name a word can be, by itself or because the article uses it as a family name. */
export function partOf(form: string, known: KnownNames | undefined): Part | null {
  const part = partByItself(form)
  return part !== 'joining' && !isClosed(form) && known?.has(form) ? 'family' : part
}

const partByItself = memo((form: string): Part | null => {
  if (isClosed(form)) return null
  if (isJoining(form)) return 'joining'
  if (isFamilyName(form)) return 'family'
  if (givenName(form)) return 'given'
  if (isForeignParticle(form)) return 'foreign'
  if (isLatin(form)) return 'unknown'
  if (isDefinite(form)) return mentionTerms.get(form)?.noun ? null : 'article'
  return form.length > 1 && !isOrdinary(form) ? 'unknown' : null
})

/**
 * Reads the name that begins at token `at`. `introduced` says that a title, a role or a verb of speech stands before it, which
 * makes a name of words that could be others.
 */
export function readName(r: Reach, at: number, introduced: boolean): NameReading | null {
  let last = at
  let parts = 0
  let sure = 0
  let before: Part | null = null
  for (let form = formAt(r, last); form !== '' && last - at < LONGEST; form = formAt(r, last)) {
    if (last > at && !(r.tokens[last] as Token).spaced) break
    const part = partOf(form, r.known) ?? surnameAt(r, last, parts)
    if (part === null) break
    if (part === 'joining') {
      const next = formAt(r, last + 1)
      if (next === '' || isClosed(next) || (form === 'عبد' && !isDefinite(next) && next !== 'ربه')) break
      last++
    } else if (part === 'article' && !isSurname(form, parts, before)) break
    if (isSure(part, form)) sure++
    before = part
    parts++
    last++
  }
  if (parts === 0 || (!introduced && !(parts > 1 && (sure > 0 || isSetOff(r, at, last))))) return null
  return { last, gender: givenName(formAt(r, at)) ?? null, sure }
}

/** Between commas, or before the words that are said: «الرئيس، ياري كوسكينن، إن». */
const isSetOff = (r: Reach, first: number, last: number) =>
  r.tokens[first - 1]?.form === '،' && last < r.end && AFTER_NAMES.has(r.tokens[last]?.form ?? '')

const isSure = (part: Part, form: string) =>
  part === 'family' || part === 'joining' || (part === 'given' && !isCommon(form))

/** A word with article ends a name: after a given name any but everyday words, later only those that are no words at all. */
function isSurname(form: string, parts: number, before: Part | null): boolean {
  if (parts === 0 || before === 'family' || before === 'article') return false
  return !isCommon(form.slice(2)) || (before === 'given' && form.endsWith('ي'))
}

const AFTER_NAMES = new Set(['،', ':', '(', 'ان', 'انه', 'انها', 'بان', 'بانه'])

/** An everyday word is a surname where a given name stands before it and the clause turns behind it: «غسان سلامة، …». */
function surnameAt(r: Reach, i: number, parts: number): Part | null {
  const form = formAt(r, i)
  if (parts !== 1 || isDefinite(form) || isClosed(form) || mentionTerms.get(form) || form.length < 4) return null
  if (/(?:ا|ه|ها|هم|ات|ين|ون)$/u.test(form) || /^[يتوفبلكس]/u.test(form)) return null
  const given = givenName(formAt(r, i - 1))
  const next = r.tokens[i + 1]
  return given && next && i + 1 < r.end && AFTER_NAMES.has(next.form) ? 'unknown' : null
}
