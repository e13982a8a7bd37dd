import { describe, expect, it } from 'vitest'
import { findEvents } from '../../../src/extract/events/events.ts'
import type { EventGrammar, Sighting } from '../../../src/extract/events/grammar.ts'
import type { Cast, Mention } from '../../../src/extract/mentions/mention.ts'
import { type Passage, readPassage } from '../../../src/extract/text/passage.ts'
import type { Quote, TimeExpression } from '../../../src/types.ts'

const text = 'Yesterday Anna met Bert. Carl said Anna met Dora.'
const passage: Passage = readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], {
  foldCharacter: character => character,
  sentenceEnds: new Set(['.']),
  abbreviations: new Set(),
})

const mention = (first: number) => ({ first, last: first + 1, type: 'person' }) as Mention
const cast: Cast = {
  mentions: () => [],
  startingAt: () => null,
  covering: () => null,
  party: ({ first }) => ({ name: passage.tokens[first]?.form ?? '', type: 'person', role: null, countryCode: null }),
  same: () => false,
  called: () => null,
  unexplained: () => false,
}

/** Sees «met» as a meeting of its neighbours, with a confidence of a half. */
const grammar: EventGrammar = {
  rules: [],
  threshold: 0.45,
  open: () => ({
    read: ({ tokens }, { first, last }) =>
      tokens.flatMap(({ form }, at): readonly Sighting[] =>
        at < first || at >= last || form !== 'met'
          ? []
          : [
              {
                type: 'CONSULT',
                mode: null,
                status: 'happened',
                trigger: { start: tokens[at]?.start ?? 0, end: tokens[at]?.end ?? 0 },
                lemma: 'meet',
                parties: [mention(at - 1), mention(at + 1)].map(who => ({ mention: who, part: 'participant' })),
                place: null,
                clause: { first, last },
                anaphoric: false,
                introduces: false,
                outcome: false,
                confidence: 0.5,
                ruleId: 'en/event/met',
              },
            ],
      ),
  }),
}

const yesterday: TimeExpression = {
  field: 'body',
  start: 0,
  end: 9,
  value: { edtf: '2020-01-01', min: '2020-01-01', max: '2020-01-01' },
  basis: 'inferred',
  sentence: { start: 0, end: 24 },
  ruleId: 'en/time/yesterday',
}
const quote = {
  content: { field: 'body', start: 35, end: 48 },
  cue: { start: 30, end: 34, lemma: 'say', class: 'say' },
} as Quote

const find = (times: readonly TimeExpression[] = [], quotes: readonly Quote[] = [], with_ = grammar) =>
  findEvents([passage], cast, times, quotes, with_)

describe('findEvents', () => {
  it('cuts trigger and sentence out of the text and names the parties', () => {
    expect(
      find().map(({ trigger, sentence, actors }) => [
        text.slice(trigger.start, trigger.end),
        text.slice(sentence.start, sentence.end),
        actors.map(({ name, part }) => `${name} ${part}`),
      ]),
    ).toEqual([
      ['met', 'Yesterday Anna met Bert.', ['Anna participant', 'Bert participant']],
      ['met', 'Carl said Anna met Dora.', ['Anna participant', 'Dora participant']],
    ])
  })

  it('dates an event by the time of its sentence and is surer of it', () => {
    const [first, second] = find([yesterday])
    expect(first?.occurred).toEqual({ value: yesterday.value, basis: 'inferred' })
    expect(second?.occurred).toBeNull()
    expect(first?.confidence).toBeGreaterThan(second?.confidence ?? 1)
  })

  it('says which quote asserts an event', () => {
    expect(find([], [quote]).map(event => event.quote)).toEqual([null, 0])
  })

  it('leaves out what is not sure enough', () => {
    expect(find([], [], { ...grammar, threshold: 0.55 })).toEqual([])
    expect(find([yesterday], [], { ...grammar, threshold: 0.55 }).length).toBe(1)
  })
})
