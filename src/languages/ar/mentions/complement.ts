/** What follows a head noun and belongs to it: adjectives, an idafa, «باسم …», «لـ…», «في …». */

import {
  beginsName,
  fields,
  general,
  governsPeople,
  isDelegation,
  isField,
  isNounlike,
  isOwned,
  isPartOfName,
  isPersonal,
  isSubject,
  isUnknown,
  joinsNoun,
  keepsN,
  linkedByAbout,
  linkedByIn,
  listing,
  near,
  occasions,
  ofAffairs,
  ofParticiple,
  overseeing,
  partsOfBodies,
  relational,
  spokesman,
  takingAbout,
  times,
  withPurpose,
} from './complement-words.ts'
import type { Noun } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { behindFor, behindIn, type Draft, entryAt, formAt, markAt, type Reach, type Within } from './reader.ts'
import { adjective, carriesClitic, type Described, isClosed, isCommon, isDefinite } from './words.ts'

/** Most phrases behind one another that are followed: «المسؤول الإعلامي للجناح الغربي لحزب السنابل» has two. */
const ATTACHED = 2
/** Longest chain of heads that is followed: «نائب رئيس لجنة حقوق الإنسان» has four. */
const DEEPEST = 5

export interface Modifiers {
  readonly last: number
  readonly country: string | null
  readonly of: Draft | null
  /** Whether the phrase now points at one certain person or body. */
  readonly definite: boolean
}

interface Adjectives extends Modifiers {
  /** The last one is «عام»: a complement may still follow, «مدير عام الشركة». */
  readonly general: boolean
}

/** Adjectives in a row, with what the last one governs. */
export function adjectivesAt(r: Reach, i: number, described: Described, depth = 0): Adjectives {
  const { definite } = described
  let last = i
  let country: string | null = null
  let isGeneral = false
  for (let form = formAt(r, last); form !== ''; form = formAt(r, last)) {
    if (form === 'غير' && !definite && adjective(formAt(r, last + 1), described)) {
      last += 2
      continue
    }
    const joined = last > i && form.startsWith('و') && form.length > 4
    const found = adjective(joined ? form.slice(1) : form, described)
    if (!found || (joined && !found.nisba) || (!definite && governsPeople(r, last))) break
    country ??= found.nisba?.country ?? null
    isGeneral = general.has(form)
    last++
    while (ofParticiple.has(formAt(r, last))) last++
    if (near.has(isDefinite(form) ? form.slice(2) : form) && formAt(r, last) === 'من' && depth < DEEPEST) {
      const whom = partyAt(r, last + 1, depth) ?? idafaAt(r, last + 1, null, described, depth + 1)
      if (whom) return { ...whom, country: country ?? whom.country, general: false }
    }
    if (!found.governing || depth >= DEEPEST) continue
    const governed = afterFor(r, last, depth + 1) ?? purposeAt(r, last, described, depth)
    if (governed) return { last: governed.last, country, of: governed.of, definite: true, general: false }
  }
  return { last, country, of: null, definite, general: isGeneral }
}

/** Everything that belongs to a head noun that ends before `i`. */
export function modifiersAt(r: Reach, i: number, noun: Noun, within: Within): Modifiers {
  const { depth } = within
  const owned = noun.state === 'definite' || noun.state === 'owned'
  const described = { definite: true, person: within.person || isPersonal(noun) }
  const masculine = isPersonal(noun) && noun.gender === 'masculine' && noun.count === 'singular'
  const direct = adjectivesAt(
    r,
    i,
    { ...described, definite: owned, plural: noun.count !== 'singular', masculine },
    depth,
  )
  let found: Modifiers = direct
  if (!owned && !keepsN(noun, r, i - 1) && (found.last === i || direct.general))
    found = merge(found, markedAt(r, found.last) ?? idafaAt(r, found.last, noun, described, depth))
  const settled = owned ? found.last > i || noun.nominative.includes(' ') : found.definite
  found = merge(found, attachedAt(r, found.last, noun, described, settled, depth))
  for (let n = 0; n < ATTACHED && found.definite && found.last > i; n++) {
    const more = merge(found, adjectivesAt(r, found.last, described, depth))
    const next = merge(more, attachedAt(r, more.last, noun, described, true, depth))
    if (next.last === found.last) break
    found = next
  }
  return found
}

/** Longest name in marks, in tokens. */
const MARKED = 5

/** «مراسل "الميزان"», «رئيس "عتيد"»: whose somebody is, a name in quotation marks. */
function markedAt(r: Reach, i: number): Modifiers | null {
  if (!markAt(r, i, QUOTES)) return null
  for (let last = i + 1; last <= i + 1 + MARKED; last++) {
    if (markAt(r, last, QUOTES))
      return last > i + 1 ? { last: last + 1, country: null, of: null, definite: true } : null
    if (formAt(r, last) === '') return null
  }
  return null
}

