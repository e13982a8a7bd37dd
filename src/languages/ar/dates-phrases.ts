/** The pieces that Arabic time expressions are put together from: numbers, days, months, years, modifiers. */
import type { Calendar, Direction, YearOf } from '../../extract/dates/time.ts'
import type { Scan, Word } from './dates-lexemes.ts'

/** Something read from the tokens; `last` is the token after it. */
export interface Read<T> {
  readonly value: T
  readonly last: number
}

export const wordAt = ({ lexemes }: Scan, at: number): Word | undefined => lexemes[at]?.word
export const formAt = ({ tokens }: Scan, at: number): string | undefined => tokens[at]?.form
export const lastOf = ({ lexemes }: Scan, at: number): number => lexemes[at]?.last ?? at + 1

/** Whether a token stands in the same line as the one before it. */
const DIGITS = /^\d{1,4}$/

/** A whole number in digits, or null. */
export function digitsAt(scan: Scan, at: number): number | null {
  const token = scan.tokens[at]
  return token?.kind === 'number' && DIGITS.test(token.form) ? Number(token.form) : null
}

/** A number in digits or words: «3», «ثلاثة», «خمسة وعشرين», «ألفين وثمانية عشر». */
export function numberAt(scan: Scan, at: number): Read<number> | null {
  const digits = digitsAt(scan, at)
  if (digits !== null) return { value: digits, last: at + 1 }
  let value = wordAt(scan, at)?.number
  if (value === undefined) return null
  let last = lastOf(scan, at)
  for (;;) {
    const more = scan.lexemes[last]
    const number = more?.word.number
    if (!more?.joined || number === undefined || !addsTo(value, number)) return { value, last }
    value += number
    last = more.last
  }
}

/** Whether و joins a number to the one before it into one: units to tens, anything to hundreds and thousands. */
const addsTo = (before: number, next: number) =>
  before < 10 ? next >= 20 && next < 100 : before >= 100 && next < (before % 1000 === 0 ? 1000 : 100)

/** An ordinal: «الثاني», «الحادي والثلاثين». */
export function ordinalAt(scan: Scan, at: number): Read<number> | null {
  const value = wordAt(scan, at)?.ordinal
  if (value === undefined) return null
  const last = lastOf(scan, at)
  const tens = scan.lexemes[last]
  return value < 10 && tens?.joined && (tens.word.ordinal ?? 0) >= 20
    ? { value: value + (tens.word.ordinal as number), last: tens.last }
    : { value, last }
}

/** A day of the month, or several as first and last. */
export interface Days {
  readonly from: number
  readonly to: number
}

const DAY_RANGE = /^(\d{1,2})-(\d{1,2})$/

/** «3», «الثالث», «3-4», «3 و4», «3 إلى 4». */
export function daysAt(scan: Scan, at: number): Read<Days> | null {
  const range = DAY_RANGE.exec(scan.tokens[at]?.kind === 'number' ? (formAt(scan, at) as string) : '')
  if (range) return ordered(Number(range[1]), Number(range[2]), at + 1)
  const first = dayAt(scan, at)
  if (!first) return null
  const second = isJoiner(scan, first.last)
    ? dayAt(scan, first.last + 1)
    : scan.lexemes[first.last]?.joined
      ? dayAt(scan, first.last)
      : null
  return second
    ? ordered(first.value, second.value, second.last)
    : { value: { from: first.value, to: first.value }, last: first.last }
}

const ordered = (from: number, to: number, last: number): Read<Days> | null =>
  isDay(from) && isDay(to) && from < to ? { value: { from, to }, last } : null

const isDay = (value: number) => value >= 1 && value <= 31

/** Marks and words that stand between the two ends of a range. */
export function isJoiner(scan: Scan, at: number): boolean {
  const relation = wordAt(scan, at)?.relation
  return isHyphen(formAt(scan, at)) || relation === 'and' || relation === 'to'
}

