/** Who said it, one construction a row: the speaker of the last quote of the text. People, places and outlets are invented. */
import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

const lastSpeaker = (text: string) => quotesOf(text).at(-1)?.speaker

type Row = readonly [what: string, text: string, speaker: string | null]

const check = (rows: readonly Row[]) =>
  test.each(rows)('%s', (_, text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker)
  })

const LEAD = 'قال وزير الزراعة سامر البدري إن الموسم جيد.'

describe('after the verb', () => {
  check([
    [
      'to whom it is said stands before the subject',
      'قال لوكالة «الميزان» رئيس نقابة المزارعين نبيل الطراونة إن الأسعار ثابتة.',
      'نبيل الطراونة',
    ],
    [
      'to whom it is said is not who says it',
      `${LEAD}\nوقال لوكالة «الميزان» «سنزيد الري في كل محافظات الجنوب».`,
      'سامر البدري',
    ],
    ['an outlet in brackets', `${LEAD}\nوقال لـ(الميزان) إن المطر وفير.`, 'سامر البدري'],
    ['an outlet in Latin letters', `${LEAD}\nوقال لـ MZN إن المطر وفير.`, 'سامر البدري'],
    ['a preposition with a pronoun', `${LEAD}\nوأكد خلاله أن المطر وفير.`, 'سامر البدري'],
    ['how it is said', `${LEAD}\nوأكد بدقة أن المطر وفير.`, 'سامر البدري'],
    [
      'the name stands behind a second office',
      'أكد الخبير الزراعي ومدير مركز السنابل للدراسات الدكتور نبيل الطراونة أن الأسعار ثابتة.',
      'نبيل الطراونة',
    ],
    [
      'the name stands behind an unknown party',
      'أكد القيادي في سنابل الجنوب نبيل الطراونة أمس أن الأسعار ثابتة.',
      'نبيل الطراونة',
    ],
  ])
})

describe('around the verb', () => {
  check([
    [
      'whom a verbal noun takes is not who speaks',
      `${LEAD}\nوقال خلال لقائه رئيس النقابة نبيل الطراونة إن المطر وفير.`,
      'سامر البدري',
    ],
    [
      'a body that meets is not who speaks',
      `${LEAD}\nوقال في كلمة خلال اجتماع المجلس الزراعي إن المطر وفير.`,
      'سامر البدري',
    ],
    ['how it is said, as a participle', `${LEAD}\nوأضاف مخاطبا المزارعين أن المطر وفير.`, 'سامر البدري'],
    ['a name in marks behind a title', 'زار سامر البدري الجنوب.\nوأكد المهندس "البدري" أن المطر وفير.', 'سامر البدري'],
    [
      'a relay names its source with two offices',
      'نقلت الصحيفة عن مستشار رئيس النقابة للشؤون الزراعية والري سامر البدري قوله إن المطر وفير.',
      'سامر البدري',
    ],
  ])
})

describe('whom a verb addresses', () => {
  check([
    ['subject and object', 'طالب المزارعون رئيس الحكومة سامر البدري بتوفير البذور.', 'المزارعون'],
    ['a verb that needs an object has no other', `${LEAD}\nكما ناشد الأمم المتحدة بإرسال البذور.`, 'سامر البدري'],
    ['a group that has not spoken', `${LEAD} ودعا المزارعين إلى زراعة القمح.`, 'سامر البدري'],
    ['a person is the subject', `${LEAD}\nودعا نبيل الطراونة إلى زراعة القمح.`, 'نبيل الطراونة'],
  ])
})

describe('before the verb', () => {
  check([
    [
      'a relative clause says it of what stands before it',
      `${LEAD}\nوتزيد مخاوف التجار الذين يخشون أن تفسد البذور.`,
      'التجار',
    ],
    ['a relative clause without a pronoun', `${LEAD}\nووفقا لمصادر زراعية أكدت أن البذور فسدت.`, 'مصادر زراعية'],
    ['somebody unknown where the clause turns', `${LEAD}\nلكن كوبالينغا قال إن البذور فسدت.`, 'كوبالينغا'],
    ['a question is nobody', `${LEAD}\nوهل يعتقد أن البذور فسدت؟`, 'سامر البدري'],
  ])
})

