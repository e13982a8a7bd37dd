import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../src/extract/mentions/mention.ts'
import { mentions } from '../../../src/languages/ar/mentions/grammar.ts'
import { passageOf } from '../../support/passages.ts'

/** The mention that begins at the first letter of `phrase` in `text`, a clitic before it or not. */
function readAt(text: string, phrase: string): Mention | null {
  const passage = passageOf(text)
  const at = text.indexOf(phrase)
  const token = passage.tokens.findLastIndex(({ start }) => start <= at)
  const mention = mentions.read(passage, token)
  return mention?.start === at ? mention : null
}

type Row = readonly [text: string, phrase: string, wanted: Partial<Mention>]

const check = (rows: readonly Row[]) =>
  test.each(rows)('%s', (text, phrase, wanted) => {
    const mention = readAt(text, phrase)
    expect(mention && text.slice(mention.start, mention.end)).toBe(phrase)
    expect(mention).toMatchObject(wanted)
  })

describe('people with office and name', () => {
  check([
    [
      'قال وزير الخارجية التركي سامر دنكتاش أوغلو إن',
      'وزير الخارجية التركي سامر دنكتاش أوغلو',
      {
        type: 'person',
        nameText: 'سامر دنكتاش أوغلو',
        roleText: 'وزير الخارجية التركي',
        countryCode: 'TR',
        gender: 'masculine',
      },
    ],
    ['أكدت وزيرة العدل ليلى بن يوسف أن', 'وزيرة العدل ليلى بن يوسف', { nameText: 'ليلى بن يوسف', gender: 'feminine' }],
    [
      'وقال نبيل بن سامر أمير منطقة الوادي إن',
      'نبيل بن سامر أمير منطقة الوادي',
      { nameText: 'نبيل بن سامر', roleText: 'أمير منطقة الوادي' },
    ],
    [
      'وقال رئيس مجلس النواب الأردني عبد الله العتيبي، إن',
      'رئيس مجلس النواب الأردني عبد الله العتيبي',
      { nameText: 'عبد الله العتيبي', countryCode: 'JO', nameWords: ['عبدالله', 'العتيبي'] },
    ],
    [
      'أعلن المتحدث باسم وزارة الدفاع اللواء تركي المالكي عن',
      'المتحدث باسم وزارة الدفاع اللواء تركي المالكي',
      { type: 'person', nameText: 'تركي المالكي' },
    ],
    [
      'قال الرئيس الفنلندي، ياري كوسكينن، إن',
      'الرئيس الفنلندي، ياري كوسكينن',
      { nameText: 'ياري كوسكينن', countryCode: 'FI' },
    ],
    [
      'قال الأمين العام للمجلس فواز بن مقبل إن',
      'الأمين العام للمجلس فواز بن مقبل',
      { nameText: 'فواز بن مقبل', roleText: 'الأمين العام للمجلس' },
    ],
    [
      'التقى نائب رئيس الوزراء لشؤون الطاقة بهاء الرفاعي وفدا',
      'نائب رئيس الوزراء لشؤون الطاقة بهاء الرفاعي',
      { nameText: 'بهاء الرفاعي', roleText: 'نائب رئيس الوزراء لشؤون الطاقة' },
    ],
    [
      'رحب معالي وزير التعليم الدكتور عادل الشمري بالقرار',
      'معالي وزير التعليم الدكتور عادل الشمري',
      { nameText: 'عادل الشمري', gender: 'masculine' },
    ],
    [
      'وشكرت الدكتورة هدى المصري الحضور',
      'الدكتورة هدى المصري',
      { nameText: 'هدى المصري', gender: 'feminine', roleText: 'الدكتورة' },
    ],
    ['قال نظيره الإيراني حسين رستمي إن', 'نظيره الإيراني حسين رستمي', { nameText: 'حسين رستمي', countryCode: 'IR' }],
    [
      'قال علي المنصوري الناطق باسم مجلس القيادة إن',
      'علي المنصوري الناطق باسم مجلس القيادة',
      { nameText: 'علي المنصوري', roleText: 'الناطق باسم مجلس القيادة' },
    ],
    [
      'تقول نورا سليم، مديرة قسم الأبحاث في المنظمة، إن',
      'نورا سليم، مديرة قسم الأبحاث في المنظمة',
      { nameText: 'نورا سليم', roleText: 'مديرة قسم الأبحاث في المنظمة', gender: 'feminine' },
    ],
    [
      'قال رئيس الحزب محمود نصار (أبو سيف) إن',
      'رئيس الحزب محمود نصار (أبو سيف)',
      { nameText: 'محمود نصار', alias: ['ابوسيف'] },
    ],
    ['وبحث الوزير مايك دانفورث مع', 'الوزير مايك دانفورث', { nameText: 'مايك دانفورث', roleText: 'الوزير' }],
    [
      'كشف عز الدين الأصبعي، وزير العدل اليمني، أن',
      'عز الدين الأصبعي، وزير العدل اليمني',
      { nameText: 'عز الدين الأصبعي' },
    ],
    [
      'طالب سامي عبد القادر الراشدي نائب رئيس اللجنة بأن',
      'سامي عبد القادر الراشدي نائب رئيس اللجنة',
      { nameText: 'سامي عبد القادر الراشدي' },
    ],
    [
      'وصرح المتحدث الأمني بوزارة الداخلية اللواء ناصر العوفي بأن',
      'المتحدث الأمني بوزارة الداخلية اللواء ناصر العوفي',
      { nameText: 'ناصر العوفي' },
    ],
    [
      'وأوضح وزير الثقافة والإعلام الدكتور عادل الراشدي أن',
      'وزير الثقافة والإعلام الدكتور عادل الراشدي',
      { nameText: 'عادل الراشدي' },
    ],
    [
      'وقالت إليسا برنشتاين مسؤولة المتحف إن',
      'إليسا برنشتاين مسؤولة المتحف',
      { nameText: 'إليسا برنشتاين', gender: 'feminine' },
    ],
    ['قال وزير خارجيته فيصل الدوري إن', 'وزير خارجيته فيصل الدوري', { nameText: 'فيصل الدوري' }],
  ])
})

