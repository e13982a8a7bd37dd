import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civil,
  dayNumber,
  isoDate,
  monthLength,
  weekdayOf,
  weekStart,
} from '../../../src/extract/dates/calendar.ts'
import { hijriDay, hijriMonth, toHijri } from '../../../src/extract/dates/umm-al-qura.ts'

const day = fc.integer({ min: -300_000, max: 60_000 })

describe('the Gregorian calendar', () => {
  test('counts days as the platform does', () => {
    fc.assert(
      fc.property(day, number => {
        expect(isoDate(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      }),
    )
  })

  test('finds every day again', () => {
    fc.assert(
      fc.property(day, number => {
        const { year, month, day } = civil(number)
        expect(dayNumber(year, month, day)).toBe(number)
      }),
    )
  })

  test('knows its weekdays', () => {
    expect(weekdayOf(dayNumber(2018, 4, 3) as number)).toBe(1)
    expect(isoDate(weekStart(dayNumber(2018, 4, 1) as number))).toBe('2018-03-26')
  })

  test.each([
    [2018, 4, 31],
    [2019, 2, 29],
    [2018, 13, 1],
    [2018, 4, 0],
  ])('has no %i-%i-%i', (year, month, dayOfMonth) => {
    expect(dayNumber(year, month, dayOfMonth)).toBeNull()
  })

  test('moves by months to the last day of a shorter one', () => {
    expect(isoDate(addMonths(dayNumber(2018, 3, 31) as number, -1))).toBe('2018-02-28')
    expect(isoDate(addMonths(dayNumber(2018, 1, 15) as number, -14))).toBe('2016-11-15')
    expect(monthLength(2000, 2)).toBe(29)
  })
})

describe('the calendar of Umm al-Qura', () => {
  test('finds every day of its table again', () => {
    const first = hijriDay(1356, 1, 1) as number
    const last = (hijriMonth(1500, 12) as { last: number }).last
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), number => {
        const { year, month, day } = toHijri(number) as { year: number; month: number; day: number }
        expect(hijriDay(year, month, day)).toBe(number)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [1356, 1, 1, '1937-03-14'],
    [1420, 12, 10, '2000-03-16'],
    [1436, 10, 25, '2015-08-10'],
    [1439, 9, 1, '2018-05-16'],
    [1444, 10, 1, '2023-04-21'],
  ])('has %i-%i-%i on %s', (year, month, dayOfMonth, gregorian) => {
    expect(isoDate(hijriDay(year, month, dayOfMonth) as number)).toBe(gregorian)
  })

  test('ends where its table ends', () => {
    expect(toHijri((hijriDay(1356, 1, 1) as number) - 1)).toBeNull()
    expect(hijriDay(1501, 1, 1)).toBeNull()
    expect(hijriDay(1439, 9, 31)).toBeNull()
  })
})
