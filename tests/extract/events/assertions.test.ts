import { describe, expect, it } from 'vitest'
import { assertions } from '../../../src/extract/events/assertions.ts'
import type { FieldSpan, Quote } from '../../../src/types.ts'

const quote = (
  start: number,
  end: number,
  cue: readonly [number, number] | null = null,
  field: FieldSpan['field'] = 'body',
) =>
  ({
    content: { field, start, end },
    cue: cue && { start: cue[0], end: cue[1], lemma: 'say', class: 'say' },
  }) as Quote

const trigger = (start: number, end: number, field: FieldSpan['field'] = 'body'): FieldSpan => ({ field, start, end })

describe('assertions', () => {
  it('takes the innermost content', () => {
    const of = assertions([quote(10, 90), quote(30, 50)])
    expect([trigger(12, 15), trigger(35, 40), trigger(60, 65)].map(of)).toEqual([0, 1, 0])
  })

  it('takes the quote whose cue the trigger is', () => {
    expect(assertions([quote(10, 30, [2, 8])])(trigger(2, 8))).toBe(0)
  })

  it('finds none outside, across an edge or in another field', () => {
    const of = assertions([quote(10, 20), quote(10, 20, null, 'title')])
    expect([trigger(2, 5, 'title'), trigger(2, 5), trigger(18, 24), trigger(30, 33)].map(of)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('goes from the title to the body', () => {
    const of = assertions([quote(0, 9, null, 'title'), quote(0, 9)])
    expect([trigger(1, 3, 'title'), trigger(1, 3)].map(of)).toEqual([0, 1])
  })
})
