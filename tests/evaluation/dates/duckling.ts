/** The Arabic time corpus of Duckling (facebook/duckling, BSD): `Duckling/Time/AR/Corpus.hs` of a checkout. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, isoOf } from './outcome.ts'

/** The reference time of its tests, a Tuesday. */
const PUBLISHED = '2013-02-12'

const EXAMPLES =
  /examples\s*\((?<what>datetime\w*)\s*(?<arguments>[^"[\]]*?)(?:"(?<name>[^"]*)")?\)\s*\[(?<texts>[^\]]*)\]/gu
const TUPLE = /\((\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*(?:[\d.]+)\)/gu

/** Every phrase of the corpus; phrases of an hour or finer are `clock`. */
export function ducklingCases(checkout: string): readonly Case[] {
  const source = readFileSync(join(checkout, 'Duckling/Time/AR/Corpus.hs'), 'utf8')
  return [...source.slice(source.indexOf('allExamples =')).matchAll(EXAMPLES)].flatMap(({ groups = {} }) => {
    const { what = '', arguments: given = '', texts = '' } = groups
    const tuples = [...given.matchAll(TUPLE)].map(tuple => tuple.slice(1, 4).map(Number) as [number, number, number])
    const grain = /(Second|Minute|Hour|Day|Week|Month|Quarter|Year)\s*$/u.exec(given.trim())?.[1] ?? ''
    const phrases = [...texts.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, phrase = '']) => phrase)
    return phrases.map(text => {
      const clock = grain === 'Second' || grain === 'Minute' || grain === 'Hour'
      const category = clock
        ? 'clock'
        : what.includes('Interval')
          ? 'interval'
          : what.includes('Holiday')
            ? 'holiday'
            : grain
      return { text, published: PUBLISHED, category, expected: clock ? [] : [boundsOf(tuples, grain)] }
    })
  })
}

/** Ends of intervals are exclusive. */
function boundsOf([from, to]: readonly [number, number, number][], grain: string) {
  const [year, month, day] = from as [number, number, number]
  const min = isoOf(year, month, day)
  if (to) return { min, max: isoOf(to[0], to[1], to[2] - 1) }
  if (grain === 'Week') return { min, max: isoOf(year, month, day + 6) }
  if (grain === 'Month') return { min, max: isoOf(year, month + 1, 0) }
  if (grain === 'Year') return { min, max: isoOf(year, 12, 31) }
  return { min, max: min }
}
