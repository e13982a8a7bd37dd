/** Which Arabic quotes are found and where they begin and end: one construction a row. People and outlets are invented. */
import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

const contents = (text: string, title: string | null = null) => quotesOf(text, { title }).map(({ content }) => content)

describe('demands, accusations and their prepositions', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a demand with the preposition of another demand',
      'طالب سامر البدري، في بيان لمكتبه، الأمم المتحدة إلى توفير البذور.',
      ['توفير البذور'],
    ],
    ['دعا with ب', 'ودعا سامر البدري التجار بضرورة التعاون مع الوزارة.', ['ضرورة التعاون مع الوزارة']],
    ['a set phrase as object', 'تعهد سامر البدري بدعم المزارعين في الجنوب.', ['دعم المزارعين في الجنوب']],
    ['ل and the article', 'ودعا سامر البدري للنهوض بالزراعة في الجنوب.', ['نهوض بالزراعة في الجنوب']],
    ['an accusation by a simple verbal noun', 'اتهم سامر البدري الشركة بدس أرقام كاذبة.', ['دس أرقام كاذبة']],
    [
      'a noun that describes, behind its object',
      'وزار سامر البدري السوق، واصفا الأمر بعملية نهب منظمة.',
      ['عملية نهب منظمة'],
    ],
    [
      'the preposition inside the marks',
      'اتهم سامر البدري الحكومة «بتعطيل» عمل المزارعين.',
      ['«بتعطيل» عمل المزارعين'],
    ],
    ['an adjective that begins with ب', 'اتهم سامر البدري تجار بريطانيا الشركة بالتقصير.', ['التقصير']],
    ['where it was said', 'وأوصى سامر البدري في ورشة تتواصل بالمدينة بضرورة حفظ البذور.', ['ضرورة حفظ البذور']],
    ['a claim that is denied', 'نفت وزارة الزراعة مزاعم حول بيع البذور للتجار.', ['مزاعم حول بيع البذور للتجار']],
    ['a denial behind its subject', 'سامر البدري ينفي الأنباء بشأن بيع البذور.', ['الأنباء بشأن بيع البذور']],
    ['ب apart from the marks', 'وزار سامر البدري السوق واصفا ذلك ب "عملية نهب منظمة".', ['عملية نهب منظمة']],
    ['an object of a demand', 'طالب سامر البدري إعفاء التجار من الغرامة.', ['إعفاء التجار من الغرامة']],
    ['whom a demand addresses, and what it demands', 'طالب سامر البدري إدارة السوق بتوفير البذور.', ['توفير البذور']],
    ['a promise and its object', 'تعهد سامر البدري توفير البذور لكل المزارعين.', ['توفير البذور لكل المزارعين']],
    ['what somebody wonders at', 'استغرب سامر البدري صمت التجار عن الأسعار.', ['صمت التجار عن الأسعار']],
    [
      'all of the blame, in marks',
      'حمّل سامر البدري الحكومة «كامل المسؤولية عن ارتفاع الأسعار».',
      ['كامل المسؤولية عن ارتفاع الأسعار'],
    ],
    [
      'those who are accused, written like a description',
      'ورد سامر البدري على التجار، متهما الوزارة بمحاولة رفع الأسعار.',
      ['محاولة رفع الأسعار'],
    ],
    [
      'a pronoun that is accused',
      'وانتقدت الوزيرة هدى الراوي السوق، متهمة إياه بتهميش المزارعين.',
      ['تهميش المزارعين'],
    ],
    ['what a participle brings out', 'وزار سامر البدري السوق، مبرزا الآثار الجيدة للموسم.', ['الآثار الجيدة للموسم']],
    ['how something went', 'وروى سامر البدري كيف بدأ الموسم في الجنوب.', ['كيف بدأ الموسم في الجنوب']],
    ['a cause and its effect', 'وعزا سامر البدري ذلك إلى قلة الأمطار في الجنوب.', ['قلة الأمطار في الجنوب']],
    ['blame by a pronoun', 'وزار سامر البدري السوق محملا إياه مسؤولية الأسعار.', ['مسؤولية الأسعار']],
    [
      'a claim in marks that is denied',
      'نفى سامر البدري، «ادعاءات» التجار حول الأسعار.',
      ['«ادعاءات» التجار حول الأسعار'],
    ],
    ['a hope and its clause', 'وأعرب سامر البدري عن أمله في أن يتحسن الموسم المقبل.', ['يتحسن الموسم المقبل']],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('what the cue really reports', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a clause after a comma, not the phrase before it',
      'أكد مصدر مطلع على قضية توزيع البذور في الجنوب، أن الوزارة أنهت العمل.',
      ['الوزارة أنهت العمل'],
    ],
    ['أن after a quality', 'وأكد سامر البدري أهمية أن يبدأ الحصاد مبكرا.', ['أهمية أن يبدأ الحصاد مبكرا']],
    ['an object after a long subject', 'أكدت مصادر مقربة من حزب الميزان سقوط خمسة قتلى أمس.', ['سقوط خمسة قتلى أمس']],
    ['what is judged', 'واعتبر سامر البدري خطاب الرئيس بداية جديدة للبلاد.', ['خطاب الرئيس بداية جديدة للبلاد']],
    ['a place is no object', 'أعلن قائد عمليات الأنبار مقتل أربعة مسلحين.', ['مقتل أربعة مسلحين']],
    ['a time is no object', 'ونفى سامر البدري الثلاثاء وجود أزمة في البذور.', ['وجود أزمة في البذور']],
    [
      'an object behind an adverbial',
      'وأكدت وزارة الزراعة، في بيان لها، تعرض المزارعين إلى خسائر كبيرة.',
      ['تعرض المزارعين إلى خسائر كبيرة'],
    ],
    [
      'a clause right behind the verb',
      'وقال يجب أن تفتح كل الأسواق ، حتى سوق البذور.',
      ['يجب أن تفتح كل الأسواق ، حتى سوق البذور'],
    ],
    ['an aim that is reached', 'وعاد سامر البدري ليؤكد أن الموسم جيد.', ['الموسم جيد']],
    ['an aim and its preposition', 'وعاد سامر البدري ليشدد على ضرورة حفظ البذور.', ['ضرورة حفظ البذور']],
    [
      'أن of another phrase',
      'وأكد سامر البدري هذه الأرقام، خاصة أنها تصدر عن الوزارة، مشيرا إلى أن الموسم جيد.',
      ['الموسم جيد'],
    ],
    ['ذهب إلى أن, إلى القول إن', 'وذهب سامر البدري إلى القول إن الموسم جيد.', ['الموسم جيد']],
    ['a turn with و', 'وقال سامر البدري إن الموسم جيد، ولكنه أشار إلى أن المطر قليل.', ['الموسم جيد', 'المطر قليل']],
    ['a cue that stays firm', 'وتمسك سامر البدري بأن الموسم جيد.', ['الموسم جيد']],
    ['the next line after a colon', 'وقال سامر البدري في كلمته:\nإن الموسم جيد هذا العام.', ['الموسم جيد هذا العام']],
    [
      'a participle joined to one before it',
      'وزارت الوزيرة هدى الراوي السوق، مشددة على حفظ البذور وداعية التجار إلى خفض الأسعار.',
      ['حفظ البذور', 'خفض الأسعار'],
    ],
    [
      'those in marks whom a demand addresses',
      'ودعا سامر البدري «كل التجار والمزارعين الصغار» إلى خفض الأسعار.',
      ['خفض الأسعار'],
    ],
    [
      'a noun that reports, far behind its verb',
      'جددت «حركة الميزان» على لسان الناطق باسمها سامر البدري التأكيد أنها لن تبيع البذور.',
      ['لن تبيع البذور'],
    ],
    ['a noun with its possessor, renewed', 'وجدد سامر البدري دعوته إلى حفظ البذور.', ['حفظ البذور']],
    [
      'كما and another report',
      'وأكد سامر البدري أن الموسم جيد كما أعرب عن أسفه لارتفاع الأسعار.',
      ['الموسم جيد', 'أسفه لارتفاع الأسعار'],
    ],
    ['a noun that reports', 'جدد وزير الزراعة سامر البدري التأكيد على ضرورة حفظ البذور.', ['ضرورة حفظ البذور']],
    [
      'a clause after a preposition at the end of the line before',
      'شاهد ما دار بين المزارعين في\nقال سامر البدري إن الموسم جيد.',
      ['الموسم جيد'],
    ],
    ['what is not ruled out', 'ولم يستبعد سامر البدري أن ترتفع الأسعار.', ['ترتفع الأسعار']],
    ['a line of a list of news', 'زار سامر البدري السوق.\nسامر البدري: الموسم جيد هذا العام', ['الموسم جيد هذا العام']],
    ['a joined participle', 'وزار سامر البدري السوق، ورحب به التجار، مشددة على حفظ البذور.', ['حفظ البذور']],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('where contents end', () => {
  test.each<[string, string, readonly string[]]>([
    ['a phrase before a new clause', 'ووعد سامر البدري بإجراء تحقيق، لكن الوزارة صمتت طويلا.', ['إجراء تحقيق']],
    ['a phrase before what it led to', 'وطالب سامر البدري بتوفير البذور، ما أثار غضب التجار.', ['توفير البذور']],
    [
      'a clause goes on behind words that point at its speaker',
      'وقال سامر البدري إن الموسم كان على حد قوله أفضل من كل ما سبق.',
      ['الموسم كان على حد قوله أفضل من كل ما سبق'],
    ],
    ['what the speaker did not say', 'وأكد سامر البدري أن الموسم جيد، دون أن يحدد عدد السفن.', ['الموسم جيد']],
    [
      'when something came about',
      'وقال سامر البدري إن حضور الوزير، اليوم في السوق، جاء في إطار "التعاون الدائم مع المزارعين".',
      ['حضور الوزير، اليوم في السوق، جاء في إطار "التعاون الدائم مع المزارعين"'],
    ],
    [
      'further marks',
      'وأكد سامر البدري أن "الموسم جيد"، و"الأسعار مستقرة في الجنوب".',
      ['"الموسم جيد"، و"الأسعار مستقرة في الجنوب"'],
    ],
    ['a judgement of the speaker', 'وأوضح سامر البدري أن الموسم جيد، وانتقد البدري التجار بشدة.', ['الموسم جيد']],
    [
      'a judgement of which the content tells',
      'وأوضح سامر البدري أن الموسم جيد، وانتقدت الوزارة التجار بشدة.',
      ['الموسم جيد، وانتقدت الوزارة التجار بشدة'],
    ],
    [
      'a phrase before كما and another verb',
      'ودعا سامر البدري إلى حفظ البذور في الجنوب كما استنكر صمت التجار.',
      ['حفظ البذور في الجنوب'],
    ],
    [
      'the verb of a participle',
      'وقال سامر البدري إن الموسم جيد، فرد التاجر عليه قائلا: «الأسعار مرتفعة».',
      ['الموسم جيد', 'الأسعار مرتفعة'],
    ],
    [
      'a second أن behind marks',
      'وأكد سامر البدري أن "الموسم جيد"، وأن الأسعار مستقرة.',
      ['"الموسم جيد"، وأن الأسعار مستقرة'],
    ],
    [
      'an adverb written like a participle ends nothing',
      'وقال سامر البدري إن الوزارة ستوزع البذور، مجددا، قبل الحصاد.',
      ['الوزارة ستوزع البذور، مجددا، قبل الحصاد'],
    ],
    [
      'what will be announced is not reported yet',
      'وقال سامر البدري إن الموسم جيد لكن الأسعار ستعلن «متى انتهى الحصاد».',
      ['الموسم جيد لكن الأسعار ستعلن «متى انتهى الحصاد»'],
    ],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })

  test('marks that hold all of it make it direct', () => {
    const [quote] = quotesOf('قال سامر البدري إنه «ممتاز» مشيرا إلى أن المطر وفير.')
    expect(quote).toMatchObject({ content: 'ممتاز', kind: 'direct' })
  })

  test('words in marks that begin a clause are no name', () => {
    const [quote] = quotesOf('وأكد سامر البدري أن المنصة «ليست تابعة للوزارة».')
    expect(quote?.kind).toBe('mixed')
  })
})

