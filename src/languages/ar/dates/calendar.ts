/** Dates of the calendar: day, month and year, in words and in figures, in one calendar or in both. */
import type { Calendar, CalendarDate, Time } from '../../../extract/dates/time.ts'
import { numericAt } from './figures.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { type Month, modifierAt, monthAt, type Year, yearAt } from './months.ts'
import { type Days, daysAt, digitsAt, isComma, isHyphen } from './numbers.ts'
import { bearing, type Rule, skipDayWords } from './rule.ts'

/** A date, a month with its year or modifier, or a month that stands where only a month can. */
export function dateAt(scan: Scan, at: number): Read<Time> | null {
  const { weekday, last: start, bracket } = weekdayBefore(scan, at)
  const days = daysAt(scan, start)
  if (!days && weekday !== null) return null
  const month = monthAt(scan, days ? skipOf(scan, days.last) : start)
  if (!month) return days ? null : monthFirst(scan, start)
  let last = month.last
  const before = modifierAt(scan, last)
  if (before) last = before.last
  const year = yearAt(scan, skipYearMark(scan, last), true)
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
  const nth = weekday !== null && days && wordAt(scan, start)?.ordinal !== undefined && days.value.to <= 5
  if (nth && days.value.from === days.value.to && date.calendar === 'gregorian') {
    const of = { ...date, day: null, weekday: null }
    return { value: { kind: 'nth weekday', weekday, index: days.value.from, of }, last }
  }
  if (bracket && formAt(scan, last) === ')') last++
  return { value: withDays(date, days?.value ?? null), last }
}

/** «الثلاثاء، 3», «الثلاثاء الموافق 3», «يوم 3»: the weekday before a date, and where the date begins. */
function weekdayBefore(scan: Scan, at: number): { weekday: number | null; last: number; bracket: boolean } {
  const start = skipDayWords(scan, at)
  const weekday = wordAt(scan, start)?.weekday
  if (weekday === undefined) return { weekday: null, last: start, bracket: false }
  let last = lastOf(scan, start)
  const bracket = formAt(scan, last) === '(' && formAt(scan, last + 2) !== ')'
  if (bracket || isComma(formAt(scan, last))) last++
  if (wordAt(scan, last)?.relation === 'in') last++
  if (wordAt(scan, last)?.relation === 'equals') last = lastOf(scan, last)
  return { weekday, last: skipDayWords(scan, last), bracket }
}

/** «من», «/» or «-» between day and month. */
function skipOf(scan: Scan, at: number): number {
  const form = formAt(scan, at)
  return wordAt(scan, at)?.relation === 'from' || form === '/' || isHyphen(form) ? at + 1 : at
}

function skipYearMark(scan: Scan, at: number): number {
  const form = formAt(scan, at)
  const number = digitsAt(scan, at + 1) ?? wordAt(scan, at + 1)?.number
  return (form === '/' || isComma(form) || isHyphen(form)) && number !== undefined ? at + 1 : at
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
    ['سافر في 9 مايو (أيار) الماضي', '2015-08-01', '2015-05-09'],
    ['في ديسمبر /كانون الأول 2022', '2023-04-05', '2022-12'],
    ['خلال 3-4 نيسان/أبريل', '2023-04-05', '2023-04-03/2023-04-04'],
    ['يوم الاثنين الثاني من أكتوبر 2017', '2018-01-01', '2017-10-02'],
    ['الثلاثاء، 3 أبريل / نيسان 2018', '2018-04-03', '2018-04-03'],
    ['1 محرم 1440 هـ الموافق 11 سبتمبر 2018', '2018-10-10', '2018-09-11'],
    ['الجمعة 10 رمضان 1439هـ', '2018-06-01', '2018-05-25'],
    ['الثلاثاء (1) محرم 1440ه', '2018-10-01', '2018-09-11'],
    ['أبريل 3, 2018', '2018-04-03', '2018-04-03'],
    ['في أبريل من العام الماضي', '2018-04-03', '2017-04'],
    ['في مايو العام الماضي', '2018-04-03', '2017-05'],
    ['في 7 فبراير ألفين وثمانية عشر', '2018-04-03', '2018-02-07'],
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
