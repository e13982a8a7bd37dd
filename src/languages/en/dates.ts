/** English time expressions: chrono-node for dates and deictics, own rules for years, decades, seasons and parts of periods. */
import { GB } from 'chrono-node/en'
import type { TimeRule } from '../../extract/dates/grammar.ts'
import type { Age, Direction, Fraction, Part, Tense, Time, Unit } from '../../extract/dates/time.ts'
import { type ChronoLocale, chronoDates, type Own } from '../shared/chrono-dates.ts'
import { orthography } from './orthography.ts'

interface Rule extends TimeRule {
  readonly pattern: RegExp
  /** Reads one match; `read` is chrono's reading of a piece that stands alone. */
  readonly time: (
    groups: Readonly<Record<string, string | undefined>>,
    read: (text: string) => Time | null,
  ) => Time | null
}

const YEAR = String.raw`(?:1[89]\d\d|20\d\d)`
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'

const UNSAID = { weekday: null, direction: null, tense: null } as const
const yearTime = (year: string | undefined): Time => ({
  kind: 'date',
  calendar: 'gregorian',
  year: Number(year),
  month: null,
  day: null,
  ...UNSAID,
})
const shift = (unit: Unit, amount: number): Time => ({ kind: 'shift', unit, amount, weekday: null, date: null })

const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  the: 0,
  next: 1,
  coming: 1,
}
const stepOf = (word: string | undefined) => STEPS[word?.toLowerCase() ?? ''] ?? 0
const directionOf = (word: string | undefined): Direction =>
  (['past', 'present', 'future'] as const)[stepOf(word) + 1] ?? 'present'

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const numberOf = (word = '') =>
  /^\d+$/u.test(word) ? Number(word) : /^an?$/iu.test(word) ? 1 : NUMBERS.indexOf(word.toLowerCase())

const SEASONS = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 } as const
const PARTS: Readonly<Record<string, Part['part']>> = {
  early: 'start',
  beginning: 'start',
  start: 'start',
  mid: 'middle',
  middle: 'middle',
  late: 'end',
  end: 'end',
}
const ORDINALS = ['first', 'second', 'third', 'fourth']

/** A period that a part can be taken of. */
const PERIOD = `(?:(?:last|this|next|the) (?:week|month|year)|(?:${MONTH})\\.?(?: ${YEAR})?|${YEAR})\\b`

/** A year, «the year», or what chrono reads. */
function periodOf(text: string, read: (text: string) => Time | null): Time | null {
  if (/^\d{4}$/u.test(text)) return yearTime(text)
  const unit = /^the (week|month|year)$/iu.exec(text)?.[1]
  return unit ? shift(unit.toLowerCase() as Unit, 0) : read(text)
}

const years: Rule = {
  id: 'en/time/years',
  pattern: new RegExp(`\\b(?<from>${YEAR})(?: ?[-–] ?| (?:and|to|until) )(?<to>${YEAR})\\b`, 'giu'),
  time: ({ from, to }) => ({ kind: 'range', from: yearTime(from), to: yearTime(to) }),
  examples: [['between 2011 and 2015', '2018-01-01', '2011/2015']],
  nonExamples: ['about 200 to 300 people'],
}

const decade: Rule = {
  id: 'en/time/decade',
  pattern: /\b(?:(?<part>early|mid|late)[- ])?(?:the )?(?<decade>(?:18|19|20)\d0)s\b/giu,
  time: ({ part, decade }) => {
    const of = { kind: 'era', unit: 'decade', year: Number(decade) } as const
    return part ? { kind: 'part', part: PARTS[part.toLowerCase()] as Part['part'], of } : of
  },
  examples: [
    ['in the 1990s', '2018-01-01', '199X'],
    ['in the late 1980s', '2018-01-01', '198X'],
  ],
  nonExamples: ['2,000s of people'],
}

