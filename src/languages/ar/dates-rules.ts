/** The rules of Arabic time expressions: each reads one shape that begins at a token. */
import type { TimeRule } from '../../extract/dates/grammar.ts'
import type { Bearing, CalendarDate, Direction, Time, Unit } from '../../extract/dates/time.ts'
import type { Scan } from './dates-lexemes.ts'
import {
  type Days,
  daysAt,
  digitsAt,
  formAt,
  isHyphen,
  isJoiner,
  lastOf,
  modifierAt,
  monthAt,
  numberAt,
  ordinalAt,
  type Read,
  wordAt,
  type Year,
  yearAt,
} from './dates-phrases.ts'
import { tenseAround } from './dates-tense.ts'

export interface Rule extends TimeRule {
  readonly read: (scan: Scan, at: number) => Read<Time> | null
}

const UNSAID = { weekday: null, direction: null, tense: null } as const

const yearTime = ({ year, calendar }: Pick<Year, 'year' | 'calendar'>): Time => ({
  kind: 'date',
  calendar,
  year,
  month: null,
  day: null,
  ...UNSAID,
})

const stepOf = { past: -1, present: 0, future: 1 } as const

const bearing = (scan: Scan, at: number, last: number, direction: Direction | null): Bearing => ({
  direction,
  tense: direction === null ? tenseAround(scan, at, last) : null,
})

/** «يوم», «يومي», «صباح», «مساء يوم», before a weekday or a date. */
function skipDayWords(scan: Scan, at: number): number {
  let next = at
  while (wordAt(scan, next)?.dayPart) next = lastOf(scan, next)
  const unit = wordAt(scan, next)?.unit
  if (unit?.unit === 'day' && unit.count !== 'many' && !unit.definite) next = lastOf(scan, next)
  else if (formAt(scan, next) === 'يومي') next++
  return next
}

const skipComma = (scan: Scan, at: number) => (formAt(scan, at) === '،' || formAt(scan, at) === ',' ? at + 1 : at)

/** A month with its day, year and modifier; without a day only where something says that the word is a month. */
function readDate(scan: Scan, at: number): Read<Time> | null {
  let start = skipDayWords(scan, at)
  const weekday = wordAt(scan, start)?.weekday ?? null
  if (weekday !== null) {
    start = skipComma(scan, lastOf(scan, start))
    if (wordAt(scan, start)?.relation === 'equals') start = lastOf(scan, start)
    start = skipDayWords(scan, start)
  }
  const days = daysAt(scan, start)
  let next = days ? days.last : start
  if (days) {
    if (wordAt(scan, next)?.relation === 'from' || formAt(scan, next) === '/') next++
  } else if (weekday !== null) return null
  const month = monthAt(scan, next)
  if (!month) return null
  next = month.last
  let modifier = modifierAt(scan, next)
  if (modifier) next = modifier.last
  const year = yearAt(scan, skipYearMark(scan, next))
  if (year) next = year.value && year.last
  modifier ??= modifierAt(scan, next)
  if (modifier && modifier.last > next) next = modifier.last
  if (!days && !year && !modifier && !plainMonth(scan, next, month.value, at)) return null
  const date: CalendarDate = {
    kind: 'date',
    calendar: month.value.calendar,
    year: year?.value.year ?? null,
    month: month.value.month,
    day: days?.value.from ?? null,
    weekday,
    ...bearing(scan, at, next, modifier?.value ?? null),
  }
  return { value: withDays(date, days?.value ?? null), last: next }
}

function skipYearMark(scan: Scan, at: number): number {
  const form = formAt(scan, at)
  return (form === '/' || form === '،' || form === ',' || isHyphen(form)) && digitsAt(scan, at + 1) !== null
    ? at + 1
    : at
}

function withDays(date: CalendarDate, days: Days | null): Time {
  return days && days.to > days.from ? { kind: 'range', from: date, to: { ...date, day: days.to } } : date
}

/** Whether a month's name that stands alone is one: «مارس» is also a verb, «رجب» a name. */
function plainMonth(scan: Scan, _last: number, month: { sure: boolean; guarded: boolean }, at: number): boolean {
  if (month.sure) return true
  if (month.guarded) return false
  const lexeme = scan.lexemes[at]
  if (lexeme && lexeme.cut > 0 && !lexeme.joined) return true
  const before = wordAt(scan, at - 1)
  return before?.relation !== undefined || before?.part !== undefined || before?.approximator !== undefined
}

