/**
 * Dates that newspapers print in both calendars, one day said twice: «1 محرم 1440 هـ الموافق 11 سبتمبر 2018». SaudiNewsNet
 * (inparallel/SaudiNewsNet, articles of Saudi newspapers of 2015, CC BY-NC-SA), its archives unpacked in `dataset/`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../../src/dates.ts'

/** A Hijri year, then within a few words the Gregorian date that is said to be the same. */
const DUAL =
  /(?<hijri>[^\n.؛]{4,40}?1[34]\d{2} ?(?:هـ?|هجرية?)?)[^\n]{0,6}?الموافق(?:ة)?(?: لـ? )?:? ?(?<gregorian>[^\n.]{6,40}?(?:19|20)\d{2})/gu

interface Pair {
  readonly text: string
  /** Days from the Hijri date to the Gregorian one; null where one of them could not be read. */
  readonly apart: number | null
}

const DAY = 86_400_000

function pairsIn(text: string): readonly Pair[] {
  return [...text.matchAll(DUAL)].flatMap(({ 0: whole, groups = {} }) => {
    const hijri = lastDay(groups.hijri ?? '')
    const gregorian = lastDay(groups.gregorian ?? '')
    if (!/\d/u.test(groups.gregorian ?? '') || (!hijri && !gregorian)) return []
    return [{ text: whole, apart: hijri && gregorian ? (Date.parse(gregorian) - Date.parse(hijri)) / DAY : null }]
  })
}

/** The last expression of a text that is a single day. */
function lastDay(text: string): string | null {
  const days = findDates(text, { language: 'ar' }).dates.filter(({ min, max }) => min === max)
  return days.at(-1)?.min ?? null
}

/** How far the two halves of each dateline lie apart. */
export function dualDatelineReport(checkout: string, showFailures: boolean): string {
  const seen = new Map<string, Pair>()
  for (const file of readdirSync(join(checkout, 'dataset')).filter(name => name.endsWith('.json'))) {
    const articles: readonly { content?: string; title?: string }[] = JSON.parse(
      readFileSync(join(checkout, 'dataset', file), 'utf8').replace(/^\uFEFF/u, ''),
    )
    for (const { title = '', content = '' } of articles) {
      for (const pair of pairsIn(`${title}\n${content}`)) seen.set(pair.text, pair)
    }
  }
  const pairs = [...seen.values()]
  const read = pairs.filter(({ apart }) => apart !== null)
  const share = (some: readonly Pair[], of: readonly Pair[]) =>
    `${some.length} (${((100 * some.length) / of.length).toFixed(1)} %)`
  if (showFailures)
    for (const { text, apart } of pairs) if (apart === null || Math.abs(apart) > 1) console.error(`${apart}\t${text}`)
  return [
    `| | datelines |`,
    '|---|--:|',
    `| different datelines in both calendars | ${pairs.length} |`,
    `| both halves read as a day | ${share(read, pairs)} |`,
    `| of these the same day | ${share(
      read.filter(({ apart }) => apart === 0),
      read,
    )} |`,
    `| of these within a day | ${share(
      read.filter(({ apart }) => Math.abs(apart as number) <= 1),
      read,
    )} |`,
  ].join('\n')
}
