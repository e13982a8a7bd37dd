/** English reported speech, one construction a row: contents as the text has them, kinds, cues. People and outlets are invented. */
import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

type Expected = readonly [content: string, kind: 'direct' | 'indirect' | 'mixed', speaker: string | null]

const shown = (text: string, title: string | null = null) =>
  quotesOf(text, { title, language: 'en' }).map(({ content, kind, speaker }): Expected => [content, kind, speaker])

const LEAD = 'Farm Minister Dana Whitlow said the harvest was good.'
const FIRST: Expected = ['the harvest was good', 'indirect', 'Dana Whitlow']

const check = (rows: readonly (readonly [what: string, text: string, expected: readonly Expected[]])[]) =>
  test.each(rows)('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

describe('clauses', () => {
  check([
    ['without “that”', LEAD, [FIRST]],
    ['with “that”', 'Farm Minister Dana Whitlow said that the harvest was good.', [FIRST]],
    ['behind a time', 'Farm Minister Dana Whitlow said on Tuesday that the harvest was good.', [FIRST]],
    ['behind a time, without “that”', 'Farm Minister Dana Whitlow said Tuesday the harvest was good.', [FIRST]],
    ['behind an occasion', 'Farm Minister Dana Whitlow said in a statement that the harvest was good.', [FIRST]],
    [
      'behind the one who is told',
      'Farm Minister Dana Whitlow told the crowd at the fair that the harvest was good.',
      [FIRST],
    ],
    [
      'a question',
      'Dana Whitlow asked whether the mills were open.',
      [['whether the mills were open', 'indirect', 'Dana Whitlow']],
    ],
    [
      'a particle',
      'Dana Whitlow pointed out that the mills were open.',
      [['the mills were open', 'indirect', 'Dana Whitlow']],
    ],
    [
      'a gerund begins a quote of its own',
      'Dana Whitlow said the harvest was good, adding that the rain had helped.',
      [
        ['the harvest was good', 'indirect', 'Dana Whitlow'],
        ['the rain had helped', 'indirect', 'Dana Whitlow'],
      ],
    ],
    [
      'another speaker behind “while”',
      'Dana Whitlow said the harvest was good, while Owen Marsh said the mills were closed.',
      [
        ['the harvest was good', 'indirect', 'Dana Whitlow'],
        ['the mills were closed', 'indirect', 'Owen Marsh'],
      ],
    ],
    [
      'in progress',
      'Some farmers are quietly saying the mills should close.',
      [['the mills should close', 'indirect', 'Some farmers']],
    ],
    [
      'what somebody went on to say',
      'Dana Whitlow went on to say that the mills were open.',
      [['the mills were open', 'indirect', 'Dana Whitlow']],
    ],
    [
      'a relative clause without its subject',
      'Dana Whitlow praised the plan, which critics said was unfair to farmers.',
      [
        ['the plan, which critics said was unfair to farmers', 'indirect', 'Dana Whitlow'],
        ['was unfair to farmers', 'indirect', 'critics'],
      ],
    ],
  ])
})

describe('marks', () => {
  check([
    [
      'inverted',
      '“We will open the mills in May,” said Dana Whitlow.',
      [['We will open the mills in May', 'direct', 'Dana Whitlow']],
    ],
    ['few words', '“It is fine,” Dana Whitlow said.', [['It is fine', 'direct', 'Dana Whitlow']]],
    [
      'two stretches around one cue',
      '“We will open the mills,” Dana Whitlow said. “Nobody will have to wait for flour.”',
      [
        ['We will open the mills', 'direct', 'Dana Whitlow'],
        ['Nobody will have to wait for flour', 'direct', 'Dana Whitlow'],
      ],
    ],
    [
      'the subject and its verb set apart',
      '“The mills are full,” Trent Lowe, who ran the mill for years, told farmers on a visit.',
      [['The mills are full', 'direct', 'Trent Lowe']],
    ],
    [
      'paragraphs that open again',
      'Dana Whitlow said: “The harvest is good.\n“The mills are open.”',
      [['The harvest is good.\n“The mills are open', 'direct', 'Dana Whitlow']],
    ],
    [
      'part of it',
      'Dana Whitlow said the plan was “a disgrace to farmers”.',
      [['the plan was “a disgrace to farmers”', 'mixed', 'Dana Whitlow']],
    ],
    ['single marks', 'Dana Whitlow said: ‘The mills are open.’', [['The mills are open', 'direct', 'Dana Whitlow']]],
    [
      'a name before a colon',
      'Continued Marsh: “So we think that it is a problem.”',
      [['So we think that it is a problem', 'direct', 'Marsh']],
    ],
  ])
})

describe('attribution behind and within', () => {
  check([
    [
      'a speaker and a verb at the end',
      'The mills will open in May, Dana Whitlow said.',
      [['The mills will open in May', 'indirect', 'Dana Whitlow']],
    ],
    [
      'a long description at the end',
      'The mills will open in May, said Rita Kane, the head of the Mill Group, which tracks mills.',
      [['The mills will open in May', 'indirect', 'Rita Kane']],
    ],
    [
      'in the middle',
      'In the long run, many farmers say, this rain could help the harvest.',
      [['this rain could help the harvest', 'indirect', 'many farmers']],
    ],
    [
      'around what another has said',
      'A miller said the board had hidden the harvest, the report said.',
      [
        ['A miller said the board had hidden the harvest', 'indirect', 'report'],
        ['the board had hidden the harvest', 'indirect', 'miller'],
      ],
    ],
    [
      'according to',
      'The mills will open in May, according to a 2014 mill study.',
      [['The mills will open in May', 'indirect', '2014 mill study']],
    ],
  ])
})

describe('phrases', () => {
  check([
    ['a demand', 'Dana Whitlow called for lower water prices.', [['lower water prices', 'indirect', 'Dana Whitlow']]],
    [
      'an accusation',
      'Dana Whitlow accused the Grain Board of hiding the cost.',
      [['hiding the cost', 'indirect', 'Dana Whitlow']],
    ],
    ['an appeal', 'Dana Whitlow urged the farmers to sell early.', [['sell early', 'indirect', 'Dana Whitlow']]],
    [
      'a judgement of a person',
      'Dana Whitlow criticized Owen Marsh for his silence.',
      [['Owen Marsh for his silence', 'indirect', 'Dana Whitlow']],
    ],
    [
      'what a poll shows',
      'The latest poll showed Dana Whitlow leading the field.',
      [['Dana Whitlow leading the field', 'indirect', 'latest poll']],
    ],
  ])
})

describe('titles', () => {
  test.each<[string, Expected]>([
    ['Whitlow: the mills will open in May', ['the mills will open in May', 'indirect', 'Dana Whitlow']],
    ['The mills will open in May, says Whitlow', ['The mills will open in May', 'indirect', 'Dana Whitlow']],
    ['Whitlow Says Mills Are Open', ['Mills Are Open', 'indirect', 'Dana Whitlow']],
  ])('%s', (title, expected) => {
    expect(shown(LEAD, title)).toEqual([expected, FIRST])
  })
})

describe('passives', () => {
  test('name who said it', () => {
    expect(shown('Farmers were told by Dana Whitlow that the mills were open.')).toEqual([
      ['the mills were open', 'indirect', 'Dana Whitlow'],
    ])
  })

  test('or nobody', () => {
    const [quote] = quotesOf('It was reported that the mills had closed.', { language: 'en' })
    expect(quote).toMatchObject({
      content: 'the mills had closed',
      quote: { speaker: null, attribution: 'none_passive' },
    })
  })
})

test.each([
  ['a denied verb', 'Dana Whitlow did not say that the harvest was bad.'],
  ['a wish', 'Dana Whitlow was about to say that the harvest was good.'],
  ['a condition', 'If Dana Whitlow says that the mills are open, the farmers will sell.'],
  ['the future', 'Dana Whitlow will announce that the mills are open.'],
  ['the text itself', 'We know that the harvest was good.'],
  ['nobody', 'Nobody says that the harvest was bad.'],
  ['a time alone', 'The answer came as Dana Whitlow spoke, and little was said on Tuesday.'],
  ['a noun like a verb', 'The October jobs report gives farmers a lift.'],
  ['a show', 'The network cancelled its talk shows each year.'],
  ['a state', 'Most state lawmakers have visited the mills.'],
  ['a point', 'Whitlow held a 52-point lead over Marsh.'],
  ['a participle that describes', 'Marsh read the list of 25 recommended farmers.'],
  ['a group that supports somebody', 'A group supporting Whitlow met in the hall.'],
  ['the title of a film', 'The hall showed the film “The Road to the Mill”.'],
  ['a plan', 'Everything went according to plan in the mills.'],
])('%s is no quote', (_, text) => {
  expect(shown(text)).toEqual([])
})

test('circumstances of the saying', () => {
  const [quote] = quotesOf('Dana Whitlow told reporters at a news conference that the mills were open.', {
    language: 'en',
  })
  expect(quote?.quote).toMatchObject({
    addressee: 'reporters',
    venue: 'news conference',
    cue: { lemma: 'tell', class: 'inform' },
  })
})

test('a report that an outlet passes on', () => {
  const [quote] = quotesOf('Dana Whitlow said the mills were open, according to the Alder Courier.', { language: 'en' })
  expect(quote?.quote).toMatchObject({ via: 'Alder Courier', speaker: { name: 'Dana Whitlow' } })
})
