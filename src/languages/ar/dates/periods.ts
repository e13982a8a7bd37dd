/** Weeks, months, years, decades, centuries, seasons and feasts. */
import type { Time, Unit } from '../../../extract/dates/time.ts'
import { yearTime } from './calendar.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { modifierAt, yearAt } from './months.ts'
import { numberAt, ordinalAt } from './numbers.ts'
import { bearing, type Rule, shift } from './rule.ts'

const PERIODS: ReadonlySet<string> = new Set<Unit>(['week', 'month', 'year', 'decade', 'century'])

/** «العام الماضي», «هذا الأسبوع», «الشهر الجاري», «وقت سابق من هذا الشهر», «العام الماضي 2017». */
export function periodAt(scan: Scan, at: number): Read<Time> | null {
  let start = wordAt(scan, at)?.earlierOrLater ? lastOf(scan, at) : at
  const demonstrative = wordAt(scan, start)?.demonstrative === true
  if (demonstrative) start = lastOf(scan, start)
  const unit = wordAt(scan, start)?.unit
  if (!unit?.definite || unit.count !== 1 || !PERIODS.has(unit.unit)) return null
  const last = lastOf(scan, start)
  const modifier = modifierAt(scan, last)
  // «هذا العقد» is rather a contract.
  if (!modifier && (!demonstrative || unit.unit === 'decade')) return null
  const value = shift(unit.unit as Unit, modifier?.value ?? 0)
  const end = modifier?.last ?? last
  const said = unit.unit === 'year' ? yearBeside(scan, end) : null
  return said ? { value: { ...value, date: yearTime(said.value) }, last: said.last } : { value, last: end }
}

/** «(العام الماضي) 2017», «(العام الماضي) (2017)». */
function yearBeside(scan: Scan, at: number) {
  const bracket = formAt(scan, at) === '('
  const year = wordAt(scan, at)?.relation ? null : yearAt(scan, bracket ? at + 1 : at)
  if (year?.value.calendar !== 'gregorian') return null
  if (!bracket) return year
  return formAt(scan, year.last) === ')' ? { ...year, last: year.last + 1 } : null
}

export const period: Rule = {
  id: 'ar/time/period',
  read: periodAt,
  examples: [
    ['قال الشهر الماضي', '2018-09-25', '2018-08'],
    ['في وقت سابق من هذا الشهر', '2018-06-26', '2018-06'],
    ['في وقت لاحق من هذا الأسبوع', '2018-06-26', '2018-06-25/2018-07-01'],
    ['في العام قبل الماضي', '2018-06-26', '2016'],
    ['في العام الماضي (2017)', '2018-06-26', '2017'],
    ['في العقد الماضي', '2018-06-26', '200X'],
  ],
  nonExamples: ['الأمين العام السابق', 'خلال الشهور الماضية', 'اليوم الحالي', 'وقعا هذا العقد'],
}

export const year: Rule = {
  id: 'ar/time/year',
  read(scan, at) {
    if (wordAt(scan, at)?.relation) return null
    const year = yearAt(scan, at)
    if (!year || (!year.value.sure && !standsAsYear(scan, at, year))) return null
    return { value: { ...yearTime(year.value), ...bearing(scan, at, year.last, null) }, last: year.last }
  },
  examples: [
    ['ترك البلاد في عام 2014', '2018-09-25', '2014'],
    ['عاد إلى بلاده في 2015.', '2018-09-25', '2015'],
    ['يقيم هناك منذ 1997', '2018-05-19', '1997'],
    ['عام ألف وتسعمئة وثمانية وأربعين', '2018-05-19', '1948'],
    ['سنة 2014م', '2018-05-19', '2014'],
  ],
  nonExamples: ['دفعت 2000 دولار', 'رؤية 2030', 'القرار 2018', 'في 2015 منزلا', 'بين 1500 شخص'],
}

/** Whether a bare number is a year: it stands after a preposition and counts nothing. Round hundreds before a word are rather numbers. */
function standsAsYear(scan: Scan, at: number, { value, last }: NonNullable<ReturnType<typeof yearAt>>): boolean {
  const year = value.year
  if (typeof year !== 'number' || year < 1800) return false
  if (year % 100 === 0 && scan.tokens[last]?.kind === 'word') return false
  const before = wordAt(scan, at - 1)
  const relation = before?.relation
  const stands = relation !== undefined && relation !== 'from' && relation !== 'equals' && relation !== 'and'
  if (!stands && before?.part === undefined && formAt(scan, at - 1) !== '(') return false
  return !wordAt(scan, last)?.counted && !wordAt(scan, last)?.number
}

