/** Names of people, read from their parts: given names, particles, family names, words that no lexicon knows. */
import type { Gender, KnownNames } from '../../../extract/mentions/mention.ts'
import { memo } from '../../../extract/text/memo.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { spellings } from '../orthography.ts'
import givenNames from '../words/given-names.json' with { type: 'json' }
import { mentionTerms } from './lexicon.ts'
import { entryAt, formAt, type Reach } from './reader.ts'
import { says } from './verbs.ts'
import {
  adjective,
  givenName,
  isClosed,
  isCommon,
  isDefinite,
  isFamilyName,
  isForeignParticle,
  isInflected,
  isJoining,
  isLatin,
  isOrdinary,
} from './words.ts'

/** Longest name that is read, in tokens. */
const LONGEST = 8

export interface NameReading {
  /** Exclusive. */
  readonly last: number
  readonly gender: Gender | null
  /** Number of parts that are a name by themselves, in any context. */
  readonly sure: number
}

type Part = 'given' | 'family' | 'joining' | 'foreign' | 'unknown' | 'article'

/** What part of a name a word can be, by itself or because the article uses it as a family name. */
export function partOf(form: string, known: KnownNames | undefined): Part | null {
  const part = partByItself(form)
  return part !== 'joining' && !isClosed(form) && known?.has(form) ? 'family' : part
}

const partByItself = memo((form: string): Part | null => {
  if (isJoining(form)) return 'joining'
  if (isClosed(form)) return null
  if (isFamilyName(form)) return 'family'
  if (givenName(form)) return 'given'
  if (isForeignParticle(form)) return 'foreign'
  if (isLatin(form)) return 'unknown'
  if (isDefinite(form)) return headsMention(form) ? null : 'article'
  return form.length > 1 && !isOrdinary(form) && !isInflected(form) ? 'unknown' : null
})

/** «الوزير», «الدكتور»: what stands before a name and is no part of it. */
function headsMention(form: string): boolean {
  const entry = mentionTerms.get(form)
  return entry?.noun !== undefined || entry?.title !== undefined
}

/**
 * What stands before a name: nothing that says so, a title or a role that `introduced` it, or a verb of speech whose
 * `subject` it is. The latter two make a name of words that could be others.
 */
export type NameContext = 'none' | 'introduced' | 'subject'

/** Reads the name that begins at token `at`. */
export function readName(r: Reach, at: number, context: NameContext): NameReading | null {
  let last = at
  let parts = 0
  let sure = 0
  let before: Part | null = null
  for (let form = formAt(r, last); form !== '' && last - at < LONGEST; form = formAt(r, last)) {
    if (last > at && !(r.tokens[last] as Token).spaced) break
    const part = familyByPlace(r, last, parts, context) ?? partAt(r, last, form) ?? commonPart(r, last, parts, context)
    if (part === null || (parts > 0 && (headsPhrase(r, last) || isObjectOf(r, last, part)))) break
    // Subject and object: «طالب علاوي العبادي». A full name may have two: «محمود الحسني الصرخي».
    const begun = givenName(formAt(r, at)) !== undefined
    if (before === 'family' && part === 'family' && isDefinite(form) && !begun) break
    if (part === 'joining') {
      const next = formAt(r, last + 1)
      if (next === '' || (isClosed(next) && form !== 'ال') || (form === 'عبد' && !isDefinite(next) && next !== 'ربه'))
        break
      last++
    } else if (part === 'article' && !isFamily(form, parts, before, context) && !isSpeaker(r, at, last, context)) {
      if (!begun || parts !== 2 || !isSecondFamily(form)) break
    }
    if (isSure(part, form)) sure++
    before = completes.has(form) || givenName(form) ? 'given' : part
    parts++
    last++
  }
  if (parts === 0) return null
  const known = parts === 1 ? isWellKnown(formAt(r, at)) : sure > 0 || isSetOff(r, at, last)
  if (context === 'none' && !known) return null
  return { last, gender: givenName(formAt(r, at)) ?? null, sure }
}

