/** The words of English noun phrases that name somebody, read from `words/` and looked up by folded form. */
import type { Gender } from '../../../extract/mentions/mention.ts'
import { type Lexicon, lexicon } from '../../../extract/text/lexicon.ts'
import type { SpeakerType } from '../../../types.ts'
import bodies from '../words/bodies.json' with { type: 'json' }
import countryList from '../words/countries.json' with { type: 'json' }
import functionWords from '../words/function-words.json' with { type: 'json' }
import placeList from '../words/places.json' with { type: 'json' }
import roles from '../words/roles.json' with { type: 'json' }

/** A noun that may head a phrase. */
export interface Head {
  readonly lemma: string
  readonly type: SpeakerType
  readonly plural: boolean
  readonly gender: Gender | null
  /** Speaks for whoever issued it: “the report”. */
  readonly document: boolean
}

const plural = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

const unnamed = new Set(roles.unnamed)
const feminine = new Set(roles.feminine)
const masculine = new Set(roles.masculine)
const genderOf = (noun: string): Gender | null =>
  feminine.has(noun) ? 'feminine' : masculine.has(noun) ? 'masculine' : null

function personHeads(noun: string): readonly (readonly [string, Head])[] {
  const head = { lemma: noun, gender: genderOf(noun), document: false }
  const one: Head = { ...head, type: 'unnamed', plural: false }
  const many: Head = { ...head, type: unnamed.has(noun) ? 'unnamed' : 'group', plural: true, gender: null }
  return [
    [noun, one],
    [plural(noun), many],
  ]
}

const thing =
  (type: SpeakerType, document = false) =>
  (noun: string): readonly [string, Head] => [
    noun,
    { lemma: noun, type, plural: type === 'group', gender: null, document },
  ]

/** Heads of phrases: roles, bodies, media, documents, groups. */
export const heads: Lexicon<Head> = lexicon([
  ...bodies.documents.map(thing('organization')),
  ...bodies.utterances.map(thing('organization', true)),
  ...bodies.organizations.map(thing('organization')),
  ...bodies.media.map(thing('media')),
  ...roles.persons.flatMap(personHeads),
  ...Object.entries(roles.plurals).map(
    ([many, one]) => [many, { lemma: one, type: 'group', plural: true, gender: null, document: false }] as const,
  ),
  ...bodies.groups.map(thing('group')),
])

/** Texts that show and find things: polls, studies, statements. */
export const documents: ReadonlySet<string> = new Set([...bodies.documents, ...bodies.utterances])

/** Outlets by name. */
export const outlets: Lexicon<true> = lexicon(bodies.outlets.map(name => [name, true] as const))

/** Words before a name: title → gender it tells. */
export const titles: Lexicon<{ readonly gender: Gender | null }> = lexicon<{ readonly gender: Gender | null }>([
  ...roles.titles.any.map(title => [title, { gender: null }] as const),
  ...roles.titles.masculine.map(title => [title, { gender: 'masculine' as const }] as const),
  ...roles.titles.feminine.map(title => [title, { gender: 'feminine' as const }] as const),
])

interface Country {
  readonly code: string
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
  readonly capitals: readonly string[]
}

const byCode = (termsOf: (country: Country) => readonly string[]): Lexicon<string> =>
  lexicon(
    (countryList as readonly Country[]).flatMap(country => termsOf(country).map(term => [term, country.code] as const)),
  )

/** Names of countries, and of the capitals whose governments they stand for → ISO 3166-1 alpha-2. */
export const countries: Lexicon<string> = byCode(({ names, capitals }) => [...names, ...capitals])

/** Names and adjectives of countries, as they stand in a role: “Turkish foreign minister”, “president of Turkey”. */
export const nationalities: Lexicon<string> = byCode(({ names, adjectives }) => [
  ...names,
  ...adjectives.flatMap(adjective => [adjective, `${adjective}s`]),
])

/** Regions and cities, which do not speak. */
export const places: Lexicon<true> = lexicon(
  [...placeList.regions, ...placeList.cities].map(name => [name, true] as const),
)

/** Capitalised words that describe and never name by themselves: parties, faiths, peoples. */
export const adjectives: ReadonlySet<string> = new Set([
  ...roles.adjectives,
  ...(countryList as readonly Country[]).flatMap(country => country.adjectives),
])

/** The office that a title stands for: “Sen.” for senator. */
export const offices: ReadonlyMap<string, string> = new Map(Object.entries(roles.abbreviated))

/** Pronouns that may speak or act. */
export const pronouns: ReadonlyMap<string, { readonly gender: Gender | null; readonly type: SpeakerType }> = new Map([
  ['he', { gender: 'masculine', type: 'person' }],
  ['she', { gender: 'feminine', type: 'person' }],
  ['it', { gender: null, type: 'organization' }],
  ['they', { gender: null, type: 'group' }],
  ['who', { gender: null, type: 'unnamed' }],
])

/** Determiners and quantifiers with which a phrase may begin. */
export const determiners: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your some many several most few two three four five other another one multiple numerous all both'.split(
    ' ',
  ),
)

const closed = new Set(functionWords)
/** Words that no name and no modifier contains. */
export const isClosed = (form: string): boolean => closed.has(form)
