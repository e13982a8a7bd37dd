/** The lexicon of mentions: everything that can head one, in every form in which it is written. */
import type { Count, Gender } from '../../extract/mentions/mention.ts'
import { lexicon } from '../../extract/text/lexicon.ts'
import { type NounForm, nounForms } from './nouns.ts'
import { foldTerm, spellings } from './orthography.ts'
import cities from './words/cities.json' with { type: 'json' }
import countries from './words/countries.json' with { type: 'json' }
import groups from './words/groups.json' with { type: 'json' }
import media from './words/media.json' with { type: 'json' }
import organizations from './words/organizations.json' with { type: 'json' }
import places from './words/places.json' with { type: 'json' }
import roles from './words/roles.json' with { type: 'json' }

/**
 * What a head noun is: an `office` (وزير), an `official` (مسؤول: a source when nobody names him), a `person` by what he is
 * or does (خبير، متظاهر), `kin` (نجل), a `title` before a name (الدكتور), an `organization` (وزارة), a `medium` (صحيفة), a
 * `place` (مدينة), a `source` (مصدر), a `document` (بيان).
 */
export type NounKind =
  | 'office'
  | 'official'
  | 'person'
  | 'kin'
  | 'title'
  | 'organization'
  | 'medium'
  | 'place'
  | 'source'
  | 'document'

export interface Noun {
  readonly kind: NounKind
  /** Folded dictionary form, which «الوزيرة» and «الوزراء» share with «وزير». */
  readonly lemma: string
  readonly gender: Gender
  readonly count: Count
  readonly state: NounForm['state']
  readonly country: string | null
  /** The lemma of the office that an honorific stands for: «سموه» for an أمير. */
  readonly anaphor: boolean
}

/** A proper name that needs no context. */
export interface Proper {
  readonly kind: 'country' | 'capital' | 'city' | 'organization' | 'medium' | 'people'
  /** As it is published. */
  readonly name: string
  readonly country: string | null
  readonly gender: Gender
  readonly count: Count
  /** Also a common word: it counts only after a head noun or in quotation marks. */
  readonly ambiguous: boolean
}

export interface Entry {
  readonly noun?: Noun
  /** Stands before a name: «الدكتور», «سمو الأمير». */
  readonly title?: Gender
  readonly proper?: Proper
  /** Stands before people and says how many: «عدد من», «أحد». */
  readonly quantifier?: string
  /** A group without a head to read further from: «شهود عيان», «البعض». */
  readonly group?: string
}

const terms = new Map<string, Entry>()

function add(term: string, entry: Entry): void {
  for (const form of spellings(term)) terms.set(form, { ...terms.get(form), ...entry })
}

function addNouns(kind: NounKind, plurals: Readonly<Record<string, string>>, feminine: readonly string[] = []): void {
  for (const [singular, plural] of Object.entries(plurals)) {
    const lemma = foldTerm(singular)
    const things = kind === 'organization' || kind === 'medium' || kind === 'document' || kind === 'source'
    for (const { form, gender, count, state } of nounForms(singular, plural)) {
      if (things && isFeminineOfMasculine(singular, form)) continue
      const collective = things && count === 'plural'
      add(form, {
        noun: {
          kind,
          lemma,
          state,
          gender: collective || feminine.includes(singular) ? 'feminine' : gender,
          count: collective ? 'singular' : count,
          country: null,
          anaphor: false,
        },
      })
    }
  }
}

/** «وزيرة» is a woman who is a وزير, but no «مجلسة» is a مجلس. */
const isFeminineOfMasculine = (singular: string, form: string) =>
  !singular.endsWith('ة') &&
  /^(?:ال)?/u.test(form) &&
  new RegExp(`^(?:ال)?${singular.split(' ')[0]}(?:ة|ت)`, 'u').test(form)

addNouns('document', groups.documents)
addNouns('source', groups.sources)
addNouns('place', Object.fromEntries(places.heads.map(head => [head, '-'])))
addNouns('organization', organizations.heads, organizations.feminine)
addNouns('medium', media.heads)
addNouns('person', roles.people)
addNouns('official', roles.officials)
addNouns('office', roles.offices)
addNouns('kin', roles.kin)