describe('attribution behind the report', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'كما and a verb',
      'وصلت ثلاث سفن إلى الميناء، كما أعلنت وزارة الزراعة أمس في بيان.',
      ['وصلت ثلاث سفن إلى الميناء'],
    ],
    [
      'a comma behind the source',
      'وصلت ثلاث سفن إلى الميناء، كما قالت وزارة الزراعة، مما فتح الطريق للتجار.',
      ['وصلت ثلاث سفن إلى الميناء'],
    ],
    ['على ما and a verb', 'وصلت ثلاث سفن إلى الميناء، على ما أفاد مصدر أمني.', ['وصلت ثلاث سفن إلى الميناء']],
    ['marks that hold all of it', '"وصلت ثلاث سفن إلى الميناء" بحسب سامر البدري.', ['وصلت ثلاث سفن إلى الميناء']],
    ['على حد قول', 'وصلت ثلاث سفن محملة بالقمح، على حد قول وزير الزراعة.', ['وصلت ثلاث سفن محملة بالقمح']],
    ['a report in marks', 'وصلت ثلاث سفن إلى الميناء بحسب توضيح نشرته وزارة الزراعة.', ['وصلت ثلاث سفن إلى الميناء']],
    [
      'a dateline is not reported',
      'دمشق، سوريا (الميزان) – وصلت ثلاث سفن إلى الميناء، بحسب وزارة الزراعة.',
      ['وصلت ثلاث سفن إلى الميناء'],
    ],
    [
      'a verb behind the source',
      'وبحسب وزارة الزراعة ستصل ثلاث سفن، باستثناء الصغيرة.',
      ['ستصل ثلاث سفن، باستثناء الصغيرة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('what nobody is said to have said', () => {
  test.each([
    ['قيل', 'وقيل إن الوزير استقال.'],
    ['أفيد', 'وأفيد بأن الوزير استقال.'],
    ['a passive that a vowel sign shows', 'ذُكر أن الوزير استقال.'],
    ['a rumour', 'وتردد أن الوزير استقال.'],
  ])('%s has no speaker', (_, text) => {
    expect(quotesOf(text).map(({ content, quote }) => [content, quote.speaker, quote.attribution])).toEqual([
      ['الوزير استقال', null, 'none_passive'],
    ])
  })

  test('a passive may name its source', () => {
    expect(quotesOf('نُقل عن وزير الزراعة سامر البدري أن الموسم جيد.')[0]).toMatchObject({
      speaker: 'سامر البدري',
      quote: { attribution: 'relayed' },
    })
  })
})

