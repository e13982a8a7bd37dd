/**
 * The Hijri calendar of Umm al-Qura, 1356 to 1500 (1937-03-14 to 2077-11-16). The table holds, for each year, twelve bits as
 * three hexadecimal digits: bit 0 is Muharram, and a set bit makes a month of 30 days. It was read off the calendar
 * `islamic-umalqura` of ICU 78.2.
 */
import type { Day } from './calendar.ts'

const FIRST_YEAR = 1356
/** 1 Muharram 1356, 1937-03-14. */
const EPOCH: Day = -11_981

const LONG_MONTHS =
  'eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb2764' +
  '6c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4a' +
  'a9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e' +
  '26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276' +
  '575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65d4a'

/** The first day of each month from 1 Muharram 1356, and of the month after the last. */
const starts: readonly Day[] = readStarts()

export interface HijriDate {
  readonly year: number
  /** 1, Muharram, to 12. */
  readonly month: number
  /** 1 to 30. */
  readonly day: number
}

function readStarts(): Day[] {
  const days = [EPOCH]
  let day = EPOCH
  for (let at = 0; at < LONG_MONTHS.length; at += 3) {
    const long = Number.parseInt(LONG_MONTHS.slice(at, at + 3), 16)
    for (let month = 0; month < 12; month++) {
      day += long & (1 << month) ? 30 : 29
      days.push(day)
    }
  }
  return days
}

/** First and last day of a Hijri month, or null outside the table. `month` may lie outside 1 to 12 and counts on. */
export function hijriMonth(year: number, month: number): { first: Day; last: Day } | null {
  const index = (year - FIRST_YEAR) * 12 + month - 1
  const first = starts[index]
  const next = starts[index + 1]
  return first === undefined || next === undefined ? null : { first, last: next - 1 }
}

/** The day number of a Hijri date, or null where the calendar has no such date or the table ends. */
export function hijriDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null
  const bounds = hijriMonth(year, month)
  return bounds && bounds.first + day - 1 <= bounds.last ? bounds.first + day - 1 : null
}

/** The Hijri date of a day, or null outside the table. */
export function toHijri(day: Day): HijriDate | null {
  let low = 0
  let high = starts.length - 1
  if (day < EPOCH || day >= (starts[high] as Day)) return null
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] as Day) <= day) low = middle
    else high = middle
  }
  return { year: FIRST_YEAR + Math.floor(low / 12), month: (low % 12) + 1, day: day - (starts[low] as Day) + 1 }
}