describe('people without a name', () => {
  check([
    [
      'وشدد الوزير التركي على',
      'الوزير التركي',
      { type: 'unnamed', nameText: null, anaphoric: true, countryCode: 'TR' },
    ],
    ['وأكد سموه أن', 'سموه', { anaphoric: true, roleWords: ['امير'] }],
    ['قال مسؤول تركي رفيع إن', 'مسؤول تركي رفيع', { type: 'unnamed', definite: false, anaphoric: false }],
    ['قال مسؤولون عسكريون إن', 'مسؤولون عسكريون', { type: 'unnamed', count: 'plural' }],
    ['قال مصدران مطلعان إن', 'مصدران مطلعان', { type: 'unnamed', count: 'dual', source: true }],
    ['وقالت مصادر أمنية إن', 'مصادر أمنية', { type: 'unnamed', gender: 'feminine', count: 'singular', source: true }],
    ['وأضاف المصدر ذاته أن', 'المصدر ذاته', { source: true, anaphoric: true }],
    ['قال أحد المحققين إن', 'أحد المحققين', { type: 'unnamed', count: 'singular', roleText: 'أحد المحققين' }],
    ['قال متحدث باسم الحكومة إن', 'متحدث باسم الحكومة', { type: 'unnamed', definite: true }],
  ])
})