/** The country that is said first counts; of two owners the inner one. */
const merge = (a: Modifiers, b: Modifiers | null): Modifiers =>
  b === null || b.last <= a.last
    ? a
    : { last: b.last, country: a.country ?? b.country, of: b.of ?? a.of, definite: a.definite || b.definite }

/** The second part of an idafa that begins at token `i`: a party, a definite noun, or a chain of nouns that ends in one. */
function idafaAt(r: Reach, i: number, head: Noun | null, described: Described, depth: number): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST || isClosed(form)) return null
  const body = head?.kind === 'organization' || head?.kind === 'document' || head?.kind === 'kin'
  const hit = entryAt(r, i)
  const within = { depth: depth + 1, names: body, person: described.person ?? false, certain: true } as const
  const nested = hit && r.readHead(r, i, hit, within)
  if (nested && (nested.definite || nested.type === 'group' || nested.of)) {
    const last = body ? joinedNouns(r, nested.last, head, described) : nested.last
    return { last, country: nested.countryCode, of: nested, definite: true }
  }
  if (hit?.entry.noun && !isDefinite(form) && !isPartOfName(hit.entry.noun)) return null
  if (isDefinite(form)) {
    const foreign = /(?:ات|ة|ون)$/u.test(form) && ofAffairs.has(formAt(r, i + 1)) ? 1 : 0
    const adjectives = adjectivesAt(r, i + 1 + foreign, described, depth)
    return { ...adjectives, last: joinedNouns(r, adjectives.last, head, described), definite: true }
  }
  if (isOwned(form)) return { ...adjectivesAt(r, i + 1, described, depth), definite: true }
  if (form.length < 3 || beginsName(r, i) || !isNounlike(form) || carriesClitic(form)) return null
  const joined = joinsNoun(r, i + 1) ? 1 : 0
  return (
    idafaAt(r, i + 1 + joined, null, described, depth + 1) ??
    (head?.kind === 'office' && head.state === 'bare' && isUnknown(form)
      ? { last: i + 1, country: null, of: null, definite: true }
      : null)
  )
}

/** «والسكان» after «وزارة الصحة»: definite nouns joined by و that head nothing by themselves. */
function joinedNouns(r: Reach, i: number, head: Noun | null, described: Described): number {
  let last = i
  for (let n = 0; n < 3; n++) {
    const form = formAt(r, last)
    if (!form.startsWith('وال') || form.length < 5) break
    const noun = form.slice(1)
    const lists = head !== null && listing.has(head.lemma)
    const entry = mentionTerms.get(noun)
    if (entry && !(lists && isField(entry))) break
    if (!lists && !isCommon(noun.slice(2)) && !/(?:ة|ات|ين)$/u.test(noun)) break
    const foreign = lists && ofAffairs.has(formAt(r, last + 1)) ? 1 : 0
    last = adjectivesAt(r, last + 1 + foreign, described).last
  }
  return last
}

/** «باسم …», «لدى …», «لـ…», «إلى …», «في …», «عن …» after the head nouns that take them. */
function attachedAt(
  r: Reach,
  i: number,
  noun: Noun,
  described: Described,
  settled: boolean,
  depth: number,
): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST) return null
  if (form === 'باسم') {
    return partyAt(r, i + 1, depth, noun.state === 'bare') ?? idafaAt(r, i + 1, null, described, depth + 1)
  }
  if (form === 'لدى' || ((form === 'الى' || form === 'الي') && relational.has(noun.lemma)))
    return partyAt(r, i + 1, depth)
  if (form === 'في' || form === 'فى' || form === 'من') {
    if (fields.has(formAt(r, i + 1)) && isPersonal(noun)) return fieldAt(r, i + 1, described, depth)
    if (form === 'من' && formAt(r, i + 1) === 'اجل' && noun.kind === 'organization')
      return idafaAt(r, i + 2, null, { ...described, definite: true }, depth + 1)
    const linked = linkedByIn.has(noun.lemma) || noun.kind === 'source' || (form === 'من' && isDelegation(noun))
    return (linked ? partyAt(r, i + 1, depth) : null) ?? (form !== 'من' ? whereaboutsAt(r, i + 1, noun, depth) : null)
  }
  if (form === 'عن') return aboutAt(r, i, noun, described, depth)
  if (form === 'على' && overseeing.has(noun.lemma))
    return partyAt(r, i + 1, depth) ?? idafaAt(r, i + 1, null, { ...described, definite: true }, depth + 1)
  const linked = linkedByIn.has(noun.lemma) || noun.lemma === spokesman || partsOfBodies.has(noun.lemma)
  const inside = linked ? behindIn(r, i) : null
  if (inside) return partyAt(inside, i, depth)
  const rest = behindFor(r, i)?.rest
  if (rest === undefined) return null
  if (fields.has(rest)) return purposeAt(r, i, described, depth)
  if (settled && withPurpose.has(noun.lemma)) {
    const entry = mentionTerms.get(rest)
    if (!entry || entry.noun?.needs === 'nisba') return purposeAt(r, i, described, depth)
    return entry.noun?.kind === 'organization' ? afterFor(r, i, depth + 1) : null
  }
  if (!relational.has(noun.lemma) || !(settled || noun.lemma === spokesman)) return null
  return afterFor(r, i, depth + 1) ?? (isDefinite(rest) && isSubject(rest) ? purposeAt(r, i, described, depth) : null)
}

