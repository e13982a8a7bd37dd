/** What follows a head noun and belongs to it: adjectives, an idafa, «باسم …», «لـ…», «في …». */
import type { Noun } from './mention-entries.ts'
import { mentionTerms } from './mention-lexicon.ts'
import { behindFor, type Draft, entryAt, formAt, type Reach } from './mention-reader.ts'
import { adjective, carriesClitic, givenName, isClosed, isCommon, isDefinite } from './mention-words.ts'
import { foldTerm, spellings } from './orthography.ts'
import words from './words/adjectives.json' with { type: 'json' }
import organizations from './words/organizations.json' with { type: 'json' }

const folded = (list: readonly string[]) => new Set(list.flatMap(spellings))

const relational = folded(words['relational heads'])
const linkedByIn = folded(words['linked by in'])
const fields = folded(words.fields)
const general = folded(['عام', 'عامة', 'أول'])
/** What a participle among the adjectives takes: «المعترف بها دوليا», «المنتهية ولايته». */
const ofParticiple = folded(words['of participles'])
const spokesman = foldTerm('متحدث')
const withPurpose = folded(organizations['with a purpose'])
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

/** Adjectives in a row, of the given definiteness, with what the last one governs. */
export function adjectivesAt(r: Reach, i: number, definite: boolean, depth = 0, plural = false): Adjectives {
  let last = i
  let country: string | null = null
  let isGeneral = false
  for (let form = formAt(r, last); form !== ''; form = formAt(r, last)) {
    if (form === 'غير' && !definite && adjective(formAt(r, last + 1), false)) {
      last += 2
      continue
    }
    const joined = last > i && form.startsWith('و') && form.length > 4
    const found = adjective(joined ? form.slice(1) : form, definite, plural)
    if (!found || (joined && !found.nisba)) break
    country ??= found.nisba?.country ?? null
    isGeneral = general.has(form)
    last++
    while (ofParticiple.has(formAt(r, last))) last++
    if (!found.governing || depth >= DEEPEST) continue
    const governed = afterFor(r, last, depth + 1) ?? purposeAt(r, last, depth)
    if (governed) return { last: governed.last, country, of: governed.of, definite: true, general: false }
  }
  return { last, country, of: null, definite, general: isGeneral }
}

/** Everything that belongs to a head noun that ends before `i`. `depth` counts the heads above it. */
export function modifiersAt(r: Reach, i: number, noun: Noun, depth = 0): Modifiers {
  const owned = noun.state === 'definite' || noun.state === 'owned'
  let found: Modifiers = adjectivesAt(r, i, owned, depth, noun.count === 'plural')
  if (!owned && (found.last === i || (found as Adjectives).general))
    found = merge(found, idafaAt(r, found.last, depth, noun))
  const settled = owned ? found.last > i || noun.nominative.includes(' ') : found.definite
  found = merge(found, attachedAt(r, found.last, noun, settled, depth))
  if (!found.definite || found.last === i) return found
  const after = adjectivesAt(r, found.last, true, depth)
  if (after.last === found.last) return found
  found = merge(found, after)
  return merge(found, attachedAt(r, found.last, noun, true, depth))
}

/** The country that is said first counts; of two owners the inner one. */
const merge = (a: Modifiers, b: Modifiers | null): Modifiers =>
  b === null || b.last <= a.last
    ? a
    : { last: b.last, country: a.country ?? b.country, of: b.of ?? a.of, definite: a.definite || b.definite }

/** The second part of an idafa that begins at token `i`: a party, a definite noun, or a chain of nouns that ends in one. */
export function idafaAt(r: Reach, i: number, depth: number, head?: Noun): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST || isClosed(form)) return null
  const body = head?.kind === 'organization' || head?.kind === 'document' || head?.kind === 'kin'
  const hit = entryAt(r, i)
  const nested = hit && r.readHead(r, i, hit, { depth: depth + 1, names: body })
  if (nested && (nested.definite || nested.type === 'group' || nested.of)) {
    const last = body ? joinedNouns(r, nested.last) : nested.last
    return { last, country: nested.countryCode, of: nested, definite: true }
  }
  if (hit?.entry.noun && !isDefinite(form)) return null
  if (isDefinite(form)) {
    const adjectives = adjectivesAt(r, i + 1, true, depth)
    return { ...adjectives, last: joinedNouns(r, adjectives.last), definite: true }
  }
  if (isOwned(form)) return { ...adjectivesAt(r, i + 1, true, depth), definite: true }
  if (form.length < 3 || (givenName(form) && !isCommon(form)) || !isNounlike(form) || carriesClitic(form)) return null
  return idafaAt(r, i + 1, depth + 1)
}

