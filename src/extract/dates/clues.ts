/** What the time expressions of an article say of the day on which it was published. */
import type { Evidence } from '../../types.ts'
import type { Passage } from '../text/passage.ts'
import { type Day, isoDate, type Weekday } from './calendar.ts'
import type { DateGrammar, Expression } from './grammar.ts'
import { resolveOn } from './resolve.ts'
import { everyYear, inMonth, type Narrowing, onDate, onWeekday, within } from './runs.ts'
import { type Closed, ofYear } from './stretch.ts'
import type { CalendarDate, Shift, Time } from './time.ts'

/**
 * How much a clue can bear, strongest first. 1: a deictic beside a whole date. 2: a deictic beside a date without year, «الجاري».
 * 3: a deictic weekday, two expressions that agree. 4: dates that the text places before or after itself.
 */
export type Tier = 1 | 2 | 3 | 4

export interface Clue {
  readonly tier: Tier
  readonly narrow: Narrowing
  readonly evidence: Evidence
}

/** An expression with the passage it was found in. */
export interface Found extends Expression {
  readonly passage: Passage
}

/**
 * The clues of an article, strongest first, of one tier in the order of the text; what several say is kept once. Speech in
 * quotation marks is left out.
 */
export function readClues(found: readonly Found[], grammar: DateGrammar): readonly Clue[] {
  const quoted = new Map(
    [...new Set(found.map(({ passage }) => passage))].map(passage => [passage, quotedTokens(passage)]),
  )
  const told = found.filter(({ passage, token }) => quoted.get(passage)?.[token] === 0)
  const clues = [...told.flatMap((expression, at) => ownClues(expression, told[at + 1], grammar)), ...agreements(told)]
  const distinct = new Map(clues.map(clue => [clue.evidence.says, clue] as const).reverse())
  return [...distinct.values()]
    .reverse()
    .sort((a, b) => a.tier - b.tier)
    .slice(0, MOST_CLUES)
}

/** More clues than any article has; a list of dates must not cost more than an article. */
const MOST_CLUES = 100

function ownClues(expression: Found, next: Found | undefined, grammar: DateGrammar): readonly Clue[] {
  const { time } = expression
  if (time.kind === 'shift') return shiftClues(expression, time, next, grammar)
  if (time.kind === 'date') return dateClues(expression, time)
  if (time.kind === 'part' || time.kind === 'fraction') return ownClues({ ...expression, time: time.of }, next, grammar)
  if (time.kind === 'range')
    return [time.from, time.to].flatMap(end => ownClues({ ...expression, time: end }, undefined, grammar))
  return []
}

const clue = (tier: Tier, found: Found, narrow: Narrowing, says: string): Clue => {
  const { passage, start, end, ruleId } = found
  return { tier, narrow, evidence: { ruleId, span: { field: passage.field, start, end }, text: textOf(found), says } }
}

const textOf = ({ passage, start, end }: Found) => passage.text.slice(start, end)

function shiftClues(found: Found, shift: Shift, next: Found | undefined, grammar: DateGrammar): readonly Clue[] {
  const { unit, amount, weekday, date } = shift
  if (unit === 'year' && typeof date?.year === 'number') {
    const { first, last, edtf } = ofYear(date.year - amount)
    return [clue(1, found, within(first, last), `published in ${edtf}`)]
  }
  if (unit !== 'day') return []
  if (date) return anchorClues(found, date, amount)
  if (weekday !== null) return [weekdayClue(found, weekday, amount)]
  if (!next || !isBeside(found, next, grammar)) return []
  return anchorClues({ ...found, end: next.end }, next.time, amount)
}

