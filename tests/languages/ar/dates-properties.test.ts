import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src/dates.ts'
import { civil, isoDate } from '../../../src/extract/dates/calendar.ts'
import { readStretch } from '../../../src/extract/dates/stretch.ts'
import { toHijri } from '../../../src/extract/dates/umm-al-qura.ts'
import { dates } from '../../../src/languages/ar/dates/grammar.ts'
import words from '../../../src/languages/ar/words/dates.json' with { type: 'json' }

const published = '2018-04-03'
const valuesOf = (text: string) => findDates(text, { published, language: 'ar' }).dates.map(({ edtf }) => edtf)

/** Texts with expressions of every rule. */
const texts = dates.rules.flatMap(({ examples }) => examples.map(([text]) => text))
const anyText = fc.constantFrom(...texts)

const MARKS = ['\u064E', '\u064F', '\u0650', '\u0651', '\u0652', '\u064B', '\u0640']

describe('what the value does not depend on', () => {
  test('vowel signs and tatweel', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...MARKS)), { maxLength: 12 }),
        (text, marks) => {
          let marked = text
          for (const [at, mark] of marks) {
            const place = at % marked.length
            if (/\p{L}/u.test(marked[place] as string))
              marked = marked.slice(0, place + 1) + mark + marked.slice(place + 1)
          }
          expect(valuesOf(marked)).toEqual(valuesOf(text))
        },
      ),
    )
  })

  test.each([
    ['Arabic', 0x660],
    ['Persian', 0x6f0],
  ])('%s digits', (_, zero) => {
    for (const text of texts) {
      const rewritten = text.replace(/\d/gu, digit => String.fromCodePoint(zero + Number(digit)))
      expect(valuesOf(rewritten)).toEqual(valuesOf(text))
    }
  })

  test('what stands in the lines before it', () => {
    const prefixes = ['', 'جنيف', 'اجتماع الوزراء', '😀', '«'].map(line => `${line}\n`)
    fc.assert(
      fc.property(anyText, fc.array(fc.constantFrom(...prefixes), { maxLength: 4 }), (text, before) => {
        expect(valuesOf(before.join('') + text)).toEqual(valuesOf(text))
      }),
    )
  })

  test('a conjunction before it', () => {
    for (const text of texts) {
      if (/^[^و\P{L}]/u.test(text)) expect([text, valuesOf(`و${text}`)]).toEqual([text, valuesOf(text)])
    }
  })
})

const namesOf = (month: number) => words.gregorianMonths.filter(entry => entry.month === month).map(({ term }) => term)
const dayIn = (from: number, to: number) => fc.integer({ min: from, max: to })
/** 1950-01-01 to 2070-01-01. */
const anyDay = dayIn(-7305, 36_525)

describe('a date that is written and read again', () => {
  test('in every month style', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(20), fc.nat(20), fc.nat(5), (day, first, second, style) => {
        const { year, month, day: ofMonth } = civil(day)
        const names = namesOf(month)
        const [a, b] = [names[first % names.length], names[second % names.length]]
        const months = [a, `${a}/${b}`, `${a} (${b})`, `${a} / ${b}`, `شهر ${a}`, `من ${a}`]
        expect(valuesOf(`في ${ofMonth} ${months[style]} ${year}`)).toEqual([isoDate(day)])
      }),
      { numRuns: 500 },
    )
  })

  test('with every name of every month', () => {
    const names = words.gregorianMonths
    expect(names.length).toBeGreaterThan(45)
    for (const { term, month } of names) {
      expect([term, valuesOf(`في 7 ${term} 2018`)]).toEqual([term, [`2018-${String(month).padStart(2, '0')}-07`]])
    }
  })

  test('in the Hijri calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(20), (day, name) => {
        const { year, month, day: ofMonth } = toHijri(day) as { year: number; month: number; day: number }
        const names = words.hijriMonths.filter(entry => entry.month === month).map(({ term }) => term)
        expect(valuesOf(`في ${ofMonth} ${names[name % names.length]} ${year} هـ`)).toEqual([isoDate(day)])
      }),
      { numRuns: 300 },
    )
  })

  test('in figures', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const { year, month, day: ofMonth } = civil(day)
        const iso = isoDate(day)
        expect(valuesOf(`بتاريخ ${iso}`)).toEqual([iso])
        expect(valuesOf(`بتاريخ ${ofMonth}/${month}/${year}`)).toEqual([iso])
        expect(valuesOf(`بتاريخ ${ofMonth} - ${month} - ${year}`)).toEqual([iso])
      }),
    )
  })
})

test('every value has bounds that it is read back to', () => {
  let count = 0
  for (const { examples } of dates.rules) {
    for (const [text, on] of examples) {
      for (const { edtf, min, max } of findDates(text, { published: on, language: 'ar' }).dates) {
        expect(min !== null && max !== null && min <= max).toBe(true)
        const read = readStretch(edtf)
        expect([edtf, read && isoDate(read.first), read && isoDate(read.last)]).toEqual([edtf, min, max])
        count++
      }
    }
  }
  expect(count).toBeGreaterThan(80)
})

test('long and hostile texts are read in time that grows with their length', () => {
  const hostile = [
    'و ',
    'صباح ',
    'من يناير ',
    'أمس في 3 أبريل ',
    '12 و13 و',
    '« ',
    'نهاية ',
    'النصف الأول من ',
    'مئة و',
    'عشية ',
    '1/',
  ]
  for (const piece of hostile) {
    const text = piece.repeat(4000)
    expect(findDates(text, { published, language: 'ar' }).dates.length).toBeLessThan(text.length)
  }
})
