/** What the corpora of date expressions have in common: a case, how it came out, and a table of outcomes. */
import { findDates } from '../../../src/dates.ts'

/** First and last day of a value, `YYYY-MM-DD`. */
export interface Bounds {
  readonly min: string
  readonly max: string
}

/** A text with one expression; any of `expected` is right. */
export interface Case {
  readonly text: string
  readonly published: string
  readonly expected: readonly Bounds[]
  /** What kind of expression it is; failures are counted by it. */
  readonly category: string
}

export interface Outcome {
  readonly case: Case
  readonly got: string
  readonly right: boolean
}

/** Runs a case: right when exactly one expression is found and its bounds are among those expected. */
export function run(given: Case): Outcome {
  const { dates } = findDates(given.text, { published: given.published, language: 'ar' })
  const [only] = dates
  const right = dates.length === 1 && given.expected.some(({ min, max }) => only?.min === min && only.max === max)
  return { case: given, got: dates.map(({ edtf }) => edtf).join(' · ') || 'nothing', right }
}

/** Passed of all, by category, the most frequent first. */
export function report(outcomes: readonly Outcome[]): string {
  const categories = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    const { category } = outcome.case
    categories.set(category, [...(categories.get(category) ?? []), outcome])
  }
  const line = (name: string, some: readonly Outcome[]) => {
    const right = some.filter(outcome => outcome.right).length
    return `| ${name} | ${some.length} | ${right} | ${((100 * right) / some.length).toFixed(1)} % |`
  }
  return [
    '| category | cases | right | share |',
    '|---|--:|--:|--:|',
    ...[...categories].sort((a, b) => b[1].length - a[1].length).map(([name, some]) => line(name, some)),
    line('**all**', outcomes),
  ].join('\n')
}

export const isoOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
