/** Times counted from publication: «أمس», «الخميس الماضي», «قبل يومين», «بعد ثلاثة أيام», «الأشهر الستة الماضية». */
import type { Shift, Time, Unit, WeekdayTime } from '../../../extract/dates/time.ts'
import { dateAt, numericAt } from './calendar.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { modifierAt } from './months.ts'
import { digitsAt, isComma, isHyphen, numberAt, ordinalAt } from './numbers.ts'
import { periodAt } from './periods.ts'
import { bearing, type Rule, shift, skipDayWords } from './rule.ts'
import { tenseAround } from './tense.ts'

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
    ['انعقدت صباح اليوم الأربعاء جلسة', '2016-09-14', '2016-09-14'],
    ['بدأت مساء أول من أمس الخميس', '2015-08-01', '2015-07-30'],
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
    ['حاول يوم السبت الماضي', '2016-09-14', '2016-09-10'],
    ['سيباشرون التفتيش الخميس', '2018-10-16', '2018-10-18'],
    ['وصل ظهر الثلاثاء', '2015-08-06', '2015-08-04'],
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

/** «(الخميس) من الأسبوع الماضي», «(الخميس) من هذا الأسبوع». */
function weekOf(scan: Scan, at: number): Read<Time> | null {
  const period = wordAt(scan, at)?.relation === 'from' ? periodAt(scan, at + 1) : null
  return period?.value.kind === 'shift' && period.value.unit === 'week' ? period : null
}

/** «في 20 من الشهر الجاري», «الثلاثاء التاسع عشر من هذا الشهر»: a day of a month that is counted from publication. */
export const dayOfMonth: Rule = {
  id: 'ar/time/day-of-month',
  read(scan, at) {
    let start = skipDayWords(scan, at)
    if (wordAt(scan, start)?.weekday !== undefined) start = lastOf(scan, start)
    const day = numberAt(scan, start) ?? ordinalAt(scan, start)
    if (!day || day.value < 1 || day.value > 31 || wordAt(scan, day.last)?.relation !== 'from') return null
    const month = periodAt(scan, day.last + 1)
    if (month?.value.kind !== 'shift' || month.value.unit !== 'month') return null
    return { value: { kind: 'fraction', cut: 'day', index: day.value, of: month.value }, last: month.last }
  },
  examples: [
    ['تعقد في 20 من الشهر الجاري', '2018-10-16', '2018-10-20'],
    ['يوم الخامس من الشهر المقبل', '2018-10-16', '2018-11-05'],
  ],
  nonExamples: ['الثاني من نوعه', 'الثالث من العام'],
}

interface Amount {
  readonly unit: Unit | 'hour' | 'minute'
  readonly count: number
}

/** «ثلاثة أسابيع», «عامين», «شهر». */
export function amountAt(scan: Scan, at: number): Read<Amount> | null {
  const number = numberAt(scan, at)
  const place = number?.last ?? at
  const unit = wordAt(scan, place)?.unit
  if (!unit || unit.definite) return null
  const last = lastOf(scan, place)
  if (number) return unit.count === 2 ? null : { value: { unit: unit.unit, count: number.value }, last }
  if (unit.count === 'many' || digitsAt(scan, last) !== null || wordAt(scan, last)?.month) return null
  return { value: { unit: unit.unit, count: unit.count }, last }
}

/** One or two amounts and a half: «سنة وشهرين», «عام ونصف العام». Null where none of them is a unit of the calendar. */
function spanAt(scan: Scan, at: number): Read<Shiftable> | null {
  const start = wordAt(scan, at)?.approximator ? lastOf(scan, at) : at
  const first = amountAt(scan, start)
  if (!first) return null
  const half = wordAt(scan, first.last)?.half
  if (half) return { value: halved(first.value), last: lastOf(scan, first.last) }
  const second = scan.lexemes[first.last]?.joined ? amountAt(scan, first.last) : null
  const months = { year: 12, month: 1 } as Partial<Record<Amount['unit'], number>>
  const [a, b] = [months[first.value.unit], second ? months[second.value.unit] : undefined]
  if (second && a !== undefined && b !== undefined && b < a) {
    return { value: { unit: 'month', count: first.value.count * a + second.value.count * b }, last: second.last }
  }
  return { value: shiftable(first.value), last: first.last }
}

interface Shiftable {
  readonly unit: Unit
  readonly count: number
}

/** Hours count as days once there are 24 of them. */
function shiftable({ unit, count }: Amount): Shiftable {
  if (unit === 'minute') return { unit: 'day', count: 0 }
  return unit === 'hour' ? { unit: 'day', count: Math.floor(count / 24) } : { unit, count }
}

function halved({ unit, count }: Amount): Shiftable {
  if (unit === 'year') return { unit: 'month', count: count * 12 + 6 }
  if (unit === 'decade') return { unit: 'year', count: count * 10 + 5 }
  if (unit === 'week') return { unit: 'day', count: Math.round(count * 7 + 3.5) }
  if (unit === 'month') return { unit: 'week', count: Math.round((count + 0.5) * 4.35) }
  return shiftable({ unit, count })
}

