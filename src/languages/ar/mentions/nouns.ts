/** Head nouns of mentions in every form, with titles, quantifiers and groups. */

import { nounForms } from '../nouns.ts'
import { foldTerm } from '../orthography.ts'
import groups from '../words/groups.json' with { type: 'json' }
import media from '../words/media.json' with { type: 'json' }
import organizations from '../words/organizations.json' with { type: 'json' }
import places from '../words/places.json' with { type: 'json' }
import roles from '../words/roles.json' with { type: 'json' }
import type { Entry, Noun, NounKind } from './entries.ts'

/** The quantifier that counts nothing and points back: «نفس المصدر», «ذات البيان». */
export const SAME = 'same'

type Term = readonly [term: string, entry: Entry]

const needsAdjective = new Set(roles['bare needs an adjective'])
const needsComplement = new Set(roles['bare needs a complement'])
const masculineInTa = new Set(roles['masculine in ta'])
const sameOffice = new Map(Object.entries(roles['same office']))

/** Nouns of one kind by their plurals. Bodies, sources and texts have no women, and their plurals agree as one woman. */
function* nouns(kind: NounKind, plurals: Readonly<Record<string, string>>): Generator<Term> {
  const things =
    kind === 'organization' || kind === 'medium' || kind === 'document' || kind === 'source' || kind === 'place'
  for (const [singular, plural] of Object.entries(plurals)) {
    const lemma = foldTerm(sameOffice.get(singular) ?? singular)
    for (const { form, gender, count, state, nominative } of nounForms(singular, plural, !things)) {
      const collective = things && count === 'plural'
      const feminine = collective || organizations.feminine.includes(singular)
      const noun: Noun = {
        kind,
        lemma,
        state,
        nominative,
        gender: feminine ? 'feminine' : masculineInTa.has(singular) ? 'masculine' : gender,
        count: collective ? 'singular' : count,
        country: null,
        anaphor: false,
        needs: state === 'bare' && (form === singular || form === plural) ? needsOf(kind, form) : null,
      }
      yield [form, { noun }]
    }
  }
}

function needsOf(kind: NounKind, form: string): Noun['needs'] {
  if (needsAdjective.has(form)) return 'adjective'
  return kind === 'kin' || needsComplement.has(form) ? 'complement' : null
}

const single = (form: string, noun: Pick<Noun, 'kind' | 'lemma' | 'state'> & Partial<Noun>): Term => [
  form,
  {
    noun: {
      gender: 'masculine',
      count: 'singular',
      country: null,
      anaphor: false,
      needs: null,
      nominative: form,
      ...noun,
    },
  },
]

function* plurals(): Generator<Term> {
  for (const plural of roles.plurals) {
    const noun = { kind: 'person', lemma: foldTerm(plural), count: 'plural' } as const
    yield single(plural, { ...noun, state: 'bare', needs: needsOf('person', plural) })
    yield single(`ال${plural}`, { ...noun, state: 'definite' })
  }
}

function* sourcePlurals(): Generator<Term> {
  for (const plural of groups['source plurals']) {
    const noun = { kind: 'source', lemma: foldTerm('مصدر'), gender: 'feminine' } as const
    yield single(plural, { ...noun, state: 'bare' })
    yield single(`ال${plural}`, { ...noun, state: 'definite' })
  }
}

function* phrases(): Generator<Term> {
  for (const { term, head, country } of roles.fixed as readonly { term: string; head: string; country?: string }[]) {
    yield single(term, {
      kind: 'office',
      lemma: foldTerm(head),
      gender: /^\S+ة(?: |$)/u.test(term) ? 'feminine' : 'masculine',
      state: /(?:^| )ال\S+$/u.test(term) ? 'definite' : 'bare',
      country: country ?? null,
    })
  }
  for (const [term, head] of Object.entries(roles['honorific anaphors'])) {
    const gender = term.endsWith('ها') ? 'feminine' : 'masculine'
    yield single(term, { kind: 'office', lemma: foldTerm(head), gender, state: 'owned', anaphor: true })
  }
  for (const ministry of organizations.ministries) {
    const body = {
      kind: 'organization',
      lemma: foldTerm(`وزارة ${ministry}`),
      state: 'definite',
      gender: 'feminine',
    } as const
    yield single(ministry, { ...body, needs: organizations['known without nisba'].includes(ministry) ? null : 'nisba' })
  }
  for (const phrase of media.phrases) {
    const gender = /^(?:وسائل|وكال)/u.test(phrase) ? 'feminine' : 'masculine'
    yield single(phrase, {
      kind: 'medium',
      lemma: foldTerm(phrase),
      gender,
      state: phrase.includes('ال') ? 'definite' : 'bare',
    })
  }
}

/** Every head noun and the words that stand before one. The first reading of a form is the likelier. */
export function* mentionNouns(): Generator<Term> {
  yield* phrases()
  yield* nouns('organization', organizations.heads)
  yield* nouns('medium', media.heads)
  yield* nouns('source', groups.sources)
  yield* sourcePlurals()
  yield* nouns('document', groups.documents)
  yield* nouns('place', Object.fromEntries(places.heads.map(head => [head, '-'])))
  yield* nouns('official', roles.officials)
  yield* nouns('office', roles.offices)
  yield* plurals()
  yield* nouns('person', roles.people)
  yield* nouns('kin', roles.kin)
  for (const kin of roles['kin feminine']) yield* nouns('kin', { [kin]: '-' })
  for (const title of roles['masculine titles']) yield [title, { title: 'masculine' }]
  for (const title of roles['feminine titles']) yield [title, { title: 'feminine' }]
  for (const quantifier of groups.quantifiers) yield [quantifier, { quantifier: foldTerm(quantifier) }]
  for (const same of groups.same) yield [same, { quantifier: SAME }]
  for (const group of [...groups.pronominal, ...groups['fixed groups']]) yield [group, { group }]
}