export const calendarDate: Rule = {
  id: 'ar/time/calendar-date',
  read(scan, at) {
    const first = readDate(scan, at)
    if (!first) return null
    const other = equivalentOf(scan, first.last)
    if (!other) return first
    const gregorian = [first.value, other.value].find(time => calendarOf(time) === 'gregorian') ?? first.value
    return { value: gregorian, last: other.last }
  },
  examples: [
    ['وقعت في 11 يوليو (تموز) الماضي', '2015-08-01', '2015-07-11'],
    ['في ديسمبر /كانون الأول 2022', '2023-04-05', '2022-12'],
    ['خلال 3-4 نيسان/أبريل', '2023-04-05', '2023-04-03/2023-04-04'],
    ['يوم الاثنين الثاني من أكتوبر 2017', '2018-01-01', '2017-10-02'],
    ['25 شوال 1436 هـ الموافق 10 أغسطس 2015', '2015-08-10', '2015-08-10'],
  ],
  nonExamples: ['مارس ضغوطا على الحكومة', 'قالت تيريزا ماي', 'التقى رجب طيب أردوغان'],
}

const calendarOf = (time: Time): string | null =>
  time.kind === 'date' ? time.calendar : time.kind === 'range' ? calendarOf(time.from) : null

/** The same date in the other calendar: «الموافق 10 أغسطس 2015», «(10 أغسطس 2015)», «/ 10 أغسطس 2015». */
function equivalentOf(scan: Scan, at: number): Read<Time> | null {
  const form = formAt(scan, at)
  const bracket = form === '('
  let next = bracket || form === '/' || form === '،' || form === ',' || isHyphen(form) ? at + 1 : at
  const equals = wordAt(scan, next)?.relation === 'equals'
  if (equals) next = lastOf(scan, next)
  if (formAt(scan, next) === 'ل') next++
  if (next === at) return null
  const date = readDate(scan, next) ?? numericAt(scan, next)
  if (!date || (!equals && date.value.kind === 'date' && date.value.calendar === calendarBefore(scan, at))) return null
  const closed = bracket && formAt(scan, date.last) === ')' ? date.last + 1 : date.last
  return { value: date.value, last: closed }
}

/** The calendar of the month that stands within a few tokens before `at`. */
function calendarBefore(scan: Scan, at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const month = wordAt(scan, i)?.month
    if (month) return month.calendar
  }
  return null
}

const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/

function numericAt(scan: Scan, at: number): Read<Time> | null {
  const token = scan.tokens[at]
  if (token?.kind !== 'number') return null
  const match = NUMERIC.exec(token.form)
  if (!match) return null
  const [a, b, c] = [match[1], match[3], match[4]] as [string, string, string]
  const parts = numericParts(a, b, c, match[2] as string)
  if (!parts) return null
  const era = wordAt(scan, at + 1)?.era
  const hijri = era ? era === 'hijri' : parts.year < 1500
  return {
    value: {
      kind: 'date',
      calendar: hijri ? 'hijri' : 'gregorian',
      weekday: null,
      direction: null,
      tense: null,
      ...parts,
    },
    last: era ? at + 2 : at + 1,
  }
}

function numericParts(a: string, b: string, c: string, separator: string) {
  if (a.length === 4) return inOrder(Number(a), Number(b), Number(c))
  if (c.length === 4) {
    return Number(b) > 12 ? inOrder(Number(c), Number(a), Number(b)) : inOrder(Number(c), Number(b), Number(a))
  }
  return c.length === 2 && a.length <= 2 && separator === '/' ? inOrder(2000 + Number(c), Number(b), Number(a)) : null
}

const inOrder = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1300 && year <= 2100 ? { year, month, day } : null

export const numericDate: Rule = {
  id: 'ar/time/numeric-date',
  read: numericAt,
  examples: [
    ['نشر في 12/05/2018', '2018-05-13', '2018-05-12'],
    ['بتاريخ 2018-05-12', '2018-05-13', '2018-05-12'],
    ['بتاريخ 15/10/1436 هـ', '2015-08-01', '2015-07-31'],
  ],
  nonExamples: ['هاتف 920.000.123', 'بلغ 10.000 مدني'],
}

