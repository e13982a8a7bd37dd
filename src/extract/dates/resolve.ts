/** Time → stretch of days, against the day of publication. */
import { civil, type Day, dayNumber, firstOf, isoDate, monthLength, weekdayOf, weekStart } from './calendar.ts'
import { type Closed, ofCentury, ofDay, ofDays, ofDecade, ofMonth, ofSeason, ofYear, through } from './stretch.ts'
import type {
  Bearing,
  Beside,
  CalendarDate,
  Feast,
  Fraction,
  Part,
  Shift,
  Time,
  Unit,
  WeekdayTime,
  YearOf,
} from './time.ts'
import { hijriDay, hijriMonth, toHijri } from './umm-al-qura.ts'

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

/** Resolves against one day of publication; `null` as day answers only what needs none. */
export function resolveOn(time: Time, published: Day | null): Closed | null {
  switch (time.kind) {
    case 'date':
      return time.calendar === 'hijri' ? hijriDate(time, published) : gregorianDate(time, published)
    case 'weekday':
      return published === null ? null : ofDay(nearWeekday(time, published))
    case 'shift':
      return shift(time, published)
    case 'part':
      return part(time, published)
    case 'fraction':
      return fraction(time, published)
    case 'range':
      return range(resolveOn(time.from, published), resolveOn(time.to, published))
    case 'beside':
      return beside(time, published)
    case 'era':
      return time.unit === 'decade' ? ofDecade(time.year) : ofCentury(time.year)
    case 'season':
      return yearly(time, published, year => ofSeason(year, time.season))
    case 'feast':
      return feast(time, published)
  }
}

const range = (from: Closed | null, to: Closed | null) => from && to && through(from, to)

function gregorianDate(date: CalendarDate, published: Day | null): Closed | null {
  const { month, day } = date
  if (month === null) {
    const year = fixedYear(date.year, published)
    return year === null ? null : ofYear(year)
  }
  return yearly(date, published, year => {
    if (day === null) return ofMonth(year, month)
    const number = dayNumber(year, month, day)
    return number === null ? null : ofDay(number)
  })
}

function hijriDate(date: CalendarDate, published: Day | null): Closed | null {
  const { month, day } = date
  const inYear = (year: number): Closed | null => {
    if (month === null) {
      const first = hijriMonth(year, 1)
      const last = hijriMonth(year, 12)
      return first && last && ofDays(first.first, last.last)
    }
    if (day === null) {
      const bounds = hijriMonth(year, month)
      return bounds && ofDays(bounds.first, bounds.last)
    }
    const number = hijriDay(year, month, day)
    return number === null ? null : ofDay(number)
  }
  return yearly(date, published, inYear, day => toHijri(day)?.year ?? null)
}

const gregorianYear = (day: Day): number | null => civil(day).year

/** The year that a date names, if it names one and, where it counts from publication, publication is known. */
function fixedYear(year: YearOf, published: Day | null, yearOf = gregorianYear): number | null {
  if (typeof year === 'number') return year
  if (year === null || published === null) return null
  const own = yearOf(published)
  return own === null ? null : own + year.shift
}

/** Something that comes once a year: in the year named, or the nearest one that direction and tense allow. */
function yearly(
  date: Bearing & { readonly year: YearOf },
  published: Day | null,
  inYear: (year: number) => Closed | null,
  yearOf = gregorianYear,
): Closed | null {
  const fixed = fixedYear(date.year, published, yearOf)
  if (fixed !== null) return inYear(fixed)
  const own = published === null ? null : yearOf(published)
  if (date.year !== null || published === null || own === null) return null
  const candidates = [own - 1, own, own + 1].map(inYear).filter(stretch => stretch !== null)
  return nearest(candidates, date, published)
}

/** So far, in days, does tense outweigh nearness: «في 25 سبتمبر» after a verb in the past is not eleven months ago. */
const TENSE_REACH = 300

function nearest(candidates: readonly Closed[], { direction, tense }: Bearing, published: Day): Closed | null {
  const closest = (among: readonly Closed[]) =>
    among.reduce<Closed | null>(
      (best, next) => (best && away(best, published) <= away(next, published) ? best : next),
      null,
    )
  if (direction === 'past') return closest(candidates.filter(({ last }) => last < published))
  if (direction === 'future') return closest(candidates.filter(({ first }) => first > published))
  const near = closest(candidates)
  if (direction === 'present' || tense === null) return near
  const fitting = closest(
    candidates.filter(({ first, last }) => (tense === 'past' ? first <= published : last >= published)),
  )
  return fitting && away(fitting, published) <= TENSE_REACH ? fitting : near
}

/** Days between a stretch and a day; 0 inside. */
const away = ({ first, last }: Closed, day: Day) => Math.max(first - day, day - last, 0)

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

function beside({ side, of }: Beside, published: Day | null): Closed | null {
  const time = resolveOn(of, published)
  return time && ofDay(side === 'before' ? time.first - 1 : time.last + 1)
}

function part({ part, of }: Part, published: Day | null): Closed | null {
  const whole = resolveOn(of, published)
  if (!whole) return null
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

function fraction({ cut, index, of }: Fraction, published: Day | null): Closed | null {
  const whole = resolveOn(of, published)
  if (!whole) return null
  const { first, last } = whole
  if (cut === 'decade') return ofDecade(civil(first).year + (index < 0 ? 9 : index - 1) * 10)
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

function feast({ calendar, month, day, days, ...bearing }: Feast, published: Day | null): Closed | null {
  const inYear = (year: number): Closed | null => {
    const first = calendar === 'hijri' ? hijriDay(year, month, day) : dayNumber(year, month, day)
    return first === null ? null : ofDays(first, first + days - 1)
  }
  if (calendar === 'gregorian') return yearly(bearing, published, inYear)
  const { year } = bearing
  const gregorian = fixedYear(year, published)
  if (gregorian === null) return yearly(bearing, published, inYear, at => toHijri(at)?.year ?? null)
  // A feast named with a Gregorian year: the Hijri feast that falls into it.
  const hijri = toHijri(firstOf(gregorian, 1))?.year
  if (hijri === undefined) return null
  return (
    [hijri, hijri + 1].map(inYear).find(found => found && isoDate(found.first).startsWith(String(gregorian))) ?? null
  )
}
