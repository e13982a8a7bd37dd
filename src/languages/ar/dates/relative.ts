/** Days counted from publication: «أمس», «الخميس الماضي», «20 من الشهر الجاري». */
import type { Shift, Time, WeekdayTime } from '../../../extract/dates/time.ts'
import { dateAt } from './calendar.ts'
import { numericAt } from './figures.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { modifierAt } from './months.ts'
import { daysAt, digitsAt, isComma, isHyphen } from './numbers.ts'
import { periodAt } from './periods.ts'
import { bearing, type Rule, shift, skipDayWords } from './rule.ts'

export const deictic: Rule = {
  id: 'ar/time/deictic',
  read(scan, at) {
    const start = skipDayWords(scan, wordAt(scan, at)?.earlierOrLater ? lastOf(scan, at) : at)
    const days = wordAt(scan, start)?.days
    if (days === undefined) return null
    const last = lastOf(scan, start)
    if (days === 0 && wordAt(scan, last)?.notToday) return null
    const beside = besideDeictic(scan, last)
    const { weekday = null, date = null } = beside?.value ?? {}
    return { value: { kind: 'shift', unit: 'day', amount: days, weekday, date }, last: beside?.last ?? last }
  },
  examples: [
    ['تقابلا صباح اليوم الأربعاء', '2016-09-14', '2016-09-14'],
    ['عاد مساء أول من أمس الخميس', '2015-08-01', '2015-07-30'],
    ['قال يوم أمس، الجمعة، إنه مستعد', '2015-08-01', '2015-07-31'],
    ['أعلن أمس (الأربعاء) استقالته', '2018-04-05', '2018-04-04'],
    ['اليوم الثلاثاء 3 أبريل 2018 أعلن', '2018-04-04', '2018-04-03'],
    ['يصل بعد غد', '2015-08-01', '2015-08-03'],
  ],
  nonExamples: ['في اليوم التالي', 'في حزب الغد', 'قناة روسيا اليوم', 'اليوم العالمي للصحافة'],
}

/** The weekday or date that stands beside a deictic: «أمس الجمعة», «اليوم (الثلاثاء 3 أبريل)», «أمس الموافق 3 أبريل». */
function besideDeictic(scan: Scan, at: number): Read<Pick<Shift, 'weekday' | 'date'>> | null {
  const bracket = formAt(scan, at) === '('
  const comma = isComma(formAt(scan, at))
  let next = bracket || comma ? at + 1 : at
  if (wordAt(scan, next)?.relation === 'equals') next = lastOf(scan, next)
  const closed = (last: number) => (bracket && formAt(scan, last) === ')' ? last + 1 : last)
  const date = dateAt(scan, next) ?? numericAt(scan, next)
  if (date?.value.kind === 'date' && date.value.day !== null) {
    return { value: { weekday: date.value.weekday, date: date.value }, last: closed(date.last) }
  }
  const start = skipDayWords(scan, next)
  const weekday = wordAt(scan, start)?.weekday
  if (weekday === undefined) return null
  const last = lastOf(scan, start)
  // «اليوم، الخميس المقبل»: the weekday is a time of its own.
  if (comma && modifierAt(scan, last)) return null
  return { value: { weekday, date: null }, last: closed(last) }
}

export const weekday: Rule = {
  id: 'ar/time/weekday',
  read(scan, at) {
    const demonstrative = wordAt(scan, at)?.demonstrative === true
    const start = skipDayWords(scan, demonstrative ? lastOf(scan, at) : at)
    const first = wordAt(scan, start)?.weekday
    if (first === undefined) return null
    const next = lastOf(scan, start)
    const second = nextWeekday(scan, start, next)
    const end = second?.last ?? next
    const week = second ? null : weekOf(scan, end)
    if (week) {
      return { value: { kind: 'fraction', cut: 'day', index: first + 1, of: week.value }, last: week.last }
    }
    const modifier = modifierAt(scan, end)
    const last = modifier?.last ?? end
    const step = modifier?.value ?? (demonstrative ? 0 : null)
    const weeks = Math.sign(step ?? 0) * (Math.abs(step ?? 0) - 1)
    const day = (weekday: number): WeekdayTime => ({
      kind: 'weekday',
      weekday,
      weeks: step === null || step === 0 ? 0 : weeks,
      ...bearing(scan, at, last, step),
    })
    if (!second) return { value: day(first), last }
    return { value: { kind: 'range', from: day(first), to: day(second.value) }, last }
  },
  examples: [
    ['والخميس الماضي كشف الموقع', '2023-01-09', '2023-01-05'],
    ['سافر يوم السبت الماضي', '2016-09-14', '2016-09-10'],
    ['سيزور المدينة الخميس', '2018-10-16', '2018-10-18'],
    ['غادر ظهر الثلاثاء', '2015-08-06', '2015-08-04'],
    ['تعقد الخميس المقبل', '2018-10-16', '2018-10-18'],
    ['عقدت الثلاثاء قبل الماضي', '2018-10-18', '2018-10-09'],
    ['زار بيروت يومي الاثنين والثلاثاء', '2018-10-18', '2018-10-15/2018-10-16'],
    ['قصفت البلدة ليل الأربعاء - الخميس', '2018-10-18', '2018-10-17/2018-10-18'],
    ['اجتمعا الخميس من الأسبوع الماضي', '2018-10-18', '2018-10-11'],
  ],
  nonExamples: ['يتظاهرون كل جمعة', 'خطيب الجمعة', 'أحد المسؤولين', 'أيام الجمعة'],
}

