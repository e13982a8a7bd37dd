/** What follows a head noun and belongs to it: adjectives, an idafa, «باسم …», «لـ…», «في …». */
import type { Mention } from '../../extract/mentions/mention.ts'
import { mentionTerms, type Noun } from './mention-lexicon.ts'
import { entryAt, formAt, type Reach } from './mention-reader.ts'
import { adjective, givenName, isClosed, isCommon, isDefinite } from './mention-words.ts'
import { spellings } from './orthography.ts'
import words from './words/adjectives.json' with { type: 'json' }

const folded = (list: readonly string[]) => new Set(list.flatMap(spellings))

const relational = folded(words['relational heads'])
const linkedByIn = folded(words['linked by in'])
const fields = folded(words.fields)
const general = folded(['عام', 'عامة', 'أول'])

/** Longest chain of nouns that is followed: «رئيس لجنة حقوق الإنسان» has three. */
const DEEPEST = 4

export interface Modifiers {
  readonly last: number
  readonly country: string | null
  readonly of: Mention | null
  /** Whether the phrase now points at one certain person or body. */
  readonly definite: boolean
}

/** Adjectives in a row, of the given definiteness, with what the last one governs. */
export function adjectivesAt(
  r: Reach,
  i: number,
  definite: boolean,
  depth = 0,
): Modifiers & { readonly general: boolean } {
  let last = i
  let country: string | null = null
  const of: Mention | null = null
  let isGeneral = false
  for (let form = formAt(r, last); form !== ''; form = formAt(r, last)) {
    const found = adjective(form, definite)
    if (!found) break
    country ??= found.nisba?.country ?? null
    isGeneral = general.has(form)
    last++
    if (!found.governing || depth >= DEEPEST) continue
    const governed = withPreposition(r, last, depth + 1)
    if (governed) return { last: governed.last, country, of: governed.of, definite: true, general: false }
  }
  return { last, country, of, definite, general: isGeneral }
}

/** Everything that belongs to a head noun that ends before `i`. `depth` counts the heads above it. */
export function modifiersAt(r: Reach, i: number, noun: Noun, depth = 0): Modifiers {
  const owned = noun.state === 'definite' || noun.state === 'owned'
  const before = adjectivesAt(r, i, owned, depth)
  let { last, country, of, definite } = before
  if (!owned && (last === i || before.general)) {
    const idafa = idafaAt(r, last, depth)
    if (idafa) {
      last = idafa.last
      definite = idafa.definite
      of = idafa.of
      country ??= idafa.country
    }
  }
  const attached = attachedAt(r, last, noun, definite && (owned ? last > i : true), depth)
  if (attached) {
    last = attached.last
    of = attached.of ?? of
    country ??= attached.country
    definite = true
  }
  if (definite) {
    const after = adjectivesAt(r, last, true, depth)
    last = after.last
    country = after.country ?? country
    of ??= after.of
    if (after.last > (attached?.last ?? i) || !attached) {
      const field = attached ? null : attachedAt(r, last, noun, true, depth)
      if (field) {
        last = field.last
        country ??= field.country
        of ??= field.of
      }
    }
  }
  return { last, country, of, definite }
}

/** The second part of an idafa that begins at token `i`: a party, a definite noun, or a chain of nouns that ends in one. */
export function idafaAt(r: Reach, i: number, depth: number): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST || isClosed(form)) return null
  const hit = entryAt(r, i)
  const nested = hit ? r.readHead(r, i, hit, { depth: depth + 1, names: false }) : null
  if (nested && (nested.name || nested.of || isSettled(nested))) {
    const also = coordinated(r, nested.last)
    return { last: also, country: nested.countryCode, of: nested, definite: true }
  }
  if (isDefinite(form)) {
    const adjectives = adjectivesAt(r, i + 1, true, depth)
    return { ...adjectives, last: coordinated(r, adjectives.last), definite: true }
  }
  if (/(?:ه|ها|هم|هما)$/u.test(form) && form.length > 4 && isCommon(form)) {
    return { last: i + 1, country: null, of: null, definite: true }
  }
  if (form.length < 3 || givenName(form) || !isNounlike(form)) return null
  return idafaAt(r, i + 1, depth + 1)
}

