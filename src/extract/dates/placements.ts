/** Clues in dates that the text places before, around or after itself: «3 أبريل الجاري», «ديسمبر 2022 الماضي», dates told as past. */

import { weekdayOf } from './calendar.ts'
import { type Clue, clueFrom, type Found } from './clue.ts'
import { WEEKDAYS } from './deictics.ts'
import { resolveOn } from './resolve.ts'
import { everyYear, inMonth, type Run, within } from './runs.ts'
import type { Closed } from './stretch.ts'
import type { CalendarDate, Time } from './time.ts'

/** A clue, and for a date told as past or future on which side of publication it lies. */
export interface Placement {
  readonly clue: Clue
  readonly side: { readonly tense: 'past' | 'future'; readonly stretch: Run } | null
}

const FOREVER = 1_000_000
const YEAR = 365
/** Half a year: a date without year is the nearest of its kind. */
const NEAR = 183

/** What a date says of publication. */
export function placementClues(found: Found): readonly Placement[] {
  return datesIn(found.time).flatMap(date => {
    const stated = resolveOn(date, null)
    if (date.direction === 'present') return currentMonth(found, date, stated)
    return stated ? statedDate(found, date, stated) : weekdayDate(found, date)
  })
}

function datesIn(time: Time): readonly CalendarDate[] {
  if (time.kind === 'date') return [time]
  if (time.kind === 'part' || time.kind === 'fraction' || time.kind === 'beside' || time.kind === 'nth weekday')
    return datesIn(time.of)
  return time.kind === 'range' ? [...datesIn(time.from), ...datesIn(time.to)] : []
}

const placed = (clue: Clue, side: Placement['side'] = null): readonly Placement[] => [{ clue, side }]

/** «يناير الجاري», «3 أبريل 2018 الجاري». */
function currentMonth(found: Found, date: CalendarDate, stated: Closed | null): readonly Placement[] {
  const { month, calendar } = date
  if (month === null) return []
  const whole = stated && resolveOn({ ...date, day: null }, null)
  if (whole) return placed(clueFrom(found, 1, within(whole.first, whole.last), `published in ${whole.edtf}`))
  if (calendar !== 'gregorian') return []
  return placed(clueFrom(found, 2, inMonth(month), `published in month ${month} of some year`))
}

function statedDate(found: Found, { month, direction, tense }: CalendarDate, stretch: Closed): readonly Placement[] {
  const { first, last, edtf } = stretch
  if (direction === 'past') {
    return placed(clueFrom(found, 3, within(first, last + YEAR), `published in the year after ${edtf}`))
  }
  if (direction === 'future') {
    return placed(clueFrom(found, 3, within(first - YEAR, last), `published in the year before ${edtf}`))
  }
  if (tense === 'past') {
    const clue = clueFrom(found, 4, within(first, FOREVER), `published after ${edtf} began`)
    return placed(clue, { tense, stretch })
  }
  if (tense !== 'future' || month === null) return []
  const clue = clueFrom(found, 4, within(-FOREVER, last), `published before ${edtf} ended`)
  return placed(clue, { tense, stretch })
}

/** «الثلاثاء 3 أبريل»: the weekday tells in which years that can be. */
function weekdayDate(found: Found, date: CalendarDate): readonly Placement[] {
  const { weekday, month, day, year, calendar } = date
  if (weekday === null || month === null || day === null || year !== null || calendar !== 'gregorian') return []
  const near = everyYear(year => {
    const stretch = resolveOn({ ...date, year }, null)
    if (!stretch || weekdayOf(stretch.first) !== weekday) return null
    return { first: stretch.first - NEAR, last: stretch.first + NEAR }
  })
  return placed(clueFrom(found, 3, near, `published within half a year of a ${WEEKDAYS[weekday]} ${day}/${month}`))
}

/** Leaves out dates told as past that overlap dates told as future: of one of them the tense was misread. */
export function withoutClashes(placements: readonly Placement[]): readonly Clue[] {
  const of = (tense: 'past' | 'future') =>
    placements.flatMap(({ side }) => (side?.tense === tense ? [side.stretch] : []))
  const latestPast = Math.max(...of('past').map(({ last }) => last))
  const earliestFuture = Math.min(...of('future').map(({ first }) => first))
  return placements.flatMap(({ clue, side }) => {
    if (side === null) return [clue]
    const clashes = side.tense === 'past' ? side.stretch.last >= earliestFuture : side.stretch.first <= latestPast
    return clashes ? [] : [clue]
  })
}
