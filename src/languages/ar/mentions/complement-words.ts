/** Questions about the words of a complement, one at a time: what a noun links to, whether a word is one or names somebody. */
import { foldTerm, spellings } from '../orthography.ts'
import words from '../words/adjectives.json' with { type: 'json' }
import organizations from '../words/organizations.json' with { type: 'json' }
import venues from '../words/speech-venues.json' with { type: 'json' }
import type { Entry, Noun } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { partOf } from './name-parts.ts'
import { formAt, type Reach } from './reader.ts'
import { givenName, isCommon, isDefinite, isFamilyName } from './words.ts'

const folded = (list: readonly string[]) => new Set(list.flatMap(spellings))

export const relational = folded(words['relational heads'])
export const linkedByIn = folded(words['linked by in'])
export const fields = folded(words.fields)
export const linkedByAbout = folded(words['linked by about'])
/** «المشرف على المهرجان». */
export const overseeing = folded(words['linked by over'])
/** Verbal nouns that go on with عن. */
export const takingAbout = folded(words['taking about'])
export const general = folded(['عام', 'عامة', 'أول'])
/** Ministries in themselves, adjectives behind a noun: «العلاقات الخارجية». */
export const ofAffairs = folded(['الخارجية', 'الداخلية', 'المالية', 'التعليمية'])
/** What a participle among the adjectives takes: «المعترف بها دوليا», «المنتهية ولايته». */
export const ofParticiple = folded(words['of participles'])
/** «مصادر قريبة من القصر». */
export const near = folded(words['near somebody'])
export const partsOfBodies = folded(organizations['parts of bodies'])
export const listing = folded(words['ministers and ministries'])
export const spokesman = foldTerm('متحدث')
export const withPurpose = folded(organizations['with a purpose'])

/** «كبار العلماء»: a plural adjective without article before those whom it describes. */
export const governsPeople = (r: Reach, i: number): boolean =>
  formAt(r, i) === 'كبار' &&
  isDefinite(formAt(r, i + 1)) &&
  mentionTerms.get(formAt(r, i + 1))?.noun?.count === 'plural'

/** «ناشطين», «مصدران»: with its ن a plural or dual is no first part of an idafa. */
export const keepsN = ({ count, nominative }: Noun, r: Reach, i: number) =>
  ((count === 'dual' && nominative.endsWith('ان')) || (count === 'plural' && nominative.endsWith('ون'))) &&
  formAt(r, i).endsWith('ن')

export const isPersonal = ({ kind }: Noun) =>
  kind === 'office' || kind === 'official' || kind === 'person' || kind === 'kin'

/** A given name ends a chain of nouns: «برئاسة فائز السراج». */
export function beginsName(r: Reach, i: number): boolean {
  const form = formAt(r, i)
  const next = formAt(r, i + 1)
  if (!givenName(form)) return false
  return !isCommon(form) || isFamilyName(next) || (isDefinite(next) && !isCommon(next.slice(2)))
}

/** «حكومته», «بلادها»: a common noun with a pronoun. */
export const isOwned = (form: string) => form.length > 4 && /(?:ه|ها|هم|هما)$/u.test(form) && isCommon(form)

/** A bare noun goes on with what it belongs to; a verb does not. */
export const isNounlike = (form: string) =>
  !/^(?:ي|ن[^اقيظوشز]|س[يت])/u.test(form) &&
  (mentionTerms.get(form) !== undefined || /ات$|^..?.?ت$/u.test(form) || !/(?:وا|ت)$/u.test(form))

/** What a minister may be for beside the first: «والأسرة», «والداخلية»; an office or a title begins another person. */
export const isField = ({ noun, title }: Entry): boolean =>
  noun !== undefined && title === undefined && noun.kind !== 'office' && noun.kind !== 'official'

/** «وفد من البرلمان». */
export const isDelegation = ({ kind, state }: Noun) => kind === 'organization' && state === 'bare'

const audience = folded(words.audience)

/** «المدير الجهوي للتجارة»: what somebody is in charge of, and not to whom he speaks. */
export const isSubject = (form: string): boolean => {
  const entry = mentionTerms.get(form)
  return !audience.has(form.slice(2)) && (entry === undefined || entry.noun?.needs === 'nisba')
}

export const occasions = new Set(venues.nouns.map(foldTerm))
export const times = folded(words['times of saying'])

/** A town that no list has, «محافظ شرورة»: an unknown word, and no adjective. */
export const isUnknown = (form: string): boolean => partOf(form, undefined) === 'unknown' && !/(?:ي|ية)$/u.test(form)

/** «ثقافة وفنون القرية»: a noun that و joins to the one before, before what both are of. */
export function joinsNoun(r: Reach, i: number): boolean {
  const form = formAt(r, i)
  return /^و[^ا].{2,}/u.test(form) && isCommon(form.slice(1)) && isDefinite(formAt(r, i + 1))
}

/** «مدير موقع إحصائيات …»: a body's noun goes on with nouns that name it. */
export const isPartOfName = ({ kind, state }: Noun): boolean =>
  (kind === 'organization' || kind === 'medium' || kind === 'place') && state === 'bare'
