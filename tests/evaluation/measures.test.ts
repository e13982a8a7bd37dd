import { describe, expect, test } from 'vitest'
import { match } from './measures.ts'
import { figures } from './statistics.ts'
import { overlap, sameName, within } from './words.ts'

describe('comparing words', () => {
  test('ignores diacritics, letter variants, digits and punctuation', () => {
    expect(overlap('«إنَّ ٣ مدنٍ»', 'ان 3 مدن')).toBe(1)
    expect(overlap('ريم', 'سلمى')).toBe(0)
    expect(overlap('', 'سلمى')).toBe(0)
  })

  test('counts a repeated word as often as both have it', () => {
    expect(overlap('لا لا', 'لا')).toBeCloseTo(2 / 3)
  })

  test('takes a short name for the long one', () => {
    expect(within('العبادي', 'سلمى العبادي')).toBe(1)
    expect(sameName('العبادي', 'سلمى العبادي')).toBe(true)
    expect(sameName(null, 'سلمى العبادي')).toBe(false)
  })
})

test('matching gives each row to one annotation, the best first', () => {
  const { rowOf, goldOf } = match([1, 2], [2, 1, 2], (a, b) => (a === b ? 1 : 0.6), 0.7)
  expect([...rowOf]).toEqual([
    [0, 1],
    [1, 0],
  ])
  expect(goldOf.has(2)).toBe(false)
})

test('figures hold precision, recall and an interval around F1', () => {
  const { precision, recall, f1, interval } = figures([
    { right: 8, wrong: 2, missed: 0 },
    { right: 0, wrong: 0, missed: 8 },
  ])
  expect([precision, recall]).toEqual([0.8, 0.5])
  expect(f1).toBeCloseTo(16 / 26)
  expect(interval[0]).toBeLessThan(f1)
  expect(interval[1]).toBeGreaterThan(f1)
})
