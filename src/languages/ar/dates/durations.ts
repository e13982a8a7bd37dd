/** Amounts of time before and after publication: «قبل يومين», «بعد ثلاثة أيام», «الأشهر الستة الماضية». */
import type { Unit } from '../../../extract/dates/time.ts'
import { lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { digitsAt, numberAt } from './numbers.ts'
import { type Rule, shift } from './rule.ts'
import { tenseAround } from './tense.ts'

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

/** «عام ونصف» is no finer than its year. */
function halved({ unit, count }: Amount): Shiftable {
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
    ['افتتح قبل نحو 6 سنوات', '2018-02-26', '2012'],
    ['عادت قبل أربعة أسابيع', '2015-08-03', '2015-07-06/2015-07-12'],
    ['يضرب منذ ثلاثة أيام', '2015-08-03', '2015-07-31'],
    ['وصل قبل يومين', '2015-08-03', '2015-08-01'],
    ['استقال قبل خمسة وعشرين عاما', '2015-08-03', '1990'],
    ['استقال قبل عام ونصف العام', '2015-08-03', '2014'],
  ],
  nonExamples: ['قبل يومين من الانتخابات', 'منذ سنوات', 'قبل أيام', 'منذ أسابيع عدة'],
}

/** «بعد يومين» after a verb in the future; elsewhere it counts from what was told before. */
export const ahead: Rule = {
  id: 'ar/time/ahead',
  read(scan, at) {
    if (wordAt(scan, at)?.relation !== 'after') return null
    const span = spanAt(scan, lastOf(scan, at))
    // «يوما بعد يوم»
    if (span && wordAt(scan, at - 1)?.unit?.unit === span.value.unit) return null
    if (!span || wordAt(scan, span.last)?.relation === 'from') return null
    if (tenseAround(scan, at, span.last) !== 'future') return null
    return { value: shift(span.value.unit, span.value.count), last: span.last }
  },
  examples: [['ستجرى الانتخابات بعد ثلاثة أشهر', '2018-04-03', '2018-07']],
  nonExamples: ['قتل بعد يومين', 'ستعقد بعد يومين من القمة', 'سيكبر يوما بعد يوم'],
}

/**
 * «الأشهر الستة الماضية», «اليومين المقبلين», «الـ24 ساعة الماضية», «آخر ثلاثة أيام»: so many units that end or begin with
 * publication. They are as coarse as their unit, and hold all of the time that is meant.
 */
export const series: Rule = {
  id: 'ar/time/series',
  read(scan, at) {
    const read = seriesAt(scan, at)
    if (!read) return null
    const { unit, count, step } = read.value
    if (unit === 'minute' || count < 1) return null
    const days = { hour: Math.ceil(count / 24), week: count * 7 } as Partial<Record<Amount['unit'], number>>
    const inDays = days[unit]
    const grain = inDays === undefined ? (unit as Unit) : 'day'
    const [far, now] = [shift(grain, step * (inDays ?? count)), shift(grain, 0)]
    return { value: { kind: 'range', from: step < 0 ? far : now, to: step < 0 ? now : far }, last: read.last }
  },
  examples: [
    ['خلال الأشهر الستة الماضية', '2018-10-16', '2018-04/2018-10'],
    ['في اليومين المقبلين', '2018-10-16', '2018-10-16/2018-10-18'],
    ['هطل المطر خلال الـ24 ساعة الماضية', '2018-10-16', '2018-10-15/2018-10-16'],
    ['في السنوات الخمس الأخيرة', '2018-10-16', '2013/2018'],
  ],
  nonExamples: ['خلال السنوات الماضية', 'في الأيام المقبلة', 'الأشهر القليلة الماضية'],
}

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
    return amount && amount.value.count > 1 ? { value: { ...amount.value, step: -1 }, last: amount.last } : null
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
