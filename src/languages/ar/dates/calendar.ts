/** Dates of the calendar: day, month and year, in words and in figures, in one calendar or in both. */
import type { Calendar, CalendarDate, Time } from '../../../extract/dates/time.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { type Month, modifierAt, monthAt, type Year, yearAt } from './months.ts'
import { type Days, daysAt, digitsAt, isComma, isHyphen } from './numbers.ts'
import { bearing, type Rule, skipDayWords } from './rule.ts'

/** A date, a month with its year or modifier, or a month that stands where only a month can. */
export function dateAt(scan: Scan, at: number): Read<Time> | null {
  const { weekday, last: start } = weekdayBefore(scan, at)
  const days = daysAt(scan, start)
  if (!days && weekday !== null) return null
  const month = monthAt(scan, days ? skipOf(scan, days.last) : start)
  if (!month) return days ? null : monthFirst(scan, start)
  let last = month.last
  const before = modifierAt(scan, last)
  if (before) last = before.last
  const year = yearAt(scan, skipYearMark(scan, last))
  if (year) last = year.last
  const after = before ? null : modifierAt(scan, last)
  if (after) last = after.last
  const step = (before ?? after)?.value ?? null
  if (!days && !year && step === null) {
    const first = monthFirst(scan, start)
    if (first) return first
    if (!standsAlone(scan, at, month.value)) return null
  }
  const date: CalendarDate = {
    kind: 'date',
    calendar: month.value.calendar,
    year: year?.value.year ?? null,
    month: month.value.month,
    day: days?.value.from ?? null,
    weekday,
    ...bearing(scan, at, last, step),
  }
  return { value: withDays(date, days?.value ?? null), last }
}

/** «الثلاثاء، 3», «الثلاثاء الموافق 3», «يوم 3»: the weekday before a date, and where the date begins. */
function weekdayBefore(scan: Scan, at: number): { weekday: number | null; last: number } {
  const start = skipDayWords(scan, at)
  const weekday = wordAt(scan, start)?.weekday
  if (weekday === undefined) return { weekday: null, last: start }
  let last = lastOf(scan, start)
  if (isComma(formAt(scan, last)) || formAt(scan, last) === '(') last++
  if (wordAt(scan, last)?.relation === 'in') last++
  if (wordAt(scan, last)?.relation === 'equals') last = lastOf(scan, last)
  return { weekday, last: skipDayWords(scan, last) }
}

/** «من», «/» or «-» between day and month. */
function skipOf(scan: Scan, at: number): number {
  const form = formAt(scan, at)
  return wordAt(scan, at)?.relation === 'from' || form === '/' || isHyphen(form) ? at + 1 : at
}

function skipYearMark(scan: Scan, at: number): number {
  const form = formAt(scan, at)
  return (form === '/' || isComma(form) || isHyphen(form)) && digitsAt(scan, at + 1) !== null ? at + 1 : at
}

const withDays = (date: CalendarDate, days: Days | null): Time =>
  days && days.to > days.from ? { kind: 'range', from: date, to: { ...date, day: days.to } } : date

/** «أبريل 3, 2018», as page furniture has it. */
function monthFirst(scan: Scan, at: number): Read<Time> | null {
  const month = monthAt(scan, at)
  const day = month && digitsAt(scan, month.last)
  if (!month || !day || day > 31 || !isComma(formAt(scan, month.last + 1))) return null
  const year = yearAt(scan, month.last + 2)
  if (!year) return null
  const { calendar, month: number } = month.value
  const date = { calendar, year: year.value.year, month: number, day, weekday: null, direction: null, tense: null }
  return { value: { kind: 'date', ...date }, last: year.last }
}

/** Whether a month's bare name is one where it stands: «مارس» is also a verb, «رجب» a name. */
function standsAlone(scan: Scan, at: number, { sure, ambiguous }: Month): boolean {
  if (sure) return true
  if (ambiguous) return false
  const lexeme = scan.lexemes[at]
  if (lexeme && lexeme.cut > 0 && !lexeme.joined) return true
  const before = wordAt(scan, at - 1)
  return before?.relation !== undefined || before?.part !== undefined || before?.approximator !== undefined
}

