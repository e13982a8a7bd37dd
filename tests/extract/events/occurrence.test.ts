import { describe, expect, it } from 'vitest'
import { occurrence, timesBySentence } from '../../../src/extract/events/occurrence.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import type { TimeExpression } from '../../../src/types.ts'

const time = (start: number, end: number, edtf: string): TimeExpression => ({
  field: 'body',
  start,
  end,
  value: { edtf, min: edtf, max: edtf },
  basis: 'stated',
  sentence: { start: 0, end: 100 },
  ruleId: 'x/time/day',
})

describe('occurrence', () => {
  const clause = { start: 20, end: 50 }

  it('takes the nearest time of the clause', () => {
    const times = [time(22, 24, '2020-01-01'), time(36, 40, '2020-01-02')]
    expect(occurrence(times, { start: 30, end: 35 }, clause)?.value.edtf).toBe('2020-01-02')
  })

  it('prefers a time of the clause to a nearer one outside it', () => {
    const times = [time(14, 18, '2020-01-01'), time(44, 48, '2020-01-02')]
    expect(occurrence(times, { start: 20, end: 24 }, clause)?.value.edtf).toBe('2020-01-02')
  })

  it('leaves out what is far away in another clause', () => {
    expect(occurrence([time(200, 210, '2020-01-01')], { start: 20, end: 24 }, clause)).toBeNull()
  })

  it('keeps the basis of the time', () => {
    expect(occurrence([time(40, 44, '2020-01-01')], { start: 20, end: 24 }, clause)?.basis).toBe('stated')
  })
})

describe('timesBySentence', () => {
  it('sorts the times of one field into its sentences', () => {
    const text = 'one two. three four. five'
    const passage = readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], {
      foldCharacter: character => character,
      sentenceEnds: new Set(['.']),
      abbreviations: new Set(),
    })
    const times = [
      time(0, 3, '2020'),
      time(9, 14, '2021'),
      { ...time(10, 12, '1999'), field: 'title' as const },
      time(21, 25, '2022'),
    ]
    expect(timesBySentence(passage, times).map(list => list.map(({ value }) => value.edtf))).toEqual([
      ['2020'],
      ['2021'],
      ['2022'],
    ])
  })
})
