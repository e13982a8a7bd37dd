/** Tests on single folded words: closed class, everyday vocabulary, adjectives, parts of names. */
import type { Gender } from '../../../extract/mentions/mention.ts'
import { memo } from '../../../extract/text/memo.ts'
import { nounForms } from '../nouns.ts'
import { foldTerm, spellings } from '../orthography.ts'
import { cuts } from '../proclitics.ts'
import adjectives from '../words/adjectives.json' with { type: 'json' }
import commonWords from '../words/common-words.json' with { type: 'json' }
import functionWords from '../words/function-words.json' with { type: 'json' }
import givenNames from '../words/given-names.json' with { type: 'json' }
import particles from '../words/name-particles.json' with { type: 'json' }
import { mentionTerms } from './lexicon.ts'
import { type Nisba, nisbas } from './propers.ts'
import { isVerb } from './verbs.ts'

const setOf = (words: readonly string[]) => new Set(words.flatMap(spellings))

const closed = setOf(functionWords)
const common = new Set(commonWords.map(foldTerm))
/** A loose spelling that is another word («على» for «علي») is not read as the name. */
const nameSpellings = (name: string) => spellings(name).filter((form, i) => i === 0 || !closed.has(form))

const joining = setOf(particles.joining)
const foreign = setOf(particles.foreign)
const family = new Set(givenNames.family.flatMap(nameSpellings))
const given = new Map<string, Gender>([
  ...givenNames.masculine.flatMap(name => nameSpellings(name).map(form => [form, 'masculine'] as const)),
  ...givenNames.feminine.flatMap(name => nameSpellings(name).map(form => [form, 'feminine'] as const)),
])
const plain = new Set(
  adjectives.adjectives.flatMap(word => nounForms(word, 'ون', true).flatMap(({ form }) => spellings(form))),
)
const governing = setOf(adjectives.governing)
const notAdjectives = setOf(adjectives['nouns in -i'])

/** Endings that a common word takes; what is left must still have three letters. */
const ENDINGS = 'تهم تها هما ته ها هم كم نا ات ين ون ان وا ية تي تا ه ي ا ت ة ن'.split(' ')
/** Endings before which ة is written ت or dropped. */
const OPENING = new Set('تهم تها ته ات ية تي تا ي'.split(' '))

/** A word of the list, or the form for «she», «you» or «we» of a verb that the list has for «he». */
const isStem = (form: string) =>
  common.has(form) || (form.length > 3 && (form[0] === 'ت' || form[0] === 'ن') && common.has(`ي${form.slice(1)}`))

export const isClosed = (form: string) => closed.has(form)

/** Whether a word without article belongs to the everyday vocabulary of news, in any of its forms. */
export const isCommon = memo((form: string): boolean => {
  if (isStem(form) || closed.has(form)) return true
  for (const ending of ENDINGS) {
    if (form.length - ending.length < 3 || !form.endsWith(ending)) continue
    const stem = form.slice(0, -ending.length)
    if (isStem(stem) || (OPENING.has(ending) && common.has(`${stem}ة`))) return true
  }
  return (
    form[0] === 'س' &&
    form.length > 4 &&
    [form.slice(1), `ي${form.slice(2)}`].some(rest => common.has(rest) || closed.has(rest))
  )
})

/** «مخاطبا», «محذرا»: the shape of a participle that says how something is done. */
export const saysHow = (form: string): boolean => /^م[^اويى].{2,3}ا$/u.test(form)

/** «يرافقون», «استقبلهم», «جارتهما», «اكتسبت»: the endings of plural verbs and of pronouns, which no name has. */
export const isInflected = (form: string): boolean =>
  /^ي.{3,}ون$/u.test(form) ||
  /^.{3,}(?:هم|هما|كم|تها)$/u.test(form) ||
  /^[وف]?(?:ا[^ل][تط].{2}|است.{3}|ان.{3})ت$/u.test(form)

/** Whether a word begins with the article. */
export const isDefinite = (form: string) => form.length > 3 && form.startsWith('ال')

