/** The words of English noun phrases that name somebody, read from `words/` and looked up by folded form. */
import type { Gender } from '../../../extract/mentions/mention.ts'
import { type Lexicon, lexicon } from '../../../extract/text/lexicon.ts'
import type { SpeakerType } from '../../../types.ts'
import bodies from '../words/bodies.json' with { type: 'json' }
import functionWords from '../words/function-words.json' with { type: 'json' }
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
  ...bodies.documents.map(thing('organization', true)),
  ...bodies.organizations.map(thing('organization')),
  ...bodies.media.map(thing('media')),
  ...roles.persons.flatMap(personHeads),
  ...Object.entries(roles.plurals).map(
    ([many, one]) => [many, { lemma: one, type: 'group', plural: true, gender: null, document: false }] as const,
  ),
  ...bodies.groups.map(thing('group')),
])

/** Outlets by name. */
export const outlets: Lexicon<true> = lexicon(bodies.outlets.map(name => [name, true] as const))

/** Words before a name: title → gender it tells. */
export const titles: Lexicon<{ readonly gender: Gender | null }> = lexicon<{ readonly gender: Gender | null }>([
  ...roles.titles.any.map(title => [title, { gender: null }] as const),
  ...roles.titles.masculine.map(title => [title, { gender: 'masculine' as const }] as const),
  ...roles.titles.feminine.map(title => [title, { gender: 'feminine' as const }] as const),
])

/** Names and adjectives of countries → ISO 3166-1 alpha-2. */
export const countries: Lexicon<string> = lexicon(
  Object.entries(bodies.countries).flatMap(([code, names]) => names.map(name => [name, code] as const)),
)

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
