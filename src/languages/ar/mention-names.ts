/** Names of people, read from their parts: given names, particles, family names, words that no lexicon knows. */
import type { Gender, KnownNames } from '../../extract/mentions/mention.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { mentionTerms } from './mention-lexicon.ts'
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
  /** Number of tokens that are a name by themselves, in any context. */
  readonly sure: number
}

type Part = 'given' | 'family' | 'joining' | 'foreign' | 'unknown' | 'article'

function partOf(form: string, known: KnownNames | undefined): Part | null {
  if (givenName(form)) return 'given'
  if (isFamilyName(form) || known?.has(form)) return 'family'
  if (isJoining(form)) return 'joining'
  if (isForeignParticle(form)) return 'foreign'
  if (isClosed(form)) return null
  if (isLatin(form)) return 'unknown'
  if (isDefinite(form)) return mentionTerms.get(form)?.noun ? null : 'article'
  return form.length > 1 && !isOrdinary(form) ? 'unknown' : null
}

/**
 * Reads the name that begins at token `at`, whose form without clitic is `first`. `introduced` says that a title or a role
 * stands before it, which makes a name of words that could be others.
 */
export function readName(
  tokens: readonly Token[],
  at: number,
  end: number,
  first: string,
  introduced: boolean,
  known?: KnownNames,
): NameReading | null {
  let i = at
  let sure = 0
  let parts = 0
  let articles = 0
  let gender: Gender | null = null
  while (i < end && i - at < LONGEST) {
    const token = tokens[i] as Token
    if (token.kind !== 'word' || (i > at && !token.spaced)) break
    const form = i === at ? first : token.form
    const part = partOf(form, known)
    if (part === null) break
    if (part === 'joining') {
      const next = tokens[i + 1]
      if (i + 1 >= end || next?.kind !== 'word' || isClosed(next.form) || (form === 'عبد' && !takesServant(next.form)))
        break
      i += 2
      sure++
      parts++
      continue
    }
    if (part === 'article') {
      if (parts === 0 || articles === 2 || (parts > 1 && isCommon(form.slice(2)))) break
      if (parts === 1 && isCommon(form.slice(2)) && (sure === 0 || isCommon(first))) break
      articles++
    }
    if (part === 'given' && parts === 0) gender = givenName(form) ?? null
    if (part === 'family' || (part === 'given' && !isCommon(form))) sure++
    parts++
    i++
  }
  if (parts === 0) return null
  if (!introduced && !(sure >= 2 || (sure === 1 && parts >= 2))) return null
  return { last: i, gender, sure }
}

const takesServant = (form: string) => isDefinite(form) || form === 'ربه' || form === 'الله'
