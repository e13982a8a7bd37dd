/** The ways in which English newsrooms report speech, each with texts that show it and texts that only look like it. */
import type { QuoteRule } from '../../../extract/quotes/grammar.ts'

const verbClause: QuoteRule = {
  id: 'en/quote/verb-clause',
  frame: 'clause',
  forms: ['finite'],
  says: 'A reporting verb and a clause, with or without “that”',
  examples: [
    {
      text: 'Farm Minister Dana Whitlow said that the harvest was better than last year.',
      content: 'the harvest was better than last year',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
    {
      text: 'Farm Minister Dana Whitlow told reporters the harvest was good.',
      content: 'the harvest was good',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
  ],
  nonExamples: [
    'Farm Minister Dana Whitlow did not say that the harvest was better.',
    'The report was read in silence.',
  ],
}

const verbMarks: QuoteRule = {
  id: 'en/quote/verb-marks',
  frame: 'marks',
  forms: ['finite'],
  says: 'A reporting verb and quotation marks',
  examples: [
    {
      text: 'Dana Whitlow said, “We will open the silos before the end of the month.”',
      content: 'We will open the silos before the end of the month',
      kind: 'direct',
      speaker: 'Dana Whitlow',
    },
  ],
  nonExamples: ['Dana Whitlow visited the “Green Land of Food and Drink” fair.'],
}

const verbColon: QuoteRule = {
  ...verbMarks,
  id: 'en/quote/verb-colon',
  frame: 'colon',
  says: 'A reporting verb and a colon',
  examples: [
    {
      text: 'Dana Whitlow said: “The vaccine is safe for children.”',
      content: 'The vaccine is safe for children',
      kind: 'direct',
      speaker: 'Dana Whitlow',
    },
  ],
  nonExamples: ['The list names three towns: Alder, Birch and Cedar.'],
}

const verbArgument: QuoteRule = {
  id: 'en/quote/verb-argument',
  frame: 'argument',
  forms: ['finite'],
  says: 'A verb that demands, accuses, warns or promises, and its preposition or infinitive',
  examples: [
    {
      text: 'Dana Whitlow called for lower water prices.',
      content: 'lower water prices',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
  ],
  nonExamples: ['Dana Whitlow walked to the flower market.'],
}

const verbObject: QuoteRule = {
  id: 'en/quote/verb-object',
  frame: 'object',
  forms: ['finite'],
  says: 'A verb that judges, rejects or describes, and what it is about',
  examples: [
    {
      text: 'Dana Whitlow criticized the new water law.',
      content: 'the new water law',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
  ],
  nonExamples: ['Dana Whitlow opened the new water plant.'],
}

const gerund = (rule: QuoteRule, slug: string, example: QuoteRule['examples'][0], nonExample: string): QuoteRule => ({
  ...rule,
  id: `en/quote/${slug}`,
  forms: ['participle'],
  says: `${rule.says}; the verb is a gerund that goes on with a report`,
  examples: [example],
  nonExamples: [nonExample],
})

/** The rules, in the order in which they are asked; at most one admits a frame and a form. */
export const quoteRules: readonly QuoteRule[] = [
  verbClause,
  verbMarks,
  verbColon,
  verbArgument,
  verbObject,
  gerund(
    verbClause,
    'gerund-clause',
    {
      text: 'Dana Whitlow praised the farmers, adding that the rain had helped.',
      content: 'the rain had helped',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
    'Dana Whitlow left the hall carrying that old bag.',
  ),
  gerund(
    verbMarks,
    'gerund-marks',
    {
      text: 'Dana Whitlow visited the market, saying, “The prices are fair for all.”',
      content: 'The prices are fair for all',
      kind: 'direct',
      speaker: 'Dana Whitlow',
    },
    'Dana Whitlow visited the market carrying a “big sign of the new season”.',
  ),
  gerund(
    verbColon,
    'gerund-colon',
    {
      text: 'Dana Whitlow answered, saying: “The season is very good.”',
      content: 'The season is very good',
      kind: 'direct',
      speaker: 'Dana Whitlow',
    },
    'The party came home singing: three men and a woman.',
  ),
  gerund(
    verbArgument,
    'gerund-argument',
    {
      text: 'Dana Whitlow visited the market, warning of higher wheat prices.',
      content: 'higher wheat prices',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
    'Dana Whitlow visited the market, coming from the capital.',
  ),
  gerund(
    verbObject,
    'gerund-object',
    {
      text: 'Dana Whitlow visited the market, praising the farmers of the north.',
      content: 'the farmers of the north',
      kind: 'indirect',
      speaker: 'Dana Whitlow',
    },
    'Dana Whitlow visited the market, buying the apples of the north.',
  ),
  {
    id: 'en/quote/after',
    frame: 'after',
    forms: ['finite'],
    says: 'What is reported, and behind it the reporting verb with its subject; marks in the next sentence go on',
    examples: [
      {
        text: '“We will open the silos before the end of the month,” said Dana Whitlow.',
        content: 'We will open the silos before the end of the month',
        kind: 'direct',
        speaker: 'Dana Whitlow',
      },
      {
        text: '“We will open the silos before the end of the month,” Dana Whitlow said.',
        content: 'We will open the silos before the end of the month',
        kind: 'direct',
        speaker: 'Dana Whitlow',
      },
      {
        text: 'The silos will open before the end of the month, Dana Whitlow said.',
        content: 'The silos will open before the end of the month',
        kind: 'indirect',
        speaker: 'Dana Whitlow',
      },
    ],
    nonExamples: ['The silos opened before the end of the month, and Dana Whitlow laughed.'],
  },
  {
    id: 'en/quote/according-to',
    frame: 'edge',
    forms: [],
    says: 'A sentence that “according to …” attributes to somebody',
    examples: [
      {
        text: 'The silos will open in May, according to the farm ministry.',
        content: 'The silos will open in May',
        kind: 'indirect',
        speaker: 'farm ministry',
      },
    ],
    nonExamples: ['Everything went according to plan in the silos.'],
  },
  {
    id: 'en/quote/headline',
    frame: 'headline',
    forms: [],
    says: 'A headline of a name, a colon and what that one said',
    examples: [
      {
        text: 'The minister spoke.',
        title: 'Dana Whitlow: the silos will open in May',
        content: 'the silos will open in May',
        kind: 'indirect',
        speaker: 'Dana Whitlow',
      },
    ],
    nonExamples: ['Weather: rain in the north and sun in the south'],
  },
  {
    id: 'en/quote/marks-alone',
    frame: 'alone',
    forms: [],
    says: 'A paragraph of nothing but quoted speech, which goes on with what the last speaker said',
    examples: [
      {
        text: 'Dana Whitlow said the season was good.\n“We have never seen so much wheat in our silos.”',
        content: 'We have never seen so much wheat in our silos',
        kind: 'direct',
        speaker: 'Dana Whitlow',
      },
    ],
    nonExamples: ['The fair is called “Green Land”.'],
  },
]
