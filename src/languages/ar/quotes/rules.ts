/** The ways in which Arabic newsrooms report speech, each with texts that show it and texts that only look like it. */
import type { QuoteRule } from '../../../extract/quotes/grammar.ts'
import {
  epithet,
  nounArgument,
  nounClause,
  nounColon,
  nounMarks,
  participleArgument,
  participleClause,
  participleColon,
  participleMarks,
  participleObject,
  verbArgument,
  verbBare,
  verbClause,
  verbColon,
  verbMarks,
  verbObject,
} from './cue-rules.ts'

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
  nounArgument,
  afterQuote,
  according,
  headline,
  interviewTurn,
  alone,
]