/** «حكومته», «بلادها»: a common noun with a pronoun. */
const isOwned = (form: string) => form.length > 4 && /(?:ه|ها|هم|هما)$/u.test(form) && isCommon(form)

/** A bare noun goes on with what it belongs to; a verb does not. */
const isNounlike = (form: string) =>
  !/^(?:ي|ن[^اقيظوشز]|س[يت])/u.test(form) &&
  (mentionTerms.get(form) !== undefined || /ات$|^..?.?ت$/u.test(form) || !/(?:وا|ت)$/u.test(form))

/** «والسكان» after «وزارة الصحة»: definite nouns joined by و that head nothing by themselves. */
function joinedNouns(r: Reach, i: number): number {
  let last = i
  for (let n = 0; n < 3; n++) {
    const form = formAt(r, last)
    if (!form.startsWith('وال') || form.length < 6) break
    const noun = form.slice(1)
    if (mentionTerms.get(noun) || (!isCommon(noun.slice(2)) && !/(?:ة|ات|ين)$/u.test(noun))) break
    last = adjectivesAt(r, last + 1, true).last
  }
  return last
}

/** «باسم …», «لدى …», «لـ…», «إلى …», «في …» after the head nouns that take them. */
function attachedAt(r: Reach, i: number, noun: Noun, settled: boolean, depth: number): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST) return null
  if (form === 'باسم') return partyAt(r, i + 1, depth, noun.state === 'bare') ?? namedAt(r, i + 1, depth)
  if (form === 'لدى' || ((form === 'الى' || form === 'الي') && relational.has(noun.lemma)))
    return partyAt(r, i + 1, depth)
  if (form === 'في' || form === 'فى' || form === 'من') {
    return linkedByIn.has(noun.lemma) || noun.kind === 'source' ? partyAt(r, i + 1, depth) : null
  }
  const rest = behindFor(r, i)?.rest
  if (rest === undefined) return null
  if (fields.has(rest)) return purposeAt(r, i, depth)
  if (settled && withPurpose.has(noun.lemma) && !mentionTerms.get(rest)) return purposeAt(r, i, depth)
  return relational.has(noun.lemma) && (settled || noun.lemma === spokesman) ? afterFor(r, i, depth + 1) : null
}

/** «لشؤون الطاقة», «للشؤون الخارجية», «لحقوق الإنسان», «للشرعية»: no party, but what somebody is for. */
function purposeAt(r: Reach, i: number, depth: number): Modifiers | null {
  const rest = behindFor(r, i)?.rest
  if (rest === undefined) return null
  if (!isDefinite(rest)) return isClosed(rest) ? null : stripped(idafaAt(r, i + 1, depth + 1))
  let { last, country } = adjectivesAt(r, i + 1, true, depth)
  if (fields.has(rest) && isDefinite(formAt(r, last))) last++
  return { last: joinedNouns(r, last), country, of: null, definite: true }
}

const stripped = (modifiers: Modifiers | null): Modifiers | null => modifiers && { ...modifiers, of: null }

/** The party that begins at token `i`, in quotation marks or not. */
function partyAt(r: Reach, i: number, depth: number, names = false): Modifiers | null {
  const quoted = i < r.end && /^["«“”]$/u.test(r.tokens[i]?.form ?? '') ? 1 : 0
  const hit = entryAt(r, i + quoted)
  const party = hit && r.readHead(r, i + quoted, hit, { depth: depth + 1, names })
  if (!party) return null
  const closes = quoted === 1 && party.last < r.end && /^["»”“]$/u.test(r.tokens[party.last]?.form ?? '')
  return { last: party.last + (closes ? 1 : 0), country: party.countryCode, of: party, definite: true }
}

/** A body that the lexicon does not know, after «باسم». */
const namedAt = (r: Reach, i: number, depth: number) => idafaAt(r, i, depth + 1)

/** A party written after ل: «للمركز», «لوزارة الدفاع». Media and people are spoken to, not spoken for. */
function afterFor(r: Reach, i: number, depth: number): Modifiers | null {
  const inner = behindFor(r, i)
  const hit = inner && entryAt(inner, i)
  const kind = hit?.entry.noun?.kind ?? hit?.entry.proper?.kind
  if (!hit || kind === 'medium' || kind === 'person' || kind === 'source' || kind === 'document') return null
  const party = r.readHead(inner, i, hit, { depth, names: false })
  return party && { last: party.last, country: party.countryCode, of: party, definite: true }
}