/** «ولي العهد» behind a name is an office, though «ولي» alone is none. */
function headsPhrase(r: Reach, i: number): boolean {
  const hit = entryAt(r, i)
  if (!hit?.entry.noun) return false
  if (hit.last > i + 1) return true
  // «مساعد مدير …», «أمين عام …»: a name that is an office too, where the words after it make it one.
  if (hit.entry.noun.kind !== 'office' || hit.entry.noun.state !== 'bare') return false
  const next = entryAt(r, hit.last)?.entry.noun
  return formAt(r, hit.last) === 'عام' || (next?.kind === 'office' && next.state !== 'definite')
}

/** «أكد سامر التزام الحكومة»: a verbal noun behind a name is what its verb is about, unless the clause turns after it. */
const isObjectOf = ({ tokens }: Reach, i: number, part: Part): boolean => {
  const form = (tokens[i] as Token).form
  return (
    (part === 'unknown' || part === 'article') && DERIVED_NOUN.test(form) && !AFTER_NAMES.has(tokens[i + 1]?.form ?? '')
  )
}

/** افتعال, استفعال, استفالة, تفعلة, مفاعلة: shapes of verbal nouns that names of other languages seldom have. */
const DERIVED_NOUN = /^(?:ا.[تطد].?ا.|است..?ا.|است.ا.ة|ت..ي?ة|م.ا..ة)$/u

/** The part that token `i` can be. A hamza shows that «أل» and «إل» are no article: «إليسا». */
function partAt(r: Reach, i: number, form: string): Part | null {
  const part = partOf(form, r.known)
  if (part !== 'article') return part
  const { start } = r.tokens[i] as Token
  return /[أإآ]/u.test(r.passage.text[start] ?? '') ? (isCommon(form) ? null : 'unknown') : 'article'
}

/** A family name that is enough by itself. */
const isWellKnown = (form: string) => isFamilyName(form) && !isCommon(isDefinite(form) ? form.slice(2) : form)

/** Between commas, or several words before what is said: «الرئيس، ياري كوسكينن، إن», «في القصر ياري كوسكينن إن». */
function isSetOff(r: Reach, first: number, last: number): boolean {
  const next = r.tokens[last]?.form ?? ''
  if (last >= r.end || !AFTER_NAMES.has(next)) return false
  return r.tokens[first - 1]?.form === '،' || (last - first > 1 && BEFORE_SPEECH.has(next))
}

/** «الدين» of «عز الدين», «الله» of «نصر الله». */
const completes = new Set(givenNames['after a part'].flatMap(spellings))

const isSure = (part: Part, form: string) =>
  part === 'family' || part === 'joining' || (part === 'given' && !isCommon(isDefinite(form) ? form.slice(2) : form))

/**
 * A word with article is a family name: after a given name any but everyday words, later only those that are no words at
 * all; first where a name is expected, and the word is none.
 */
function isFamily(form: string, parts: number, before: Part | null, context: NameContext): boolean {
  if (completes.has(form) && parts > 0) return true
  const word = form.slice(2)
  if (parts === 0) return context !== 'none' && !isCommon(word) && !/(?:ة|ات|ون|ين)$/u.test(word)
  if (before === 'family' || before === 'article') return false
  return !isCommon(word) || ((before === 'given' || before === 'joining') && form.endsWith('ي'))
}

/** «الصرخي» behind «محمود الحسني»: an adjective of origin that is no everyday word and no people's. */
const isSecondFamily = (form: string): boolean =>
  /..ي$/u.test(form) && !isCommon(form.slice(2)) && !adjective(form, { definite: true })?.nisba

/** «وأشار العمري إلى»: between a verb of speech and what is said, an adjective of origin is a family name. */
const isSpeaker = (r: Reach, at: number, i: number, context: NameContext) =>
  context === 'subject' &&
  i === at &&
  /ي$/u.test(formAt(r, i)) &&
  i + 1 < r.end &&
  AFTER_SPEAKERS.has(r.tokens[i + 1]?.form ?? '')

