/** A clue: something that an article says of the day on which it was published. */
import type { Evidence } from '../../types.ts'
import type { Passage } from '../text/passage.ts'
import type { Expression } from './grammar.ts'
import type { Narrowing } from './runs.ts'

/**
 * How much a clue can bear, strongest first. 1: a deictic beside a whole date. 2: a deictic beside a date without year, «الجاري».
 * 3: a deictic weekday, two expressions that agree. 4: dates that the text places before or after itself, years since known
 * happenings.
 */
export type Tier = 1 | 2 | 3 | 4

export interface Clue {
  readonly tier: Tier
  readonly narrow: Narrowing
  readonly evidence: Evidence
}

/** An expression with the passage it was found in. */
export interface Found extends Expression {
  readonly passage: Passage
}

export const textOf = ({ passage, start, end }: Pick<Found, 'passage' | 'start' | 'end'>): string =>
  passage.text.slice(start, end)

/** A clue that rests on an expression. */
export function clueFrom(found: Omit<Found, 'token' | 'time'>, tier: Tier, narrow: Narrowing, says: string): Clue {
  const { passage, start, end, ruleId } = found
  return { tier, narrow, evidence: { ruleId, span: { field: passage.field, start, end }, text: textOf(found), says } }
}
