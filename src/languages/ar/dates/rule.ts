/** What the rules of Arabic time expressions have in common. */
import type { TimeRule } from '../../../extract/dates/grammar.ts'
import type { Bearing, Direction, Shift, Time, Unit } from '../../../extract/dates/time.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { tenseAround } from './tense.ts'

export interface Rule extends TimeRule {
  /** What begins at a token, or null. Looks at no more than a bounded number of tokens. */
  readonly read: (scan: Scan, at: number) => Read<Time> | null
}

export const directionOf = (step: number): Direction => (step < 0 ? 'past' : step > 0 ? 'future' : 'present')

/** What a modifier says, and where there is none the verbs around tokens `at` to `last`. */
export const bearing = (scan: Scan, at: number, last: number, step: number | null): Bearing =>
  step === null
    ? { direction: null, tense: tenseAround(scan, at, last) }
    : { direction: directionOf(step), tense: null }

export const shift = (unit: Unit, amount: number): Shift => ({ kind: 'shift', unit, amount, weekday: null, date: null })

/** So many words may stand before a weekday: «في ساعة متأخرة من مساء يوم». */
const MOST_DAY_WORDS = 3

/** «23 يوما» counts days and names none. */
const COUNTED_DAYS = new Set(['يوما', 'اياما'])

/** The token after «صباح», «مساء يوم», «يوم» before a weekday or date. */
export function skipDayWords(scan: Scan, at: number): number {
  let next = at
  for (let count = 0; count < MOST_DAY_WORDS && wordAt(scan, next)?.dayPart; count++) next = lastOf(scan, next)
  const unit = wordAt(scan, next)?.unit
  const counts = COUNTED_DAYS.has(formAt(scan, next) ?? '')
  return unit?.unit === 'day' && !unit.definite && !counts ? lastOf(scan, next) : next
}