const season: Rule = {
  id: 'en/time/season',
  pattern: new RegExp(
    `\\b(?:(?<step>last|this|next) (?<near>spring|summer|autumn|winter)|(?<season>spring|summer|autumn|fall|winter)(?: of)? (?<year>${YEAR}))\\b`,
    'giu',
  ),
  time: ({ step, near, season, year }) => ({
    kind: 'season',
    season: SEASONS[(near ?? season ?? '').toLowerCase() as keyof typeof SEASONS],
    year: year === undefined ? null : Number(year),
    direction: step === undefined ? null : directionOf(step),
    tense: null,
  }),
  examples: [
    ['in the summer of 2017', '2018-01-01', '2017-22'],
    ['last summer', '2018-01-01', '2017-22'],
  ],
  nonExamples: ['the Arab spring'],
}

const part: Rule = {
  id: 'en/time/part',
  pattern: new RegExp(`\\b(?<part>early|late|mid|(?:beginning|start|middle|end) of)[- ](?<of>${PERIOD})`, 'giu'),
  time: ({ part = '', of = '' }, read) => {
    const whole = periodOf(of, read)
    return whole && { kind: 'part', part: PARTS[part.split(' ')[0]?.toLowerCase() ?? ''] as Part['part'], of: whole }
  },
  examples: [
    ['at the end of last year', '2018-03-01', '2017-12'],
    ['in early 2015', '2018-03-01', '2015-01'],
    ['by mid-April', '2018-03-01', '2018-04'],
  ],
  nonExamples: ['the end of the war'],
}

const fraction: Rule = {
  id: 'en/time/fraction',
  pattern: new RegExp(
    `\\b(?<index>first|second|third|fourth|last) (?<cut>half|quarter|week) of (?<of>${PERIOD})`,
    'giu',
  ),
  time: ({ index = '', cut = '', of = '' }, read) => {
    const whole = periodOf(of, read)
    const place = ORDINALS.indexOf(index.toLowerCase())
    return (
      whole && {
        kind: 'fraction',
        cut: cut.toLowerCase() as Fraction['cut'],
        index: place < 0 ? -1 : place + 1,
        of: whole,
      }
    )
  },
  examples: [
    ['in the second quarter of 2018', '2018-09-01', '2018-04/2018-06'],
    ['the last week of January 2018', '2018-09-01', '2018-01-25/2018-01-31'],
  ],
  nonExamples: ['the first half of the match'],
}

const series: Rule = {
  id: 'en/time/series',
  pattern: new RegExp(
    `\\b(?<step>last|past|previous|next|coming) (?<count>\\d{1,3}|${NUMBERS.slice(2).join('|')}) (?<unit>day|week|month|year|decade)s\\b`,
    'giu',
  ),
  time: ({ step, count, unit = '' }) => {
    const direction = stepOf(step)
    const isWeek = unit.toLowerCase() === 'week'
    const grain = (isWeek ? 'day' : unit.toLowerCase()) as Unit
    const [far, now] = [shift(grain, direction * numberOf(count) * (isWeek ? 7 : 1)), shift(grain, 0)]
    return { kind: 'range', from: direction < 0 ? far : now, to: direction < 0 ? now : far }
  },
  examples: [['over the past three months', '2018-09-01', '2018-06/2018-09']],
  nonExamples: ['three months'],
}

const near: Rule = {
  id: 'en/time/near',
  pattern: new RegExp(`\\b(?<step>last|this|next) (?:(?<month>${MONTH})|(?<unit>weekend|decade|century))\\b`, 'giu'),
  time: ({ step, month, unit = '' }, read) => {
    if (unit === 'weekend') return { kind: 'part', part: 'end', of: shift('week', stepOf(step)) }
    if (!month) return shift(unit as Unit, stepOf(step))
    // «this may change» is no month.
    const date = /^[A-Z]/u.test(month) ? read(month) : null
    return date?.kind === 'date' ? { ...date, direction: directionOf(step) } : null
  },
  examples: [
    ['last April', '2018-04-14', '2017-04'],
    ['last weekend', '2018-04-18', '2018-04-14/2018-04-15'],
  ],
  nonExamples: ['this may change'],
}