/** «النائب عن حركة السنابل», «منظمة الدفاع عن المستهلك». */
function aboutAt(r: Reach, i: number, noun: Noun, described: Described, depth: number): Modifiers | null {
  if (linkedByAbout.has(noun.lemma)) return partyAt(r, i + 1, depth)
  if (noun.kind !== 'organization' || !takingAbout.has(formAt(r, i - 1))) return null
  return partyAt(r, i + 1, depth) ?? idafaAt(r, i + 1, null, { ...described, definite: true }, depth + 1)
}

/** «لشؤون الطاقة», «للشؤون الخارجية», «لحقوق الإنسان», «للشرعية»: no party, but what somebody is for. */
function purposeAt(r: Reach, i: number, described: Described, depth: number): Modifiers | null {
  const rest = behindFor(r, i)?.rest
  if (rest === undefined) return null
  const settled = { ...described, definite: true }
  if (!isDefinite(rest)) {
    const idafa = isClosed(rest) ? null : idafaAt(r, i + 1, null, settled, depth + 1)
    return idafa && { ...idafa, of: null }
  }
  let { last, country } = adjectivesAt(r, i + 1, settled, depth)
  if (fields.has(rest) && isDefinite(formAt(r, last))) last++
  return { last: joinedNouns(r, last, null, settled), country, of: null, definite: true }
}

/** «في شؤون المناخ»: what somebody is versed in. */
function fieldAt(r: Reach, i: number, described: Described, depth: number): Modifiers | null {
  const idafa = idafaAt(r, i + 1, null, { ...described, definite: true }, depth + 1)
  return idafa && { ...idafa, of: null }
}

/** «مصدر في المطار», «سكان في البلدة»: where people whom nobody names are, unless it is when or on what occasion they speak. */
function whereaboutsAt(r: Reach, i: number, { kind, state, count }: Noun, depth: number): Modifiers | null {
  if (state !== 'bare' || !(kind === 'source' || kind === 'person' || kind === 'official')) return null
  const form = formAt(r, i)
  const word = isDefinite(form) ? form.slice(2) : form
  if (word.length < 3 || occasions.has(word) || times.has(word) || isClosed(form)) return null
  const described = { definite: true, plural: count !== 'singular' }
  const place = isDefinite(form)
    ? adjectivesAt(r, i + 1, described, depth)
    : isDefinite(formAt(r, i + 1)) && isNounlike(form) && !isOwned(form)
      ? adjectivesAt(r, i + 2, described, depth)
      : null
  return place && { ...place, of: null, definite: false }
}

const QUOTES = new Set(['"', '«', '»', '“', '”'])

/** The party that begins at token `i`, in quotation marks or not. */
function partyAt(r: Reach, i: number, depth: number, names = false): Modifiers | null {
  const first = markAt(r, i, QUOTES) ? i + 1 : i
  const hit = entryAt(r, first)
  const party = hit && r.readHead(r, first, hit, { depth: depth + 1, names, person: true })
  if (!party || party.document) return null
  const last = first > i && markAt(r, party.last, QUOTES) ? party.last + 1 : party.last
  return { last, country: party.countryCode, of: party, definite: true }
}

/** A party written after ل: «للمركز», «لوزارة الدفاع». Media and people are spoken to, not spoken for. */
function afterFor(r: Reach, i: number, depth: number): Modifiers | null {
  const inner = behindFor(r, i)
  const hit = inner && entryAt(inner, i)
  const kind = hit?.entry.noun?.kind ?? hit?.entry.proper?.kind
  if (!hit || kind === 'medium' || kind === 'person' || kind === 'source' || kind === 'document') return null
  const party = r.readHead(inner, i, hit, { depth, names: false, person: true })
  return party && { last: party.last, country: party.countryCode, of: party, definite: true }
}
