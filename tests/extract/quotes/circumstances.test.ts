import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

const first = (text: string) => quotesOf(text)[0]?.quote

describe('where, to whom and when', () => {
  test.each([
    ['قال وزير الزراعة سامر البدري في مؤتمر صحفي إن الموسم جيد.', 'مؤتمر صحفي'],
    ['وفي مقابلة تلفزيونية، قال وزير الزراعة سامر البدري إن الموسم جيد.', 'مقابلة تلفزيونية'],
    ['قال وزير الزراعة سامر البدري إن الموسم جيد في بيان قديم.', null],
  ])('venue of «%s»', (text, venue) => {
    expect(first(text)?.venue).toBe(venue)
  })

  test.each([
    ['قال وزير الزراعة سامر البدري لـ«الميزان» إن الموسم جيد.', 'الميزان'],
    ['قال وزير الزراعة سامر البدري إن الموسم جيد.', null],
  ])('addressee of «%s»', (text, addressee) => {
    expect(first(text)?.addressee).toBe(addressee)
  })

  test('a date beside the cue dates the saying, one in the content does not', () => {
    expect(first('قال وزير الزراعة سامر البدري في 3 مايو 2021 إن الموسم جيد.')?.said?.edtf).toBe('2021-05-03')
    expect(first('قال وزير الزراعة سامر البدري إن الموسم بدأ في 3 مايو 2021.')?.said).toBeNull()
  })
})
