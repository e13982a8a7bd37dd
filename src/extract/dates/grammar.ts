/** What a language says about dates: the port behind which every reader of time expressions stands. */
import type { Span } from '../../types.ts'
import type { Orthography, Passage } from '../text/passage.ts'
import type { Age, Time } from './time.ts'

/** A time expression found in a passage. */
export interface Expression extends Span {
  /** The token with which it begins. */
  readonly token: number
  readonly time: Time
  readonly ruleId: string
}

/** A rule as a document: what it reads and what it must leave alone. Both are run as tests. */
export interface TimeRule {
  /** `<language>/time/<slug>`. */
  readonly id: `${string}/time/${string}`
  /** Text, day of publication, and the EDTF value of the one expression in it. */
  readonly examples: readonly [TimeExample, ...TimeExample[]]
  /** Texts in which the rule finds nothing. */
  readonly nonExamples: readonly [string, ...string[]]
}
export type TimeExample = readonly [text: string, published: string, value: string]

/** So many years since a happening. */
export interface Elapsed extends Span {
  readonly ruleId: string
  /** EDTF. */
  readonly began: string
  readonly years: number
  /** An anniversary, not a duration. */
  readonly exactly: boolean
}

export interface DateGrammar {
  /** How lines that are no part of a passage, publication lines and ages of comments, are cut. */
  readonly orthography: Orthography
  readonly rules: readonly TimeRule[]
  /** Every time expression of a passage, in the order of the text, none inside another. */
  read(passage: Passage): readonly Expression[]
  /** Whether a deictic and a date after it, at two tokens of one sentence, date one thing: no clause begins between them. */
  isSameClause(passage: Passage, deictic: number, date: number): boolean
  /** Years that a passage counts from happenings of public knowledge. */
  readElapsed(passage: Passage): readonly Elapsed[]
  /** The age that a text such as «منذ سنة شهرين» gives, or null where it gives none. */
  readAge(passage: Passage): Age | null
}