export const weekday: Rule = {
  id: 'ar/time/weekday',
  read(scan, at) {
    const demonstrative = wordAt(scan, at)?.demonstrative ? 1 : 0
    const start = skipDayWords(scan, at + demonstrative)
    const day = wordAt(scan, start)?.weekday
    if (day === undefined) return null
    let last = lastOf(scan, start)
    const next = scan.lexemes[last]
    if (next?.joined && next.word.weekday !== undefined && formAt(scan, start - 1) === 'يومي') {
      const from: Time = { kind: 'weekday', weekday: day, ...bearing(scan, at, last, null) }
      const modifier = modifierAt(scan, next.last)
      const ends = bearing(scan, at, next.last, modifier?.value ?? null)
      last = modifier?.last ?? next.last
      return {
        value: {
          kind: 'range',
          from: { ...from, ...ends },
          to: { kind: 'weekday', weekday: next.word.weekday, ...ends },
        },
        last,
      }
    }
    const modifier = modifierAt(scan, last)
    if (modifier) last = modifier.last
    const direction = modifier?.value ?? (demonstrative ? 'present' : null)
    return { value: { kind: 'weekday', weekday: day, ...bearing(scan, at, last, direction) }, last }
  },
  examples: [
    ['والخميس الماضي كشف الموقع', '2023-01-09', '2023-01-05'],
    ['حاول يوم السبت الماضي', '2016-09-14', '2016-09-10'],
    ['سيباشرون التفتيش الخميس', '2018-10-16', '2018-10-18'],
    ['وصل ظهر الثلاثاء', '2015-08-06', '2015-08-04'],
  ],
  nonExamples: ['يتظاهرون كل جمعة', 'خطيب الجمعة', 'أحد المسؤولين'],
}

export const deictic: Rule = {
  id: 'ar/time/deictic',
  read(scan, at) {
    let start = at
    while (wordAt(scan, start)?.dayPart || wordAt(scan, start)?.earlierOrLater) start = lastOf(scan, start)
    const days = wordAt(scan, start)?.days
    if (days === undefined) return null
    let last = lastOf(scan, start)
    if (days === 0 && wordAt(scan, last)?.notToday) return null
    const inner = skipComma(scan, formAt(scan, last) === '(' ? last + 1 : last)
    const date = readDate(scan, inner) ?? numericAt(scan, inner)
    let weekdayValue: number | null = null
    if (date) last = date.last
    else {
      weekdayValue = wordAt(scan, inner)?.weekday ?? null
      if (weekdayValue !== null) last = lastOf(scan, inner)
    }
    const said = date?.value.kind === 'date' ? date.value : null
    if (formAt(scan, last) === ')' && (said || weekdayValue !== null)) last++
    const amount = days
    return {
      value: { kind: 'shift', unit: 'day', amount, weekday: said?.weekday ?? weekdayValue, date: said },
      last,
    }
  },
  examples: [
    ['انعقدت صباح اليوم الأربعاء جلسة', '2016-09-14', '2016-09-14'],
    ['بدأت مساء أول من أمس الخميس', '2015-08-01', '2015-07-30'],
    ['يصل بعد غد', '2015-08-01', '2015-08-03'],
  ],
  nonExamples: ['في اليوم التالي', 'في حزب الغد'],
}

const PERIODS = new Set(['week', 'month', 'year', 'decade', 'century', 'quarter'])

/** «العام الماضي», «هذا الأسبوع», «الشهر الجاري». */
function periodAt(scan: Scan, at: number): Read<Time> | null {
  let start = at
  while (wordAt(scan, start)?.earlierOrLater) start = lastOf(scan, start)
  const demonstrative = wordAt(scan, start)?.demonstrative
  if (demonstrative) start = lastOf(scan, start)
  const unit = wordAt(scan, start)?.unit
  if (!unit?.definite || unit.count !== 1 || !PERIODS.has(unit.unit)) return null
  const last = lastOf(scan, start)
  const modifier = modifierAt(scan, last)
  if (!modifier && !demonstrative) return null
  const amount = modifier ? stepOf[modifier.value] : 0
  return {
    value: { kind: 'shift', unit: unit.unit as Unit, amount, weekday: null, date: null },
    last: modifier?.last ?? last,
  }
}

export const period: Rule = {
  id: 'ar/time/period',
  read: periodAt,
  examples: [
    ['قال الشهر الماضي', '2018-09-25', '2018-08'],
    ['في وقت سابق من هذا الشهر', '2018-06-26', '2018-06'],
    ['في وقت لاحق من هذا الأسبوع', '2018-06-26', '2018-06-25/2018-07-01'],
    ['نهاية الأسبوع الماضي', '2018-06-26', '2018-06-23/2018-06-24'],
  ],
  nonExamples: ['الأمين العام السابق', 'خلال الشهور الماضية'],
}

