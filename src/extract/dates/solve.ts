/** The days on which an article can have been published, given its clues. */
import type { Evidence } from '../../types.ts'
import { type Day, firstOf } from './calendar.ts'
import type { Clue, Tier } from './clue.ts'
import type { Runs } from './runs.ts'

/** What is known from outside the text. */
export interface Bounds {
  /** The last day on which the document existed, or null. */
  readonly captured: Day | null
  /** The last day on which its first comment can have been posted, or null. */
  readonly commented: Day | null
}

export interface Solution {
  readonly runs: Runs
  /** Clues that hold, strongest first. */
  readonly evidence: readonly Evidence[]
  /** Clues that speak against what stronger ones say. */
  readonly contradictions: readonly Evidence[]
  /** The weakest tier that narrowed the days, or null when none did. */
  readonly tier: Tier | null
}

/** No page of the web is older. */
const EARLIEST = firstOf(1993, 1)
/** The end of the calendars' tables. */
const LATEST = firstOf(2077, 1) - 1

export const openEnd = (day: Day): boolean => day === EARLIEST || day === LATEST

/** Narrows all days by one clue after another; a clue that would leave none is a contradiction and changes nothing. */
export function solve(clues: readonly Clue[], { captured, commented }: Bounds): Solution {
  const latest = Math.min(captured ?? LATEST, commented ?? LATEST)
  return narrowBy([{ first: EARLIEST, last: latest }], clues)
}

export function narrowBy(start: Runs, clues: readonly Clue[]): Solution {
  let runs = start
  let tier: Tier | null = null
  const evidence: Evidence[] = []
  const contradictions: Evidence[] = []
  for (const clue of clues) {
    const left = clue.narrow(runs)
    if (left.length === 0) {
      contradictions.push(clue.evidence)
      continue
    }
    if (size(left) < size(runs)) tier = clue.tier
    evidence.push(clue.evidence)
    runs = left
  }
  return { runs, evidence, contradictions, tier }
}

const size = (runs: Runs) => runs.reduce((sum, { first, last }) => sum + last - first + 1, 0)
