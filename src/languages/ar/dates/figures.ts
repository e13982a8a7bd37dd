/** Dates in figures: «12/05/2018», «2018-05-12», «15/10/1436 هـ», «يوم 22/4». */
import type { Time } from '../../../extract/dates/time.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { isComma } from './numbers.ts'
import { bearing, type Rule, skipDayWords } from './rule.ts'

const FULL = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/
const MONTH_YEAR = /^(?:(?<month>\d{1,2})\/(?<year>\d{4})|(?<first>\d{4})\/(?<second>\d{1,2}))$/

/** «12/05/2018», «2018-05-12», «12.5.2018», «15/10/1436 هـ», «12 / 5 / 2018», «05/2018». */
export function numericAt(scan: Scan, at: number): Read<Time> | null {
  const token = scan.tokens[at]
  if (token?.kind !== 'number') return null
  const { month, year, first, second } = MONTH_YEAR.exec(token.form)?.groups ?? {}
  const monthYear = inOrder(Number(year ?? first), Number(month ?? second), null)
  for (let last = at + MOST_TOKENS; last > at; last--) {
    const full = FULL.exec(figures(scan, at, last))
    if (full)
      return numericDate(scan, readParts(full[1] as string, full[3] as string, full[4] as string, full[2]), last)
  }
  return monthYear && numericDate(scan, monthYear, at + 1)
}

/** «12 / 5 / 2018» comes in five tokens, «12/10/ 1436» in three. */
const MOST_TOKENS = 5

/** Tokens as one figure without their spaces; empty where one is neither number nor separator. */
function figures({ tokens }: Scan, first: number, last: number): string {
  let figure = ''
  for (let at = first; at < last; at++) {
    const token = tokens[at]
    if (!token || (token.kind !== 'number' && token.form !== '/' && token.form !== '-')) return ''
    figure += token.form
  }
  return figure
}

/** Arabic outlets write day, month, year; a second number that can be no month makes it month, day, year. */
function readParts(a: string, b: string, c: string, separator: string | undefined): Numeric | null {
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  if (a.length === 4) return inOrder(x, y, z)
  const year = c.length === 4 ? z : c.length === 2 && separator === '/' ? 2000 + z : null
  if (year === null) return null
  return y > 12 ? inOrder(year, x, y) : inOrder(year, y, x)
}

interface Numeric {
  readonly year: number
  readonly month: number
  readonly day: number | null
}

const inOrder = (year: number, month: number, day: number | null): Numeric | null =>
  month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31)) && year >= 1300 && year <= 2100
    ? { year, month, day }
    : null

function numericDate(scan: Scan, parts: Numeric | null, last: number): Read<Time> | null {
  if (!parts) return null
  const era = wordAt(scan, last)?.era
  const hijri = era ? era === 'hijri' : parts.year < 1500
  const calendar = hijri ? 'hijri' : 'gregorian'
  const value = { kind: 'date', calendar, weekday: null, direction: null, tense: null, ...parts } as const
  return { value, last: era ? lastOf(scan, last) : last }
}

const DAY_MONTH = /^(\d{1,2})\/(\d{1,2})$/

/** «يوم 22/4», «الثلاثاء 3/4»: only where a word says that it is a day. */
function dayAndMonth(scan: Scan, at: number): Read<Time> | null {
  const [, day, month] = DAY_MONTH.exec(formAt(scan, at) ?? '') ?? []
  const parts = inOrder(2000, Number(month), Number(day))
  if (!parts) return null
  const value = { kind: 'date', calendar: 'gregorian', weekday: null, ...parts, year: null } as const
  return { value: { ...value, ...bearing(scan, at, at + 1, null) }, last: at + 1 }
}

export const numeric: Rule = {
  id: 'ar/time/numeric-date',
  read(scan, at) {
    const start = skipDayWords(scan, at)
    const weekday = wordAt(scan, start)?.weekday
    const first = weekday === undefined ? start : lastOf(scan, start)
    const figures = isComma(formAt(scan, first)) ? first + 1 : first
    const date = numericAt(scan, figures) ?? (figures > at ? dayAndMonth(scan, figures) : null)
    if (date?.value.kind !== 'date') return null
    return { ...date, value: { ...date.value, weekday: weekday ?? null } }
  },
  examples: [
    ['نشر في 12/05/2018', '2018-05-13', '2018-05-12'],
    ['بتاريخ 2018-05-12', '2018-05-13', '2018-05-12'],
    ['السبت 12 / 5 / 2018', '2018-05-13', '2018-05-12'],
    ['عقد يوم 22/4', '2018-05-13', '2018-04-22'],
    ['منذ 3/2015', '2018-05-13', '2015-03'],
    ['بتاريخ 15/10/ 1436 هـ', '2015-08-01', '2015-07-31'],
  ],
  nonExamples: ['هاتف 920.000.123', 'بلغ 10.000 طن', 'فاز 3-2', 'المادة 12/3'],
}