describe('what is not the subject', () => {
  check([
    [
      'what the clause is about',
      `${LEAD}\nوعن زيارة رئيس النقابة نبيل الطراونة إلى القرية قال: «المطر وفير جدا».`,
      'سامر البدري',
    ],
    [
      'an adjective that others are called by',
      `${LEAD} وسئل عن دورها العسكري في القرى، فأجاب أن المطر وفير.`,
      'سامر البدري',
    ],
    ['«أمام» is no imam', `${LEAD} ووقف المزارعون أمام المجلس. وأضاف أن المطر وفير.`, 'سامر البدري'],
    ['two sides take the dual', 'أكد الجانبان أهمية الاتفاق. وشددا على أن المطر وفير.', 'الجانبان'],
    [
      'a minister of no country is the one at home',
      'استقبل وزير الزراعة سامر البدري وزير الزراعة الإيطالي ماريو كوستا.\nوأكد وزير الزراعة أن المطر وفير.',
      'سامر البدري',
    ],
    [
      'a statement speaks for the last speaker',
      'أعلنت وزارة الزراعة أن الموسم جيد.\nوأضاف البيان أن المطر وفير.',
      'وزارة الزراعة',
    ],
    ['where somebody comes from stands before the name', 'أكد الألماني توماس كرانتس أن المطر وفير.', 'توماس كرانتس'],
    ['a name that is an office too', 'أكد الأمير سلطان بن فهد البدري أن المطر وفير.', 'سلطان بن فهد البدري'],
  ])
})

describe('who goes on', () => {
  check([
    [
      'not whom the sentence before says something about',
      `${LEAD} وتمثل البذور ثلث دخل الفلاح في القرى. وأضاف أن المطر وفير.`,
      'سامر البدري',
    ],
    [
      'the subject of the sentence before',
      `${LEAD}\nوهطل المطر.\nوزار الرئيس نبيل الطراونة القرى. وأضاف أن البذور وصلت.`,
      'نبيل الطراونة',
    ],
    [
      'a source is the last speaker',
      'وصلت البذور إلى القرى، حسبما أفادت وزارة الزراعة.\nوأوضح المصدر نفسه أن المطر وفير.',
      'وزارة الزراعة',
    ],
    [
      'an adjective stands for a person',
      'وصل الرئيس المخلوع نبيل الطراونة إلى القرى.\nوأكد المخلوع أن المطر وفير.',
      'نبيل الطراونة',
    ],
  ])
})

describe('who is called so', () => {
  check([
    [
      'an office told in full is its own holder, not that of another country',
      'التقى وزير الزراعة الأستاذ سامر البدري وزير الزراعة اليوناني كوستاس باباس في القرية. وأكد وزير الزراعة أن المطر وفير.',
      'سامر البدري',
    ],
    [
      'a union is no newspaper within an office',
      'أكد رئيس الاتحاد الوطني لكرة السلة سامر البدري أن القاعة جاهزة للبطولة.',
      'سامر البدري',
    ],
    ['an occupation as a family name', 'قال الوزير سامر الخطيب إن القاعة جاهزة للبطولة.', 'سامر الخطيب'],
    ['a quality as a family name', 'قال الوزير سامر الطويل إن القاعة جاهزة للبطولة.', 'سامر الطويل'],
    ['but not where it goes on', 'قال سامر السفير اليوناني إن القاعة جاهزة للبطولة.', 'سامر'],
    [
      'a derived verb is no part of the name behind it',
      'ومن جانبه اكتفى منذر البدري بالتعليق بقوله "عدت إلى القرية ولم أغادرها يوما".',
      'منذر البدري',
    ],
    ['a seat of government is a body of its own', 'أعلن الكرملين أن القاعة جاهزة للبطولة.', 'الكرملين'],
  ])
})

describe('relays', () => {
  check([
    ['words are ascribed', 'ونسبت وكالة الميزان إلى مسؤول في الوزارة قوله إن الموسم جيد.', 'مسؤول في الوزارة'],
    ['on the tongue of', 'وأوردت صحيفة الميزان على لسان وزير الزراعة سامر البدري أن الموسم جيد.', 'سامر البدري'],
    ['a noun of saying is no part of those who say it', 'ونقل موقع الميزان عن ناشطين قولهم إن الموسم جيد.', 'ناشطون'],
    ['what reports are about issues nothing', 'ونقلت تقارير عن سكان في البلدة قولهم إن الموسم جيد.', 'سكان في البلدة'],
    ['a name before أن that is another word', 'وقال الدكتور إياد عوض أن الموسم جيد.', 'إياد عوض'],
    ['each of two', 'وقال كل من وزير الزراعة سامر البدري ونظيره القبرصي إن الموسم جيد.', 'سامر البدري'],
  ])

  test('who passes it on behind «نقلا عن» is told apart', () => {
    const [quote] = quotesOf('وقالت صحيفة «الميزان» نقلا عن دبلوماسيين غربيين إن الاتفاق قريب.')
    expect(quote?.quote).toMatchObject({ via: 'الميزان', speaker: { name: 'دبلوماسيون غربيون' } })
  })
})

