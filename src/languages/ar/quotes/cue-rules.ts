/** Reports that a cue opens: verb, participle or noun, and what joins it to what it reports. */
import type { QuoteRule } from '../../../extract/quotes/grammar.ts'

export const verbClause: QuoteRule = {
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

export const verbColon: QuoteRule = {
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

export const verbMarks: QuoteRule = {
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

export const verbArgument: QuoteRule = {
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

export const verbObject: QuoteRule = {
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

export const verbBare: QuoteRule = {
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

export const epithet: QuoteRule = {
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

export const participleClause: QuoteRule = {
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

export const participleColon: QuoteRule = {
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

export const participleMarks: QuoteRule = {
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

export const participleArgument: QuoteRule = {
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

export const participleObject: QuoteRule = {
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

export const nounClause: QuoteRule = {
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

export const nounColon: QuoteRule = {
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

export const nounMarks: QuoteRule = {
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

export const nounArgument: QuoteRule = {
  ...nounClause,
  id: 'ar/quote/noun-argument',
  frame: 'argument',
  says: 'A noun that stresses, demands, warns or points out, and its preposition: تأكيده على، دعوته إلى',
  examples: [
    {
      text: 'ونقلت صحيفة الميزان عن وزير الزراعة سامر البدري تأكيده على ضرورة حفظ البذور.',
      content: 'ضرورة حفظ البذور',
      kind: 'indirect',
      speaker: 'سامر البدري',
    },
  ],
  nonExamples: ['وكانت دعوته الكريمة إلى العشاء مفاجأة.'],
}