export const calendarDate: Rule = {
  id: 'ar/time/calendar-date',
  read(scan, at) {
    const first = dateAt(scan, at)
    const other = first && equivalentOf(scan, first.last, calendarOf(first.value))
    if (!other) return first
    // A Gregorian date wins: the Hijri one depends on where the moon was seen.
    return calendarOf(first.value) === 'gregorian' ? { ...first, last: other.last } : other
  },
  examples: [
    ['وقعت في 11 يوليو (تموز) الماضي', '2015-08-01', '2015-07-11'],
    ['في ديسمبر /كانون الأول 2022', '2023-04-05', '2022-12'],
    ['خلال 3-4 نيسان/أبريل', '2023-04-05', '2023-04-03/2023-04-04'],
    ['يوم الاثنين الثاني من أكتوبر 2017', '2018-01-01', '2017-10-02'],
    ['الثلاثاء، 3 أبريل / نيسان 2018', '2018-04-03', '2018-04-03'],
    ['25 شوال 1436 هـ الموافق 10 أغسطس 2015', '2015-08-10', '2015-08-10'],
    ['الجمعة 10 رمضان 1439هـ', '2018-06-01', '2018-05-25'],
    ['أبريل 3, 2018', '2018-04-03', '2018-04-03'],
    ['في أبريل من العام الماضي', '2018-04-03', '2017-04'],
  ],
  nonExamples: ['مارس ضغوطا على الحكومة', 'قالت تيريزا ماي', 'التقى رجب طيب أردوغان'],
}

const calendarOf = (time: Time): Calendar | null =>
  time.kind === 'date' ? time.calendar : time.kind === 'range' ? calendarOf(time.from) : null

/** The same date in the other calendar: «الموافق 10 أغسطس 2015», «(10 أغسطس 2015)», «/ 10 أغسطس 2015». */
function equivalentOf(scan: Scan, at: number, calendar: Calendar | null): Read<Time> | null {
  const form = formAt(scan, at)
  const bracket = form === '('
  let next = bracket || form === '/' || isComma(form) || isHyphen(form) ? at + 1 : at
  if (wordAt(scan, next)?.relation === 'equals') next = lastOf(scan, next)
  if (formAt(scan, next) === 'ل') next++
  if (next === at) return null
  const date = dateAt(scan, next) ?? numericAt(scan, next)
  if (!date || calendarOf(date.value) === calendar) return null
  return { value: date.value, last: bracket && formAt(scan, date.last) === ')' ? date.last + 1 : date.last }
}

const FULL = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/
const MONTH_YEAR = /^(\d{1,2})[/](\d{4})$/

/** «12/05/2018», «2018-05-12», «12.5.2018», «15/10/1436 هـ», «12 / 5 / 2018», «05/2018». */
export function numericAt(scan: Scan, at: number): Read<Time> | null {
  const token = scan.tokens[at]
  if (token?.kind !== 'number') return null
  const full = FULL.exec(token.form)
  const parts = full ? [full[1], full[3], full[4]] : spaced(scan, at)
  const last = full ? at + 1 : at + 5
  const monthYear = MONTH_YEAR.exec(token.form)
  if (monthYear) return numericDate(scan, inOrder(Number(monthYear[2]), Number(monthYear[1]), null), at + 1)
  return parts ? numericDate(scan, readParts(parts as [string, string, string], full?.[2] ?? '/'), last) : null
}

/** Three numbers with the same mark between them. */
function spaced(scan: Scan, at: number): readonly (string | undefined)[] | null {
  const marks = [formAt(scan, at + 1), formAt(scan, at + 3)]
  const numbers = [at, at + 2, at + 4].map(i => (digitsAt(scan, i) === null ? undefined : formAt(scan, i)))
  const even = marks[0] === marks[1] && (marks[0] === '/' || isHyphen(marks[0]))
  return even && numbers.every(number => number !== undefined) ? numbers : null
}

/** Arabic outlets write day, month, year; a second number that can be no month makes it month, day, year. */
function readParts([a, b, c]: readonly [string, string, string], separator: string): Numeric | null {
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

export const numeric: Rule = {
  id: 'ar/time/numeric-date',
  read(scan, at) {
    const start = skipDayWords(scan, at)
    const weekday = wordAt(scan, start)?.weekday
    const first = weekday === undefined ? start : lastOf(scan, start)
    const date = numericAt(scan, isComma(formAt(scan, first)) ? first + 1 : first)
    if (date?.value.kind !== 'date') return null
    return { ...date, value: { ...date.value, weekday: weekday ?? null } }
  },
  examples: [
    ['نشر في 12/05/2018', '2018-05-13', '2018-05-12'],
    ['بتاريخ 2018-05-12', '2018-05-13', '2018-05-12'],
    ['السبت 12 / 5 / 2018', '2018-05-13', '2018-05-12'],
    ['بتاريخ 15/10/1436 هـ', '2015-08-01', '2015-07-31'],
  ],
  nonExamples: ['هاتف 920.000.123', 'بلغ 10.000 مدني', 'فاز 3-2', 'المادة 12/3'],
}

export const yearTime = ({ year, calendar }: Pick<Year, 'year' | 'calendar'>): CalendarDate => ({
  kind: 'date',
  calendar,
  year,
  month: null,
  day: null,
  weekday: null,
  direction: null,
  tense: null,
})