for (const plural of roles.plurals) {
  const noun = {
    kind: 'person',
    lemma: foldTerm(plural),
    gender: 'masculine',
    count: 'plural',
    country: null,
    anaphor: false,
  } as const
  add(plural, { noun: { ...noun, state: 'bare' } })
  add(`ال${plural}`, { noun: { ...noun, state: 'definite' } })
}
for (const { term, head, country } of roles.fixed as readonly { term: string; head: string; country?: string }[]) {
  const gender = /^\S+ة(?: |$)/u.test(term) ? 'feminine' : 'masculine'
  const state = /(?:^| )ال\S+$/u.test(term) ? 'definite' : 'bare'
  add(term, {
    noun: {
      kind: 'office',
      lemma: foldTerm(head),
      gender,
      count: 'singular',
      state,
      country: country ?? null,
      anaphor: false,
    },
  })
}
for (const [term, head] of Object.entries(roles['honorific anaphors'])) {
  add(term, {
    noun: {
      kind: 'office',
      lemma: foldTerm(head),
      gender: term.endsWith('ها') ? 'feminine' : 'masculine',
      count: 'singular',
      state: 'owned',
      country: null,
      anaphor: true,
    },
  })
}
for (const title of roles['masculine titles']) add(title, { title: 'masculine' })
for (const title of roles['feminine titles']) add(title, { title: 'feminine' })
for (const quantifier of groups.quantifiers) add(quantifier, { quantifier: foldTerm(quantifier) })
for (const group of [...groups.pronominal, ...groups['fixed groups']]) add(group, { group })
for (const phrase of media.phrases) {
  add(phrase, {
    noun: {
      kind: 'medium',
      lemma: foldTerm(phrase),
      gender: phrase.startsWith('وسائل') || phrase.startsWith('وكال') ? 'feminine' : 'masculine',
      count: 'singular',
      state: phrase.includes('ال') ? 'definite' : 'bare',
      country: null,
      anaphor: false,
    },
  })
}

function addProper(term: string, proper: Omit<Proper, 'ambiguous' | 'count'> & Partial<Proper>): void {
  const whole: Proper = { count: 'singular', ambiguous: false, ...proper }
  for (const form of spellings(term)) if (!terms.get(form)?.proper) add(form, { proper: whole })
}

export interface Nisba {
  readonly country: string
  readonly gender: Gender
  readonly count: Count
}

/** Adjectives and names of peoples by country, without ال: «تركي», «تركية», «أتراك». */
export const nisbas = new Map<string, Nisba>()

interface Country {
  readonly code: string
  readonly names: readonly string[]
  readonly nisbas?: readonly string[]
  readonly peoples?: readonly string[]
  readonly capitals?: readonly string[]
  readonly gender?: string
}

for (const {
  code,
  names,
  nisbas: adjectives = [],
  peoples = [],
  capitals = [],
  gender,
} of countries as readonly Country[]) {
  const grammatical: Gender = gender === 'masculine' ? 'masculine' : 'feminine'
  for (const name of names) addProper(name, { kind: 'country', name, country: code, gender: grammatical })
  for (const name of capitals)
    addProper(name, { kind: 'capital', name: names[0] as string, country: code, gender: 'feminine' })
  for (const adjective of adjectives) {
    for (const { form, gender, count } of nounForms(adjective, 'ون')) {
      if (!form.startsWith('ال') && !nisbas.has(foldTerm(form)))
        nisbas.set(foldTerm(form), { country: code, gender, count })
    }
    for (const ending of ['ون', 'ين']) {
      addProper(`ال${adjective}${ending}`, people(`ال${adjective}ون`, code))
    }
  }
  for (const name of peoples) {
    nisbas.set(foldTerm(name), { country: code, gender: 'masculine', count: 'plural' })
    addProper(`ال${name}`, people(`ال${name}`, code))
  }
}

function people(name: string, country: string) {
  return { kind: 'people', name, country, gender: 'masculine', count: 'plural' } as const
}

for (const [country, names] of Object.entries(cities)) {
  for (const name of names) addProper(name, { kind: 'city', name, country, gender: 'feminine' })
}

interface Known {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly country?: string
  readonly gender?: string
  readonly plural?: boolean
}

for (const { name, aliases = [], country = null, gender, plural } of organizations.known as readonly Known[]) {
  for (const term of [name, ...aliases]) {
    const head: Gender = gender === 'feminine' ? 'feminine' : 'masculine'
    addProper(term, { kind: 'organization', name, country, gender: head, count: plural ? 'plural' : 'singular' })
  }
}
const ambiguous = new Set(media.ambiguous)
for (const name of media.names) {
  addProper(name, { kind: 'medium', name, country: null, gender: 'feminine', ambiguous: ambiguous.has(name) })
}

/** Every term that can begin a mention, folded, in every spelling. */
export const mentionTerms = lexicon(terms)
