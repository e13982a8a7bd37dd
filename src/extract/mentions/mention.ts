/** Mentions: noun phrases that name somebody who can speak or act, or a place; and the cast of an article behind them. */
import type { Party, Span, SpeakerType } from '../../types.ts'
import type { Passage, TokenRange } from '../text/passage.ts'

export type Gender = 'masculine' | 'feminine'
export type Count = 'singular' | 'dual' | 'plural'

/**
 * A noun phrase. The token range holds every word of it; the offsets `start` and `end` cut its own words out of the
 * passage's text, without a clitic (و، ل، ب) that is written onto the first token.
 */
export interface Mention extends TokenRange, Span {
  readonly type: SpeakerType | 'place'
  /** The proper name in it; null for «الوزير», «مصدر أمني». */
  readonly name: TokenRange | null
  /** The office, rank or description in it; null for a bare name. */
  readonly role: TokenRange | null
  /**
   * As verbs and pronouns that follow agree with it; null when the words do not tell. What names institutions or sources in
   * the plural («السلطات», «المصادر») agrees as feminine singular.
   */
  readonly gender: Gender | null
  readonly count: Count
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null
  /** Names a country or its capital, which stands for the government as well as for the place. */
  readonly land: boolean
  /** Says that it is the one spoken of before: «الوزير», «المصدر ذاته», «سموه». */
  readonly anaphoric: boolean
  /** Means whoever was mentioned last before it and agrees: «الأخير», “the latter”. */
  readonly latter: boolean
  /**
   * The offices by whose form of address it is spoken of, in their dictionary form: «سمو الأمير سامر» and «سموه» are addressed
   * as an أمير is, whatever else they are. Empty for most.
   */
  readonly styles: readonly string[]
  /** Nothing but a form of address: «سموه», «معاليه». It stands for somebody who was addressed so. */
  readonly styled: boolean
  /** Nothing but a pronoun: anaphoric, without name or role. Its type says what it can stand for; `unnamed` for anybody. */
  readonly pronoun: boolean
  /** Points at one certain person or body: «وزير الخارجية», «الوزير», «متحدث باسم الجيش», but not «وزير سابق», «مصدر أمني». */
  readonly definite: boolean
  /** The folded clitic written onto its first token, or a possessive ending on its last; empty when there is none. */
  readonly clitic: string
  /** The proper name as it is published: without clitic, vowel signs and marks. Null without a proper name. */
  readonly nameText: string | null
  /** The role or description as it is published; null for a bare name. */
  readonly roleText: string | null
  /** The folded words of the proper name, by which mentions are compared; empty without one. */
  readonly nameWords: readonly string[]
  /** The folded words of the role, the head noun in its dictionary form first; empty for a bare name. */
  readonly roleWords: readonly string[]
  /** The party whose office, spokesman, source or statement it is: «وزارة الدفاع» in «المتحدث باسم وزارة الدفاع». */
  readonly of: Mention | null
  /** A second name that it gives in brackets. */
  readonly alias: readonly string[]
  /** Somebody who is known by telling only: «مصدر أمني», «المصادر». */
  readonly source: boolean
  /** Says only what somebody is, so that it may be said of whoever spoke last: «الدبلوماسي», «سموه». */
  readonly epithet: boolean
  /** A text that speaks for whoever issued it: «البيان», «التقرير». */
  readonly document: boolean
}

/** What an article has taught about names so far, for reading short ones. */
export interface KnownNames {
  /** Whether a folded word is part of a person's name that the article gives in full. */
  has(word: string): boolean
}

/** What a language says about noun phrases. */
export interface MentionGrammar {
  /** The longest mention that begins at token `at`, or null. Reads no further than the line's end; linear in its length. */
  read(passage: Passage, at: number, known?: KnownNames): Mention | null
  /** What a folded word may stand for: itself, and what is left of it without the clitics that it may carry. */
  wordsIn(form: string): readonly string[]
  /** The folded words by which a body may be named in short, «المكتب التنفيذي» of «المكتب التنفيذي للنقابة»; null for most. */
  shortName(words: readonly string[]): readonly string[] | null
  /** The letters of a folded word of a name by which names are looked up. */
  nameKey(word: string): string
  /** Whether two keys are spellings of one name: «ترامب» and «ترمب». */
  sameKey(a: string, b: string): boolean
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
  /** A mention of the one person in whose name or description all these words stand: «المخلوع», a short name; else null. */
  called(passage: Passage, words: TokenRange): Mention | null
  /** Whether a mention points back at somebody whom the article has not called so: the first «المصدر ذاته». */
  unexplained(mention: Mention): boolean
}
