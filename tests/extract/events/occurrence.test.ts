import { describe, expect, it } from 'vitest'
import { occurrence, timesBySentence } from '../../../src/extract/events/occurrence.ts'
import { readPassage } from '../../../src/extract/text/passage.ts'
import type { Quote, TimeExpression } from '../../../src/types.ts'

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
  const at = (start: number, end: number) => ({ field: 'body' as const, start, end })

  it('takes the nearest time of the clause', () => {
    const times = [time(22, 24, '2020-01-01'), time(36, 40, '2020-01-02')]
    expect(occurrence(times, at(30, 35), clause, null)?.value.edtf).toBe('2020-01-02')
  })

  it('prefers a time of the clause to a nearer one outside it', () => {
    const times = [time(14, 18, '2020-01-01'), time(44, 48, '2020-01-02')]
    expect(occurrence(times, at(20, 24), clause, null)?.value.edtf).toBe('2020-01-02')
  })

  it('leaves out when it was said', () => {
    const content = { field: 'body' as const, start: 20, end: 60 }
    const quote = { content } as Quote
    expect(occurrence([time(5, 10, '2020-01-01')], at(30, 35), clause, quote)).toBeNull()
    expect(occurrence([time(40, 45, '2020-01-01')], at(30, 35), clause, quote)?.value.edtf).toBe('2020-01-01')
    expect(occurrence([time(5, 10, '2020-01-01')], at(12, 15), clause, quote)?.value.edtf).toBe('2020-01-01')
  })

  it('takes the fuller of two times that name the same days', () => {
    const interval = {
      ...time(44, 48, '2020-01-01/2020-01-02'),
      value: { edtf: '2020-01-01/2020-01-02', min: '2020-01-01', max: '2020-01-02' },
    }
    expect(occurrence([time(36, 40, '2020-01-02'), interval], at(30, 35), clause, null)?.value.edtf).toBe(
      '2020-01-01/2020-01-02',
    )
  })

  it('keeps the basis of the time', () => {
    expect(occurrence([time(40, 44, '2020-01-01')], at(20, 24), clause, null)?.basis).toBe('stated')
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
