/** Spellings of one name. Foreign names are spelled by ear; two Arabic names that differ in a letter are two names. */
import { withinOne } from '../../../extract/mentions/names.ts'
import { givenName } from './words.ts'

/** Fewest letters at which a foreign name may be written in two ways. */
const FOREIGN = 4

/** A word without article and with one letter for each of ي ى ئ, ة ه, و ؤ, and one for the three that stand for g. */
export const nameKey = (word: string): string =>
  word
    .replace(/^ال(?=...)/u, '')
    .replace(/[ىئ]/gu, 'ي')
    .replace(/ة$/u, 'ه')
    .replace(/ؤ/gu, 'و')
    .replace(/[جغ]/gu, 'غ')

const consonants = (key: string) => key.replace(/[اويء]/gu, '')

/** «نتنياهو» and «نتانياهو», «ترامب» and «ترمب», «تيلرسون» and «تليرسون»; not «سالم» and «سليم». */
export function sameKey(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < FOREIGN || givenName(a) || givenName(b)) return false
  if (withinOne(a, b)) return true
  const [x, y] = [consonants(a), consonants(b)]
  return x === y && x.length >= FOREIGN
}
