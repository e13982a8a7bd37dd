/** Tests on single folded words: closed class, common vocabulary, adjectives, words of names. */
import type { Gender } from '../../extract/mentions/mention.ts'
import { mentionTerms, type Nisba, nisbas } from './mention-lexicon.ts'
import { nounForms } from './nouns.ts'
import { foldTerm, spellings } from './orthography.ts'
import { cuts } from './proclitics.ts'
import adjectives from './words/adjectives.json' with { type: 'json' }
import commonWords from './words/common-words.json' with { type: 'json' }
import functionWords from './words/function-words.json' with { type: 'json' }
import givenNames from './words/given-names.json' with { type: 'json' }
import particles from './words/name-particles.json' with { type: 'json' }

const setOf = (words: readonly string[]) => new Set(words.flatMap(spellings))

const closed = setOf(functionWords)
const common = setOf(commonWords)
const joining = setOf(particles.joining)
const foreign = setOf(particles.foreign)
const family = setOf(givenNames.family)
const given = new Map<string, Gender>([
  ...givenNames.masculine.flatMap(name => spellings(name).map(form => [form, 'masculine'] as const)),
  ...givenNames.feminine.flatMap(name => spellings(name).map(form => [form, 'feminine'] as const)),
])
const plain = new Set(adjectives.adjectives.flatMap(word => nounForms(word, 'ون').map(({ form }) => foldTerm(form))))
const governing = setOf(adjectives.governing)
const notAdjectives = setOf(adjectives['nouns in -i'])

/** Endings that a common word takes; what is left must still have three letters. */
const ENDINGS = [
  'تهم',
  'تها',
  'هما',
  'ته',
  'ها',
  'هم',
  'كم',
  'نا',
  'ات',
  'ين',
  'ون',
  'ان',
  'وا',
  'ية',
  'تي',
  'تا',
  'ه',
  'ي',
  'ا',
  'ت',
  'ة',
  'ن',
]
const FEMININE = new Set(['تهم', 'تها', 'ته', 'ات', 'ية', 'تي', 'تا', 'ي'])

export const isClosed = (form: string) => closed.has(form)

/** Whether a word without article belongs to the everyday vocabulary of news, in any of its forms. */
export function isCommon(form: string): boolean {
  if (common.has(form) || closed.has(form)) return true
  for (const ending of ENDINGS) {
    if (form.length - ending.length < 3 || !form.endsWith(ending)) continue
    const stem = form.slice(0, -ending.length)
    if (common.has(stem) || (FEMININE.has(ending) && common.has(`${stem}ة`))) return true
  }
  if (form.length < 4) return false
  const first = form[0] as string
  if (first === 'ت' || first === 'ن' || first === 'ا') return common.has(`ي${form.slice(1)}`)
  return first === 'س' && (common.has(form.slice(1)) || common.has(`ي${form.slice(2)}`))
}

/** Whether a word begins with the article. */
export const isDefinite = (form: string) => form.length > 3 && form.startsWith('ال')

/** Whether a word, whatever clitic it carries, is no part of a name. */
export function isOrdinary(form: string): boolean {
  if (given.has(form) || family.has(form)) return false
  return cuts(form).some(({ clitic, rest }) => {
    if (clitic === '') return isCommon(rest) || isTerm(rest)
    if (given.has(rest) || family.has(rest)) return true
    return isDefinite(rest) || (rest.length > 2 && (common.has(rest) || closed.has(rest) || isTerm(rest)))
  })
}

const isTerm = (form: string) => mentionTerms.get(form) !== undefined || nisbas.has(form)

export const givenName = (form: string): Gender | undefined => given.get(form)
export const isFamilyName = (form: string) => family.has(form)
export const isJoining = (form: string) => joining.has(form)
export const isForeignParticle = (form: string) => foreign.has(form)
export const isLatin = (form: string) => /^[A-Za-zÀ-ÿ]/u.test(form)

export interface Adjective {
  readonly nisba: Nisba | null
  /** Takes a complement with ل: «الموالية للحكومة». */
  readonly governing: boolean
}

/** Reads an adjective of the given definiteness, or null. */
export function adjective(form: string, definite: boolean): Adjective | null {
  if (definite !== isDefinite(form)) return null
  const word = definite ? form.slice(2) : form
  const nisba = nisbas.get(word)
  if (nisba) return { nisba, governing: false }
  if (governing.has(word)) return { nisba: null, governing: true }
  if (plain.has(word)) return { nisba: null, governing: false }
  if (!/(?:ي|ية|يه|يون|يين|يان|يات|يتان|يتين)$/u.test(word) || word.length < 4) return null
  if (notAdjectives.has(word) || closed.has(form) || given.has(word) || mentionTerms.get(form)) return null
  return { nisba: null, governing: false }
}