/** «قبل عامين», «منذ نحو ثلاثة أيام»; not «قبل يومين من الانتخابات», which counts from something else. */
export const ago: Rule = {
  id: 'ar/time/ago',
  read(scan, at) {
    const relation = wordAt(scan, at)?.relation
    if (relation !== 'ago' && relation !== 'since') return null
    const span = spanAt(scan, lastOf(scan, at))
    if (!span || wordAt(scan, span.last)?.relation === 'from') return null
    const { unit, count } = span.value
    // «منذ» marks the day on which something began, «قبل» the week in which it was.
    if (relation === 'since' && unit === 'week') return { value: shift('day', -7 * count), last: span.last }
    return { value: shift(unit, -count), last: span.last }
  },
  examples: [
    ['تأسس قبل نحو 5 سنوات', '2018-02-26', '2013'],
    ['بدأت قبل ثلاثة أسابيع', '2015-08-03', '2015-07-13/2015-07-19'],
    ['يضرب منذ ثلاثة أيام', '2015-08-03', '2015-07-31'],
    ['وصل قبل يومين', '2015-08-03', '2015-08-01'],
    ['استقال قبل خمسة وعشرين عاما', '2015-08-03', '1990'],
    ['استقال قبل عام ونصف العام', '2015-08-03', '2014-02'],
  ],
  nonExamples: ['قبل يومين من الانتخابات', 'منذ سنوات', 'قبل أيام', 'منذ أسابيع عدة'],
}

/** «بعد يومين» after a verb in the future; elsewhere it counts from what was told before. */
export const ahead: Rule = {
  id: 'ar/time/ahead',
  read(scan, at) {
    if (wordAt(scan, at)?.relation !== 'after') return null
    const span = spanAt(scan, lastOf(scan, at))
    if (!span || wordAt(scan, span.last)?.relation === 'from') return null
    if (tenseAround(scan, at, span.last) !== 'future') return null
    return { value: shift(span.value.unit, span.value.count), last: span.last }
  },
  examples: [['ستجرى الانتخابات بعد ثلاثة أشهر', '2018-04-03', '2018-07']],
  nonExamples: ['قتل بعد يومين', 'ستعقد بعد يومين من القمة'],
}

/** «الأشهر الستة الماضية», «اليومين المقبلين», «الـ24 ساعة الماضية», «آخر ثلاثة أيام»: so many units before or after the present one. */
export const series: Rule = {
  id: 'ar/time/series',
  read(scan, at) {
    const read = seriesAt(scan, at)
    if (!read) return null
    const { unit, count, step } = read.value
    if (unit === 'minute' || count < 1) return null
    if (unit === 'hour') {
      const days = Math.sign(step) * Math.ceil(count / 24)
      return { value: ordered(shift('day', days), shift('day', 0), step), last: read.last }
    }
    return { value: ordered(shift(unit, step * count), shift(unit, step), step), last: read.last }
  },
  examples: [
    ['خلال الأشهر الستة الماضية', '2018-10-16', '2018-04/2018-09'],
    ['في اليومين المقبلين', '2018-10-16', '2018-10-17/2018-10-18'],
    ['قتل 12 شخصا خلال الـ24 ساعة الماضية', '2018-10-16', '2018-10-15/2018-10-16'],
    ['في السنوات الخمس الأخيرة', '2018-10-16', '2013/2017'],
  ],
  nonExamples: ['خلال السنوات الماضية', 'في الأيام المقبلة', 'الأشهر القليلة الماضية'],
}

const ordered = (far: Time, near: Time, step: number): Time =>
  step < 0 ? { kind: 'range', from: far, to: near } : { kind: 'range', from: near, to: far }

interface Series extends Amount {
  readonly step: -1 | 1
}

function seriesAt(scan: Scan, at: number): Read<Series> | null {
  const unit = wordAt(scan, at)?.unit
  if (unit?.definite && unit.count !== 1) {
    const number = unit.count === 2 ? { value: 2, last: lastOf(scan, at) } : numberAt(scan, lastOf(scan, at))
    const step = number && seriesStep(scan, number.last)
    return number && step
      ? { value: { unit: unit.unit, count: number.value, step: step.value }, last: step.last }
      : null
  }
  if (wordAt(scan, at)?.last && !wordAt(scan, at)?.ordinal) {
    const amount = amountAt(scan, lastOf(scan, at))
    return amount && { value: { ...amount.value, step: -1 }, last: amount.last }
  }
  const number = numberAt(scan, at)
  const counted = number && wordAt(scan, number.last)?.unit
  if (!number || !counted || counted.count === 2) return null
  const step = seriesStep(scan, lastOf(scan, number.last))
  return step && { value: { unit: counted.unit, count: number.value, step: step.value }, last: step.last }
}

function seriesStep(scan: Scan, at: number): Read<-1 | 1> | null {
  const word = wordAt(scan, at)
  const step = word?.step ?? (word?.recent ? -1 : undefined)
  return step === -1 || step === 1 ? { value: step, last: lastOf(scan, at) } : null
}
