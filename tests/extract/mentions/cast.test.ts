import { describe, expect, test } from 'vitest'
import { readCast } from '../../../src/extract/mentions/cast.ts'
import type { Cast } from '../../../src/extract/mentions/mention.ts'
import type { Passage } from '../../../src/extract/text/passage.ts'
import { ar } from '../../../src/languages/ar/index.ts'
import { passageOf } from '../../support/passages.ts'

interface Article {
  readonly cast: Cast
  readonly body: Passage
  readonly title: Passage
}

function article(body: string, title = ''): Article {
  const passages = { body: passageOf(body), title: passageOf(title, 'title') }
  return { ...passages, cast: readCast([passages.title, passages.body], ar.mentions) }
}

/** The party of the `n`-th mention of the body whose text is `phrase`. */
function partyOf({ cast, body }: Article, phrase: string, n = 0, passage = body) {
  const found = cast.mentions(passage).filter(({ start, end }) => passage.text.slice(start, end) === phrase)[n]
  if (!found) {
    const all = cast.mentions(passage).map(({ start, end }) => passage.text.slice(start, end))
    throw new Error(`no mention «${phrase}» among ${all.join(' | ')}`)
  }
  return cast.party(found)
}

describe('people', () => {
  const news = article(
    [
      'قال وزير الخارجية التركي سامر دنكتاش أوغلو في أنقرة إن الحوار مستمر.',
      'وشدد الوزير التركي على أهمية اللقاء، وأضاف دنكتاش أوغلو أن نظيره الإيراني حسين رستمي وافق.',
      'وأكد رستمي الموعد، بينما قال الرئيس التركي إن بلاده ترحب.',
    ].join('\n'),
    'دنكتاش أوغلو: الحوار مستمر',
  )

  test('a family name is the full name', () => {
    expect(partyOf(news, 'دنكتاش أوغلو')).toEqual({
      name: 'سامر دنكتاش أوغلو',
      type: 'person',
      role: 'وزير الخارجية التركي',
      countryCode: 'TR',
    })
    expect(partyOf(news, 'رستمي').name).toBe('حسين رستمي')
  })
  test('an office is who holds it in the article', () => {
    expect(partyOf(news, 'الوزير التركي').name).toBe('سامر دنكتاش أوغلو')
  })
  test('an office that nobody named holds is described', () => {
    expect(partyOf(news, 'الرئيس التركي')).toMatchObject({ name: 'الرئيس التركي', type: 'unnamed' })
  })
  test('a title takes names from the body', () => {
    expect(partyOf(news, 'دنكتاش أوغلو', 0, news.title).name).toBe('سامر دنكتاش أوغلو')
  })

  test('spellings of one name are one person', () => {
    const { cast, body } = article('التقى الرئيس دونالد هارمب رئيس الوزراء. وقال هرمب إن اللقاء مفيد.')
    const named = cast.mentions(body).filter(({ nameText }) => nameText?.endsWith('رمب'))
    expect(named).toHaveLength(2)
    expect(cast.same(named[0]!, named[1]!)).toBe(true)
  })
  test('two of one family stay two', () => {
    const family = article('قال سليم الراوي إن القرار صائب، وردت هدى الراوي بالنفي. وأضافت هدى الراوي أن المجلس سيرد.')
    expect(partyOf(family, 'سليم الراوي').name).toBe('سليم الراوي')
    expect(partyOf(family, 'هدى الراوي').name).toBe('هدى الراوي')
  })
  test('an alias in brackets names the same man', () => {
    const alias = article('قال رئيس السلطة محمود نصار (أبو سيف) إن الاتفاق قريب. وأضاف أبو سيف أن الوفد عاد.')
    expect(partyOf(alias, 'أبو سيف').name).toBe('محمود نصار')
  })
  test('an unnamed spokesman is found where the article names him later', () => {
    const later = article(
      'نفى متحدث باسم وزارة الصحة الخبر. وقال سعيد الهاشمي المتحدث باسم وزارة الصحة إن الوضع مستقر.',
    )
    expect(partyOf(later, 'متحدث باسم وزارة الصحة').name).toBe('سعيد الهاشمي')
  })
})

describe('bodies', () => {
  const report = article(
    [
      'أعلنت وزارة الدفاع الروسية أن العملية انتهت، وأكدت الوزارة أن القوات عادت.',
      'وقالت منظمة غرين هورايزن إن المياه ملوثة. ودعت المنظمة الحكومة السورية إلى التحرك، فيما لم ترد الحكومة.',
      'وأعلنت طهران رفضها، وقالت إيران إنها سترد.',
    ].join('\n'),
  )
  test.each([
    ['الوزارة', 'وزارة الدفاع الروسية'],
    ['المنظمة', 'غرين هورايزن'],
    ['الحكومة', 'الحكومة السورية'],
    ['طهران', 'إيران'],
  ])('%s is %s', (phrase, name) => {
    expect(partyOf(report, phrase)).toMatchObject({ name, type: 'organization' })
  })
})

describe('sources and documents', () => {
  test('the source is the last one', () => {
    const news = article(
      'قالت مصادر أمنية إن الهجوم وقع فجرا. وقال مصدر طبي إن الجرحى كثر. وأضاف المصدر أن بعضهم غادر.',
    )
    expect(partyOf(news, 'المصدر')).toMatchObject({ name: 'مصدر طبي', type: 'unnamed' })
    expect(partyOf(news, 'مصادر أمنية').name).toBe('مصادر أمنية')
  })
  test('a statement speaks for its issuer', () => {
    const news = article('أفاد بيان لوزارة الداخلية بأن الطريق مغلق. وذكر البيان أن الحركة ستعود.')
    expect(partyOf(news, 'البيان')).toMatchObject({ name: 'وزارة الداخلية', type: 'organization' })
  })
  test('a statement speaks for who gave it', () => {
    const news = article('قالت هيئة المياه في بيان إن الخزان آمن. وأوضح البيان أن الفحص مستمر.')
    expect(partyOf(news, 'البيان').name).toBe('هيئة المياه')
  })
})

test('every mention is found again by its tokens', () => {
  const { cast, body } = article('قال وزير العدل سامي الراوي لصحيفة "النجم" إن القضاة مستقلون.')
  for (const mention of cast.mentions(body)) {
    expect(cast.startingAt(body, mention.first)).toBe(mention)
    expect(cast.covering(body, mention.last - 1)).toBe(mention)
  }
  expect(cast.startingAt(body, body.tokens.length - 2)).toBeNull()
})

describe('hostile text', () => {
  const many = (word: string) => article(word.repeat(3000))

  test.each([
    'و',
    'وزير ',
    'المتحدث باسم ',
    'محمد ',
    'عدد من ',
    'بيان ',
    'وزارة « ',
    'الرئيس التركي قال الوزير. ',
    '(',
  ])('«%s» without end is read to its end', word => {
    const { cast, body } = many(word)
    const mentions = cast.mentions(body)
    mentions.forEach((mention, i) => {
      expect(mention.last - mention.first).toBeLessThanOrEqual(40)
      expect(mention.first).toBeGreaterThanOrEqual(mentions[i - 1]?.last ?? 0)
      expect(cast.party(mention).name).not.toBe('')
    })
  })
})
