/** Parts of a stretch: its start, middle and end, its weeks, halves and quarters, its weekdays. */
import { civil, type Day, monthLength, type Weekday, weekdayOf } from './calendar.ts'
import { type Closed, ofDay, ofDays, ofDecade, ofMonth, ofYear, through } from './stretch.ts'
import type { Fraction, Part } from './time.ts'

/** Of a year its first, middle and last months, of a week two of its days; a month has no parts that newspapers agree on. */
export function partOf(part: Part['part'], whole: Closed): Closed | null {
  const { year } = civil(whole.first)
  if (whole.edtf === ofYear(year).edtf) {
    if (part === 'start') return ofMonth(year, 1)
    if (part === 'end') return ofMonth(year, 12)
    return through(ofMonth(year, 6), ofMonth(year, 7))
  }
  if (whole.last - whole.first === 6 && weekdayOf(whole.first) === 0) {
    if (part === 'start') return ofDays(whole.first, whole.first + 1)
    if (part === 'end') return ofDays(whole.last - 1, whole.last)
    return ofDays(whole.first + 2, whole.first + 3)
  }
  return whole
}

/** One of the pieces into which a stretch is cut, or null where it has not so many. */
export function fractionOf({ cut, index }: Omit<Fraction, 'of'>, whole: Closed): Closed | null {
  const { first, last } = whole
  if (cut === 'decade') return ofDecade(civil(first).year + (index < 0 ? 9 : index - 1) * 10)
  if (cut === 'month') {
    const { year, month } = civil(first)
    const at = index < 0 ? ofMonth(civil(last).year, civil(last).month) : ofMonth(year, month + index - 1)
    return at.first < first || at.last > last ? null : at
  }
  if (cut === 'week' || cut === 'ten days' || cut === 'day') {
    const size = { week: 7, 'ten days': 10, day: 1 }[cut]
    const start = index < 0 ? last - size + 1 : first + (index - 1) * size
    return start < first || start > last ? null : ofDays(start, Math.min(start + size - 1, last))
  }
  const count = { half: 2, third: 3, quarter: 4 }[cut]
  const place = index < 0 ? count : index
  if (place > count) return null
  const { year, month } = civil(first)
  const months = monthsIn(first, last)
  if (months % count === 0) {
    const size = months / count
    const from = month + (place - 1) * size
    if (size % 12 === 0)
      return through(ofYear(year + (from - month) / 12), ofYear(year + (from - month + size) / 12 - 1))
    return through(ofMonth(year, from), ofMonth(year, from + size - 1))
  }
  const size = (last - first + 1) / count
  return ofDays(first + Math.floor((place - 1) * size), first + Math.floor(place * size) - 1)
}

/** How many whole calendar months a stretch is; 0 where it is none. */
function monthsIn(first: Day, last: Day): number {
  const a = civil(first)
  const b = civil(last)
  if (a.day !== 1 || b.day !== monthLength(b.year, b.month)) return 0
  return (b.year - a.year) * 12 + b.month - a.month + 1
}

/**
 * The third Tuesday of a month. «الثلاثاء الثالث من سبتمبر» may also mean Tuesday the 3rd: where the 3rd is a
 * Tuesday it does, and where there is no fifth one it must.
 */
export function nthWeekdayOf(weekday: Weekday, index: number, { first, last }: Closed): Closed | null {
  if (index < 0) return ofDay(last - ((weekdayOf(last) - weekday + 7) % 7))
  if (weekdayOf(first + index - 1) === weekday) return ofDay(first + index - 1)
  const day: Day = first + ((weekday - weekdayOf(first) + 7) % 7) + (index - 1) * 7
  return ofDay(day > last ? first + index - 1 : day)
}
