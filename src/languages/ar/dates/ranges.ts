/** Two times as the ends of one. */
import type { Time } from '../../../extract/dates/time.ts'
import { calendarDate, yearTime } from './calendar.ts'
import { ago, ahead, series } from './durations.ts'
import { numeric } from './figures.ts'
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'
import { monthAt, yearAt } from './months.ts'
import { isHyphen, isJoiner } from './numbers.ts'
import { eve, fraction, part } from './parts.ts'
import { century, decade, feast, period, season, year } from './periods.ts'
import { dayOfMonth, deictic, weekday } from './relative.ts'
import type { Rule } from './rule.ts'

/** Rules for one time; of two readings of equal length the earlier rule's wins. */
export const singles: readonly Rule[] = [
  calendarDate,
  numeric,
  deictic,
  weekday,
  dayOfMonth,
  period,
  part,
  fraction,
  eve,
  ago,
  ahead,
  series,
  year,
  decade,
  century,
  season,
  feast,
]

/** The longest reading at a token. */
export function longest(rules: readonly Rule[], scan: Scan, at: number): { rule: Rule; read: Read<Time> } | null {
  let best: { rule: Rule; read: Read<Time> } | null = null
  for (const rule of rules) {
    const read = rule.read(scan, at)
    if (read && (!best || read.last > best.read.last)) best = { rule, read }
  }
  return best
}

/** «من أواخر أبريل حتى يونيو الماضيين», «بين 2011 و2015», «28 مارس - 3 أبريل», «2011-2015», «عامي 2011 و2012». */
export const range: Rule = {
  id: 'ar/time/range',
  read(scan, at) {
    const years = yearsAt(scan, at)
    if (years) return years
    const dual = isDual(scan, at)
    const before = wordAt(scan, at - 1)?.relation
    const opened = dual || before === 'from' || before === 'between'
    const first = endAt(scan, dual ? lastOf(scan, at) : at)
    if (!first) return null
    const next = joinAt(scan, first, opened)
    const second = next === null ? null : endAt(scan, next)
    if (!second || (!opened && !(hasDay(first.value) && hasDay(second.value)))) return null
    return { value: { kind: 'range', from: shared(first.value, second.value), to: second.value }, last: second.last }
  },
  examples: [
    ['في الفترة من أواخر مارس (آذار) حتى مايو (أيار) الماضيين', '2015-08-03', '2015-03/2015-05'],
    ['بين 2011 و2015', '2018-01-01', '2011/2015'],
    ['خلال عامي 2011 و2012', '2018-01-01', '2011/2012'],
    ['في شهري مارس وأبريل الماضيين', '2018-07-01', '2018-03/2018-04'],
    ['من 28 مارس إلى 3 أبريل 2018', '2018-07-01', '2018-03-28/2018-04-03'],
    ['خلال 2011-2015', '2018-01-01', '2011/2015'],
  ],
  nonExamples: ['بين باريس ولندن', 'من 200 إلى 300', 'الأحد والاثنين'],
}

const YEARS = /^(\d{4})[-/](\d{4})$/

/** «2011-2015» in one token, «2011 - 2015» in three. */
function yearsAt(scan: Scan, at: number): Read<Time> | null {
  const token = scan.tokens[at]
  if (token?.kind !== 'number') return null
  const whole = YEARS.exec(token.form)
  const spaced = isHyphen(formAt(scan, at + 1)) && scan.tokens[at + 2]?.kind === 'number'
  const [from, to] = whole ? [whole[1], whole[2]] : [token.form, spaced ? formAt(scan, at + 2) : undefined]
  const [a, b] = [Number(from), Number(to)]
  if (!(a >= 1800 && b <= 2100 && a < b)) return null
  const end = (year: number): Time => yearTime({ year, calendar: 'gregorian' })
  return { value: { kind: 'range', from: end(a), to: end(b) }, last: whole ? at + 1 : at + 3 }
}

/** «عامي», «شهري»: the dual before two names. */
function isDual(scan: Scan, at: number): boolean {
  const unit = wordAt(scan, at)?.unit
  return unit?.count === 2 && !unit.definite && (unit.unit === 'year' || unit.unit === 'month')
}

/** The token at which the second end begins, or null. */
function joinAt(scan: Scan, { last }: Read<Time>, opened: boolean): number | null {
  if (isJoiner(scan, last)) {
    const and = wordAt(scan, last)?.relation === 'and'
    return and && !opened ? null : last + 1
  }
  return opened && scan.lexemes[last]?.joined ? last : null
}

const hasDay = (time: Time): boolean => time.kind === 'date' && time.day !== null

/** One end: any time, or a year or month that only the other end shows to be one. */
function endAt(scan: Scan, at: number): Read<Time> | null {
  const found = longest(singles, scan, at)
  if (found) return found.read
  if (wordAt(scan, at)?.relation) return null
  const named = yearAt(scan, at)
  if (named) return { value: yearTime(named.value), last: named.last }
  const month = monthAt(scan, at)
  if (!month) return null
  const { calendar, month: number } = month.value
  const value = { kind: 'date', calendar, year: null, month: number, day: null, weekday: null } as const
  return { value: { ...value, direction: null, tense: null }, last: month.last }
}

/** The first end takes the year and the direction that only the second one says. */
function shared(from: Time, to: Time): Time {
  if (from.kind === 'part') return { ...from, of: shared(from.of, to) }
  if (from.kind !== 'date' || to.kind !== 'date' || from.year !== null || from.direction !== null) return from
  return { ...from, year: to.year, direction: to.direction, tense: to.direction === null ? from.tense : null }
}
