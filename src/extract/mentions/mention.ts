/** Mentions: noun phrases that name somebody who can speak or act, or a place; and the cast of an article behind them. */
import type { Party, SpeakerType } from '../../types.ts'
import type { Passage, TokenRange } from '../text/passage.ts'

export type Gender = 'masculine' | 'feminine'
export type Count = 'singular' | 'dual' | 'plural'

export interface Mention extends TokenRange {
  readonly type: SpeakerType | 'place'
  /** The proper name in it; null for «الوزير», «مصدر أمني». */
  readonly name: TokenRange | null
  /** The office, rank or description in it; null for a bare name. */
  readonly role: TokenRange | null
  /** Null when the words do not tell. */
  readonly gender: Gender | null
  readonly count: Count
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null
  /** Says that it is the one spoken of before: «الوزير», «المصدر ذاته», «سموه». */
  readonly anaphoric: boolean
}

/** What a language says about noun phrases. */
export interface MentionGrammar {
  /** The longest mention that begins at token `at`, or null. Reads no further than the line's end; linear in its length. */
  read(passage: Passage, at: number): Mention | null
}

/** Everybody an article mentions, with mentions of one party brought together. */
export interface Cast {
  /** The mentions of a passage, in order, none inside another. */
  mentions(passage: Passage): readonly Mention[]
  /** The mention that begins at a token, or null. */
  startingAt(passage: Passage, token: number): Mention | null
  /** The mention that covers a token, or null. */
  covering(passage: Passage, token: number): Mention | null
  /** Who a mention is, by the fullest name the article gives. */
  party(mention: Mention): Party
  /** Whether two mentions are the same party. */
  same(a: Mention, b: Mention): boolean
}
