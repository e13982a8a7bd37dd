/** People: by office, rank or what they do, with the name where one follows. */
import type { Gender } from '../../extract/mentions/mention.ts'
import type { TokenRange } from '../../extract/text/passage.ts'
import { modifiersAt } from './mention-complement.ts'
import type { Noun } from './mention-entries.ts'
import { readName } from './mention-names.ts'
import { type Draft, draft, entryAt, formAt, markAt, type Reach, type Within, wordsOf } from './mention-reader.ts'
import { isClosed } from './mention-words.ts'
import { spellings } from './orthography.ts'
import words from './words/adjectives.json' with { type: 'json' }

const same = new Set(words.same.flatMap(spellings))

/** «ذاته», «نفسها» behind a phrase: says that it is the one spoken of before. */
export const pointsBack = (r: Reach, i: number): boolean => same.has(formAt(r, i))

/** «الدكتور أحمد …», «سمو الأمير …», with further titles in between, or before an office: «معالي وزير التعليم …». */
export function readTitled(r: Reach, i: number, last: number, gender: Gender): Draft | null {
  const at = afterTitles(r, last)
  const next = at === last ? entryAt(r, at) : null
  if (next?.entry.noun?.kind === 'office' && next.entry.noun.state === 'bare') {
    const office = r.readHead(r, at, next, { depth: 0, names: true })
    return office && { ...office, first: i }
  }
  const name = readName(r, at, true)
  if (!name) return null
  const { last: end, alias } = aliased(r, { first: at, last: name.last })
  return draft(r, {
    type: 'person',
    first: i,
    last: end,
    role: { first: i, last: at },
    name: { first: at, last: name.last },
    alias,
    gender,
  })
}

function afterTitles(r: Reach, i: number): number {
  let at = i
  for (let next = entryAt(r, at); next?.entry.title; next = entryAt(r, at)) at = next.last
  return at
}

/** «وزير الخارجية التركي», «الوزير», «مسؤول أمني رفيع», «نشطاء», with a name behind those that can have one. */
export function readPerson(r: Reach, i: number, last: number, noun: Noun, { depth, names }: Within): Draft | null {
  const modifiers = modifiersAt(r, last, noun, depth)
  if (noun.state === 'construct' && modifiers.last === last) return null
  const back = pointsBack(r, modifiers.last)
  const end = modifiers.last + (back ? 1 : 0)
  const definite = modifiers.definite || noun.state === 'owned'
  const role = { first: i, last: end }
  const base = {
    first: i,
    role,
    head: { lemma: noun.lemma, last, noun },
    gender: noun.gender,
    count: noun.count,
    countryCode: modifiers.country ?? noun.country,
    of: modifiers.of,
    definite,
  } as const
  const takesName =
    names &&
    definite &&
    noun.count === 'singular' &&
    !(noun.state === 'bare' && modifiers.of?.name && spokenFor(r, role))
  const named = takesName ? nameAfter(r, end) : null
  if (named) return draft(r, { ...base, type: 'person', last: named.last, name: named.name, alias: named.alias })
  const anaphoric = back || noun.anaphor || noun.state === 'definite' || noun.state === 'owned'
  const several = noun.count !== 'singular' && (noun.kind !== 'official' || definite)
  return draft(r, { ...base, type: several ? 'group' : 'unnamed', last: end, anaphoric })
}

/** «متحدث باسم القائد خليفة …»: the name behind an indefinite spokesman is not his. */
const spokenFor = (r: Reach, { first, last }: TokenRange) => wordsOf(r, { first, last }).includes('باسم')

interface Named {
  readonly last: number
  readonly name: TokenRange
  readonly alias: TokenRange | null
}

/** The name behind a role, titles and «في بغداد» between them skipped; behind a comma only where it is surely one. */
function nameAfter(r: Reach, i: number): Named | null {
  const comma = markAt(r, i, COMMA)
  const at = afterTitles(r, comma ? i + 1 : i)
  const titled = at > i + (comma ? 1 : 0)
  const name = readName(r, at, !comma || titled)
  if (name) return aliased(r, { first: at, last: name.last })
  return comma || titled ? null : nameBehindPlace(r, i)
}

function nameBehindPlace(r: Reach, i: number): Named | null {
  if (formAt(r, i) !== 'في') return null
  const hit = entryAt(r, i + 1)
  const place = hit && r.readHead(r, i + 1, hit, { depth: 1, names: false })
  if (!place || (place.type !== 'place' && !place.countryCode)) return null
  const name = readName(r, place.last, true)
  return name && aliased(r, { first: place.last, last: name.last })
}

const COMMA = new Set(['،'])
const OPENERS = new Set(['(', '"', '«', '“', '”'])
const CLOSERS = new Set([')', '"', '»', '”', '“'])

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

/** «أحد المحققين», «عدد من النواب», «بعض المصادر». */
export function readCounted(r: Reach, i: number, last: number, quantifier: string, within: Within): Draft | null {
  const hit = entryAt(r, last)
  if (!hit?.entry.noun && !hit?.entry.group && hit?.entry.proper?.kind !== 'people') return null
  const counted = r.readHead(r, last, hit, { depth: within.depth + 1, names: false })
  if (!counted || (counted.type !== 'group' && counted.type !== 'unnamed')) return null
  const one = quantifier.startsWith('احد')
  return draft(r, {
    type: one || counted.source ? 'unnamed' : 'group',
    first: i,
    last: counted.last,
    role: { first: i, last: counted.last },
    head: counted.head && { ...counted.head, noun: null },
    gender: counted.gender,
    count: one ? 'singular' : counted.source ? counted.count : 'plural',
    countryCode: counted.countryCode,
    of: counted.of,
    source: counted.source,
  })
}
