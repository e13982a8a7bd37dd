import { describe, expect, it } from 'vitest'
import { foldTerm } from '../../../src/languages/ar/orthography.ts'
import { conjugate, type Reading, type Verb, verbForms } from '../../../src/languages/ar/verbs.ts'

/** A short name for a reading: `perfect 3sf`, `masdar sm def`. */
function tag({ tense, person, number, gender, voice, definite, accusative }: Reading): string {
  const agreement = `${person ?? ''}${number?.[0] ?? ''}${gender?.[0] ?? ''}`
  const extras = [voice === 'passive' && 'passive', definite && 'def', accusative && 'acc'].filter(Boolean)
  return [tense, agreement, ...extras].join(' ')
}

const forms = (verb: Verb) => {
  const table = new Map<string, string[]>()
  for (const [form, reading] of conjugate(verb)) table.set(form, [...(table.get(form) ?? []), tag(reading)])
  return table
}

/** Verb, then forms as newspapers spell them with one reading that each must have. */
const paradigms: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'كتب',
    'يكتب',
    { كتبت: 'perfect 3sf', كتبوا: 'perfect 3pm', كتبا: 'perfect 3dm', كتبتا: 'perfect 3df', كتبنا: 'perfect 1p' },
  ],
  [
    'كتب',
    'يكتب',
    {
      يكتبون: 'imperfect 3pm',
      تكتب: 'imperfect 3sf',
      يكتبان: 'imperfect 3dm',
      سيكتب: 'future 3sm',
      سنكتب: 'future 1p',
    },
  ],
  [
    'كتب',
    'يكتب',
    { كاتبا: 'participle sm acc', كاتبة: 'participle sf', الكاتبون: 'participle pm def', يكتبوا: 'jussive 3pm' },
  ],
  [
    'قال',
    'يقول',
    {
      قالت: 'perfect 3sf',
      قالوا: 'perfect 3pm',
      قلنا: 'perfect 1p',
      قلن: 'perfect 3pf',
      يقل: 'jussive 3sm',
      قائلا: 'participle sm acc',
    },
  ],
  [
    'قال',
    'يقول',
    {
      قيل: 'perfect 3sm passive',
      يقال: 'imperfect 3sm passive',
      ستقول: 'future 3sf',
      يقولوا: 'jussive 3pm',
      يقلن: 'imperfect 3pf',
    },
  ],
  [
    'زار',
    'يزور',
    { زارت: 'perfect 3sf', زرنا: 'perfect 1p', يزر: 'jussive 3sm', يزوران: 'imperfect 3dm', زائر: 'participle sm' },
  ],
  ['سار', 'يسير', { سرنا: 'perfect 1p', يسيرون: 'imperfect 3pm', تسر: 'jussive 3sf', سائرة: 'participle sf' }],
  [
    'أشار',
    'يشير',
    {
      أشارت: 'perfect 3sf',
      أشرنا: 'perfect 1p',
      أشير: 'perfect 3sm passive',
      يشار: 'imperfect 3sm passive',
      مشيرا: 'participle sm acc',
    },
  ],
  [
    'أصاب',
    'يصيب',
    { أصيب: 'perfect 3sm passive', أصيبت: 'perfect 3sf passive', أصيبوا: 'perfect 3pm passive', يصب: 'jussive 3sm' },
  ],
  [
    'اغتال',
    'يغتال',
    { اغتالت: 'perfect 3sf', اغتيل: 'perfect 3sm passive', يغتال: 'imperfect 3sm', يغتل: 'jussive 3sm' },
  ],
  ['اختار', 'يختار', { اخترنا: 'perfect 1p', اختير: 'perfect 3sm passive', مختار: 'participle sm' }],
  [
    'استقال',
    'يستقيل',
    { استقالوا: 'perfect 3pm', استقلت: 'perfect 1s', مستقيلا: 'participle sm acc', ستستقيل: 'future 3sf' },
  ],
  ['انحاز', 'ينحاز', { انحازت: 'perfect 3sf', انحزنا: 'perfect 1p', ينحز: 'jussive 3sm' }],
  ['ازداد', 'يزداد', { ازدادت: 'perfect 3sf', ازددنا: 'perfect 1p', يزدد: 'jussive 3sm' }],
  [
    'دعا',
    'يدعو',
    {
      دعت: 'perfect 3sf',
      دعوا: 'perfect 3pm',
      دعونا: 'perfect 1p',
      يدعون: 'imperfect 3pm',
      يدعوان: 'imperfect 3dm',
      يدع: 'jussive 3sm',
    },
  ],
  [
    'دعا',
    'يدعو',
    {
      داع: 'participle sm',
      داعيا: 'participle sm acc',
      داعية: 'participle sf',
      داعين: 'participle pm acc',
      دعي: 'perfect 3sm passive',
      تدعى: 'imperfect 3sf passive',
    },
  ],
  [
    'نفى',
    'ينفي',
    {
      نفت: 'perfect 3sf',
      نفيا: 'perfect 3dm',
      نفتا: 'perfect 3df',
      نفوا: 'perfect 3pm',
      نفينا: 'perfect 1p',
      ينفون: 'imperfect 3pm',
    },
  ],
  [
    'نفى',
    'ينفي',
    {
      ينفيان: 'imperfect 3dm',
      ينف: 'jussive 3sm',
      نافيا: 'participle sm acc',
      ناف: 'participle sm',
      ينفى: 'imperfect 3sm passive',
    },
  ],
  [
    'رأى',
    'يرى',
    {
      رأت: 'perfect 3sf',
      رأوا: 'perfect 3pm',
      رأينا: 'perfect 1p',
      يرى: 'imperfect 3sm',
      يرون: 'imperfect 3pm',
      يريان: 'imperfect 3dm',
      نرى: 'imperfect 1p',
    },
  ],
  [
    'نسي',
    'ينسى',
    { نسيت: 'perfect 3sf', نسوا: 'perfect 3pm', نسينا: 'perfect 1p', ينسون: 'imperfect 3pm', ينس: 'jussive 3sm' },
  ],
  [
    'التقى',
    'يلتقي',
    {
      التقت: 'perfect 3sf',
      التقيا: 'perfect 3dm',
      التقوا: 'perfect 3pm',
      سيلتقي: 'future 3sm',
      ملتقيا: 'participle sm acc',
      يلتقيان: 'imperfect 3dm',
    },
  ],
  [
    'استدعى',
    'يستدعي',
    { استدعت: 'perfect 3sf', استدعي: 'perfect 3sm passive', ستستدعي: 'future 3sf', يستدعى: 'imperfect 3sm passive' },
  ],
  [
    'تلقى',
    'يتلقى',
    {
      تلقت: 'perfect 3sf',
      تلقوا: 'perfect 3pm',
      يتلقون: 'imperfect 3pm',
      متلقيا: 'participle sm acc',
      تتلقى: 'imperfect 3sf',
    },
  ],
  [
    'أحيا',
    'يحيي',
    {
      أحيت: 'perfect 3sf',
      أحيوا: 'perfect 3pm',
      أحيينا: 'perfect 1p',
      يحيون: 'imperfect 3pm',
      محييا: 'participle sm acc',
    },
  ],
  ['شكا', 'يشكو', { شكت: 'perfect 3sf', شكوا: 'perfect 3pm', يشكون: 'imperfect 3pm', شاكيا: 'participle sm acc' }],
  [
    'وعد',
    'يعد',
    {
      وعدت: 'perfect 3sf',
      يعدون: 'imperfect 3pm',
      تعد: 'imperfect 3sf',
      واعدا: 'participle sm acc',
      يوعد: 'imperfect 3sm passive',
      ستعد: 'future 3sf',
    },
  ],
  [
    'وصل',
    'يصل',
    { وصلت: 'perfect 3sf', وصلوا: 'perfect 3pm', تصل: 'imperfect 3sf', سيصل: 'future 3sm', واصل: 'participle sm' },
  ],
  ['اتهم', 'يتهم', { اتهمت: 'perfect 3sf', اتهمنا: 'perfect 1p', يتهمون: 'imperfect 3pm', متهما: 'participle sm acc' }],
  [
    'شن',
    'يشن',
    { شنت: 'perfect 3sf', شنوا: 'perfect 3pm', شننا: 'perfect 1p', يشنون: 'imperfect 3pm', شانا: 'participle sm acc' },
  ],
  ['أصر', 'يصر', { أصرت: 'perfect 3sf', أصررنا: 'perfect 1p', مصرا: 'participle sm acc', يصرون: 'imperfect 3pm' }],
  [
    'احتج',
    'يحتج',
    { احتجت: 'perfect 3sf', احتججنا: 'perfect 1p', محتجون: 'participle pm', المحتجين: 'participle pm def acc' },
  ],
  ['انضم', 'ينضم', { انضمت: 'perfect 3sf', انضممنا: 'perfect 1p', منضما: 'participle sm acc' }],
  ['استمرّ', 'يستمر', { استمرت: 'perfect 3sf', استمررنا: 'perfect 1p', مستمرة: 'participle sf' }],
  ['استلم', 'يستلم', { استلمت: 'perfect 3sf', استلمنا: 'perfect 1p' }],
  [
    'حذّر',
    'يحذر',
    { حذرت: 'perfect 3sf', يحذرون: 'imperfect 3pm', محذرا: 'participle sm acc', محذرين: 'participle pm acc' },
  ],
  ['أكّد', 'يؤكد', { أكدت: 'perfect 3sf', يؤكدون: 'imperfect 3pm', مؤكدا: 'participle sm acc', مؤكدة: 'participle sf' }],
  ['أكد', 'يؤكد', { مؤكدا: 'participle sm acc', أكدوا: 'perfect 3pm' }],
  [
    'أمر',
    'يأمر',
    { أمرت: 'perfect 3sf', يأمرون: 'imperfect 3pm', آمرا: 'participle sm acc', يؤمر: 'imperfect 3sm passive' },
  ],
  ['سأل', 'يسأل', { سألت: 'perfect 3sf', يسألون: 'imperfect 3pm', سائلا: 'participle sm acc' }],
  [
    'بدأ',
    'يبدأ',
    {
      بدأت: 'perfect 3sf',
      بدأوا: 'perfect 3pm',
      بدؤوا: 'perfect 3pm',
      يبدأون: 'imperfect 3pm',
      يبدؤون: 'imperfect 3pm',
      بادئا: 'participle sm acc',
    },
  ],
  [
    'هنّأ',
    'يهنئ',
    {
      هنأت: 'perfect 3sf',
      هنأوا: 'perfect 3pm',
      يهنئون: 'imperfect 3pm',
      مهنئا: 'participle sm acc',
      يهنئ: 'imperfect 3sm',
    },
  ],
  [
    'جاء',
    'يجيء',
    { جاءت: 'perfect 3sf', جاؤوا: 'perfect 3pm', جاءوا: 'perfect 3pm', جئنا: 'perfect 1p', يجيئون: 'imperfect 3pm' },
  ],
  ['أساء', 'يسيء', { أساءت: 'perfect 3sf', أساؤوا: 'perfect 3pm', يسيئون: 'imperfect 3pm', أسأنا: 'perfect 1p' }],
  [
    'حاصر',
    'يحاصر',
    { حاصرت: 'perfect 3sf', حوصر: 'perfect 3sm passive', حوصرت: 'perfect 3sf passive', محاصرا: 'participle sm acc' },
  ],
  [
    'نادى',
    'ينادي',
    { نادت: 'perfect 3sf', نودي: 'perfect 3sm passive', مناديا: 'participle sm acc', ينادون: 'imperfect 3pm' },
  ],
  [
    'تفاوض',
    'يتفاوض',
    { تفاوضت: 'perfect 3sf', يتفاوضون: 'imperfect 3pm', متفاوضين: 'participle pm acc', سيتفاوض: 'future 3sm' },
  ],
  [
    'أعلن',
    'يعلن',
    {
      أعلنت: 'perfect 3sf',
      أعلنا: 'perfect 1p',
      أعلنوا: 'perfect 3pm',
      معلنا: 'participle sm acc',
      يعلن: 'imperfect 3sm',
    },
  ],
  ['لفت', 'يلفت', { لفتت: 'perfect 3sf', لافتا: 'participle sm acc', يلفتون: 'imperfect 3pm' }],
  ['آوى', 'يؤوي', { آوت: 'perfect 3sf', يؤوون: 'imperfect 3pm', مؤويا: 'participle sm acc' }],
  ['اتفق', 'يتفق', { اتفقا: 'perfect 3dm', اتفقت: 'perfect 3sf', متفقين: 'participle dm acc' }],
]