const APPROXIMATE = (scan: Scan, at: number) => (wordAt(scan, at)?.approximator ? lastOf(scan, at) : at)

/** «قبل عامين», «منذ نحو ثلاثة أيام». */
export const ago: Rule = {
  id: 'ar/time/ago',
  read(scan, at) {
    const relation = wordAt(scan, at)?.relation
    if (relation !== 'ago' && relation !== 'since') return null
    const amount = amountAt(scan, APPROXIMATE(scan, lastOf(scan, at)))
    if (!amount || wordAt(scan, amount.last)?.relation === 'from') return null
    const { unit, count } = amount.value
    if (unit === 'hour' || unit === 'minute') {
      const hours = unit === 'hour' ? count : 0
      return { value: dayShift(hours >= 24 ? -Math.floor(hours / 24) : 0), last: amount.last }
    }
    if (relation === 'since' && unit === 'week') return { value: dayShift(-7 * count), last: amount.last }
    return { value: { kind: 'shift', unit, amount: -count, weekday: null, date: null }, last: amount.last }
  },
  examples: [
    ['تأسس قبل نحو 5 سنوات', '2018-02-26', '2013'],
    ['بدأت قبل ثلاثة أسابيع', '2015-08-03', '2015-07-13/2015-07-19'],
    ['يضرب منذ ثلاثة أيام', '2015-08-03', '2015-07-31'],
    ['وصل قبل يومين', '2015-08-03', '2015-08-01'],
  ],
  nonExamples: ['ألغيت قبل دقائق', 'قبل يومين من الانتخابات', 'منذ سنوات'],
}

const dayShift = (amount: number): Time => ({ kind: 'shift', unit: 'day', amount, weekday: null, date: null })

interface Amount {
  readonly unit: Unit | 'hour' | 'minute'
  readonly count: number
}

/** «ثلاثة أسابيع», «عامين», «شهر». */
export function amountAt(scan: Scan, at: number): Read<Amount> | null {
  const number = numberAt(scan, at)
  if (number) {
    const unit = wordAt(scan, number.last)?.unit
    if (!unit || unit.definite || unit.count === 2) return null
    return { value: { unit: unit.unit, count: number.value }, last: lastOf(scan, number.last) }
  }
  const unit = wordAt(scan, at)?.unit
  if (!unit || unit.count === 'many' || unit.definite) return null
  const last = lastOf(scan, at)
  if (digitsAt(scan, last) !== null || wordAt(scan, last)?.month) return null
  return { value: { unit: unit.unit, count: unit.count }, last }
}

export const year: Rule = {
  id: 'ar/time/year',
  read(scan, at) {
    const named = wordAt(scan, at)?.unit?.unit === 'year'
    const read = yearAt(scan, at)
    if (!read || wordAt(scan, at)?.relation) return null
    if (!named && !read.value.sure && !yearStands(scan, at)) return null
    return { value: yearTime(read.value), last: read.last }
  },
  examples: [
    ['سيطروا على صنعاء في عام 2014', '2018-09-25', '2014'],
    ['دعما للحكومة في 2015.', '2018-09-25', '2015'],
    ['بوخوم منذ 1997', '2018-05-19', '1997'],
  ],
  nonExamples: ['أنفقت 2000 دولار', 'رؤية 2030', 'القرار 2018'],
}

/** Whether a bare number of four digits stands where only a year can: after a preposition, and not before what is counted. */
function yearStands(scan: Scan, at: number): boolean {
  const before = wordAt(scan, at - 1)
  const stands =
    before?.relation !== undefined && before.relation !== 'from' && before.relation !== 'equals'
      ? before.relation !== 'and'
      : before?.part !== undefined || formAt(scan, at - 1) === '('
  if (!stands) return false
  const next = scan.tokens[at + 1]
  return next?.kind !== 'word' || !COUNTED.has(next.form)
}

/** What follows a number that counts: after such a word a number of four digits is no year. */
const COUNTED = new Set([
  'دولار',
  'شخص',
  'شخصا',
  'كيلومتر',
  'متر',
  'جندي',
  'جنديا',
  'مدني',
  'مدنيا',
  'طن',
  'ريال',
  'يورو',
])

