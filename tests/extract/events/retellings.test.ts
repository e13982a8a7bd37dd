import { describe, expect, it } from 'vitest'
import { happenings, type Told } from '../../../src/extract/events/retellings.ts'

/** A telling of an attack by «Anna», unless said otherwise. */
function told(
  at: number,
  change: Partial<Omit<Told, 'sighting'>> & { readonly sighting?: Partial<Told['sighting']> } = {},
): Told {
  const { sighting, ...event } = change
  return {
    type: 'ASSAULT',
    mode: null,
    status: 'happened',
    trigger: { field: 'body', start: at, end: at + 5 },
    sentence: { start: at - (at % 100), end: at - (at % 100) + 99 },
    actors: [{ name: 'Anna', type: 'person', role: null, countryCode: null, part: 'actor' }],
    place: null,
    occurred: null,
    quote: null,
    confidence: 0.8,
    ruleId: 'x/event/verb',
    ...event,
    sighting: {
      type: 'ASSAULT',
      mode: null,
      status: 'happened',
      trigger: { start: at, end: at + 5 },
      lemma: 'attack',
      parties: [],
      place: null,
      clause: { first: 0, last: 1 },
      anaphoric: false,
      introduces: false,
      outcome: false,
      confidence: 0.8,
      ruleId: 'x/event/verb',
      ...sighting,
    },
  }
}

const on = (edtf: string) => ({ value: { edtf, min: edtf, max: edtf }, basis: 'stated' as const })
const place = (name: string) => ({ name, countryCode: null })
const starts = (events: readonly Told[]) => happenings(events).map(({ trigger }) => trigger.start)

describe('happenings', () => {
  it('keeps the body where the title tells the same', () => {
    expect(starts([told(10, { trigger: { field: 'title', start: 10, end: 15 } }), told(110)])).toEqual([110])
  })

  it('keeps the telling that says more', () => {
    expect(starts([told(10), told(110, { place: place('Rome') })])).toEqual([110])
    expect(starts([told(10, { place: place('Rome') }), told(110)])).toEqual([10])
  })

  it('keeps the attack and drops who was killed in it', () => {
    expect(starts([told(10, { actors: [], sighting: { lemma: 'kill', outcome: true } }), told(40)])).toEqual([40])
  })

  it('drops what only points back', () => {
    expect(starts([told(10), told(110, { actors: [], sighting: { anaphoric: true } })])).toEqual([10])
  })

  it.each([
    ['another type', { type: 'COERCE' as const }],
    ['another place', { place: place('Oslo') }],
    ['another date', { occurred: on('2021-01-01') }],
    ['another actor', { actors: [] }],
    ['another word', { sighting: { lemma: 'shell' } }],
    ['another status', { status: 'planned' as const }],
  ])('keeps both where %s is told', (_, change) => {
    const first = told(10, { place: place('Rome'), occurred: on('2020-01-01') })
    expect(starts([first, told(110, change)])).toEqual([10, 110])
  })
})