const BEFORE_SPEECH = new Set([':', 'ان', 'انه', 'انها', 'انهم', 'بان', 'بانه', 'بانها', 'انني', 'اننا'])
const AFTER_NAMES = new Set(['،', '(', ...BEFORE_SPEECH])
const AFTER_SPEAKERS = new Set([...AFTER_NAMES, 'الى', 'على', 'في', 'عن'])
const ENDS = new Set(['.', '!', '؟', '?', '؛', ')', '»', '”', '"', '…', '-', '–'])

/** Whether a name that ends before token `i` ends there for sure: the clause turns, or nothing follows. */
function turnsAt(r: Reach, i: number, context: NameContext): boolean {
  const form = i < r.end ? (r.tokens[i] as Token).form : ''
  if (context === 'none') return AFTER_NAMES.has(form)
  return AFTER_SPEAKERS.has(form) || form.startsWith('لل') || ((form === '' || ENDS.has(form)) && takesNoObject(r))
}

/** «بحسب المهندس فادي النمر.», «قال المهندس فادي النمر.»: what ends the sentence cannot be the object of a verb. */
function takesNoObject({ tokens, at, clitic }: Reach): boolean {
  const before = at > 0 ? (tokens[at - 1] as Token).form : ''
  return /[بلك]/u.test(clitic) || isClosed(before) || says(before)
}

/**
 * An everyday word as a part of a name: the family name behind a given one where the clause turns after it («غسان سلامة،
 * …», «سمير بالطيب، …»), the given name before a family name where a name is expected («قالت روضة القرافي»).
 */
function commonPart(r: Reach, i: number, parts: number, context: NameContext): Part | null {
  const form = formAt(r, i)
  if (parts > 1 || form.length < (context === 'none' || parts === 0 ? 4 : 3)) return null
  if (isDefinite(form) || isClosed(form) || mentionTerms.get(form)) return null
  if (parts === 0) {
    if (/^[وفبك]ال/u.test(form)) return null
    const next = formAt(r, i + 1)
    const named =
      isFamilyName(next) || (isDefinite(next) && partOf(next, r.known) === 'article' && !isCommon(next.slice(2)))
    if (context === 'subject' && named && /ي$/u.test(next)) return 'unknown'
    const part = isDefinite(next) ? null : partOf(next, r.known)
    const goesOn = part === 'given' || part === 'family' || part === 'unknown'
    return context === 'introduced' && goesOn && !/[اةه]$/u.test(form) ? 'unknown' : null
  }
  const maghrebi = /^بال.{3,}/u.test(form) && !mentionTerms.get(form.slice(1))
  if (/(?:ا|ه|ها|هم|ات|ين|ون)$/u.test(form) || (/^(?:[يتوفبلك]|س[ايتن])/u.test(form) && !maghrebi)) return null
  const turns = turnsAt(r, i + 1, context) || entryAt(r, i + 1)?.entry.noun?.kind === 'office'
  return turns && givenName(formAt(r, i - 1)) ? 'unknown' : null
}

/**
 * «سامر الخطيب، …», «سامر الطويل إن»: a word with article behind a given name, and nothing of it behind that, is a family name
 * also when it could be an occupation or a quality.
 */
function familyByPlace(r: Reach, i: number, parts: number, context: NameContext): Part | null {
  if (parts !== 1 || !isDefinite(formAt(r, i))) return null
  const before = formAt(r, i - 1)
  if (!givenName(before) && (context !== 'introduced' || isDefinite(before))) return null
  const noun = mentionTerms.get(formAt(r, i))?.noun
  if (noun && (noun.count !== 'singular' || (noun.kind !== 'office' && noun.kind !== 'person'))) return null
  return turnsAt(r, i + 1, context) ? 'family' : null
}

/** «اكتفى منذر», «استغرب حسن»: a word in the shape of a derived verb before a given name is no part of it. */
export const isVerbBeforeName = (r: Reach, i: number): boolean =>
  givenName(formAt(r, i + 1)) !== undefined &&
  partOf(formAt(r, i), undefined) === 'unknown' &&
  (/^(?:است|ا[^ل]ت).{2,4}$/u.test(formAt(r, i)) || r.passage.text[(r.tokens[i] as Token).end - 1] === 'ى')