export const part: Rule = {
  id: 'ar/time/part',
  read(scan, at) {
    const name = wordAt(scan, at)?.part
    if (!name) return null
    const last = lastOf(scan, at)
    const of = periodOf(scan, wordAt(scan, last)?.relation === 'from' ? last + 1 : last)
    return of && { value: { kind: 'part', part: name, of: of.value }, last: of.last }
  },
  examples: [
    ['عقد نهاية العام الماضي', '2023-04-05', '2022-12'],
    ['في أواخر الثمانينيات', '2018-04-14', '198X'],
    ['مطلع الأسبوع', '2018-06-26', '2018-06-25/2018-06-26'],
  ],
  nonExamples: ['نهاية الحرب', 'بداية الأزمة'],
}

/** A period of which a part can be named: besides whole expressions the bare «العام», «الشهر», «الأسبوع». */
function periodOf(scan: Scan, at: number): Read<Time> | null {
  const whole =
    readDate(scan, at) ?? periodAt(scan, at) ?? year.read(scan, at) ?? decade.read(scan, at) ?? season.read(scan, at)
  if (whole) return whole
  const named = wordAt(scan, at)?.relation ? null : yearAt(scan, at)
  if (named) return { value: yearTime(named.value), last: named.last }
  const unit = wordAt(scan, at)?.unit
  if (unit?.definite && unit.count === 1 && PERIODS.has(unit.unit) && unit.unit !== 'quarter') {
    return {
      value: { kind: 'shift', unit: unit.unit as Unit, amount: 0, weekday: null, date: null },
      last: lastOf(scan, at),
    }
  }
  return null
}

/** «الأسبوع الأخير من يناير», «النصف الأول من 2018», «الربع الثالث من العام الماضي». */
export const fraction: Rule = {
  id: 'ar/time/fraction',
  read(scan, at) {
    const cut = wordAt(scan, at)?.cut
    if (!cut) return null
    const place = lastOf(scan, at)
    const ordinal = ordinalAt(scan, place)
    const index = wordAt(scan, place)?.last ? -1 : ordinal?.value
    if (index === undefined) return null
    const last = ordinal ? ordinal.last : lastOf(scan, place)
    if (wordAt(scan, last)?.relation !== 'from') return null
    const of = periodOf(scan, last + 1)
    return of && { value: { kind: 'fraction', cut, index, of: of.value }, last: of.last }
  },
  examples: [
    ['قبل الأسبوع الأخير من يناير/كانون الثاني الجاري', '2023-01-09', '2023-01-25/2023-01-31'],
    ['خلال النصف الأول من 2018', '2018-09-01', '2018-01/2018-06'],
    ['في الربع الثالث من العام الماضي', '2018-09-01', '2017-07/2017-09'],
  ],
  nonExamples: ['النصف الأول من المباراة', 'الأسبوع الأول من المفاوضات'],
}

export const decade: Rule = {
  id: 'ar/time/decade',
  read(scan, at) {
    const named = wordAt(scan, at)?.unit?.unit === 'decade' ? lastOf(scan, at) : at
    const decade = wordAt(scan, named)?.decade
    if (decade === undefined) return null
    let last = lastOf(scan, named)
    let century = 1900
    const of = wordAt(scan, last)?.relation === 'from' ? last + 1 : last
    if (wordAt(scan, of)?.unit?.unit === 'century') {
      const modifier = modifierAt(scan, lastOf(scan, of))
      const ordinal = ordinalAt(scan, lastOf(scan, of))
      if (modifier) {
        century = modifier.value === 'past' ? 1900 : 2000
        last = modifier.last
      } else if (ordinal) {
        century = (ordinal.value - 1) * 100
        last = ordinal.last
      }
    }
    return { value: { kind: 'era', unit: 'decade', year: century + decade }, last }
  },
  examples: [
    ['في التسعينيات', '2018-01-01', '199X'],
    ['خلال ثمانينيات القرن الماضي', '2018-01-01', '198X'],
  ],
  nonExamples: ['رجل ستيني'],
}

export const season: Rule = {
  id: 'ar/time/season',
  read(scan, at) {
    const season = wordAt(scan, at)?.season
    if (season === undefined) return null
    const last = lastOf(scan, at)
    const modifier = modifierAt(scan, last)
    const year = yearAt(scan, last)
    if (!modifier && !year) return null
    const end = modifier?.last ?? (year?.last as number)
    return {
      value: {
        kind: 'season',
        season,
        year: year?.value.year ?? null,
        ...bearing(scan, at, end, modifier?.value ?? null),
      },
      last: end,
    }
  },
  examples: [
    ['في صيف 2017', '2018-01-01', '2017-22'],
    ['في الصيف الماضي', '2018-01-01', '2017-22'],
  ],
  nonExamples: ['الربيع العربي'],
}