test.each([
  ['the outlet itself', 'ويُذكر أن الموسم الماضي كان ضعيفا.'],
  ['أن behind a governor', 'وباع التجار الآلات على أنها جديدة، علاوة على أن الأسعار مرتفعة.'],
  ['a plural noun written like a participle', 'وسجل التجار ملاحظات على أنها مهمة.'],
  ['an adjective written like a participle', 'وسيكون الري مفيدا في ظل نقص الأمطار بالأرض.'],
  ['a name in marks before its verb', '«الزراعة» تعلن 30 وظيفة.'],
  ['an adverbial before the verb', 'مع استمرار الهزائم، أعلنت وزارة الزراعة، برئاسة سامر البدري، حالة الطوارئ.'],
  ['what was said before as a subject', 'وهذا في محصلته يؤكد على أن الموسم جيد.'],
  ['whose name is not given', 'وزار مسؤول رفض ذكر اسمه السوق أمس.'],
  ['a wish for no name', 'وزار مصدر أمني السوق، طالبا عدم الكشف عن هويته.'],
  ['what amounts to', 'وتبلغ مساحة الحقول ألف دونم وتزخر بمقومات كثيرة.'],
  ['a noun written like a verb', 'وتتم الزيارة ضمن إجراءات طلب خدمة الري.'],
  ['an adjective before a comma', 'وزار سامر البدري السوق تحت إجراءات مشددة، بسبب خطر على الأمن.'],
  ['a governed noun', 'وأعلنت وزارة الزراعة حالة الطوارئ لمواجهة هذه الهجمات.'],
  ['what has not been said yet', 'وستعلن وزارة الزراعة أن الموسم جيد.'],
])('%s is no quote', (_, text) => {
  expect(contents(text)).toEqual([])
})

