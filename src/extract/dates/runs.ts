/** Sets of days as sorted runs, and the ways in which evidence narrows them. */
import { civil, type Day, firstOf, type Weekday, weekdayOf } from './calendar.ts'

/** Days from `first` to `last`, both inclusive. */
export interface Run {
  readonly first: Day
  readonly last: Day
}

export type Runs = readonly Run[]

/** Keeps the days that some evidence allows. */
export type Narrowing = (runs: Runs) => Runs

/** Past this many days weekdays are not told apart: what remains would be thousands of single days. */
const WEEKDAY_HORIZON = 800

export const within =
  (first: Day, last: Day): Narrowing =>
  runs =>
    runs.flatMap(run =>
      run.last < first || run.first > last
        ? []
        : [{ first: Math.max(run.first, first), last: Math.min(run.last, last) }],
    )

/** Days of one weekday. */
export const onWeekday =
  (weekday: Weekday): Narrowing =>
  runs => {
    const days = runs.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    if (days > WEEKDAY_HORIZON) return runs
    return runs.flatMap(({ first, last }) => {
      const found: Run[] = []
      for (let day = first + ((weekday - weekdayOf(first) + 7) % 7); day <= last; day += 7) {
        found.push({ first: day, last: day })
      }
      return found
    })
  }

/** What a stretch that comes every year leaves: `inYear` gives it for one year, or null. */
export const everyYear =
  (inYear: (year: number) => Run | null): Narrowing =>
  runs =>
    runs.flatMap(({ first, last }) => {
      const found: Run[] = []
      for (let year = civil(first).year - 1; year <= civil(last).year + 1; year++) {
        const run = inYear(year)
        if (run) found.push(...within(first, last)([run]))
      }
      return found
    })

/** A month of any year. */
export const inMonth = (month: number): Narrowing =>
  everyYear(year => ({ first: firstOf(year, month), last: firstOf(year, month + 1) - 1 }))