const weekdayClue = (found: Found, weekday: Weekday, amount: number) => {
  const published = (((weekday - amount) % 7) + 7) % 7
  return clue(3, found, onWeekday(published), `published on a ${WEEKDAYS[published]}`)
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A deictic and the date that follows it in one clause date the same thing: «عُقدت أمس مشاورات في موسكو خلال 3-4 نيسان». */
function isBeside(deictic: Found, date: Found, grammar: DateGrammar): boolean {
  const { passage } = deictic
  return (
    date.passage === passage &&
    passage.sentenceOf[deictic.token] === passage.sentenceOf[date.token] &&
    !grammar.breaksClause(passage, deictic.token, date.token)
  )
}

/** A deictic so many days from publication, and the date that it is: publication follows. */
function anchorClues(found: Found, date: Time, amount: number): readonly Clue[] {
  const ends = date.kind === 'range' ? ([date.from, date.to] as const) : ([date, date] as const)
  const [from, to] = ends
  if (from.kind !== 'date' || to.kind !== 'date' || from.day === null || to.day === null) return []
  const stated = [resolveOn(from, null), resolveOn(to, null)] as const
  if (stated[0] && stated[1]) {
    const [first, last] = [stated[0].first - amount, stated[1].last - amount]
    return [clue(1, found, within(first, last), `published ${days(first, last)}`)]
  }
  const { month, calendar, weekday } = to
  if (calendar !== 'gregorian' || month === null || from.month !== month) return []
  const [early, late] = [from.day, to.day]
  const narrow =
    early === late
      ? onDate(month, late, weekday, -amount)
      : everyYear(year => {
          const a = resolveOn({ ...from, year }, null)
          const b = resolveOn({ ...to, year }, null)
          return a && b && { first: a.first - amount, last: b.last - amount }
        })
  const dayMonth = `${early === late ? late : `${early}-${late}`}/${month}`
  return [clue(2, found, narrow, `published ${fromThen(-amount)} ${dayMonth} of some year`)]
}

const fromThen = (days: number) => (days === 0 ? 'on' : days > 0 ? `${days} days after` : `${-days} days before`)

const days = (first: Day, last: Day) =>
  first === last ? `on ${isoDate(first)}` : `from ${isoDate(first)} to ${isoDate(last)}`

/** Half a year: a date without year is the nearest of its kind. */
const NEAR = 183

function dateClues(found: Found, date: CalendarDate): readonly Clue[] {
  const { month, direction, tense, calendar, weekday, day } = date
  const stated = resolveOn(date, null)
  if (direction === 'present' && month !== null) {
    if (stated) {
      const whole = resolveOn({ ...date, day: null }, null) as Closed
      return [clue(1, found, within(whole.first, whole.last), `published in ${whole.edtf}`)]
    }
    return calendar === 'gregorian' ? [clue(2, found, inMonth(month), `published in month ${month} of some year`)] : []
  }
  if (stated) {
    if (direction === 'past')
      return [clue(3, found, within(stated.first, stated.last + 365), `published in the year after ${stated.edtf}`)]
    if (direction === 'future')
      return [clue(3, found, within(stated.first - 365, stated.last), `published in the year before ${stated.edtf}`)]
    if (tense === 'past') return [clue(4, found, within(stated.first, FOREVER), `published after ${stated.edtf} began`)]
    if (tense === 'future')
      return [clue(4, found, within(-FOREVER, stated.last), `published before ${stated.edtf} ended`)]
    return []
  }
  if (weekday !== null && month !== null && day !== null && calendar === 'gregorian') {
    const near = everyYear(year => {
      const stretch = resolveOn({ ...date, year }, null)
      return stretch && weekdayFits(stretch.first, weekday)
        ? { first: stretch.first - NEAR, last: stretch.first + NEAR }
        : null
    })
    return [clue(3, found, near, `published within half a year of a ${WEEKDAYS[weekday]} ${day}/${month}`)]
  }
  return []
}

const weekdayFits = (day: Day, weekday: Weekday) => (((day + 3) % 7) + 7) % 7 === weekday

const FOREVER = 1_000_000

/** Two expressions of one time, one counted from publication and one not: «نهاية العام الماضي» and «ديسمبر 2022». */
function agreements(told: readonly Found[]): readonly Clue[] {
  const stated = new Map<string, Found>()
  for (const found of told) {
    const { time } = found
    if (time.kind !== 'date' || typeof time.year !== 'number' || time.month === null) continue
    const month = resolveOn({ ...time, day: null }, null)
    if (month && !stated.has(month.edtf)) stated.set(month.edtf, found)
  }
  const years = new Set([...stated.keys()].map(edtf => Number(edtf.slice(0, 4))))
  return told.flatMap(found => {
    const { time } = found
    if (time.kind !== 'part' || time.of.kind !== 'shift' || time.of.unit !== 'year') return []
    const { amount } = time.of
    for (const year of years) {
      const { first, last, edtf } = ofYear(year - amount)
      const twin = stated.get(resolveOn(time, first)?.edtf ?? '')
      if (twin) return [clue(3, found, within(first, last), `published in ${edtf}: the same time as «${textOf(twin)}»`)]
    }
    return []
  })
}

const OPENING = new Set(['«', '“', '„', '‹'])
const CLOSING = new Set(['»', '”', '›'])

/** For each token of a passage, whether quotation marks that open in its sentence enclose it. */
function quotedTokens({ tokens, sentenceOf }: Passage): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let open = 0
  tokens.forEach(({ form }, at) => {
    if (sentenceOf[at] !== sentenceOf[at - 1]) open = 0
    if (OPENING.has(form)) open = 1
    else if (CLOSING.has(form)) open = 0
    else if (form === '"') open = 1 - open
    quoted[at] = open
  })
  return quoted
}