describe('groups', () => {
  check([
    ['قال محققو الأمم المتحدة إن', 'محققو الأمم المتحدة', { type: 'group', gender: 'masculine', count: 'plural' }],
    ['وتحدثت إلى معتقلين سابقين عن', 'معتقلين سابقين', { type: 'group', roleText: 'معتقلون سابقون' }],
    ['وقال شهود عيان إن', 'شهود عيان', { type: 'group' }],
    ['أكد عدد من النواب أن', 'عدد من النواب', { type: 'group' }],
    ['قال السوريون إن', 'السوريون', { type: 'group', countryCode: 'SY' }],
    ['وطالب أهالي القرية', 'أهالي القرية', { type: 'group' }],
    ['طالب الدائنون بالسداد', 'الدائنون', { type: 'group', count: 'plural' }],
    ['وأكد متخصصون أن', 'متخصصون', { type: 'group', definite: false }],
    ['قتل ثلاثة جنود في', 'ثلاثة جنود', { type: 'group' }],
  ])
})

describe('bodies and media', () => {
  check([
    [
      'أعلنت وزارة الخارجية الروسية أن',
      'وزارة الخارجية الروسية',
      { type: 'organization', nameText: 'وزارة الخارجية الروسية', countryCode: 'RU', gender: 'feminine' },
    ],
    ['وقالت هيئة الحقيقة والكرامة إن', 'هيئة الحقيقة والكرامة', { type: 'organization' }],
    ['اعتبر تنظيم «فجر الشمال» أن', 'تنظيم «فجر الشمال»', { type: 'organization', nameText: 'فجر الشمال' }],
    ['قال المجلس الوطني للفضاء إن', 'المجلس الوطني للفضاء', { type: 'organization' }],
    [
      'وأفادت صحيفة "ديلي هيرالد" البريطانية بأن',
      'صحيفة "ديلي هيرالد" البريطانية',
      { type: 'media', nameText: 'ديلي هيرالد' },
    ],
    ['ذكرت وكالة رويترز أن', 'وكالة رويترز', { type: 'media', nameText: 'رويترز' }],
    ['وذكرت وسائل إعلام ليبية أن', 'وسائل إعلام ليبية', { type: 'media', gender: 'feminine', count: 'singular' }],
    ['قالت الشرطة إن', 'الشرطة', { type: 'organization', anaphoric: true }],
    ['واتهمت حركة حماس', 'حركة حماس', { countryCode: 'PS' }],
    ['هاجم المتمردون الحوثيون', 'المتمردون الحوثيون', { nameText: 'المتمردون الحوثيون', countryCode: 'YE' }],
    ['وأفاد بيان لوزارة الداخلية بأن', 'بيان لوزارة الداخلية', { document: true }],
  ])
})

describe('countries and places', () => {
  check([
    ['أعلنت أنقرة أن', 'أنقرة', { type: 'organization', nameText: 'تركيا', countryCode: 'TR' }],
    ['في مؤتمر صحفي في أنقرة', 'أنقرة', { type: 'place', nameText: 'أنقرة', countryCode: 'TR' }],
    ['وعد لبنان بالرد', 'لبنان', { gender: 'masculine', countryCode: 'LB' }],
    ['قصفت طائرات مدينة النور الجديدة', 'مدينة النور الجديدة', { type: 'place' }],
  ])
})

describe('clitics', () => {
  check([
    ['وفقا لوزارة الدفاع', 'وزارة الدفاع', { clitic: 'ل', nameText: 'وزارة الدفاع' }],
    ['وقال الوزير للرئيس المصري إن', 'للرئيس المصري', { clitic: 'ل', roleText: 'الرئيس المصري' }],
    ['التقى المدير وأحمد منصور مع', 'أحمد منصور', { clitic: 'و', nameText: 'أحمد منصور' }],
    ['وَوزيرُ الخارجيةِ', 'وزيرُ الخارجيةِ', { clitic: 'و', roleText: 'وزير الخارجية' }],
  ])
})

