/** The ways in which Arabic newsrooms report speech, each with texts that show it and texts that only look like it. */
import type { QuoteRule } from '../../../extract/quotes/grammar.ts'

const verbClause: QuoteRule = {
  id: 'ar/quote/verb-clause',
  frame: 'clause',
  forms: ['finite'],
  says: 'A reporting verb, and أن or إن with what is reported',
  examples: [
    {
      text: 'قال وزير الزراعة سامر البدري إن موسم القمح أفضل من سابقه.',
      content: 'موسم القمح أفضل من سابقه',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['ويذكر أن الموسم الماضي كان ضعيفا.', 'لم يقل الوزير إن الموسم ضعيف.'],
}

const verbColon: QuoteRule = {
  id: 'ar/quote/verb-colon',
  frame: 'colon',
  forms: ['finite'],
  says: 'A reporting verb and a colon, with or without quotation marks after it',
  examples: [
    {
      text: 'وقالت وزيرة الصحة هدى الراوي: «اللقاح آمن للأطفال».',
      content: 'اللقاح آمن للأطفال',
      kind: 'direct',
      speaker: 'هدى الراوي',
    },
  ],
  nonExamples: ['تضم القائمة ثلاث مدن: حلب وحماة وحمص.'],
}

const verbMarks: QuoteRule = {
  id: 'ar/quote/verb-marks',
  frame: 'marks',
  forms: ['finite'],
  says: 'A reporting verb and quotation marks, with neither أن nor a colon between them',
  examples: [
    {
      text: 'وأضاف وزير الزراعة سامر البدري «سنوزع البذور قبل نهاية الشهر».',
      content: 'سنوزع البذور قبل نهاية الشهر',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وزار وزير الزراعة معرض «أرضنا الخضراء للغذاء والدواء».'],
}

const verbArgument: QuoteRule = {
  id: 'ar/quote/verb-argument',
  frame: 'argument',
  forms: ['finite'],
  says: 'A verb that demands, denies, accuses, warns or points out, and its preposition: دعا إلى، طالب بـ، حذر من',
  examples: [
    {
      text: 'ودعا وزير الزراعة سامر البدري المزارعين إلى توفير مياه الري.',
      content: 'توفير مياه الري',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وذهب وزير الزراعة سامر البدري إلى معرض الزهور.'],
}

const verbObject: QuoteRule = {
  id: 'ar/quote/verb-object',
  frame: 'object',
  forms: ['finite'],
  says: 'A verb that announces, affirms or denies, and a verbal noun as its object: أعلن تشكيل، نفى وجود',
  examples: [
    {
      text: 'وأعلن وزير الزراعة سامر البدري تشكيل لجنة للري.',
      content: 'تشكيل لجنة للري',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وبدأ وزير الزراعة سامر البدري تشكيل لجنة للري.'],
}

const verbBare: QuoteRule = {
  id: 'ar/quote/verb-bare',
  frame: 'bare',
  forms: ['finite'],
  says: 'A verb of saying, its subject, and what is reported with nothing to join it',
  examples: [
    {
      text: 'وأضاف البدري لا بد من دعم المزارعين في الجنوب.',
      content: 'لا بد من دعم المزارعين في الجنوب',
      kind: 'indirect',
      speaker: 'البدري',
    },
  ],
  nonExamples: ['وأضاف البدري ثلاثة لاعبين إلى القائمة.'],
}

const epithet: QuoteRule = {
  id: 'ar/quote/epithet',
  frame: 'epithet',
  forms: ['finite'],
  says: 'What somebody calls a thing, in quotation marks: ما وصفه بـ«…»، ما اعتبره «…»',
  examples: [
    {
      text: 'وانتقد وزير الزراعة سامر البدري ما وصفه بـ«التقصير الكبير في الري».',
      content: 'التقصير الكبير في الري',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وزار وزير الزراعة ما بقي من «سوق الغلال».'],
}

const participleClause: QuoteRule = {
  id: 'ar/quote/participle-clause',
  frame: 'clause',
  forms: ['participle'],
  says: 'A participle that goes on with a report, and أن or إن: مضيفا أن، مشيرا إلى أن',
  examples: [
    {
      text: 'وقال وزير الزراعة سامر البدري إن الموسم جيد، مشيرا إلى أن الأمطار وفيرة.',
      content: 'الأمطار وفيرة',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وكان الطريق مؤديا إلى أن يصل الماء.'],
}

const participleColon: QuoteRule = {
  ...participleClause,
  id: 'ar/quote/participle-colon',
  frame: 'colon',
  says: 'A participle that goes on with a report, and a colon: قائلا: …',
  examples: [
    {
      text: 'ورد وزير الزراعة سامر البدري على الأسئلة قائلا: «الموسم جيد جدا».',
      content: 'الموسم جيد جدا',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وعاد الوفد سالما: ثلاثة رجال وامرأة.'],
}

const participleMarks: QuoteRule = {
  ...participleClause,
  id: 'ar/quote/participle-marks',
  frame: 'marks',
  says: 'A participle that goes on with a report, and quotation marks',
  examples: [
    {
      text: 'وزار وزير الزراعة سامر البدري السوق، قائلا «الأسعار مناسبة للجميع».',
      content: 'الأسعار مناسبة للجميع',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وزار وزير الزراعة سامر البدري السوق، حاملا «شعار الموسم الجديد للقمح».'],
}

const participleArgument: QuoteRule = {
  ...participleClause,
  id: 'ar/quote/participle-argument',
  frame: 'argument',
  says: 'A participle that demands, accuses, warns or points out, and its preposition: داعيا إلى، محذرا من',
  examples: [
    {
      text: 'وزار وزير الزراعة سامر البدري السوق، محذرا من ارتفاع أسعار القمح.',
      content: 'ارتفاع أسعار القمح',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وزار وزير الزراعة سامر البدري السوق، قادما من العاصمة.'],
}

const participleObject: QuoteRule = {
  ...participleClause,
  id: 'ar/quote/participle-object',
  frame: 'object',
  says: 'A participle that announces, affirms or denies, and a verbal noun as its object',
  examples: [
    {
      text: 'وزار وزير الزراعة سامر البدري السوق، مؤكدا استمرار دعم القمح.',
      content: 'استمرار دعم القمح',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وزار وزير الزراعة سامر البدري السوق، تاركا استمرار العمل لنائبه.'],
}

const nounClause: QuoteRule = {
  id: 'ar/quote/noun-clause',
  frame: 'clause',
  forms: ['noun'],
  says: 'A noun of saying with its possessor, and إن or أن: نقلت … عن … قوله إن',
  examples: [
    {
      text: 'ونقلت صحيفة الميزان عن وزير الزراعة سامر البدري قوله إن الموسم جيد.',
      content: 'الموسم جيد',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وكان قوله الفصل في المجلس.'],
}

const nounColon: QuoteRule = {
  ...nounClause,
  id: 'ar/quote/noun-colon',
  frame: 'colon',
  says: 'A noun of saying with its possessor, and a colon: قوله: «…»',
  examples: [
    {
      text: 'ونقلت صحيفة الميزان عن وزير الزراعة سامر البدري قوله: «الموسم جيد جدا».',
      content: 'الموسم جيد جدا',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
}

const nounMarks: QuoteRule = {
  ...nounClause,
  id: 'ar/quote/noun-marks',
  frame: 'marks',
  says: 'A noun of saying with its possessor, and quotation marks: قولها «…»',
  examples: [
    {
      text: 'ونقلت صحيفة الميزان عن وزير الزراعة سامر البدري قوله «الموسم جيد جدا».',
      content: 'الموسم جيد جدا',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
}

const afterQuote: QuoteRule = {
  id: 'ar/quote/after-quote',
  frame: 'after',
  forms: ['finite'],
  says: 'Quotation marks, and the reporting verb after them: «…»، قال فلان',
  examples: [
    {
      text: '«هذا الموسم أفضل من كل المواسم السابقة»، قال وزير الزراعة سامر البدري.',
      content: 'هذا الموسم أفضل من كل المواسم السابقة',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['فيلم «هذا الموسم أفضل من كل المواسم السابقة»، فاز وزير الزراعة سامر البدري بتذكرته.'],
}

const according: QuoteRule = {
  id: 'ar/quote/according',
  frame: 'edge',
  forms: [],
  says: 'A sentence that وفق، بحسب، نقلا عن or another such phrase at its edge attributes to somebody',
  examples: [
    {
      text: 'وصلت ثلاث سفن محملة بالقمح إلى الميناء، بحسب وزير الزراعة سامر البدري.',
      content: 'وصلت ثلاث سفن محملة بالقمح إلى الميناء',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وتجري القرعة يوم الأحد المقبل، بحسب القانون.'],
}

const headline: QuoteRule = {
  id: 'ar/quote/headline',
  frame: 'headline',
  forms: [],
  says: 'A headline or heading that begins with a name and a colon',
  examples: [
    {
      title: 'سامر البدري: موسم القمح أفضل من سابقه',
      text: 'زار وزير الزراعة سامر البدري السوق.',
      content: 'موسم القمح أفضل من سابقه',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['زار وزير الزراعة سامر البدري السوق.'],
}

const alone: QuoteRule = {
  id: 'ar/quote/marks-alone',
  frame: 'alone',
  forms: [],
  says: 'A paragraph that is nothing but speech in quotation marks',
  examples: [
    {
      text: 'قال وزير الزراعة سامر البدري إن الموسم جيد.\n«والأمطار وفيرة في كل محافظات الجنوب هذا العام».',
      content: 'والأمطار وفيرة في كل محافظات الجنوب هذا العام',
      kind: 'direct',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وعرض المسرح «الأمطار وفيرة في كل محافظات الجنوب هذا العام» مرتين.'],
}

const interviewTurn: QuoteRule = {
  id: 'ar/quote/interview-turn',
  frame: 'turn',
  forms: [],
  says: 'An answer in an interview, after a question and marked by ج، a dash or nothing',
  examples: [
    {
      text: 'حاورت الصحيفة وزير الزراعة سامر البدري عن الموسم.\nس: كيف ترى موسم القمح؟\nج: نراه أفضل من كل ما سبقه.\nس: وماذا عن الري؟',
      content: 'نراه أفضل من كل ما سبقه',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['حاورت الصحيفة وزير الزراعة سامر البدري عن الموسم.\nفهل يتحسن الري؟\nلا أحد يعرف الجواب اليوم.'],
}

/** In no particular order: a frame and a form of cue name one rule. */
export const quoteRules: readonly QuoteRule[] = [
  verbClause,
  verbColon,
  verbMarks,
  verbArgument,
  verbObject,
  verbBare,
  epithet,
  participleClause,
  participleColon,
  participleMarks,
  participleArgument,
  participleObject,
  nounClause,
  nounColon,
  nounMarks,
  afterQuote,
  according,
  headline,
  interviewTurn,
  alone,
]
