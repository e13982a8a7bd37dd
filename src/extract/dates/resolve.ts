/** Time → stretch of days, against the day of publication. */
import { civil, type Day, weekdayOf, weekStart } from './calendar.ts'
import { fractionOf, nthWeekdayOf, partOf } from './parts.ts'
import { type Closed, ofCentury, ofDay, ofDays, ofDecade, ofMonth, ofYear, through } from './stretch.ts'
import type { CalendarDate, Range, Shift, Time, Unit, WeekdayTime } from './time.ts'
import { dateOn, feastOn, seasonOn } from './yearly.ts'

/** The days on one of which the article was published. */
export interface Reference {
  readonly first: Day
  readonly last: Day
}

export interface Resolution {
  readonly stretch: Closed
  /** Whether the words give the whole date, or the date of publication was needed. */
  readonly basis: 'stated' | 'inferred'
}

/** A reference wider than this many days says too little to resolve against. */
const WIDEST_REFERENCE = 366

/**
 * What a time points at, or null where that cannot be told: no reference for a time that needs one, no such date (31 April),
 * a Hijri year outside the table.
 */
export function resolve(time: Time, reference: Reference | null): Resolution | null {
  const stated = resolveOn(time, null)
  if (stated) return { stretch: stated, basis: 'stated' }
  if (!reference || reference.last - reference.first > WIDEST_REFERENCE) return null
  const early = resolveOn(time, reference.first)
  const late = reference.last === reference.first ? early : resolveOn(time, reference.last)
  const stretch = early && late && through(early, late)
  return stretch ? { stretch, basis: 'inferred' } : null
}

/** Whether the calendar has a date like this one in some year: there is no 31 April. Hijri dates must lie in the table. */
export function exists(time: Time): boolean {
  switch (time.kind) {
    case 'date':
      return COMMON_AND_LEAP[time.calendar].some(year => resolveOn(stated(time, year), null) !== null)
    case 'part':
    case 'fraction':
    case 'beside':
    case 'nth weekday':
      return exists(time.of)
    case 'range':
      return exists(time.from) && exists(time.to)
    default:
      return true
  }
}

/** A year without and a year with the longest February, and for the other calendar the longest last month. */
const COMMON_AND_LEAP = { gregorian: [2023, 2024], hijri: [1438, 1439, 1440, 1441, 1442, 1443] }

const stated = (date: CalendarDate, year: number): CalendarDate =>
  typeof date.year === 'number' ? date : { ...date, year }

/** Resolves against one day of publication; `null` as day answers only what needs none. */
export function resolveOn(time: Time, published: Day | null): Closed | null {
  switch (time.kind) {
    case 'date':
      return dateOn(time, published)
    case 'weekday':
      return published === null ? null : ofDay(nearWeekday(time, published))
    case 'shift':
      return shift(time, published)
    case 'part':
      return within(time.of, published, whole => partOf(time.part, whole))
    case 'fraction':
      return within(time.of, published, whole => fractionOf(time, whole))
    case 'nth weekday':
      return within(time.of, published, whole => nthWeekdayOf(time.weekday, time.index, whole))
    case 'range':
      return range(time, published)
    case 'beside':
      return within(time.of, published, whole => ofDay(time.side === 'before' ? whole.first - 1 : whole.last + 1))
    case 'era':
      return time.unit === 'decade' ? ofDecade(time.year) : ofCentury(time.year)
    case 'season':
      return seasonOn(time, published)
    case 'feast':
      return feastOn(time, published)
  }
}

function within(of: Time, published: Day | null, take: (whole: Closed) => Closed | null): Closed | null {
  const whole = resolveOn(of, published)
  return whole && take(whole)
}

/** The ends must follow each other: «28 ديسمبر - 3 يناير 2018» begins in 2017, «من الأحد إلى الخميس» in the week in which it ends. */
function range({ from, to }: Range, published: Day | null): Closed | null {
  const [first, last] = [resolveOn(from, published), resolveOn(to, published)]
  if (!first || !last) return null
  const direct = through(first, last)
  if (direct) return direct
  if (from.kind === 'weekday' && to.kind === 'weekday') {
    const length = (to.weekday - from.weekday + 7) % 7
    const future = to.direction === 'future' || to.tense === 'future'
    return future ? ofDays(first.first, first.first + length) : ofDays(last.last - length, last.last)
  }
  if (from.kind !== 'date' || from.month === null) return null
  const earlier = resolveOn({ ...from, year: civil(last.first).year - 1 }, published)
  return earlier && through(earlier, last)
}

/** A bare weekday is the last one up to publication, after a future verb the next one; «الماضي» and «المقبل» leave out the day itself. */
function nearWeekday({ weekday, weeks, direction, tense }: WeekdayTime, published: Day): Day {
  const back = (weekdayOf(published) - weekday + 7) % 7
  if (direction === 'past') return published - (back || 7) + weeks * 7
  if (direction === 'future') return published + 7 - back + weeks * 7
  if (direction === 'present') return weekStart(published) + weekday
  return tense === 'future' && back > 0 ? published + 7 - back : published - back
}

/** A weekday beside a deictic overrules it by no more than so many days. */
const WEEKDAY_REACH = 2

function shift({ unit, amount, weekday, date }: Shift, published: Day | null): Closed | null {
  const said = date && resolveOn(date, published)
  if (said) return said
  if (published === null) return null
  if (unit === 'day') {
    const day = published + amount
    if (weekday === null) return ofDay(day)
    const off = ((weekday - weekdayOf(day) + 10) % 7) - 3
    return ofDay(Math.abs(off) <= WEEKDAY_REACH ? day + off : day)
  }
  return periodOf(unit, amount, published)
}

/** The calendar unit that lies so many units from the one of a day. */
function periodOf(unit: Unit, amount: number, day: Day): Closed {
  const { year, month } = civil(day)
  switch (unit) {
    case 'day':
      return ofDay(day + amount)
    case 'week': {
      const monday = weekStart(day) + amount * 7
      return ofDays(monday, monday + 6)
    }
    case 'month':
      return ofMonth(year, month + amount)
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + amount * 3
      return through(ofMonth(year, first), ofMonth(year, first + 2)) as Closed
    }
    case 'year':
      return ofYear(year + amount)
    case 'decade':
      return ofDecade(year + amount * 10)
    case 'century':
      return ofCentury(year + amount * 100)
  }
}