/** «التسعينيات», «عقد السبعينيات», «ثمانينيات القرن الماضي». */
export const decade: Rule = {
  id: 'ar/time/decade',
  read(scan, at) {
    const named = wordAt(scan, at)?.unit?.unit === 'decade'
    const start = named ? lastOf(scan, at) : at
    const decade = wordAt(scan, start)?.decade
    if (decade === undefined) return null
    const last = lastOf(scan, start)
    const of = wordAt(scan, last)?.relation === 'from' ? last + 1 : last
    if (of > last && wordAt(scan, of)?.guard === 'age') return null
    const century = centuryAt(scan, of)
    const first = century?.value ?? 1900
    return { value: { kind: 'era', unit: 'decade', year: first + decade }, last: century?.last ?? last }
  },
  examples: [
    ['في التسعينيات', '2018-01-01', '199X'],
    ['خلال ثمانينيات القرن الماضي', '2018-01-01', '198X'],
    ['في خمسينيات القرن التاسع عشر', '2018-01-01', '185X'],
  ],
  nonExamples: ['رجل ستيني', 'في الأربعينيات من العمر'],
}

/** The first year of «القرن التاسع عشر», «القرن الـ19», «القرن الماضي». */
function centuryAt(scan: Scan, at: number): Read<number> | null {
  const unit = wordAt(scan, at)?.unit
  if (unit?.unit !== 'century' || unit.count !== 1) return null
  const next = lastOf(scan, at)
  const modifier = modifierAt(scan, next)
  if (modifier) return { value: 2000 + modifier.value * 100, last: modifier.last }
  const number = ordinalAt(scan, next) ?? numberAt(scan, next)
  return number && number.value <= 21 ? { value: (number.value - 1) * 100, last: number.last } : null
}

export const century: Rule = {
  id: 'ar/time/century',
  read(scan, at) {
    if (modifierAt(scan, lastOf(scan, at))) return null
    const century = centuryAt(scan, at)
    return century && { value: { kind: 'era', unit: 'century', year: century.value }, last: century.last }
  },
  examples: [
    ['في القرن التاسع عشر', '2018-01-01', '18XX'],
    ['مطلع القرن العشرين', '2018-01-01', '19XX'],
  ],
  nonExamples: ['صفقة القرن', 'القرن الأفريقي'],
}

export const season: Rule = {
  id: 'ar/time/season',
  read(scan, at) {
    const season = wordAt(scan, at)?.season
    if (season === undefined) return null
    const last = lastOf(scan, at)
    const modifier = modifierAt(scan, last)
    const counted = periodAt(scan, last)?.value
    const shifted = counted?.kind === 'shift' && counted.unit === 'year' ? periodAt(scan, last) : null
    const year = shifted ? null : yearAt(scan, last)
    // «شتاء 2015-2016» is the winter that begins in 2015.
    const pair = /^(\d{4})[-/]\d{4}$/.exec(formAt(scan, last) ?? '')
    const end = modifier?.last ?? shifted?.last ?? year?.last ?? (pair ? last + 1 : undefined)
    if (end === undefined) return null
    const inYear =
      shifted?.value.kind === 'shift'
        ? { shift: shifted.value.amount }
        : (year?.value.year ?? (pair ? Number(pair[1]) : null))
    return {
      value: { kind: 'season', season, year: inYear, ...bearing(scan, at, end, modifier?.value ?? null) },
      last: end,
    }
  },
  examples: [
    ['في صيف 2017', '2018-01-01', '2017-22'],
    ['في الصيف الماضي', '2018-01-01', '2017-22'],
    ['في خريف العام الماضي', '2018-01-01', '2017-23'],
    ['في شتاء 2015-2016', '2018-01-01', '2015-24'],
  ],
  nonExamples: ['الربيع العربي', 'في الصيف'],
}

export const feast: Rule = {
  id: 'ar/time/feast',
  read(scan, at) {
    const feast = wordAt(scan, at)?.feast
    if (!feast) return null
    const last = lastOf(scan, at)
    const modifier = modifierAt(scan, last)
    const year = modifier ? null : yearAt(scan, last)
    const end = modifier?.last ?? year?.last ?? last
    return {
      value: {
        kind: 'feast',
        ...feast,
        year: year?.value.year ?? null,
        ...bearing(scan, at, end, modifier?.value ?? null),
      },
      last: end,
    }
  },
  examples: [
    ['خلال عيد الفطر الماضي', '2018-09-01', '2018-06-15/2018-06-17'],
    ['قبيل رأس السنة الميلادية', '2018-12-20', '2019-01-01'],
  ],
  nonExamples: ['في العيد', 'عيد ميلاده'],
}
