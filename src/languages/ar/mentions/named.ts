/** What stands around a person's name: the way from a role to it, a second name in brackets, a role behind it. */
import type { TokenRange } from '../../../extract/text/passage.ts'
import { spellings } from '../orthography.ts'
import words from '../words/adjectives.json' with { type: 'json' }
import type { Noun } from './entries.ts'
import { type NameReading, readName } from './names.ts'
import { behindIn, type Draft, entryAt, formAt, markAt, OUTERMOST, type Reach } from './reader.ts'
import { adjective, givenName, isClosed, isCommon, isDefinite, isFamilyName, isJoining } from './words.ts'

const COMMA = new Set(['،'])
const OPENERS = new Set(['(', '"', '«', '“', '”'])
const MARKS = new Set(['"', '«', '»', '“', '”'])
const CLOSERS = new Set([')', '"', '»', '”', '“'])

/** «وزير العدل سابقا», «رئيس الحزب بالإنابة»: when or how somebody holds an office. */
const TIMES_OF_OFFICE = new Set(words['times of office'].flatMap(spellings))

/** How many offices behind one another are followed. */
const OFFICES = 3

/** Whether a comma sets the name off from the role: «متحدث باسم الشركة، سامر البدري،». */
export const isApart = (r: Reach, i: number): boolean => markAt(r, i, COMMA)

export interface Named {
  readonly last: number
  readonly name: TokenRange
  readonly alias: TokenRange | null
}

/**
 * The name behind a role that ends before `i`: at once, behind titles, behind a comma where it is surely one, behind «في
 * بغداد» or «بوزارة الداخلية», behind a second office («وزير المالية وزير النفط بالوكالة فلان»).
 */
export function nameBehind(r: Reach, i: number, noun: Noun, depth: number): Named | null {
  if (TIMES_OF_OFFICE.has(formAt(r, i))) return nameBehind(r, i + 1, noun, depth)
  const comma = isApart(r, i)
  const at = afterTitles(r, comma ? i + 1 : i)
  const titled = at > i + (comma ? 1 : 0)
  const name = readName(r, at, !comma || titled ? 'introduced' : 'none') ?? (comma ? readBetweenCommas(r, at) : null)
  if (name) return aliased(r, { first: at, last: name.last })
  if (titled) return null
  if (comma) return secondOffice(r, i + 1, noun, depth)
  const marked = inMarks(r, i)
  if (marked) return marked
  const within = inside(r, i)
  if (within !== null) {
    const from = TIMES_OF_OFFICE.has(formAt(r, within)) ? within + 1 : within
    const first = afterTitles(r, from)
    const behind = readName(r, first, first > from ? 'introduced' : 'none')
    return behind && aliased(r, { first, last: behind.last })
  }
  return secondOffice(r, i, noun, depth)
}

/** «وزير المالية وزير النفط بالوكالة سامر البدري», «مدير المكتب، رئيس اللجنة المهندس سامر البدري». */
function secondOffice(r: Reach, i: number, noun: Noun, depth: number): Named | null {
  const second = noun.kind === 'office' && depth < OFFICES ? entryAt(r, i) : null
  if (second?.entry.noun?.kind !== 'office' || second.entry.noun.state !== 'bare') return null
  const office = r.readHead(r, i, second, { ...OUTERMOST, depth: depth + 1 })
  return office?.name ? { last: office.last, name: office.name, alias: office.alias } : null
}

/** Longest name in marks, in tokens. */
const MARKED = 4

/** «رئيسة الوزراء "بياتا كرانتس"»: several plain words in quotation marks. */
function inMarks(r: Reach, i: number): Named | null {
  if (!markAt(r, i, MARKS)) return null
  let last = i + 1
  while (last <= i + MARKED && isPlain(formAt(r, last))) last++
  return last > i + 2 && markAt(r, last, MARKS) ? { last: last + 1, name: { first: i + 1, last }, alias: null } : null
}

const isPlain = (form: string) => form.length > 1 && !isClosed(form) && !isCommon(form)

/** «رئيس الحزب، المنصف البدري، إن»: between commas behind a role stands its holder. */
function readBetweenCommas(r: Reach, i: number): NameReading | null {
  const name = readName(r, i, 'introduced')
  return name && name.last > i + 1 && isApart(r, name.last) ? name : null
}

/** The token after titles, each with the adjectives that describe its bearer: «اللواء المتقاعد», «المستشار النمساوي». */
export function afterTitles(r: Reach, i: number): number {
  let at = afterQualities(r, i)
  for (let next = entryAt(r, at); next?.entry.title; next = entryAt(r, at)) at = afterQualities(r, next.last)
  return at
}

/** Adjectives before a name: a name begins with an article only in a family name, which no given name follows. */
function afterQualities(r: Reach, i: number): number {
  let at = i
  while (at < i + 2 && describesBearer(r, at)) at++
  return at > i && isNamed(r, at) ? at : i
}

const isNamed = (r: Reach, i: number) => givenName(formAt(r, i)) !== undefined || readName(r, i, 'introduced') !== null

function describesBearer(r: Reach, i: number): boolean {
  const form = formAt(r, i)
  if (!isDefinite(form) || givenName(form) || isJoining(formAt(r, i + 1))) return false
  if (adjective(form, { definite: true })) return !isFamilyName(form)
  return givenName(formAt(r, i + 1)) !== undefined && entryAt(r, i) === null
}

/** Where «في بغداد», «بوزارة الداخلية» ends, if one begins at token `i`. */
function inside(r: Reach, i: number): number | null {
  const attached = behindIn(r, i)
  const inner = attached ?? (formAt(r, i) === 'في' ? r : null)
  const first = attached ? i : i + 1
  const hit = inner && entryAt(inner, first)
  const kind = hit?.entry.noun?.kind ?? hit?.entry.proper?.kind
  if (!hit || kind === 'person' || kind === 'document' || kind === 'medium') return null
  const phrase = inner.readHead(inner, first, hit, { depth: 1, names: false, person: true })
  return phrase && (phrase.type === 'place' || phrase.type === 'organization') ? phrase.last : null
}

/** «محمود عباس (أبو مازن)». */
export function aliased(r: Reach, name: TokenRange): Named {
  const plain = { last: name.last, name, alias: null }
  if (!markAt(r, name.last, OPENERS)) return plain
  for (let i = name.last + 1; i < Math.min(r.end, name.last + 4); i++) {
    if (markAt(r, i, CLOSERS)) {
      return i > name.last + 1 ? { last: i + 1, name, alias: { first: name.last + 1, last: i } } : plain
    }
    const form = formAt(r, i)
    if (form === '' || isClosed(form)) return plain
  }
  return plain
}

/** «علي الأحمدي الناطق باسم …», «سارة علي، مديرة قسم …»: a role behind the name, with no name of its own. */
export function appositionAt(r: Reach, i: number): Draft | null {
  const comma = markAt(r, i, COMMA)
  const at = comma ? i + 1 : i
  const hit = entryAt(r, at)
  const noun = hit?.entry.noun
  if (!hit || !noun || noun.count !== 'singular') return null
  if (noun.kind !== 'office' && noun.kind !== 'official' && noun.kind !== 'person') return null
  const role = r.readHead(r, at, hit, { depth: 1, names: true, person: false })
  if (!role || role.name || (!role.definite && role.last === hit.last)) return null
  return comma && role.last === hit.last ? null : role
}
