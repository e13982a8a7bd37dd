/** The Gregorian calendar, proleptic, as day numbers: plain integers that can be compared and added. */

/** Days since 1970-01-01. */
export type Day = number

/** Monday is 0, Sunday 6. */
export type Weekday = number

export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

const MILLISECONDS = 86_400_000
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Number of days of a month. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The day number of a date, or null where the calendar has no such date (31 April). */
export function dayNumber(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return firstOf(year, month) + day - 1
}

/** The first day of a month; `month` may lie outside 1 to 12 and then counts into other years. */
export function firstOf(year: number, month: number): Day {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, 1)
  return Math.round(date.getTime() / MILLISECONDS)
}

export function civil(day: Day): CivilDate {
  const date = new Date(day * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): Weekday => (((day + 3) % 7) + 7) % 7

/** The Monday of the week of a day: weeks run from Monday to Sunday. */
export const weekStart = (day: Day): Day => day - weekdayOf(day)

/** The same day of the month some months away; the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civil(day)
  const first = civil(firstOf(year, month + months))
  return firstOf(first.year, first.month) + Math.min(dayOfMonth, monthLength(first.year, first.month)) - 1
}

export const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** `YYYY-MM-DD`. */
export function isoDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}