export const isHyphen = (form: string | undefined): boolean => form === '-' || form === '–' || form === '—'

function dayAt(scan: Scan, at: number): Read<number> | null {
  const read = numberAt(scan, at) ?? ordinalAt(scan, at)
  return read && isDay(read.value) ? read : null
}

export interface Month {
  readonly calendar: Calendar
  readonly month: number
  /** Whether «شهر» stands before it, or both its names are given. */
  readonly sure: boolean
  readonly guarded: boolean
}

/** A month by one name or by two: «شهر مارس», «نيسان/أبريل», «يناير (كانون الثاني)», «ديسمبر كانون الأول». */
export function monthAt(scan: Scan, at: number): Read<Month> | null {
  const unit = wordAt(scan, at)?.unit
  const named = unit?.unit === 'month' && unit.count === 1
  const first = named ? lastOf(scan, at) : at
  const month = wordAt(scan, first)?.month
  if (!month) return null
  const last = lastOf(scan, first)
  const twin = twinOf(scan, last, month)
  const { calendar, number, guarded } = month
  return {
    value: { calendar, month: number, sure: named || twin !== null, guarded },
    last: twin ?? last,
  }
}

/** Where the second name of a month ends, or null where none follows. */
function twinOf(scan: Scan, at: number, { calendar, number }: NonNullable<Word['month']>): number | null {
  const opener = formAt(scan, at)
  const separated = opener === '/' || opener === '(' || opener === '\\' || opener === '[' || isHyphen(opener)
  const name = separated ? at + 1 : at
  const twin = wordAt(scan, name)?.month
  if (twin?.calendar !== calendar || twin.number !== number) return null
  const last = lastOf(scan, name)
  if (opener !== '(' && opener !== '[') return last
  const closer = formAt(scan, last)
  return closer === ')' || closer === ']' ? last + 1 : null
}

const isYear = (value: number) => value >= 1000 && value <= 2100

export interface Year {
  readonly year: YearOf
  /** Hijri where its number or its era says so. */
  readonly calendar: Calendar
  /** Whether «عام» or an era says that it is a year. */
  readonly sure: boolean
  readonly direction: Direction | null
}

/** «2018», «عام 2018», «سنة 1439 هـ», «من العام الماضي», «من عام ألفين وثمانية عشر». */
export function yearAt(scan: Scan, at: number): Read<Year> | null {
  const from = wordAt(scan, at)?.relation === 'from' ? at + 1 : at
  const unit = wordAt(scan, from)?.unit
  const named = unit?.unit === 'year' && unit.count === 1
  if (named) {
    const modifier = modifierAt(scan, lastOf(scan, from))
    if (modifier && from > at) {
      const shift = { past: -1, present: 0, future: 1 }[modifier.value]
      return { value: { year: { shift }, calendar: 'gregorian', sure: true, direction: null }, last: modifier.last }
    }
  }
  const first = named ? lastOf(scan, from) : from
  const token = scan.tokens[first]
  const number = token?.kind === 'number' ? digitsAt(scan, first) : named ? numberAt(scan, first)?.value : null
  if (number === null || number === undefined || !isYear(number)) return null
  let last = token?.kind === 'number' ? first + 1 : (numberAt(scan, first)?.last as number)
  const era = wordAt(scan, last)?.era
  if (era) last = lastOf(scan, last)
  const hijri = era ? era === 'hijri' : number >= 1300 && number < 1500 && number !== 1492
  const calendar = hijri ? 'hijri' : 'gregorian'
  return { value: { year: number, calendar, sure: named || era !== undefined, direction: null }, last }
}

/** «الماضي», «الجاري», «المقبل». */
export function modifierAt(scan: Scan, at: number): Read<Direction> | null {
  const direction = wordAt(scan, at)?.direction
  return direction ? { value: direction, last: lastOf(scan, at) } : null
}
