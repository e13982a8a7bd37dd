/** Stretches of days: what a time expression resolves to, before it is printed as EDTF with its bounds. */
import type { DateValue } from '../../types.ts'
import { type Day, dayNumber, firstOf, isoDate, monthLength, pad } from './calendar.ts'

/** An EDTF value and the days that bound it, both inclusive; null where it is open or unknown. */
export interface Stretch {
  readonly edtf: string
  readonly first: Day | null
  readonly last: Day | null
}

/** A stretch that is bounded on both sides. */
export interface Closed extends Stretch {
  readonly first: Day
  readonly last: Day
}

export const ofDay = (day: Day): Closed => ({ edtf: isoDate(day), first: day, last: day })

/** `month` may lie outside 1 to 12 and then counts into other years. */
export function ofMonth(year: number, month: number): Closed {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((((month - 1) % 12) + 12) % 12) + 1
  const first = firstOf(y, m)
  return { edtf: `${pad(y, 4)}-${pad(m, 2)}`, first, last: first + monthLength(y, m) - 1 }
}

export function ofYear(year: number): Closed {
  return { edtf: pad(year, 4), first: firstOf(year, 1), last: firstOf(year + 1, 1) - 1 }
}

/** The decade in which a year lies: `199X`. */
export function ofDecade(year: number): Closed {
  const decade = Math.floor(year / 10)
  return { edtf: `${pad(decade, 3)}X`, first: firstOf(decade * 10, 1), last: firstOf(decade * 10 + 10, 1) - 1 }
}

/** The hundred years that share a year's first two digits: `19XX`. */
export function ofCentury(year: number): Closed {
  const century = Math.floor(year / 100)
  return { edtf: `${pad(century, 2)}XX`, first: firstOf(century * 100, 1), last: firstOf(century * 100 + 100, 1) - 1 }
}

/** A season as EDTF level 1 codes it, 21 spring to 24 winter; winter runs from December of its year into the next. */
export function ofSeason(year: number, season: 21 | 22 | 23 | 24): Closed {
  const month = (season - 20) * 3
  return { edtf: `${pad(year, 4)}-${season}`, first: firstOf(year, month), last: firstOf(year, month + 3) - 1 }
}

/** Days from `first` to `last`, as a single day where they are one. */
export function ofDays(first: Day, last: Day): Closed {
  return first === last ? ofDay(first) : { edtf: `${isoDate(first)}/${isoDate(last)}`, first, last }
}

/** From the start of one stretch to the end of another; null where the end comes before the start. */
export function through(from: Closed, to: Closed): Closed | null {
  if (from.edtf === to.edtf) return from
  if (to.last < from.first || from.edtf.includes('/') || to.edtf.includes('/')) {
    return to.last < from.first ? null : ofDays(from.first, to.last)
  }
  return { edtf: `${from.edtf}/${to.edtf}`, first: from.first, last: to.last }
}

export function toDateValue({ edtf, first, last }: Stretch): DateValue {
  return { edtf, min: first === null ? null : isoDate(first), max: last === null ? null : isoDate(last) }
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?[~?%]?$/u

/**
 * Reads EDTF as this module writes it, and ISO instants: years, months, days, seasons, decades, centuries, closed intervals and
 * sets of these. Null for anything else.
 */
export function readStretch(text: string): Closed | null {
  const edtf = text.trim()
  if (edtf.startsWith('[') && edtf.endsWith(']')) return readSet(edtf)
  const [from, to, more] = edtf.split('/')
  if (to === undefined) return readSingle(edtf)
  const [a, b] = [readSingle(from as string), readSingle(to)]
  return a && b && more === undefined ? through(a, b) : null
}

function readSet(edtf: string): Closed | null {
  const members = edtf.slice(1, -1).split(',').map(readStretch)
  const [first, last] = [members[0], members.at(-1)]
  return first && last && !members.includes(null) ? { edtf, first: first.first, last: last.last } : null
}

function readSingle(text: string): Closed | null {
  if (/^\d{3}X$/u.test(text)) return ofDecade(Number(text.slice(0, 3)) * 10)
  if (/^\d{2}XX$/u.test(text)) return ofCentury(Number(text.slice(0, 2)) * 100)
  const match = ISO.exec(text)
  if (!match) return null
  const [year, month, day] = match.slice(1).map(part => (part === undefined ? null : Number(part))) as [
    number,
    number | null,
    number | null,
  ]
  if (month === null) return ofYear(year)
  if (month >= 21 && month <= 24 && day === null) return ofSeason(year, month as 21)
  if (month < 1 || month > 12) return null
  if (day === null) return ofMonth(year, month)
  const number = dayNumber(year, month, day)
  return number === null ? null : ofDay(number)
}
