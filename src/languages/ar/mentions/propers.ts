/** Proper names that need no context: countries, capitals, cities, peoples, well-known bodies and media. */
import type { Count, Gender } from '../../../extract/mentions/mention.ts'
import { nounForms } from '../nouns.ts'
import { foldTerm } from '../orthography.ts'
import cities from '../words/cities.json' with { type: 'json' }
import countries from '../words/countries.json' with { type: 'json' }
import media from '../words/media.json' with { type: 'json' }
import organizations from '../words/organizations.json' with { type: 'json' }
import type { Entry, Proper } from './entries.ts'

export interface Nisba {
  readonly country: string
  readonly gender: Gender
  readonly count: Count
}

interface Country {
  readonly code: string
  readonly names: readonly string[]
  readonly nisbas?: readonly string[]
  readonly peoples?: readonly string[]
  readonly capitals?: readonly string[]
  readonly gender?: string
  /** The noun by which its own press speaks of it: «المملكة». */
  readonly head?: string
}

interface KnownBody {
  readonly name: string
  readonly head?: string
  readonly aliases?: readonly string[]
  readonly country?: string
  readonly gender?: string
  readonly plural?: boolean
}

/** Adjectives of countries without article: «تركي», «تركية», «أتراك». */
export const nisbas: ReadonlyMap<string, Nisba> = new Map(
  (countries as readonly Country[]).flatMap(({ code, nisbas: adjectives = [], peoples = [] }) => [
    ...adjectives
      .flatMap(adjective => nounForms(adjective, 'ون', true))
      .filter(({ state }) => state === 'bare')
      .map(({ form, gender, count }) => [foldTerm(form), { country: code, gender, count }] as const),
    ...peoples.map(name => [foldTerm(name), { country: code, gender: 'masculine', count: 'plural' }] as const),
  ]),
)

type Term = readonly [term: string, entry: Entry]

const proper = (term: string, entry: Pick<Proper, 'kind' | 'key'> & Partial<Proper>): Term => [
  term,
  {
    proper: {
      name: term,
      head: null,
      country: null,
      gender: 'feminine',
      count: 'singular',
      ambiguous: false,
      ...entry,
    },
  },
]

function* ofCountry({
  code,
  names,
  nisbas: adjectives = [],
  peoples = [],
  capitals = [],
  gender,
  head,
}: Country): Generator<Term> {
  const name = names[0] as string
  const country = { key: code, country: code, head: head === undefined ? null : foldTerm(head) } as const
  for (const term of names)
    yield proper(term, { kind: 'country', gender: gender === 'masculine' ? gender : 'feminine', ...country })
  for (const term of capitals) yield proper(term, { kind: 'capital', name, ...country })
  const people = { kind: 'people', key: `${code} people`, country: code, gender: 'masculine', count: 'plural' } as const
  for (const adjective of adjectives) {
    for (const ending of ['ون', 'ين']) yield proper(`ال${adjective}${ending}`, { ...people, name: `ال${adjective}ون` })
  }
  for (const term of peoples) yield proper(`ال${term}`, people)
}

function* ofBody({ name, head, aliases = [], country, gender, plural }: KnownBody): Generator<Term> {
  for (const term of [name, ...aliases]) {
    yield proper(term, {
      kind: 'organization',
      name: /ين(?: |$)/u.test(term) ? name : term,
      key: foldTerm(name),
      head: head === undefined ? null : foldTerm(head),
      country: country ?? null,
      gender: gender === 'feminine' ? gender : 'masculine',
      count: plural ? 'plural' : 'singular',
    })
  }
}

/** Every proper name with what is known of it. */
export function* mentionPropers(): Generator<Term> {
  for (const country of countries as readonly Country[]) yield* ofCountry(country)
  const { ambiguous, ...byCountry } = cities
  const commonWords = new Set([...ambiguous, ...media.ambiguous])
  for (const [country, names] of Object.entries(byCountry)) {
    for (const name of names) {
      yield proper(name, { kind: 'city', key: foldTerm(name), country, ambiguous: commonWords.has(name) })
    }
  }
  for (const body of organizations.known as readonly KnownBody[]) yield* ofBody(body)
  for (const [head, names] of Object.entries(media.names)) {
    for (const name of names) {
      const outlet = { kind: 'medium', key: foldTerm(name), head: foldTerm(head) } as const
      yield proper(name, { ...outlet, ambiguous: commonWords.has(name) })
    }
  }
}