/** The second of two weekdays: «يومي الأحد والاثنين», «ليل الأربعاء - الخميس», «ليلة الأربعاء/الخميس», «ليل الأربعاء الخميس». */
function nextWeekday(scan: Scan, first: number, at: number): Read<number> | null {
  const before = scan.lexemes[first - 1]?.word
  const lexeme = scan.lexemes[at]
  if (before?.unit?.unit === 'day' && before.unit.count !== 1) {
    return lexeme?.joined && lexeme.word.weekday !== undefined
      ? { value: lexeme.word.weekday, last: lexeme.last }
      : null
  }
  if (!before?.dayPart) return null
  const form = formAt(scan, at)
  const name = isHyphen(form) || form === '/' ? at + 1 : at
  const weekday = wordAt(scan, name)?.weekday
  return weekday === undefined || scan.lexemes[name]?.joined ? null : { value: weekday, last: lastOf(scan, name) }
}

/** «(الخميس) من الأسبوع الماضي», «(الخميس) الأسبوع الماضي», «(الخميس) من هذا الأسبوع». */
function weekOf(scan: Scan, at: number): Read<Time> | null {
  const period = periodAt(scan, wordAt(scan, at)?.relation === 'from' ? at + 1 : at)
  return period?.value.kind === 'shift' && period.value.unit === 'week' ? period : null
}

/** «في 20 من الشهر الجاري», «الثلاثاء التاسع عشر من هذا الشهر»: a day of a month that is counted from publication. */
export const dayOfMonth: Rule = {
  id: 'ar/time/day-of-month',
  read(scan, at) {
    let start = skipDayWords(scan, at)
    if (wordAt(scan, start)?.weekday !== undefined) start = lastOf(scan, start)
    const days = daysAt(scan, start)
    if (!days) return null
    const { from, to } = days.value
    const of = wordAt(scan, days.last)?.relation === 'from'
    const unsaid = from < to ? monthFromNow : digitsAt(scan, start) === null ? null : thisMonth
    const month = of ? monthFromNow(scan, days.last + 1) : (unsaid?.(scan, days.last) ?? null)
    if (!month) return null
    const day = (index: number): Time => ({ kind: 'fraction', cut: 'day', index, of: month.value })
    return {
      value: from < to ? { kind: 'range', from: day(from), to: day(to) } : day(from),
      last: month.last,
    }
  },
  examples: [
    ['تعقد في 20 من الشهر الجاري', '2018-10-16', '2018-10-20'],
    ['يوم الخامس من الشهر المقبل', '2018-10-16', '2018-11-05'],
    ['الثلاثاء 9 الجاري', '2018-10-16', '2018-10-09'],
    ['من 4 إلى 22 من الشهر المقبل', '2018-10-16', '2018-11-04/2018-11-22'],
  ],
  nonExamples: ['الثاني من نوعه', 'الثالث من العام'],
}

function monthFromNow(scan: Scan, at: number): Read<Time> | null {
  const month = periodAt(scan, at)
  return month?.value.kind === 'shift' && month.value.unit === 'month' ? month : thisMonth(scan, at)
}

/** «3 الجاري», «الثالث من الجاري»: the month is left unsaid. */
const thisMonth = (scan: Scan, at: number): Read<Time> | null =>
  wordAt(scan, at)?.step === 0 ? { value: shift('month', 0), last: lastOf(scan, at) } : null
