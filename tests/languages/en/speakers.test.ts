/** Who said it in English, one construction a row: the speaker of the last quote. People, places and outlets are invented. */
import { describe, expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

const last = (text: string) => quotesOf(text, { language: 'en' }).at(-1)?.quote.speaker

const LEAD = 'Farm Minister Dana Whitlow said the harvest was good.'

describe('who it is', () => {
  test.each<[string, string, string | null]>([
    ['a surname', `${LEAD}\nWhitlow said the rain had helped.`, 'Dana Whitlow'],
    ['a courtesy', `${LEAD}\nMs. Whitlow said the rain had helped.`, 'Dana Whitlow'],
    ['an office', `${LEAD}\nThe minister said the rain had helped.`, 'Dana Whitlow'],
    ['an abbreviated office', 'Sen. Owen Marsh (D-Ohio) spoke.\nThe senator said the rain had helped.', 'Owen Marsh'],
    ['a pronoun', `${LEAD}\nShe said the rain had helped.`, 'Dana Whitlow'],
    ['a pronoun that nobody can be', 'He said the rain had helped.', null],
    ['a body by its head', 'The Grain Board met.\nThe board said the rain had helped.', 'Grain Board'],
    ['marks alone in the next paragraph', `${LEAD}\n“We have never seen so much rain in the north.”`, 'Dana Whitlow'],
    ['a name behind an office', 'A miller, Rita Kane, said the rain had helped.', 'Rita Kane'],
    ['an unknown subject', `${LEAD}\nForecasters say the rain has helped.`, 'Forecasters'],
    ['many of many', `${LEAD}\nMany in the crowd said the rain had helped.`, 'Many in the crowd'],
    [
      'a share',
      `${LEAD}\nIn the survey, 51 percent of the farmers said the rain had helped.`,
      '51 percent of the farmers',
    ],
    ['a possessive is nobody', `${LEAD}\nMarsh's mill opened, and she added that the rain had helped.`, 'Dana Whitlow'],
    ['a dateline is nobody', `WASHINGTON — ${LEAD}`, 'Dana Whitlow'],
    [
      'with a brackets and a clause',
      'Sen. Owen Marsh (D-Ohio), who owns a mill, said that the rain had helped.',
      'Owen Marsh',
    ],
  ])('%s', (_, text, speaker) => {
    expect(last(text)?.name ?? null).toBe(speaker)
  })
})

describe('what it is', () => {
  test.each<[string, string, object]>([
    [
      'a role and its country before a name',
      'Turkish Foreign Minister Kemal Oz said the border was open.',
      { name: 'Kemal Oz', type: 'person', role: 'Turkish Foreign Minister', countryCode: 'TR' },
    ],
    [
      'behind a name',
      'Kemal Oz, the Turkish trade attaché, said the border was open.',
      { name: 'Kemal Oz', type: 'person', role: 'Turkish trade attaché', countryCode: 'TR' },
    ],
    [
      'with a possessive',
      "Turkey's foreign minister, Kemal Oz, said the border was open.",
      { name: 'Kemal Oz', role: "Turkey's foreign minister", countryCode: 'TR' },
    ],
    ['a country', 'Turkey said the border was open.', { name: 'Turkey', type: 'organization', countryCode: 'TR' }],
    ['an acronym', 'The WFO said the border was open.', { name: 'WFO', type: 'organization' }],
    ['an outlet', 'The Alder Courier reported that the border was open.', { name: 'Alder Courier', type: 'media' }],
    ['somebody unnamed', 'A senior official said the border was open.', { type: 'unnamed' }],
    ['a group', 'Several farmers said the border was open.', { type: 'group' }],
    [
      'a spokeswoman of a body',
      'A spokeswoman for the Millers’ Union said the border was open.',
      { name: 'spokeswoman for the Millers’ Union', type: 'unnamed' },
    ],
  ])('%s', (_, text, speaker) => {
    expect(last(text)).toMatchObject(speaker)
  })
})