describe('what looks like a subject', () => {
  check([
    [
      'behind a preposition with its pronoun',
      `${LEAD}\nوعلق عليه الشاعر نبيل الطراونة قائلا: «بل سيئ».`,
      'نبيل الطراونة',
    ],
    ['at once after something', `${LEAD}\nوقال فور وصوله إن المطر وفير.`, 'سامر البدري'],
    [
      'who passes it on in a phrase',
      'وبحسب ما نقلته صحيفة الميزان عن مصدر قضائي، كان الموسم أفضل من سابقه.',
      'مصدر قضائي',
    ],
    ['somebody by kinship', `${LEAD}\nأما صديقه مهند فيقول إنه يفكر في الرحيل.`, 'مهند'],
  ])
})

describe('where a name ends', () => {
  check([
    ['before what the verb is about', `${LEAD}\nوأكد البدري التزام الحكومة بحفر الآبار في القرى.`, 'سامر البدري'],
    ['a given name and its object', 'أكد نادر التزام الحكومة بحفر الآبار في القرى.', 'نادر'],
    ['before to whom it is said', 'قال سامر البدري لفرانس برس "المطر وفير في كل القرى".', 'سامر البدري'],
    ['before another verb', 'سامر البدري يأذن بالزراعة ويقول إن المطر وفير.', 'سامر البدري'],
    ['before titles', 'وقلل الدكتور البدراوي من المشكلة وقال إن المطر وفير.', 'البدراوي'],
    ['not before a name that is a title too', 'وأوضح عبد الرؤوف الشريف أن المطر وفير.', 'عبد الرؤوف الشريف'],
    ['a quality before a comma', 'أكد متحدث باسم الشركة، العميد يحيى سريع، أن المطر وفير.', 'يحيى سريع'],
  ])
})

describe('whose name it is', () => {
  check([
    ['nothing but a title tells', 'أوضح مدير مرور القرية اللواء وصل الله البدري أن الطريق مفتوح.', 'وصل الله البدري'],
    ['one word behind a title', 'أكد السيد قمح أن المطر وفير.', 'قمح'],
    ['behind an occupation that nobody knows', 'أوضح النحال فهد بن نادر أن العسل وفير.', 'فهد بن نادر'],
    [
      'behind a phrase that nobody knows as an office',
      'أكد بيطري القرية الدكتور ياسر البدري أن العسل وفير.',
      'ياسر البدري',
    ],
    ['of a town', 'أكد رئيس بلدية القيروان المهندس زياد البدري، أن الطريق مفتوح.', 'زياد البدري'],
    [
      'somebody unknown before what is said',
      'قال كبير المسؤولين عن المياه في القصر توني كرانتس إن المطر وفير.',
      'توني كرانتس',
    ],
    ['of a former minister', 'قالت وزيرة الزراعة في اليمن سابقا ليلى البدري إن المطر وفير.', 'ليلى البدري'],
    ['between commas', 'أفاد رئيس نقابة المزارعين، الطاهر البدراوي، بأن المطر وفير.', 'الطاهر البدراوي'],
    ['a name that is an office too', 'أكد المشير خليفة النابلي خلال اللقاء أن المطر وفير.', 'خليفة النابلي'],
    [
      'an occupation as a family name, again',
      'قال يوسف الشاهد إن المطر وفير.\nوأضاف الشاهد أن البذور كثيرة.',
      'يوسف الشاهد',
    ],
    ['a clause is nobody', `${LEAD}\nوقال يجب أن تزرع القرى كلها قمحا.`, 'سامر البدري'],
    [
      'a second office of a minister',
      'أعلن وزير العدل حافظ الأختام الطاهر البدراوي أن القاعة جاهزة.',
      'الطاهر البدراوي',
    ],
  ])
})

describe('the latter', () => {
  check([
    [
      'whoever was mentioned last',
      'اجتمع سامر البدري بنقيب المزارعين نبيل الطراونة، وقال الأخير إن الموسم جيد.',
      'نبيل الطراونة',
    ],
    [
      'and agrees',
      'اجتمعت وزيرة الصحة هدى الراوي بنقيب المزارعين نبيل الطراونة، وقالت الأخيرة إن اللقاح آمن.',
      'هدى الراوي',
    ],
  ])

  test('an adjective stands for nobody', () => {
    expect(quotesOf('في الأيام الأخيرة قال وزير الزراعة سامر البدري إن الموسم جيد.')[0]?.speaker).toBe('سامر البدري')
  })
})

