/** A place where something of an article could still be, and what was found there. */
export interface Check {
  readonly place: string
  /** How much was found. */
  readonly found: number
  /** Where it is and why, when something was found; null when nothing was. */
  readonly because: string | null
}

const MOST_NAMED = 5

/** Of things that are named; some of the names are told. */
export function checkOf(place: string, found: readonly string[], why: string): Check {
  if (found.length === 0) return { place, found: 0, because: null }
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : ''
  return { place, found: found.length, because: `${why}: ${found.slice(0, MOST_NAMED).join(', ')}${more}` }
}

/** Of rows that were counted. */
export const countOf = (place: string, found: number, why: string): Check => ({
  place,
  found,
  because: found === 0 ? null : why,
})