const isSettled = ({ anaphoric, type }: Mention) => anaphoric || type === 'place' || type === 'group'

/** Verbs and clitics end a chain of nouns; a bare noun goes on. */
const isNounlike = (form: string) =>
  !/^(?:ي|ت|س[يت])/u.test(form) || mentionTerms.get(form)?.noun !== undefined || form.startsWith('تح')

/** «والسكان» after «وزارة الصحة»: definite nouns joined by و that head nothing by themselves. */
function coordinated(r: Reach, i: number): number {
  let last = i
  for (let n = 0; n < 3; n++) {
    const form = formAt(r, last)
    if (!form.startsWith('وال') || form.length < 6) break
    const noun = form.slice(1)
    if (mentionTerms.get(noun) || !r.tokens[last]?.spaced) break
    if (!isCommon(noun.slice(2)) && !/(?:ة|ات|ية)$/u.test(noun)) break
    last = adjectivesAt(r, last + 1, true).last
  }
  return last
}

/** «باسم …», «لدى …», «لـ…», «إلى …», «في …» after the head nouns that take them. */
function attachedAt(r: Reach, i: number, noun: Noun, settled: boolean, depth: number): Modifiers | null {
  const form = formAt(r, i)
  if (form === '' || depth >= DEEPEST) return null
  if (form === 'باسم') return partyAt(r, i + 1, depth, true)
  if (form === 'لدى' || ((form === 'الى' || form === 'الي') && relational.has(noun.lemma)))
    return partyAt(r, i + 1, depth, false)
  if (form === 'في' || form === 'فى' || form === 'من') {
    if (!linkedByIn.has(noun.lemma) && noun.kind !== 'source') return null
    return partyAt(r, i + 1, depth, false)
  }
  if (form.startsWith('ل') && form.length > 3) {
    const rest = form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1)
    if (fields.has(rest)) return fieldAt(r, i, rest, depth)
    if (relational.has(noun.lemma) && (settled || noun.lemma === 'متحدث' || noun.lemma === 'ناطق'))
      return withPreposition(r, i, depth + 1)
  }
  return null
}

function fieldAt(r: Reach, i: number, rest: string, depth: number): Modifiers | null {
  if (rest.startsWith('ال')) return adjectivesAt(r, i + 1, true, depth)
  const idafa = idafaAt(r, i + 1, depth + 1)
  return idafa && { ...idafa, of: null }
}

/** The party that begins at token `i`. */
function partyAt(r: Reach, i: number, depth: number, named: boolean): Modifiers | null {
  const hit = entryAt(r, i)
  const party = hit ? r.readHead(r, i, hit, { depth: depth + 1, names: false }) : null
  if (party) return { last: party.last, country: party.countryCode, of: party, definite: true }
  return named ? idafaAt(r, i, depth + 1) : null
}

/** A party written after ل: «للمركز», «لوزارة الدفاع». Media and people are who is spoken to, not who is spoken for. */
function withPreposition(r: Reach, i: number, depth: number): Modifiers | null {
  const form = formAt(r, i)
  if (!form.startsWith('ل') || form.length < 4 || i >= r.end) return null
  const rest = form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1)
  const inner: Reach = { ...r, at: i, clitic: 'ل', rest }
  const hit = entryAt(inner, i)
  const kind = hit?.entry.noun?.kind ?? hit?.entry.proper?.kind
  if (kind === 'medium' || kind === 'person' || kind === 'source' || kind === 'document') return null
  const party = hit ? inner.readHead(inner, i, hit, { depth, names: false }) : null
  if (party) return { last: party.last, country: party.countryCode, of: party, definite: true }
  return null
}
