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

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Number of days of a month. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The day number of a date, or null where the calendar has no such date (31 April). */
export function dayNumber(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return firstOf(year, month) + day - 1
}

/**
 * The first day of a month; `month` may lie outside 1 to 12 and then counts into other years. Years are counted from March, so
 * that the leap day comes last; 719 468 days lie between 0000-03-01 and 1970-01-01.
 */
export function firstOf(year: number, month: number): Day {
  const months = year * 12 + month - 3
  const y = Math.floor(months / 12)
  const days = Math.floor((153 * (months - y * 12) + 2) / 5)
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + days - 719_468
}

/** The inverse of `dayNumber`. */
export function civil(day: Day): CivilDate {
  const days = day + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
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
