/** Names of people, read from their parts: given names, particles, family names, words that no lexicon knows. */
import type { Gender } from '../../../extract/mentions/mention.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { spellings } from '../orthography.ts'
import givenNames from '../words/given-names.json' with { type: 'json' }
import particles from '../words/name-particles.json' with { type: 'json' }
import { commonPart } from './common-names.ts'
import type { Noun } from './entries.ts'
import { beginsTerm, mentionTerms } from './lexicon.ts'
import { endsBeforeSpeech, isSetOff, type NameContext, turnsAt } from './name-ends.ts'
import { type Part, partOf } from './name-parts.ts'
import { entryAt, formAt, type Reach } from './reader.ts'
import { adjective, givenName, isClosed, isCommon, isDefinite, isFamilyName } from './words.ts'

/** Longest name that is read, in tokens. */
const LONGEST = 8

export interface NameReading {
  /** Exclusive. */
  readonly last: number
  readonly gender: Gender | null
  /** Number of parts that are a name by themselves, in any context. */
  readonly sure: number
}

/** Reads the name that begins at token `at`. */
export function readName(r: Reach, at: number, context: NameContext): NameReading | null {
  let last = at
  let parts = 0
  let sure = 0
  let before: Part | null = null
  for (let form = formAt(r, last); form !== '' && last - at < LONGEST; form = formAt(r, last)) {
    if (last > at && !(r.tokens[last] as Token).spaced) break
    const part = familyByPlace(r, last, parts, context) ?? partAt(r, last, form) ?? commonPart(r, last, parts, context)
    if (part === null || headsPhrase(r, last) || (parts > 0 && isBeyond(r, last, part, before))) break
    // Subject and object: «طالب علاوي العبادي». A full name may have two: «محمود الحسني الصرخي».
    const begun = givenName(formAt(r, at)) !== undefined
    if (before === 'family' && part === 'family' && isDefinite(form) && !begun) break
    if (part === 'joining') {
      const next = formAt(r, last + 1)
      if (
        next === '' ||
        (isClosed(next) && form !== 'ال' && !timeNames.has(next)) ||
        (form === 'عبد' && !isDefinite(next) && next !== 'ربه')
      )
        break
      last++
    } else if (part === 'article' && !isFamily(form, parts, before, context) && !isSpeaker(r, at, last, context)) {
      if (!begun || parts !== 2 || !isSecondFamily(form)) break
    } else if (part === 'article' && parts === 0 && isGivenName(formAt(r, last + 1))) break
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

/** Longest name that nothing but its place behind a title tells, in tokens. */
const LONGEST_UNKNOWN = 4

/** The name behind a title: read as any other, or else every word up to what is said, «السيد قمح إن», «اللواء وصل الله البدري أن». */
export function readTitledName(r: Reach, at: number): NameReading | null {
  const name = readName(r, at, 'introduced')
  if (name) return name
  let last = at
  while (last < at + LONGEST_UNKNOWN && isPlain(formAt(r, last))) last++
  return last > at && endsBeforeSpeech(r, last) ? { last, gender: null, sure: 0 } : null
}

const isPlain = (form: string) => form.length > 2 && !isClosed(form)

/** «ولي العهد» behind a name is an office, though «ولي» alone is none. */
function headsPhrase(r: Reach, i: number): boolean {
  const hit = entryAt(r, i)
  if (!hit?.entry.noun) return false
  if (hit.last > i + 1) return true
  // «مساعد مدير …», «أمين عام …»: a name that is an office too, where the words after it make it one.
  if (hit.entry.noun.kind !== 'office' || hit.entry.noun.state !== 'bare') return false
  const next = entryAt(r, hit.last)?.entry
  if (formAt(r, hit.last) === 'عام' || next?.proper?.kind === 'country') return true
  return next?.noun !== undefined && isGoverned(next.noun)
}

/** «أمير المنطقة», «أمين مجلس …», «مساعد مدير …»: what an office is of. */
const isGoverned = ({ kind, state }: Noun): boolean =>
  kind === 'organization' || kind === 'place' || (kind === 'office' && state !== 'definite')

/** Whether what could be a part of a name is beyond the end of one. */
function isBeyond(r: Reach, i: number, part: Part, before: Part | null): boolean {
  const form = formAt(r, i)
  // «سامر البدري لفرانس برس»: to whom he speaks.
  if (form.startsWith('ل') && beginsTerm(form.slice(1))) return true
  const unsure = part === 'unknown' || part === 'article'
  if (!unsure || turnsAt(r, i + 1, 'none')) return false
  // «أكد سامر التزام الحكومة»: what the verb is about. «سامر البدري يأذن»: a name ends with its family name.
  const ended = part === 'unknown' && (before === 'article' || (before === 'family' && isDefinite(formAt(r, i - 1))))
  return ended || DERIVED_NOUN.test(form) || isTitle(r, i)
}

/** «وهون الدكتور البدري»: what stands before a name, and «سامر الشريف», where none follows, part of one. */
const isTitle = (r: Reach, i: number): boolean =>
  mentionTerms.get(formAt(r, i))?.title !== undefined && partOf(formAt(r, i + 1), r.known) !== null

/** افتعال, استفعال, استفالة, تفعلة, مفاعلة: shapes of verbal nouns that names of other languages seldom have. */
const DERIVED_NOUN = /^(?:ا.[تطد].?ا.|است..?ا.|است.ا.ة|ت..ي?ة|م.ا..ة)$/u

/** The part that token `i` can be. A hamza shows that «أل» and «إل» are no article: «إليسا». */
function partAt(r: Reach, i: number, form: string): Part | null {
  const part = partOf(form, r.known)
  if (part !== 'article') return part
  const { start } = r.tokens[i] as Token
  return /[أإآ]/u.test(r.passage.text[start] ?? '') ? (isCommon(form) ? null : 'unknown') : 'article'
}

/** «نهار», «صباح»: times of which men are named, behind «بن». */
const timeNames = new Set(particles['named after times'].flatMap(spellings))

/** A family name that is enough by itself. */
const isWellKnown = (form: string) => isFamilyName(form) && !isCommon(isDefinite(form) ? form.slice(2) : form)

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

/** «النحال سامر البدري»: no family name stands before a given one; it is what somebody does. */
const isGivenName = (form: string): boolean => givenName(form) !== undefined && !isCommon(form)

/** «الصرخي» behind «محمود الحسني»: an adjective of origin that is no everyday word and no people's. */
const isSecondFamily = (form: string): boolean =>
  /..ي$/u.test(form) && !isCommon(form.slice(2)) && !adjective(form, { definite: true })?.nisba

/** «وأشار العمري إلى»: between a verb of speech and what is said, an adjective of origin is a family name. */
const isSpeaker = (r: Reach, at: number, i: number, context: NameContext) =>
  context === 'subject' && i === at && /ي$/u.test(formAt(r, i)) && i + 1 < r.end && turnsAt(r, i + 1, context)

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
