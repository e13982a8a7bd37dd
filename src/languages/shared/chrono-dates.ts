/**
 * Time expressions of languages that chrono-node reads, behind the engine's port. Chrono answers with a date worked out from a
 * reference; here a second reference shows what the words themselves say: what stays the same was said, what moves along was
 * counted.
 */
import type { ParsedComponents, ParsedResult } from 'chrono-node'
import { type Day, dayNumber } from '../../extract/dates/calendar.ts'
import type { DateGrammar, Expression, TimeRule } from '../../extract/dates/grammar.ts'
import type { Age, Bearing, CalendarDate, Direction, Tense, Time, Unit } from '../../extract/dates/time.ts'
import type { Orthography, Passage } from '../../extract/text/passage.ts'

export interface Parser {
  parse(text: string, reference: { instant: Date; timezone: number }): ParsedResult[]
}

/** What chrono does not say, or says finer than the words do. Everything is optional but the parser. */
export interface ChronoLocale {
  /** BCP 47. */
  readonly language: string
  readonly parser: Parser
  readonly orthography: Orthography
  readonly rules: readonly TimeRule[]
  /** Said by a modifier in the expression or right before it. */
  readonly directionOf?: (text: string, before: string) => Direction | null
  /** Shown by the verbs before an expression. */
  readonly tenseOf?: (before: string) => Tense | null
  /** Expressions that are no times: plain durations. */
  readonly ignores?: (text: string, before: string) => boolean
  /** What chrono takes along at the front and is no part of the expression: «on Tuesday». */
  readonly leads?: RegExp
  /** Expressions that chrono does not know or reads too finely; they win over what it finds in the same place. */
  readonly own?: (text: string, read: (text: string) => Time | null) => readonly Own[]
  readonly readAge?: (text: string) => Age | null
}

export interface Own {
  readonly start: number
  readonly end: number
  readonly time: Time
  readonly ruleId: string
}

interface Reference {
  readonly day: Day
  readonly parse: { readonly instant: Date; readonly timezone: number }
}

const MILLISECONDS = 86_400_000
const NOON = MILLISECONDS / 2
const reference = (day: Day): Reference => ({
  day,
  parse: { instant: new Date(day * MILLISECONDS + NOON), timezone: 0 },
})

/** A Wednesday in June and a Saturday in October, unlike in year, month, day and weekday. */
const FIRST = reference(16_239)
const SECOND = reference(17_103)

/** How much of the text before an expression is looked at. */
const BEFORE = 120

export function chronoDates(locale: ChronoLocale): DateGrammar {
  const { language, parser, orthography, rules, own, readAge } = locale
  const readAlone = (text: string): Time | null => {
    const [result] = parser.parse(text, FIRST.parse)
    return result && result.text.length === text.trim().length ? timeOf(result, locale, '') : null
  }
  return {
    orthography,
    rules,
    read(passage) {
      const { text } = passage
      const mine = own?.(text, readAlone) ?? []
      const theirs = parser.parse(text, FIRST.parse).flatMap((result): Own[] => {
        const end = result.index + result.text.length
        const start = result.index + (locale.leads?.exec(result.text)?.[0].length ?? 0)
        if (mine.some(other => start < other.end && other.start < end)) return []
        const time = timeOf(result, locale, text.slice(Math.max(0, result.index - BEFORE), result.index))
        return time ? [{ start, end, time, ruleId: `${language}/time/chrono` }] : []
      })
      return placed(passage, [...mine, ...theirs])
    },
    isSameClause: () => false,
    readElapsed: () => [],
    readAge: passage => readAge?.(passage.text) ?? null,
  }
}

/** Expressions in the order of the text with the token at which each begins. */
function placed({ tokens }: Passage, found: readonly Own[]): readonly Expression[] {
  let token = 0
  return [...found]
    .sort((a, b) => a.start - b.start)
    .map(expression => {
      while (token + 1 < tokens.length && (tokens[token]?.end as number) <= expression.start) token++
      return { ...expression, token }
    })
}

function timeOf(result: ParsedResult, locale: ChronoLocale, before: string): Time | null {
  const { text } = result
  if (locale.ignores?.(text, before)) return null
  const [again] = locale.parser.parse(text, SECOND.parse)
  if (!again || again.text !== text) return null
  const bearing: Bearing = {
    direction: locale.directionOf?.(text, before) ?? null,
    tense: locale.tenseOf?.(before) ?? null,
  }
  const from = componentTime(result.start, again.start, bearing)
  if (!result.end || !again.end) return from
  const to = componentTime(result.end, again.end, bearing)
  return from && to && { kind: 'range', from, to }
}

/** What the words say, from the same components against two references. */
function componentTime(first: ParsedComponents, second: ParsedComponents, bearing: Bearing): Time | null {
  const said = (component: 'year' | 'month' | 'day' | 'weekday') => first.isCertain(component)
  const same = (component: 'year' | 'month' | 'day') => first.get(component) === second.get(component)
  const [a, b] = [dayOf(first), dayOf(second)]
  if (a === null || b === null) return null
  const moved = a - FIRST.day
  if (said('day')) {
    if (same('day') && same('month')) return dateTime(first, same('year'), bearing)
    if (moved !== b - SECOND.day) return null
    const isWeek = first.get('weekday') !== null && !said('weekday')
    return isWeek ? shift('week', Math.round(moved / 7)) : shift('day', moved)
  }
  if (said('month')) {
    if (same('month')) return dateTime(first, same('year'), bearing)
    return said('year') ? shift('month', monthsBetween(FIRST.day, a)) : null
  }
  if (said('year'))
    return same('year') ? dateTime(first, true, bearing) : shift('year', (first.get('year') as number) - FIRST_YEAR)
  if (said('weekday')) {
    const weekday = ((first.get('weekday') as number) + 6) % 7
    const direction = bearing.direction ?? farDirection(moved, b - SECOND.day)
    return { kind: 'weekday', weekday, weeks: 0, ...bearing, direction }
  }
  return first.isCertain('hour') ? null : shift('week', Math.round(moved / 7))
}

/** A bare weekday is taken as the nearest one; where it lies further off from either reference, a modifier sent it there. */
function farDirection(...moved: readonly number[]): Direction | null {
  if (moved.some(days => days < -3)) return 'past'
  return moved.some(days => days > 3) ? 'future' : null
}

const FIRST_YEAR = 2014

const shift = (unit: Unit, amount: number): Time => ({ kind: 'shift', unit, amount, weekday: null, date: null })

function dayOf(components: ParsedComponents): Day | null {
  const [year, month, day] = (['year', 'month', 'day'] as const).map(component => components.get(component))
  return year && month && day ? dayNumber(year, month, day) : null
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [from, to].map(day => new Date(day * MILLISECONDS)) as [Date, Date]
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
}

function dateTime(components: ParsedComponents, hasYear: boolean, bearing: Bearing): CalendarDate {
  const part = (component: 'month' | 'day') => (components.isCertain(component) ? components.get(component) : null)
  const weekday = components.isCertain('weekday') ? components.get('weekday') : null
  return {
    kind: 'date',
    calendar: 'gregorian',
    year: hasYear ? components.get('year') : null,
    month: part('month'),
    day: part('day'),
    weekday: weekday === null ? null : (weekday + 6) % 7,
    ...bearing,
  }
}
