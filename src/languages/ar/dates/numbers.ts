/** Numbers as Arabic time expressions have them: in digits and words, cardinal and ordinal, and the days of a month. */
import { formAt, lastOf, type Read, type Scan, wordAt } from './lexemes.ts'

const DIGITS = /^\d{1,4}$/

/** A whole number of up to four digits, or null. */
export function digitsAt(scan: Scan, at: number): number | null {
  const token = scan.tokens[at]
  return token?.kind === 'number' && DIGITS.test(token.form) ? Number(token.form) : null
}

/** «الـ» before digits is a token of its own. */
const skipArticle = (scan: Scan, at: number) => {
  const form = formAt(scan, at)
  return (form === 'ال' || form === 'وال' || form === 'بال') && digitsAt(scan, at + 1) !== null ? at + 1 : at
}

/** A number in digits or words: «3», «الـ24», «ثلاثة», «خمسة وعشرين», «ألف وتسعمئة وثمانية وأربعين». */
export function numberAt(scan: Scan, at: number): Read<number> | null {
  const first = skipArticle(scan, at)
  const digits = digitsAt(scan, first)
  if (digits !== null) return { value: digits, last: first + 1 }
  let value = wordAt(scan, at)?.number
  if (value === undefined) return null
  let last = lastOf(scan, at)
  for (;;) {
    const more = scan.lexemes[last]
    const number = more?.word.number
    if (!more?.joined || number === undefined || !addsTo(value, number)) return { value, last }
    value += number
    last = more.last
  }
}

/** Whether و joins a number to what stands before it: units to tens, each to hundreds, all to thousands. */
function addsTo(before: number, next: number): boolean {
  if (before < 10) return next >= 20 && next < 100
  if (before % 1000 === 0) return next < 1000
  if (before % 100 === 0) return next < 100
  return before > 100 && before % 100 < 10 && next >= 20 && next < 100
}

/** An ordinal: «الثاني», «الحادي والثلاثين». */
export function ordinalAt(scan: Scan, at: number): Read<number> | null {
  const value = wordAt(scan, at)?.ordinal
  if (value === undefined) return null
  const last = lastOf(scan, at)
  const tens = scan.lexemes[last]
  const more = tens?.word.ordinal
  return value < 10 && tens?.joined && more !== undefined && more >= 20
    ? { value: value + more, last: tens.last }
    : { value, last }
}

/** A day of the month, or the first and the last of several. */
export interface Days {
  readonly from: number
  readonly to: number
}

const RANGE = /^(\d{1,2})-(\d{1,2})$/
/** The longest list of days that is read: «أيام 3 و4 و5 و6 أبريل». */
const MOST_DAYS = 7

/** «3», «الثالث», «3-4», «3 و4 و5», «3 إلى 4». */
export function daysAt(scan: Scan, at: number): Read<Days> | null {
  if (formAt(scan, at) === '(') {
    const day = dayAt(scan, at + 1)
    return day && formAt(scan, day.last) === ')'
      ? { value: { from: day.value, to: day.value }, last: day.last + 1 }
      : null
  }
  const range = RANGE.exec(scan.tokens[at]?.kind === 'number' ? (formAt(scan, at) as string) : '')
  if (range) return ordered(Number(range[1]), Number(range[2]), at + 1)
  const first = dayAt(scan, at)
  if (!first) return null
  let { value: to, last } = first
  for (let count = 1; count < MOST_DAYS; count++) {
    const more = dayAfter(scan, last)
    if (!more) break
    if (more.value <= to) return null
    to = more.value
    last = more.last
  }
  return { value: { from: first.value, to }, last }
}

const ordered = (from: number, to: number, last: number): Read<Days> | null =>
  isDay(from) && isDay(to) && from < to ? { value: { from, to }, last } : null

const isDay = (value: number) => value >= 1 && value <= 31

function dayAfter(scan: Scan, at: number): Read<number> | null {
  if (isJoiner(scan, at)) return dayAt(scan, at + 1)
  return scan.lexemes[at]?.joined ? dayAt(scan, at) : null
}

function dayAt(scan: Scan, at: number): Read<number> | null {
  const read = numberAt(scan, at) ?? ordinalAt(scan, at)
  return read && isDay(read.value) ? read : null
}

/** Marks and words between the two ends of a range. */
export function isJoiner(scan: Scan, at: number): boolean {
  const relation = wordAt(scan, at)?.relation
  return isHyphen(formAt(scan, at)) || relation === 'and' || relation === 'to'
}

export const isHyphen = (form: string | undefined): boolean => form === '-' || form === '–' || form === '—'
export const isComma = (form: string | undefined): boolean => form === '،' || form === ','