export const feast: Rule = {
  id: 'ar/time/feast',
  read(scan, at) {
    const feast = wordAt(scan, at)?.feast
    if (!feast) return null
    let last = lastOf(scan, at)
    const modifier = modifierAt(scan, last)
    if (modifier) last = modifier.last
    const year = yearAt(scan, last)
    if (year) last = year.last
    const { calendar, month, day, days } = feast
    return {
      value: {
        kind: 'feast',
        calendar,
        month,
        day,
        days,
        year: year?.value.year ?? null,
        ...bearing(scan, at, last, modifier?.value ?? null),
      },
      last,
    }
  },
  examples: [['خلال عيد الفطر الماضي', '2018-09-01', '2018-06-15/2018-06-17']],
  nonExamples: ['في العيد'],
}

const SINGLE: readonly Rule[] = [
  calendarDate,
  numericDate,
  deictic,
  weekday,
  period,
  part,
  fraction,
  ago,
  year,
  decade,
  season,
  feast,
]

const YEARS = /^(\d{4})-(\d{4})$/

/** Two times as the ends of one: «من أواخر أبريل حتى يونيو الماضيين», «بين 2011 و2015», «2011-2015». */
export const range: Rule = {
  id: 'ar/time/range',
  read(scan, at) {
    const years = YEARS.exec(scan.tokens[at]?.kind === 'number' ? (formAt(scan, at) as string) : '')
    if (years) return spanOfYears(Number(years[1]), Number(years[2]), at + 1)
    const before = wordAt(scan, at - 1)?.relation
    const opened = before === 'from' || before === 'between'
    if (!opened && !plural(scan, at)) return null
    const first = readSingle(scan, plural(scan, at) ? lastOf(scan, at) : at, true)
    if (!first) return null
    const joined = scan.lexemes[first.last]?.joined || formAt(scan, first.last) === 'و'
    const next = isJoiner(scan, first.last) ? first.last + 1 : joined ? first.last : null
    if (next === null) return null
    const second = readSingle(scan, next, true)
    if (!second) return null
    return { value: { kind: 'range', from: shared(first.value, second.value), to: second.value }, last: second.last }
  },
  examples: [
    ['في الفترة من أواخر أبريل (نيسان) حتى يونيو (حزيران) الماضيين', '2015-08-03', '2015-04/2015-06'],
    ['بين 2011 و2015', '2018-01-01', '2011/2015'],
    ['خلال عامي 2011 و2012', '2018-01-01', '2011/2012'],
  ],
  nonExamples: ['بين باريس ولندن', 'من 200 إلى 300'],
}

/** «عامي», «شهري»: the construct dual that announces two names. */
function plural(scan: Scan, at: number): boolean {
  const form = formAt(scan, at)
  return form === 'عامي' || form === 'شهري' || form === 'سنتي'
}

function spanOfYears(from: number, to: number, last: number): Read<Time> | null {
  if (from < 1800 || to > 2100 || from >= to) return null
  const ends = [from, to].map(year => yearTime({ year, calendar: 'gregorian' })) as [Time, Time]
  return { value: { kind: 'range', from: ends[0], to: ends[1] }, last }
}

/** The first end takes the year and the direction that only the second one says. */
function shared(from: Time, to: Time): Time {
  if (from.kind === 'part') return { ...from, of: shared(from.of, to) }
  if (from.kind === 'date' && to.kind === 'date' && from.year === null && from.direction === null) {
    return { ...from, year: to.year, direction: to.direction, tense: to.direction ? null : from.tense }
  }
  return from
}

/** The longest reading at a token; `bare` lets a year of four digits or a month stand without a preposition. */
function readSingle(scan: Scan, at: number, bare = false): Read<Time> | null {
  let best: Read<Time> | null = null
  for (const rule of SINGLE) {
    const read = rule.read(scan, at)
    if (read && (!best || read.last > best.last)) best = read
  }
  if (best || !bare) return best
  const named = yearAt(scan, at)
  if (named && !wordAt(scan, at)?.relation) {
    return { value: yearTime(named.value), last: named.last }
  }
  const month = monthAt(scan, at)
  if (!month) return null
  const { calendar, month: number } = month.value
  return {
    value: {
      kind: 'date',
      calendar,
      year: null,
      month: number,
      day: null,
      weekday: null,
      direction: null,
      tense: null,
    },
    last: month.last,
  }
}

/** Every rule, the longest reading winning; of two equally long the earlier one. */
export const rules: readonly Rule[] = [range, ...SINGLE]