describe('no mention', () => {
  test.each([
    ['على أن القرار صائب', 'على'],
    ['وقال إن الاقتصاد ينمو', 'الاقتصاد'],
    ['ناقش المجلس ملف الطاقة', 'ملف'],
    ['وطالب بوقف القتال', 'طالب'],
    ['وأضاف مؤكدا أن', 'مؤكدا'],
    ['أقر البرلمان أن القانون نافذ', 'القانون'],
    ['وطالب سليم الراوي الحكومة', 'طالب'],
    ['قالوا إنهم يؤكدون ذلك', 'يؤكدون'],
    ['منذ ثلاثة أيام', 'ثلاثة'],
  ])('%s', (text, word) => {
    expect(readAt(text, word)).toBeNull()
  })

  test.each([
    ['قال الوزير أمس إن', 'الوزير'],
    ['أبلغ الوزير الصحفيين أن', 'الوزير'],
    ['أكد الرئيس أن', 'الرئيس'],
    ['حذر رئيس الحكومة من', 'رئيس الحكومة'],
    ['قال أحمد منصور ردا على', 'أحمد منصور'],
    ['زار الرئيس التركي مدينة', 'الرئيس التركي'],
  ])('%s ends where the phrase does', (text, phrase) => {
    const mention = readAt(text, phrase)
    expect(mention && text.slice(mention.start, mention.end)).toBe(phrase)
  })
})

describe('what stands between an office and its name, or ends with it', () => {
  check([
    ['قال المستشار النمساوي كارل هوفشتاتر إن', 'المستشار النمساوي كارل هوفشتاتر', { nameText: 'كارل هوفشتاتر' }],
    ['وأوضح اللواء المتقاعد خليل الحاج أن', 'اللواء المتقاعد خليل الحاج', { nameText: 'خليل الحاج' }],
    ['يقول الشاب العشريني مازن الطراونة', 'الشاب العشريني مازن الطراونة', { nameText: 'مازن الطراونة' }],
    ['الطريق مقطوع بحسب مهندس الجسر فادي النمر.', 'مهندس الجسر فادي النمر', { nameText: 'فادي النمر' }],
    ['وقال وزير الري سمير حرب إن', 'وزير الري سمير حرب', { nameText: 'سمير حرب' }],
    ['استقبل الأمير خالد الوفد.', 'الأمير خالد', { nameText: 'خالد' }],
    [
      'وقال الباحث في شؤون المناخ نبيل الطراونة إن',
      'الباحث في شؤون المناخ نبيل الطراونة',
      { nameText: 'نبيل الطراونة' },
    ],
  ])
})

describe('where somebody unnamed is', () => {
  check([
    ['قال مصدر في المطار إن', 'مصدر في المطار', { roleText: 'مصدر في المطار' }],
    ['قال مصدر في بيان إن', 'مصدر', { roleText: 'مصدر' }],
    ['قال سكان في البلدة إن', 'سكان في البلدة', { type: 'group' }],
    ['قالت مصادر قريبة من القصر إن', 'مصادر قريبة من القصر', { source: true }],
    ['زارت لجنة من البرلمان السجن', 'لجنة من البرلمان', { type: 'organization' }],
    ['دعا اتحاد سائقي الشاحنات إلى', 'اتحاد سائقي الشاحنات', { type: 'organization' }],
    ['ناشدت عائلة الصحفي المختطف السلطات', 'عائلة الصحفي المختطف', { type: 'organization' }],
  ])
})

test.each([
  ['وفقا لتقرير أصدرته منظمة «سنابل» فإن', 'تقرير أصدرته منظمة «سنابل', 'سنابل'],
  ['وأضاف البيان الصادر عن وزارة الزراعة أن', 'البيان الصادر عن وزارة الزراعة', 'وزارة الزراعة'],
  ['وفقا لمعلومات وزارة الزراعة فإن', 'معلومات وزارة الزراعة', 'وزارة الزراعة'],
  ['وفقا لمعلومات الدفاع المدني فإن', 'معلومات الدفاع المدني', 'الدفاع المدني'],
])('a document and its issuer: %s', (text, phrase, issuer) => {
  const mention = readAt(text, phrase.split(' ')[0] as string)
  expect(mention).toMatchObject({ document: true, of: { nameText: issuer } })
})
