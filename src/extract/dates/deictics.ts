/** Clues in deictics: «اليوم الثلاثاء 3 أبريل 2018», «أمس الجمعة», «العام الماضي 2017», and a deictic and a date of one clause. */
import { type Day, isoDate, type Weekday, weekdayOf } from './calendar.ts'
import { type Clue, clueFrom, type Found } from './clue.ts'
import type { DateGrammar } from './grammar.ts'
import { exists, resolveOn } from './resolve.ts'
import { everyYear, type Narrowing, onWeekday, within } from './runs.ts'
import { type Closed, ofYear } from './stretch.ts'
import type { CalendarDate, Shift, Time } from './time.ts'

/** What a deictic says of publication; `next` is the expression after it. */
export function deicticClues(found: Found, next: Found | undefined, grammar: DateGrammar): readonly Clue[] {
  const { time } = found
  if (time.kind === 'part') return deicticClues({ ...found, time: time.of }, next, grammar)
  if (time.kind !== 'shift') return []
  const { unit, amount, weekday, date } = time
  if (unit === 'year' && typeof date?.year === 'number') {
    const { first, last, edtf } = ofYear(date.year - amount)
    return [clueFrom(found, 1, within(first, last), `published in ${edtf}`)]
  }
  if (unit !== 'day') return []
  if (date) return anchorClues(found, date, time)
  if (weekday !== null) return [weekdayClue(found, weekday, amount)]
  if (!next || !isSameTime(found, next, grammar)) return []
  return anchorClues({ ...found, end: next.end }, next.time, time)
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function weekdayClue(found: Found, weekday: Weekday, amount: number): Clue {
  const published = (((weekday - amount) % 7) + 7) % 7
  return clueFrom(found, 3, onWeekday(published), `published on a ${WEEKDAYS[published]}`)
}

/** A deictic and the date after it that date one thing: «عُقدت أمس مشاورات في موسكو خلال 3-4 نيسان». */
function isSameTime(deictic: Found, date: Found, grammar: DateGrammar): boolean {
  const { passage, token, time } = deictic
  return (
    time.kind === 'shift' &&
    time.amount < 0 &&
    date.passage === passage &&
    passage.sentenceOf[token] === passage.sentenceOf[date.token] &&
    grammar.isSameClause(passage, token, date.token)
  )
}

/** A deictic so many days from publication, and the date that it is: publication follows. */
function anchorClues(found: Found, date: Time, { amount, weekday }: Shift): readonly Clue[] {
  const [from, to] = date.kind === 'range' ? [date.from, date.to] : [date, date]
  if (from.kind !== 'date' || to.kind !== 'date' || from.day === null || to.day === null) return []
  if (!exists(from) || !exists(to)) return []
  const [first, last] = [resolveOn(from, null), resolveOn(to, null)]
  if (first && last) return statedAnchor(found, first.first, last.last, to.weekday ?? weekday, amount, to)
  if (to.calendar !== 'gregorian' || to.month === null || from.month !== to.month) return []
  const named = to.weekday ?? weekday
  const dayMonth = `${from.day === to.day ? to.day : `${from.day}-${to.day}`}/${to.month}`
  const says = `published ${fromThen(-amount)} ${dayMonth} of some year`
  return [clueFrom(found, 2, yearly(from, to, named, amount), says)]
}

/** The date of any year; where a weekday is said, only of the years in which it falls on it. */
const yearly = (from: CalendarDate, to: CalendarDate, weekday: Weekday | null, amount: number): Narrowing =>
  everyYear(year => {
    const [a, b] = [resolveOn({ ...from, year }, null), resolveOn({ ...to, year }, null)]
    if (!a || !b || (weekday !== null && weekdayOf(a.first) !== weekday)) return null
    return { first: a.first - amount, last: b.last - amount }
  })

/**
 * A whole date beside a deictic. Where the weekday beside it does not fit, one of the two is mistaken: mostly the year, which in
 * January is still last year's. Then the next year is tried, and otherwise the weekday alone is kept.
 */
function statedAnchor(
  found: Found,
  first: Day,
  last: Day,
  weekday: Weekday | null,
  amount: number,
  date: CalendarDate,
): readonly Clue[] {
  if (weekday === null || first !== last || weekdayOf(first) === weekday) {
    return [
      clueFrom(found, 1, within(first - amount, last - amount), `published ${days(first - amount, last - amount)}`),
    ]
  }
  const later = typeof date.year === 'number' ? resolveOn({ ...date, year: date.year + 1 }, null) : null
  if (!later || weekdayOf(later.first) !== weekday) return [weekdayClue(found, weekday, amount)]
  return [meantYear(found, later, amount)]
}

const meantYear = (found: Found, { first }: Closed, amount: number): Clue =>
  clueFrom(
    found,
    4,
    within(first - amount, first - amount),
    `published on ${isoDate(first - amount)}: in the year that is written the weekday does not fit`,
  )

const fromThen = (days: number) => (days === 0 ? 'on' : days > 0 ? `${days} days after` : `${-days} days before`)

const days = (first: Day, last: Day) =>
  first === last ? `on ${isoDate(first)}` : `from ${isoDate(first)} to ${isoDate(last)}`
