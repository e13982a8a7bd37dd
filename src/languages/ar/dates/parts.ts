/** Parts of periods: «نهاية العام الماضي», «الأسبوع الأخير من يناير», «النصف الأول من 2018», «عشية عيد الفطر». */
import type { Fraction, Time, Unit } from '../../../extract/dates/time.ts'
import { dateAt, yearTime } from './calendar.ts'
import { lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { monthAt, yearAt } from './months.ts'
import { numberAt, ordinalAt } from './numbers.ts'
import { century, decade, feast, periodAt, season } from './periods.ts'
import { bearing, type Rule, shift } from './rule.ts'

/** Units of which «مطلع الشهر», «نهاية الأسبوع» name a part without a modifier. */
const BARE = new Set<string>(['week', 'month', 'year'])

/** A period that a part is taken of: besides whole expressions a bare «العام», year or month. */
function wholeAt(scan: Scan, at: number): Read<Time> | null {
  const whole =
    periodAt(scan, at) ??
    season.read(scan, at) ??
    dateAt(scan, at) ??
    decade.read(scan, at) ??
    century.read(scan, at) ??
    feast.read(scan, at)
  if (whole) return whole
  const year = wordAt(scan, at)?.relation ? null : yearAt(scan, at)
  if (year) return { value: yearTime(year.value), last: year.last }
  const month = monthAt(scan, at)
  if (month) {
    const { calendar, month: number, sure, ambiguous } = month.value
    if (ambiguous && !sure && calendar === 'gregorian') return null
    const date = { kind: 'date', calendar, year: null, month: number, day: null, weekday: null } as const
    return { value: { ...date, ...bearing(scan, at, month.last, null) }, last: month.last }
  }
  const unit = wordAt(scan, at)?.unit
  if (!unit?.definite || unit.count !== 1 || !BARE.has(unit.unit)) return null
  return { value: shift(unit.unit as Unit, 0), last: lastOf(scan, at) }
}

export const part: Rule = {
  id: 'ar/time/part',
  read(scan, at) {
    const name = wordAt(scan, at)?.part
    if (!name) return null
    const last = lastOf(scan, at)
    const of = wholeAt(scan, wordAt(scan, last)?.relation === 'from' ? last + 1 : last)
    return of && { value: { kind: 'part', part: name, of: of.value }, last: of.last }
  },
  examples: [
    ['عقد نهاية العام الماضي', '2023-04-05', '2022-12'],
    ['في أواخر الثمانينيات', '2018-04-14', '198X'],
    ['مطلع الأسبوع', '2018-06-26', '2018-06-25/2018-06-26'],
    ['نهاية الأسبوع الماضي', '2018-06-26', '2018-06-23/2018-06-24'],
    ['مطلع 2015', '2018-06-26', '2015-01'],
    ['منذ أواخر رمضان', '2018-06-26', '2018-05-16/2018-06-14'],
  ],
  nonExamples: ['نهاية الحرب', 'بداية الأزمة', 'منتصف الليل'],
}

/** «الأسبوع الأخير من يناير», «النصف الأول من 2018», «الربع الثالث من العام الماضي», «أول أيام عيد الفطر». */
export const fraction: Rule = {
  id: 'ar/time/fraction',
  read(scan, at) {
    const counted = countedPart(scan, at) ?? lastWeekday(scan, at) ?? firstMonths(scan, at)
    if (counted) return counted
    const cut = wordAt(scan, at)?.cut
    if (!cut) return null
    const place = lastOf(scan, at)
    const ordinal = ordinalAt(scan, place)
    const index = wordAt(scan, place)?.last || isLast(scan, place) ? -1 : ordinal?.value
    if (index === undefined) return null
    const last = index > 0 && ordinal ? ordinal.last : lastOf(scan, place)
    const of = wholeAt(scan, wordAt(scan, last)?.relation === 'from' ? last + 1 : last)
    return of && { value: { kind: 'fraction', cut, index, of: of.value }, last: of.last }
  },
  examples: [
    ['قبل الأسبوع الأخير من يناير/كانون الثاني الجاري', '2023-01-09', '2023-01-25/2023-01-31'],
    ['خلال النصف الأول من 2018', '2018-09-01', '2018-01/2018-06'],
    ['في الربع الثالث من العام الماضي', '2018-09-01', '2017-07/2017-09'],
    ['أول أيام عيد الفطر', '2018-06-16', '2018-06-15'],
    ['في الأسبوع الثاني من مايو 2018', '2018-09-01', '2018-05-08/2018-05-14'],
    ['في آخر يوم من أكتوبر 2015', '2018-09-01', '2015-10-31'],
    ['أول ثلاثاء من أكتوبر 2013', '2018-09-01', '2013-10-01'],
    ['السبت الأخير من نوفمبر 2017', '2018-09-01', '2017-11-25'],
    ['خلال الأشهر التسعة الأولى من 2018', '2018-11-01', '2018-01/2018-09'],
  ],
  nonExamples: [
    'النصف الأول من المباراة',
    'الأسبوع الأول من المفاوضات',
    'الفصل الأول',
    'وكان اللقاء الثاني يوم 3 مايو 2018',
    'رحلة ثانية يوم 4 مايو 2018',
  ],
}

/** «العشر الأواخر من رمضان». */
const isLast = (scan: Scan, at: number) => scan.tokens[at]?.form === 'الاواخر'

const CUTS: Partial<Record<string, Fraction['cut']>> = { day: 'day', week: 'week', month: 'month' }

/** «أول أيام عيد الفطر», «آخر يوم من أكتوبر», «ثالث أسبوع في مايو», «أول ثلاثاء من أكتوبر». */
function countedPart(scan: Scan, at: number): Read<Time> | null {
  const word = wordAt(scan, at)
  const index = word?.ordinal ?? (word?.last ? -1 : undefined)
  // «المؤتمر الثالث يوم …»: with its article the ordinal belongs to what stands before it.
  if (index === undefined || isDefinite(scan, at)) return null
  let next = lastOf(scan, at)
  const unit = wordAt(scan, next)?.unit
  const isDay = unit?.unit === 'day'
  const weekday = wordAt(scan, isDay ? lastOf(scan, next) : next)?.bareWeekday
  const cut = unit && !unit.definite && unit.count !== 2 ? CUTS[unit.unit] : undefined
  if (weekday === undefined && cut === undefined) return null
  next = weekday !== undefined && isDay ? lastOf(scan, lastOf(scan, next)) : lastOf(scan, next)
  const relation = wordAt(scan, next)?.relation
  const of = wholeAt(scan, relation === 'from' || relation === 'in' ? next + 1 : next)
  // «رحلة ثانية يوم 4 أبريل»: a day has no days.
  if (!of || (of.value.kind === 'date' && of.value.day !== null)) return null
  const value: Time =
    weekday !== undefined
      ? { kind: 'nth weekday', weekday, index, of: of.value }
      : { kind: 'fraction', cut: cut as Fraction['cut'], index, of: of.value }
  return { value, last: of.last }
}

/** «السبت الأخير من نوفمبر». */
function lastWeekday(scan: Scan, at: number): Read<Time> | null {
  const weekday = wordAt(scan, at)?.weekday
  const next = lastOf(scan, at)
  if (weekday === undefined || !wordAt(scan, next)?.last || wordAt(scan, next + 1)?.relation !== 'from') return null
  const of = wholeAt(scan, next + 2)
  return of && { value: { kind: 'nth weekday', weekday, index: -1, of: of.value }, last: of.last }
}

function isDefinite({ tokens, lexemes }: Scan, at: number): boolean {
  return tokens[at]?.form.startsWith('ال', lexemes[at]?.cut ?? 0) ?? false
}

/** «الأشهر التسعة الأولى من 2018». */
function firstMonths(scan: Scan, at: number): Read<Time> | null {
  const unit = wordAt(scan, at)?.unit
  const number =
    unit?.unit === 'month' && unit.definite && unit.count === 'many' ? numberAt(scan, lastOf(scan, at)) : null
  const ordinal = number && ordinalAt(scan, number.last)
  if (!number || ordinal?.value !== 1 || wordAt(scan, ordinal.last)?.relation !== 'from') return null
  const of = wholeAt(scan, ordinal.last + 1)
  if (!of) return null
  const month = (index: number): Time => ({ kind: 'fraction', cut: 'month', index, of: of.value })
  return { value: { kind: 'range', from: month(1), to: month(number.value) }, last: of.last }
}

/** «عشية عيد الفطر», «غداة عيد الأضحى»: the day before, the day after. */
export const eve: Rule = {
  id: 'ar/time/eve',
  read(scan, at) {
    const relation = wordAt(scan, at)?.relation
    if (relation !== 'eve' && relation !== 'morrow') return null
    const next = lastOf(scan, at)
    const of = feast.read(scan, next) ?? dateAt(scan, next)
    if (!of) return null
    return { value: { kind: 'beside', side: relation === 'eve' ? 'before' : 'after', of: of.value }, last: of.last }
  },
  examples: [['عشية عيد الفطر', '2018-06-16', '2018-06-14']],
  nonExamples: ['عشية الانتخابات'],
}