describe('conjugate', () => {
  for (const [perfect, imperfect, expected] of paradigms) {
    it.each(Object.entries(expected))(`${perfect} ${imperfect}: %s is %s`, (form, reading) => {
      expect(forms({ perfect, imperfect }).get(foldTerm(form)) ?? []).toContain(reading)
    })
  }

  it('gives the lemma first and every form folded', () => {
    const table = conjugate({ perfect: 'أعلن', imperfect: 'يعلن', masdars: ['إعلان'] })
    expect(table[0]?.[0]).toBe('اعلن')
    for (const [form] of table) expect(foldTerm(form)).toBe(form)
  })

  it.each([
    ['قال', 'يقول', 'قالنا', 'no consonant ending on a long stem'],
    ['دعا', 'يدعو', 'دعات', 'a weak letter goes before ـت'],
    ['نفى', 'ينفي', 'نفىوا', 'a weak letter goes before ـوا'],
    ['حذّر', 'يحذر', 'حاذر', 'pattern II has no participle فاعل'],
    ['قاتل', 'يقاتل', 'قاتيل', 'pattern III is not hollow'],
    ['أدان', 'يدين', 'مدينة', 'the city'],
    ['هنّأ', 'يهنئ', 'هنا', 'here'],
  ])('%s %s does not give %s: %s', (perfect, imperfect, form) => {
    expect(forms({ perfect, imperfect }).has(form)).toBe(false)
  })

  it('inflects verbal nouns', () => {
    const masdars = ['اجتماع', 'اجتماعات']
    const table = forms({ perfect: 'اجتمع', imperfect: 'يجتمع', masdars })
    expect(table.get('اجتماع')).toContain('masdar sm')
    expect(table.get('الاجتماعات')).toContain('masdar pf def')
    expect(table.get('اجتماعا')).toContain('masdar sm acc')
    expect(forms({ perfect: 'تحدى', imperfect: 'يتحدى', masdars: ['تحد'] }).get('التحدي')).toContain('masdar sm def')
    expect(forms({ perfect: 'التقى', imperfect: 'يلتقي', masdars: ['لقاء'] }).has('لقاءا')).toBe(false)
  })

  it('takes a participle as the word list gives it', () => {
    const table = forms({ perfect: 'حذر', imperfect: 'يحذر', participle: 'محذرا' })
    expect(table.get('محذرا')).toContain('participle sm acc')
    expect(table.has('حاذرا')).toBe(false)
    expect(forms({ perfect: 'دعا', imperfect: 'يدعو', participle: 'داعيا' }).get('داعية')).toContain('participle sf')
  })
})

describe('verbForms', () => {
  it('keeps every reading of a form, in the order of the verbs', () => {
    const map = verbForms([
      { perfect: 'وعد', imperfect: 'يعد', cls: 'promise' },
      { perfect: 'عدّ', imperfect: 'يعد', cls: 'consider' },
    ])
    expect(map.get('يعد')?.map(({ verb }) => verb.cls)).toEqual(['promise', 'consider'])
  })

  it('knows the Egyptian final ى where nothing else is written so', () => {
    const map = verbForms([{ perfect: 'التقى', imperfect: 'يلتقي' }])
    expect(map.get('سيلتقى')?.[0]?.tense).toBe('future')
    const named = verbForms([
      { perfect: 'حيّا', imperfect: 'يحيي' },
      { perfect: 'نفى', imperfect: 'ينفي' },
    ])
    expect(named.has('يحيى')).toBe(false)
    expect(named.get('ينفى')?.every(({ voice }) => voice === 'passive')).toBe(true)
  })
})