const year: Rule = {
  id: 'en/time/year',
  pattern: new RegExp(
    `(?<=\\b(?:in|since|by|until|till|from|before|after|during|year) )(?<year>${YEAR})\\b(?![-,.]\\d| [a-z]+s\\b)`,
    'giu',
  ),
  time: ({ year }) => yearTime(year),
  examples: [['has governed since 2011', '2018-01-01', '2011']],
  nonExamples: ['in 2000 houses', 'paid 2015 dollars'],
}

/** Expressions of chrono's, documented as a rule. */
const chrono: TimeRule = {
  id: 'en/time/chrono',
  examples: [
    ['The minister resigned yesterday', '2018-04-04', '2018-04-03'],
    ['They met on Tuesday', '2018-04-05', '2018-04-03'],
    ['They will meet on Tuesday', '2018-04-05', '2018-04-10'],
    ['killed last month', '2018-04-05', '2018-03'],
    ['two weeks ago', '2018-04-05', '2018-03-19/2018-03-25'],
    ['on April 3-5, 2018', '2018-05-05', '2018-04-03/2018-04-05'],
    ['on 12/05/2018', '2018-06-05', '2018-05-12'],
    ['on Thursday, 5 April', '2018-04-06', '2018-04-05'],
  ],
  nonExamples: ['for three days', 'at 10 a.m.', '31 April 2018', 'two days later', 'It may rain'],
}

const own: readonly Rule[] = [years, part, fraction, decade, season, series, near, year]

function readOwn(text: string, read: (text: string) => Time | null): readonly Own[] {
  const found: Own[] = []
  for (const { id: ruleId, pattern, time } of own) {
    for (const { 0: match, index: start, groups = {} } of text.matchAll(pattern)) {
      const end = start + match.length
      if (found.some(other => start < other.end && other.start < end)) continue
      const value = time(groups, read)
      if (value) found.push({ start, end, time: value, ruleId })
    }
  }
  return found
}

const FUTURE = /\b(?:will|shall|due|scheduled|expected|plans?|planned|set|to be|to meet|to visit|to hold)\b/giu
const PAST = /\b(?:said|says|told|was|were|had|did|met|[a-z]+ed)\b/giu

/** The tense of the nearest verb before an expression, in its sentence. */
function tenseOf(before: string): Tense | null {
  const clause = before.split(/[.!?\n]/u).at(-1) ?? ''
  const [future, past] = [FUTURE, PAST].map(words => [...clause.matchAll(words)].at(-1)?.index ?? -1) as [
    number,
    number,
  ]
  return future < 0 && past < 0 ? null : future > past || clause.startsWith('will', future) ? 'future' : 'past'
}

const DURATION = /^(?:for|within|over|during)\b|\b(?:later|after|before)$/iu
const AGE = /(?<count>\d+|an?) (?<unit>minute|min|hour|hr|day|week|month|year)s?\b/giu
const UNITS: Readonly<Record<string, Age[number]['unit']>> = { min: 'minute', hr: 'hour' }

/** «1 year 2 months ago». */
function readAge(text: string): Age | null {
  if (!/\bago\b/iu.test(text)) return null
  const age = [...text.matchAll(AGE)].map(({ groups = {} }) => {
    const unit = groups.unit?.toLowerCase() ?? ''
    return { unit: UNITS[unit] ?? (unit as Age[number]['unit']), amount: numberOf(groups.count) }
  })
  return age.length > 0 ? age : null
}

const locale: ChronoLocale = {
  language: 'en',
  parser: GB,
  orthography,
  rules: [...own, chrono],
  directionOf: text => (/^(?:last|past|this|next|coming)\b/iu.test(text) ? directionOf(text.split(' ')[0]) : null),
  tenseOf,
  ignores: text => DURATION.test(text) || /^(?:now|weekend)$/iu.test(text),
  leads: /^(?:on|at) /iu,
  own: readOwn,
  readAge,
}

export const dates = chronoDates(locale)
