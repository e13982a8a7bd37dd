/** Months, years and the modifiers that go with them. */
import type { Calendar, YearOf } from '../../../extract/dates/time.ts'
import { formAt, lastOf, type Read, type Scan, type Word, wordAt } from './lexemes.ts'
import { digitsAt, isHyphen, numberAt } from './numbers.ts'

export interface Month {
  readonly calendar: Calendar
  readonly month: number
  /** Whether «شهر» stands before it, or both its names are given. */
  readonly sure: boolean
  readonly ambiguous: boolean
}

/** A month by one name or by two: «شهر مارس», «نيسان/أبريل», «يناير (كانون الثاني)», «ديسمبر كانون الأول». */
export function monthAt(scan: Scan, at: number): Read<Month> | null {
  const unit = wordAt(scan, at)?.unit
  const named = unit?.unit === 'month' && unit.count === 1
  const first = named ? lastOf(scan, at) : at
  const month = wordAt(scan, first)?.month
  if (!month) return named ? numberedMonth(scan, first) : null
  const last = lastOf(scan, first)
  const twin = twinOf(scan, last, month)
  const { calendar, number, ambiguous } = month
  return { value: { calendar, month: number, sure: named || twin !== null, ambiguous }, last: twin ?? last }
}

/** «شهر 3», «شهر ثلاثة»: nothing is told of a month so called unless a day or year stands with it. */
function numberedMonth(scan: Scan, at: number): Read<Month> | null {
  const number = numberAt(scan, at)
  if (!number || number.value < 1 || number.value > 12 || wordAt(scan, number.last)?.counted) return null
  const month = { calendar: 'gregorian', month: number.value, sure: false, ambiguous: true } as const
  return { value: month, last: number.last }
}

/** Where the second name of a month ends, or null where none follows. */
function twinOf(scan: Scan, at: number, { calendar, number }: NonNullable<Word['month']>): number | null {
  const opener = formAt(scan, at)
  const bracket = opener === '(' || opener === '['
  const separated = bracket || opener === '/' || opener === '\\' || isHyphen(opener)
  const name = separated ? at + 1 : at
  const twin = wordAt(scan, name)?.month
  if (twin?.calendar !== calendar || twin.number !== number) return null
  const last = lastOf(scan, name)
  if (!bracket) return last
  const closer = formAt(scan, last)
  return closer === ')' || closer === ']' ? last + 1 : null
}

/** Hijri years that newspapers write, and Gregorian ones. */
const isYear = (value: number) => value >= 1000 && value <= 2100
/** «عام 48», «سنة 73». */
const isShortYear = (value: number) => value >= 30 && value <= 99
const isHijriYear = (value: number) => value >= 1300 && value < 1500

export interface Year {
  readonly year: YearOf
  readonly calendar: Calendar
  /** Whether «عام» or an era says that it is a year. */
  readonly sure: boolean
}

/**
 * «2018», «ألفين وثمانية عشر», «عام 2018», «سنة 1439 هـ», «من العام الماضي», «من العام نفسه». After a month «العام الماضي» needs
 * no «من».
 */
export function yearAt(scan: Scan, at: number, afterMonth = false): Read<Year> | null {
  const relation = wordAt(scan, at)?.relation
  const of = relation === 'from' || (afterMonth && relation === 'in')
  const start = of ? at + 1 : at
  const unit = wordAt(scan, start)?.unit
  const named = unit?.unit === 'year' && unit.count === 1
  const first = named ? lastOf(scan, start) : start
  const counted = (of || afterMonth) && named && unit.definite ? countedYear(scan, first) : null
  if (counted) return counted
  const number = numberAt(scan, first)
  if (!number || (of && !named)) return null
  const short = named && isShortYear(number.value) && !wordAt(scan, number.last)?.counted
  if (short) return { value: { year: 1900 + number.value, calendar: 'gregorian', sure: true }, last: number.last }
  if (!isYear(number.value)) return null
  const era = wordAt(scan, number.last)?.era
  const hijri = era ? era === 'hijri' : isHijriYear(number.value)
  return {
    value: {
      year: number.value,
      calendar: hijri ? 'hijri' : 'gregorian',
      sure: named || era !== undefined,
    },
    last: era ? lastOf(scan, number.last) : number.last,
  }
}

/** «(من) العام الماضي», «(من) العام نفسه»: a year counted from publication, or the last one that was named. */
function countedYear(scan: Scan, at: number): Read<Year> | null {
  const modifier = modifierAt(scan, at)
  if (modifier)
    return { value: { year: { shift: modifier.value }, calendar: 'gregorian', sure: true }, last: modifier.last }
  if (!wordAt(scan, at)?.same) return null
  const year = yearBefore(scan, at)
  return year === null ? null : { value: { year, calendar: 'gregorian', sure: true }, last: at + 1 }
}

/** How far back, in tokens, «العام نفسه» may point. */
const REACH = 60

function yearBefore(scan: Scan, at: number): number | null {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const number = digitsAt(scan, i)
    if (number !== null && number >= 1800 && isYear(number)) return number
  }
  return null
}

/** «الماضي», «الجاري», «المقبل», «قبل الماضي»: how many periods from the present one. */
export function modifierAt(scan: Scan, at: number): Read<number> | null {
  const step = wordAt(scan, at)?.step
  return step === undefined ? null : { value: step, last: lastOf(scan, at) }
}