describe('what a role is of', () => {
  check([
    [
      'two phrases behind one another',
      'أكد المسؤول الإعلامي للجناح الغربي لحزب السنابل ياري كرانتس أن المطر وفير.',
      'ياري كرانتس',
    ],
    ['a name in marks', 'أوضح مدير "مطاحن الميزان" مرعي البدري أن المطر وفير.', 'مرعي البدري'],
    ['a name in marks, and nobody named', 'أفاد مراسل "الميزان اف ام" أن المطر وفير.', 'مراسل الميزان اف ام'],
    ['a party', 'قال النائب عن حركة السنابل منصف البدري إن المطر وفير.', 'منصف البدري'],
    ['a body for a purpose', 'أكدت منظمة الدفاع عن المستهلك أن المطر وفير.', 'منظمة الدفاع عن المستهلك'],
    [
      'a body for the sake of something',
      'قال رئيس جمعية المزارعين من أجل الماء نادر البدري إن المطر وفير.',
      'نادر البدري',
    ],
    ['what it is in charge of', 'أكد المدير الجهوي للتجارة نبيه البدري أن المطر وفير.', 'نبيه البدري'],
    ['several fields', 'أفادت وزيرة المرأة والأسرة والطفولة نزيهة البدري أن المطر وفير.', 'نزيهة البدري'],
    [
      'more than the words tell',
      'أوضح قاضي دائرة الأوقاف والمواريث في القرية الشيخ محمد البدري أن المطر وفير.',
      'محمد البدري',
    ],
    [
      'a man whose office ends like a woman',
      'صرح عمدة بلدية الميناء سيدي محمد ولد بدر بأن المطر وفير.',
      'سيدي محمد ولد بدر',
    ],
    ['a town that no list has', 'أكد محافظ زرقيق محمد بن نادر أن المطر وفير.', 'محمد بن نادر'],
    ['a town that no list has, and nobody named', 'قال محافظ زرقيق إن المطر وفير.', 'محافظ زرقيق'],
    ['two nouns of one town', 'بين مدير ثقافة وفنون الجنوب فيصل البدري أن المطر وفير.', 'فيصل البدري'],
    ['no adjective of a man', 'يقول رئيس لجنة معارض السيارات بغرفة جدة نادر البدري إن المطر وفير.', 'نادر البدري'],
    ['a name in marks behind the role', 'أعلنت رئيسة الوزراء البولندية "بياتا كرانتس" أن المطر وفير.', 'بياتا كرانتس'],
    [
      'set off by commas from what it says last',
      'قال وزير الزراعة المحلي للولاية، ياري كرانتس، أمس إن المطر وفير.',
      'ياري كرانتس',
    ],
  ])
})

describe('who is meant in short', () => {
  check([
    [
      'without what it is of',
      'قال رئيس مجلس القرى محمد الناصري إن المطر وفير.\nوأكد رئيس المجلس أن البذور كثيرة.',
      'محمد الناصري',
    ],
    [
      'one field of two',
      'نفى وزير الزراعة والري عماد البدري أن المطر قليل.\nوقال وزير الري إن البذور كثيرة.',
      'عماد البدري',
    ],
    [
      'a country for its adjective',
      'أعلن رئيس الوزراء التركي سامر أوغلو أن المطر وفير.\nوقال رئيس وزراء تركيا إن البذور كثيرة.',
      'سامر أوغلو',
    ],
    [
      'an adjective more',
      'قال وزير الزراعة والري نادر البدري إن المطر وفير.\nوقال وزير الزراعة والري اليمني المستقيل إن البذور كثيرة.',
      'نادر البدري',
    ],
    ['an epithet', `${LEAD}\nوأكد الدبلوماسي أن البذور كثيرة.`, 'سامر البدري'],
    [
      'no epithet of a woman',
      'قالت وزيرة الزراعة ليلى البدري إن الموسم جيد.\nوأكد الدبلوماسي أن البذور كثيرة.',
      'الدبلوماسي',
    ],
    ['an honour', 'قال الأمير سعود بن نادر أمير المنطقة إن المطر وفير.\nوأكد سموه أن البذور كثيرة.', 'سعود بن نادر'],
    ['a title', 'قال الأمير سعود بن نادر أمير المنطقة إن المطر وفير.\nوأضاف الأمير أن البذور كثيرة.', 'سعود بن نادر'],
    [
      'a body of a body',
      'أعلنت الهيئة السياسية لحزب السنابل أن المطر وفير.\nوأضافت الهيئة السياسية للحزب أن البذور كثيرة.',
      'الهيئة السياسية لحزب السنابل',
    ],
    [
      'one body is none of many',
      'أعلنت لجنة أطباء الجنوب أن المطر وفير.\nوزارت لجان المزارعين القرى.\nوأكدت اللجنة أن البذور كثيرة.',
      'لجنة أطباء الجنوب',
    ],
  ])
})