/** Whether a word, whatever clitic it carries, is no part of a name. */
export const isOrdinary = memo((form: string): boolean => {
  if (isName(form)) return false
  if (isVerb(form)) return true
  return cuts(form).some(({ clitic, rest }) => {
    if (clitic === '') return isCommon(rest) || isTerm(rest)
    if (isName(rest) || isTerm(rest)) return true
    if (isDefinite(rest)) return isCommon(rest.slice(2)) || (clitic !== 'ف' && clitic !== 'ك')
    return rest.length > 3 ? isCommon(rest) : rest.length > 2 && common.has(rest)
  })
})

/** A word that heads a mention or names a country is no name of a person; one that may be another word can be. */
function isTerm(form: string): boolean {
  const entry = mentionTerms.get(form)
  return nisbas.has(form) || (entry !== undefined && !(entry.proper?.ambiguous && !entry.noun))
}

/** Whether a word that is none by itself becomes one when a preposition or conjunction is taken off. */
export const carriesClitic = memo(
  (form: string): boolean =>
    !isCommon(form) &&
    cuts(form).some(
      ({ clitic, rest }) => clitic !== '' && rest.length > 2 && (isTerm(rest) || isDefinite(rest) || isCommon(rest)),
    ),
)

const isName = (form: string) => given.has(form) || family.has(form)

export const givenName = (form: string): Gender | undefined => given.get(form)
export const isFamilyName = (form: string) => family.has(form)
export const isJoining = (form: string) => joining.has(form)
export const isForeignParticle = (form: string) => foreign.has(form)

const LATIN = /^[A-Za-zÀ-ÿ]/u
export const isLatin = (form: string) => LATIN.test(form)

export interface Adjective {
  readonly nisba: Nisba | null
  /** Takes a complement with ل: «الموالية للحكومة». */
  readonly governing: boolean
}

const NISBA_ENDING = /(?:ي|ية|يه|يون|يين|يان|يات|يتان|يتين)$/u

/** The noun that an adjective describes. */
export interface Described {
  readonly definite: boolean
  /** A noun like «عسكريون» is an adjective only behind a plural. */
  readonly plural?: boolean
  /** A man takes no adjective in ة: «رئيس بلدية» is one of a town. */
  readonly masculine?: boolean
  /** Behind a person, «العتيبي» is a family name unless it is an everyday word. */
  readonly person?: boolean
}

/** Reads a word as an adjective, or null. A participle that also names people is one behind a person: «الصحفي المختطف». */
export function adjective(form: string, { definite, plural, person, masculine }: Described): Adjective | null {
  if (definite !== isDefinite(form) || (masculine && form.endsWith('ة'))) return null
  const word = definite ? form.slice(2) : form
  const nisba = nisbas.get(word)
  if (nisba) return { nisba, governing: false }
  if (governing.has(word)) return { nisba: null, governing: true }
  if (plain.has(word) && (plural || !namesPeople(form))) return { nisba: null, governing: false }
  if (definite && person && word.startsWith('م') && mentionTerms.get(form)?.noun?.kind === 'person') {
    return { nisba: null, governing: false }
  }
  if ((word.length < 4 && !common.has(word)) || !NISBA_ENDING.test(word)) return null
  if (notAdjectives.has(word) || closed.has(form) || isName(word) || headsOther(form, plural ?? false)) return null
  if (person && /ي$/u.test(word) && !isCommon(word)) return null
  return { nisba: null, governing: false }
}

/** «الصحفيين» are people; «الصحفي» is an adjective as well. */
function namesPeople(form: string): boolean {
  const noun = mentionTerms.get(form)?.noun
  return (noun?.kind === 'official' || noun?.kind === 'person') && noun.count !== 'singular'
}

/** Nouns like «دبلوماسي» are adjectives as well; «بلدية» and «مفتي» are not. */
function headsOther(form: string, plural: boolean): boolean {
  const entry = mentionTerms.get(form)
  if (!entry) return false
  const kind = entry.noun?.kind
  if (entry.noun?.state === 'construct' && entry.noun.count === 'plural') return true
  const written = entry.noun?.state === 'bare' || entry.noun?.state === 'definite'
  return written && ((kind !== 'official' && kind !== 'person') || (entry.noun?.count !== 'singular' && !plural))
}