describe('words that point back at a quotation', () => {
  test.each<[string, string, readonly string[]]>([
    ['two dots and «هكذا»', '"أفضل موسم منذ سنوات".. هكذا وصف سامر البدري الحصاد.', ['أفضل موسم منذ سنوات']],
    ['a full stop and «هكذا»', '"الوضع جيد". هكذا لخص سامر البدري الموسم.', ['الوضع جيد']],
    [
      '«هذا ما» and a verb with its object',
      '"سنوزع البذور على الجميع"، هذا ما قاله سامر البدري للصحفيين.',
      ['سنوزع البذور على الجميع'],
    ],
    ['a verb that often reports nothing', '"نعم، تأخرنا في التوزيع"، اعترف سامر البدري.', ['نعم، تأخرنا في التوزيع']],
    ['two words that nobody is said to have said', 'وزرت "سوق الغلال"، واعترف سامر البدري بالتقصير.', ['التقصير']],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('chains of participles', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a participle with و that reports nothing itself',
      'وقال المزارعون إنهم باقون، مطالبين بخفض الأسعار، ورافضين أي تأجيل.',
      ['باقون', 'خفض الأسعار'],
    ],
    ['a threat with its object', 'وزار سامر البدري السوق، متوعدا التجار برد قاس.', ['رد قاس']],
    ['a description of one word', 'وزار سامر البدري السوق، واصفا الأسعار بـ"الباطلة".', ['الباطلة']],
    ['a verbal noun of two letters', 'وتوعدت نقابة المزارعين بالرد على القرار.', ['الرد على القرار']],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('clauses around the cue', () => {
  test.each<[string, string, readonly string[]]>([
    ['cooperation that is promised', 'وتعهد سامر البدري بالتعاون مع المزارعين.', ['التعاون مع المزارعين']],
    ['with whom it is promised', 'وتعهد سامر البدري بالتعاون مع النقابة بتوفير البذور.', ['توفير البذور']],
    ['a clause resumed after a comma', 'وكما قال سامر البدري، فإن الموسم لم ينته.', ['الموسم لم ينته']],
    ['who stays unnamed', 'وقال مسؤول في الوزارة، طلب عدم الكشف عن هويته، إن الموسم جيد.', ['الموسم جيد']],
    [
      'an object before another report',
      'ونفى سامر البدري بيع البذور، وقال إن الموسم جيد.',
      ['بيع البذور', 'الموسم جيد'],
    ],
    ['a noun that looks like a verb', 'وقال سامر البدري، وهو طالب جامعي: "لم أنم منذ يومين".', ['لم أنم منذ يومين']],
    [
      'a seat that looks like a participle',
      'وطالبت النقابة، التي تتخذ من الجنوب مقرا لها، بخفض الأسعار.',
      ['خفض الأسعار'],
    ],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected)
  })
})

describe('headlines with a topic or an addressee', () => {
  const first = (title: string) => quotesOf('تحدث وزير الزراعة سامر البدري أمس.', { title })[0]

  test.each<[string, string, string | undefined, string | null | undefined]>([
    ['a topic and two dots', 'المياه.. وزير الزراعة: لا بد من ترشيد الري', 'لا بد من ترشيد الري', 'سامر البدري'],
    ['a label', 'عاجل: وزير الزراعة: لا بد من ترشيد الري', 'لا بد من ترشيد الري', 'سامر البدري'],
    ['an outlet in marks', 'باحثة لـ«الميزان»: لا بد من ترشيد الري', 'لا بد من ترشيد الري', 'باحثة'],
    ['a label alone', 'بالصور: حصاد القمح في الجنوب', undefined, undefined],
  ])('%s', (_, title, content, speaker) => {
    expect(first(title)?.content).toBe(content)
    expect(first(title)?.speaker).toBe(speaker)
  })
})
