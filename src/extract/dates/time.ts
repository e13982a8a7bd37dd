/** What the words of a time expression say, before anything outside them is known. Languages write these; the engine resolves them. */
import type { Weekday } from './calendar.ts'

export type Calendar = 'gregorian' | 'hijri'

/** Said by a modifier: last, this, next. */
export type Direction = 'past' | 'present' | 'future'

/** Gathered from the verbs around an expression, where no modifier says it. */
export type Tense = 'past' | 'future'

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

/** The year of a date: a number, so many years from that of publication, or whichever direction and tense lead to. */
export type YearOf = number | { readonly shift: number } | null

/** Where in the past or future the nearest match is looked for. */
export interface Bearing {
  readonly direction: Direction | null
  readonly tense: Tense | null
}

/** A date of which at least the year, the month or a day of the month is given. */
export interface CalendarDate extends Bearing {
  readonly kind: 'date'
  readonly calendar: Calendar
  readonly year: YearOf
  /** 1 to 12. */
  readonly month: number | null
  readonly day: number | null
  readonly weekday: Weekday | null
}

/** A day of the week, some day soon before or after publication. */
export interface WeekdayTime extends Bearing {
  readonly kind: 'weekday'
  readonly weekday: Weekday
  /** Weeks beyond the nearest one: -1 in «الثلاثاء قبل الماضي». */
  readonly weeks: number
}

/** So many units from publication; a weekday or date said beside it («أمس الجمعة 31 يوليو») is kept as evidence. */
export interface Shift {
  readonly kind: 'shift'
  readonly unit: Unit
  readonly amount: number
  readonly weekday: Weekday | null
  readonly date: CalendarDate | null
}

/** Start, middle or end of a period. */
export interface Part {
  readonly kind: 'part'
  readonly part: 'start' | 'middle' | 'end'
  readonly of: Time
}

/** One of the weeks, halves, thirds or quarters into which a period is cut; `index` counts from 1, or is -1 for the last. */
export interface Fraction {
  readonly kind: 'fraction'
  readonly cut: 'week' | 'half' | 'third' | 'quarter' | 'ten days' | 'day' | 'month' | 'decade'
  readonly index: number
  readonly of: Time
}

/** «الثلاثاء الثالث من سبتمبر»: the third Tuesday, or Tuesday the 3rd where that is what the 3rd is; -1 for the last one. */
export interface NthWeekday {
  readonly kind: 'nth weekday'
  readonly weekday: Weekday
  readonly index: number
  readonly of: Time
}

export interface Range {
  readonly kind: 'range'
  readonly from: Time
  readonly to: Time
}

/** The day before or after a time: the eve of a feast. */
export interface Beside {
  readonly kind: 'beside'
  readonly side: 'before' | 'after'
  readonly of: Time
}

/** The decade or century of a year. */
export interface Era {
  readonly kind: 'era'
  readonly unit: 'decade' | 'century'
  readonly year: number
}

export interface Season extends Bearing {
  readonly kind: 'season'
  /** As EDTF codes it: 21 spring to 24 winter. */
  readonly season: 21 | 22 | 23 | 24
  readonly year: YearOf
}

/** A feast: so many days from a date that comes every year. */
export interface Feast extends Bearing {
  readonly kind: 'feast'
  readonly calendar: Calendar
  readonly month: number
  readonly day: number
  readonly days: number
  readonly year: YearOf
}

export type Time =
  | CalendarDate
  | WeekdayTime
  | Shift
  | Part
  | Fraction
  | NthWeekday
  | Range
  | Beside
  | Era
  | Season
  | Feast

/** An age as pages show it beside a comment: «منذ سنة شهرين». Counted down, so that the next unit was not yet full. */
export type Age = readonly { readonly unit: Unit | 'hour' | 'minute'; readonly amount: number }[]
