/** Arabic reported speech, one construction a row: contents as the text has them, kinds, speakers. People and outlets are invented. */
import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

type Expected = readonly [content: string, kind: 'direct' | 'indirect' | 'mixed', speaker: string | null]

const shown = (text: string, title: string | null = null) =>
  quotesOf(text, { title }).map(({ content, kind, speaker }): Expected => [content, kind, speaker])

const LEAD = 'قال وزير الزراعة سامر البدري إن الموسم جيد.'
const FIRST: Expected = ['الموسم جيد', 'indirect', 'سامر البدري']

describe('where contents begin and end', () => {
  test.each<[string, string, readonly Expected[]]>([
    [
      'a pronoun goes with أن',
      'قال وزير الزراعة سامر البدري إنه سيزور الجنوب.',
      [['سيزور الجنوب', 'indirect', 'سامر البدري']],
    ],
    [
      'a participle begins a quote of its own',
      'قال وزير الزراعة سامر البدري إن الموسم جيد، مشيرا إلى أن المطر وفير.',
      [FIRST, ['المطر وفير', 'indirect', 'سامر البدري']],
    ],
    ['a source phrase ends the content', 'قال وزير الزراعة سامر البدري إن الموسم جيد، على حد قوله.', [FIRST]],
    [
      'a joined verb begins a quote of its own',
      'قال وزير الزراعة سامر البدري إن الموسم جيد، وأكد أن المطر وفير.',
      [FIRST, ['المطر وفير', 'indirect', 'سامر البدري']],
    ],
    [
      'a full stop inside marks ends nothing',
      'قال وزير الزراعة سامر البدري: «الموسم جيد. والمطر وفير».',
      [['الموسم جيد. والمطر وفير', 'direct', 'سامر البدري']],
    ],
    [
      'after a colon without marks speech is indirect',
      'قال وزير الزراعة سامر البدري: الموسم جيد والمطر وفير.',
      [['الموسم جيد والمطر وفير', 'indirect', 'سامر البدري']],
    ],
    [
      'marks that nothing closes hold to the end of the paragraph',
      'قال وزير الزراعة سامر البدري: «الموسم جيد. والمطر وفير.',
      [['الموسم جيد. والمطر وفير', 'direct', 'سامر البدري']],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

describe('kinds', () => {
  test.each<[string, string, Expected['1']]>([
    ['all of it in marks', 'قال وزير الزراعة سامر البدري إن «الموسم جيد جدا».', 'direct'],
    ['words of it in marks', 'قال وزير الزراعة سامر البدري إن الموسم «أفضل من كل ما سبق».', 'mixed'],
    ['a name in marks', 'قال وزير الزراعة سامر البدري إن معرض «أرضنا الخضراء» مفتوح.', 'indirect'],
    ['nothing in marks', LEAD, 'indirect'],
  ])('%s', (_, text, kind) => {
    expect(quotesOf(text).map(quote => quote.kind)).toEqual([kind])
  })
})

describe('who speaks', () => {
  test.each<[string, string, readonly (string | null)[]]>([
    ['the subject before its verb', 'وكان وزير الزراعة سامر البدري قد قال إن الموسم جيد.', ['سامر البدري']],
    ['the subject after an addressee', 'أكد لـ«الميزان» وزير الزراعة سامر البدري أن الموسم جيد.', ['سامر البدري']],
    ['whoever spoke last', `${LEAD}\nوأضاف أن المطر وفير.`, ['سامر البدري', 'سامر البدري']],
    ['nobody who does not agree', `${LEAD}\nوأضافت أن المطر وفير.`, ['سامر البدري', null]],
    ['whom a relay quotes', 'ونقلت وكالة الأناضول عن وزير الزراعة سامر البدري قوله إن الموسم جيد.', ['سامر البدري']],
    [
      'whom a relay quotes, without قوله',
      'ونقلت وكالة الأناضول عن وزير الزراعة سامر البدري أن الموسم جيد.',
      ['سامر البدري'],
    ],
    ['a source nobody names', 'وقال مصدر أمني إن الطريق مفتوح.', ['مصدر أمني']],
  ])('%s', (_, text, speakers) => {
    expect(quotesOf(text).map(({ speaker }) => speaker)).toEqual(speakers)
  })

  test('a relay says who passed the words on', () => {
    const [quote] = quotesOf('ونقلت وكالة الأناضول عن وزير الزراعة سامر البدري قوله إن الموسم جيد.')
    expect(quote?.quote).toMatchObject({ via: expect.stringContaining('الأناضول'), attribution: 'relayed' })
  })

  test('a quote without a speaker says why', () => {
    expect(quotesOf('وأضاف أن المطر وفير.')[0]?.quote).toMatchObject({ speaker: null, attribution: 'none_found' })
  })
})

test.each([
  ['the outlet itself', 'ويذكر أن الموسم الماضي كان ضعيفا.'],
  ['the outlet itself, in other words', 'وتجدر الإشارة إلى أن الموسم الماضي كان ضعيفا.'],
  ['a denied verb', 'لم يقل وزير الزراعة سامر البدري إن الموسم ضعيف.'],
  ['a question', 'هل قال وزير الزراعة سامر البدري إن الموسم ضعيف؟'],
  ['a wish', 'ويريد الناس أن يعلن الوزير أن الموسم جيد.'],
  ['what a law says', 'وتجري القرعة يوم الأحد، وفق القانون.'],
  ['the title of a film', 'وعرضت القاعة فيلم «الطريق إلى الحقل».'],
  ['a cue inside another word', 'نشر الكاتب مقالا عن القمح.'],
])('%s is no quote', (_, text) => {
  expect(quotesOf(text)).toEqual([])
})

test('the cue stands without the particle attached to it', () => {
  expect(quotesOf(`${LEAD}\nوأضاف أن المطر وفير.`).map(({ cue }) => cue)).toEqual(['قال', 'أضاف'])
})

test('vowel signs and tatweel change nothing', () => {
  const plain = shown(LEAD)
  expect(shown(LEAD.replace('قال', 'قَـال')).map(([content]) => content)).toEqual(plain.map(([content]) => content))
})
