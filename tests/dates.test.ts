import { describe, expect, test } from 'vitest'
import { findDates } from '../src/dates.ts'

describe('findDates', () => {
  test('gives expressions with values, bounds and offsets in code points', () => {
    const text = '😀 التقيا يوم 3 أبريل/نيسان 2018 في جنيف'
    const { dates } = findDates(text)
    expect(dates).toEqual([
      {
        text: 'يوم 3 أبريل/نيسان 2018',
        start: 9,
        end: 31,
        edtf: '2018-04-03',
        min: '2018-04-03',
        max: '2018-04-03',
        basis: 'stated',
        rule_id: 'ar/time/calendar-date',
      },
    ])
    expect([...text].slice(9, 31).join('')).toBe(dates[0]?.text)
  })

  test('resolves against publication', () => {
    expect(findDates('عقد الاجتماع أمس', { published: '2018-04-03' }).dates[0]).toMatchObject({
      edtf: '2018-04-02',
      basis: 'inferred',
    })
  })

  test('says why an expression has no value', () => {
    expect(findDates('عقد الاجتماع أمس ثم في 31 نيسان', { language: 'ar' }).unresolved).toMatchObject([
      { text: 'أمس', reason: 'no reference' },
      { text: '31 نيسان', reason: 'no such date' },
    ])
  })

  test.each([
    ['en', 'The ministers met on Tuesday in Geneva', '2018-04-03'],
    ['fr', 'Les ministres se sont rencontrés hier à Genève', '2018-04-04'],
    ['de', 'Die Minister trafen sich gestern in Genf', '2018-04-04'],
    ['es', 'Los ministros se reunieron ayer en Ginebra', '2018-04-04'],
    ['it', 'I ministri si sono incontrati ieri a Ginevra', '2018-04-04'],
    ['ru', 'Министры встретились вчера в Женеве', '2018-04-04'],
  ])('reads %s', (language, text, value) => {
    const { dates } = findDates(text, { language, published: '2018-04-05' })
    expect(dates.map(({ edtf }) => edtf)).toEqual([value])
  })

  test('tells Arabic from English by itself', () => {
    const english =
      'The ministers of the two countries met in the capital on Tuesday, and they said that the talks were good.'
    expect(findDates(english, { published: '2018-04-05' })).toMatchObject({
      language: 'en',
      dates: [{ edtf: '2018-04-03' }],
    })
  })

  test('reads nothing in a language that it does not know', () => {
    expect(findDates('12', { language: 'xx' })).toMatchObject({ dates: [], published: { value: null } })
  })
})
