/** Times that come once a year, dates and seasons and feasts, in the year that is meant. */
import { civil, type Day, dayNumber, firstOf, type Weekday, weekdayOf } from './calendar.ts'
import { type Closed, ofDay, ofDays, ofMonth, ofSeason, ofYear } from './stretch.ts'
import type { Bearing, CalendarDate, Feast, Season, YearOf } from './time.ts'
import { hijriDay, hijriMonth, toHijri } from './umm-al-qura.ts'

/** A date of either calendar; null where it needs publication and that is not known, and where there is no such date. */
export const dateOn = (date: CalendarDate, published: Day | null): Closed | null =>
  date.calendar === 'hijri' ? hijriDate(date, published) : gregorianDate(date, published)

export const seasonOn = (season: Season, published: Day | null): Closed | null =>
  yearly(season, published, year => ofSeason(year, season.season))

export function feastOn({ calendar, month, day, days, ...bearing }: Feast, published: Day | null): Closed | null {
  const inYear = (year: number): Closed | null => {
    const first = calendar === 'hijri' ? hijriDay(year, month, day) : dayNumber(year, month, day)
    return first === null ? null : ofDays(first, first + days - 1)
  }
  if (calendar === 'gregorian') return yearly(bearing, published, inYear)
  const year = fixedYear(bearing.year, published)
  return year === null ? yearly(bearing, published, inYear, hijriYear) : inGregorian(year, inYear)
}

function gregorianDate(date: CalendarDate, published: Day | null): Closed | null {
  const { month, day } = date
  if (month === null) {
    const year = fixedYear(date.year, published)
    return year === null ? null : ofYear(year)
  }
  const inYear = (year: number): Closed | null => {
    if (day === null) return ofMonth(year, month)
    const number = dayNumber(year, month, day)
    return number === null ? null : ofDay(number)
  }
  return yearly(date, published, inYear, gregorianYear, day === null ? null : date.weekday)
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
  const year = fixedYear(date.year, published)
  if (year !== null && year > LAST_HIJRI) return inGregorian(year, inYear)
  return yearly(date, published, inYear, hijriYear)
}

/** Years above are Gregorian, even beside a Hijri month: «رمضان 2019». */
const LAST_HIJRI = 1500

const hijriYear = (day: Day): number | null => toHijri(day)?.year ?? null

/** What the Hijri calendar repeats every year, as it begins in a Gregorian one. */
function inGregorian(year: number, inYear: (year: number) => Closed | null): Closed | null {
  const hijri = hijriYear(firstOf(year, 1))
  if (hijri === null) return null
  return [hijri, hijri + 1].map(inYear).find(found => found && civil(found.first).year === year) ?? null
}

const gregorianYear = (day: Day): number | null => civil(day).year

/** The year that a date names, if it names one and, where it counts from publication, publication is known. */
function fixedYear(year: YearOf, published: Day | null, yearOf = gregorianYear): number | null {
  if (typeof year === 'number') return year
  if (year === null || published === null) return null
  const own = yearOf(published)
  return own === null ? null : own + year.shift
}

/**
 * Something that comes once a year: in the year named, or the nearest one that direction and tense allow. A weekday said beside
 * it chooses among the years when the nearest is not close by.
 */
function yearly(
  date: Bearing & { readonly year: YearOf },
  published: Day | null,
  inYear: (year: number) => Closed | null,
  yearOf = gregorianYear,
  weekday: Weekday | null = null,
): Closed | null {
  const fixed = fixedYear(date.year, published, yearOf)
  if (fixed !== null) return inYear(fixed)
  const own = published === null ? null : yearOf(published)
  if (date.year !== null || published === null || own === null) return null
  const candidates = [own - 1, own, own + 1].map(inYear).filter(stretch => stretch !== null)
  const near = nearest(candidates, date, published)
  // A weekday that does not fit a date close by is a slip of the pen; further off it tells which year is meant.
  if (weekday === null || !near || away(near, published) <= CLOSE_BY) return near
  const fitting = candidates.filter(({ first }) => weekdayOf(first) === weekday)
  return fitting.length > 0 ? nearest(fitting, date, published) : near
}

/** Up to so many days from publication the year is beyond doubt. */
const CLOSE_BY = 60

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