describe('names of everyday words', () => {
  check([
    [
      'a letter that is its own',
      'قال توماس كرافت قائد الشرطة إن المطر وفير.\nوأضاف كرافت أن البذور كثيرة.',
      'توماس كرافت',
    ],
    ['behind an unknown first name', 'قالت المتحدثة سيسيل بويلي، إن المطر وفير.', 'سيسيل بويلي'],
    [
      'between two names',
      'قال رئيس المنظمة علي أكبر صالحي إن المطر وفير.\nوأضاف صالحي أن البذور كثيرة.',
      'علي أكبر صالحي',
    ],
    ['a father named after a time', 'قال المهندس نبيل بن نهار الطراونة إن المطر وفير.', 'نبيل بن نهار الطراونة'],
    ['how it is said', 'أوضح نبيل بالقول إن المطر وفير.', 'نبيل'],
    ['a verb', 'وكان نبيل كشف أن المطر وفير.', 'نبيل'],
  ])

  test('people of a trade are a group', () => {
    expect(quotesOf('ويقول قانونيون إن الحكم مشدد.')[0]?.quote.speaker).toMatchObject({
      name: 'قانونيون',
      type: 'group',
    })
  })
})

describe('who holds an office that is told at length', () => {
  check([
    [
      'two nouns share what belongs to them',
      'أكد إمام وخطيب المسجد الشيخ نبيل الطراونة أن المطر وفير.',
      'نبيل الطراونة',
    ],
    ['what an office oversees', 'أكد المشرف العام على مهرجان السنابل نبيل الطراونة أن المطر وفير.', 'نبيل الطراونة'],
    [
      'a word that nobody knows',
      'أكد رئيس جمعية سنابلكم بالوادي المهندس نبيل الطراونة أن المطر وفير.',
      'نبيل الطراونة',
    ],
    [
      'a second office',
      'أكد رئيس اللجنة الزراعية المتحدث الرسمي للمهرجان المهندس نبيل الطراونة أن المطر وفير.',
      'نبيل الطراونة',
    ],
    [
      'a second office behind a comma',
      'أكد مدير إدارة المجالس، رئيس اللجنة الزراعية المهندس نبيل الطراونة أن المطر وفير.',
      'نبيل الطراونة',
    ],
    ['the greatest of many', 'أكد رئيس هيئة كبار المزارعين الشيخ نبيل الطراونة أن المطر وفير.', 'نبيل الطراونة'],
    [
      'whom the report is about is not who holds it',
      'أكد رئيس المجلس الزراعي حرص معالي الوزير الدكتور نبيل الطراونة على الري.',
      'رئيس المجلس الزراعي',
    ],
    ['a name that is an office too', 'قال أمين الصالحي إن المطر وفير.', 'أمين الصالحي'],
  ])
})

describe('a form of address', () => {
  const PRINCE =
    'زار صاحب السمو الأمير سامر بن نبيل أمير منطقة الوادي الكريم المزارعين، يرافقه سمو الأمير فهد الطراونة.'
  check([
    ['stands for whom its sentence begins with', `${PRINCE}\nوقال سموه إن المطر وفير.`, 'سامر بن نبيل'],
    ['goes on with whom it meant', `${PRINCE}\nوأوضح سموه أن الأسعار ثابتة.\nوأكد سموه أن المطر وفير.`, 'سامر بن نبيل'],
    [
      'stands before a title',
      'وصل معالي الدكتور نبيل الطراونة إلى الوادي.\nوقال وزير الزراعة سامر البدري إن الموسم جيد.\nوأشار معاليه إلى أن المطر وفير.',
      'نبيل الطراونة',
    ],
    [
      'stands for a person with a title where nobody was addressed so',
      'وصل الدكتور نبيل الطراونة إلى الوادي.\nوأشار سعادته إلى أن المطر وفير.',
      'نبيل الطراونة',
    ],
  ])
})
