/** Noun phrases by their heads: people and their offices, bodies, media, places, sources, documents. */
import type { Mention } from '../../extract/mentions/mention.ts'
import type { TokenRange } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { adjectivesAt, modifiersAt } from './mention-complement.ts'
import type { Noun, Proper } from './mention-lexicon.ts'
import { readName } from './mention-names.ts'
import { entryAt, finish, formAt, type Hit, type Reach, type Within, wordsOf } from './mention-reader.ts'
import { isClosed, isDefinite, isLatin, isOrdinary } from './mention-words.ts'
import { spellings } from './orthography.ts'
import words from './words/adjectives.json' with { type: 'json' }

const same = new Set(words.same.flatMap(spellings))
const OPENERS = new Set(['"', '«', '“', '”', '‹', "'", '‘'])
const CLOSERS = new Set(['"', '»', '”', '“', '›', "'", '’'])

/** Reads the mention whose head the lexicon found at token `i`. */
export function readHead(r: Reach, i: number, hit: Hit, within: Within): Mention | null {
  const { entry, last } = hit
  if (entry.quantifier) {
    const counted = readCounted(r, i, last, entry.quantifier, within)
    if (counted) return counted
  }
  if (entry.title && within.names) {
    const titled = readTitled(r, i, last, entry.title)
    if (titled) return titled
  }
  if (entry.proper && !(entry.proper.ambiguous && within.depth === 0 && !isQuoted(r, i, last))) {
    return readProper(r, i, last, entry.proper)
  }
  if (entry.group) {
    return finish(r, { type: 'group', first: i, last, role: { first: i, last }, count: 'plural', gender: 'masculine' })
  }
  const { noun } = entry
  if (!noun) return null
  switch (noun.kind) {
    case 'organization':
    case 'medium':
      return readBody(r, i, last, noun, within)
    case 'place':
      return readPlace(r, i, last, noun, within)
    case 'source':
    case 'document':
      return readSource(r, i, last, noun, within)
    default:
      return readPerson(r, i, last, noun, within)
  }
}

const isQuoted = ({ tokens, end }: Reach, first: number, last: number) =>
  first > 0 && last < end && OPENERS.has(tokens[first - 1]?.form ?? '') && CLOSERS.has(tokens[last]?.form ?? '')

function readProper(r: Reach, i: number, last: number, proper: Proper): Mention {
  const place = proper.kind === 'country' || proper.kind === 'capital' || proper.kind === 'city'
  const type = place
    ? 'place'
    : proper.kind === 'people'
      ? 'group'
      : proper.kind === 'medium'
        ? 'media'
        : 'organization'
  return finish(r, {
    type: place && proper.kind !== 'city' && !afterPlacePreposition(r, i) ? 'organization' : type,
    first: i,
    last,
    name: { first: i, last },
    nameText: proper.name,
    gender: proper.gender,
    count: proper.count,
    countryCode: proper.country,
  })
}

const placePrepositions = new Set(words['place prepositions'].flatMap(spellings))

const afterPlacePreposition = ({ tokens, at, clitic }: Reach, i: number) =>
  i === at ? clitic.endsWith('ب') || placePrepositions.has(tokens[i - 1]?.form ?? '') : false

/** «الدكتور أحمد …», «سمو الأمير …», with further titles in between. */
function readTitled(r: Reach, i: number, last: number, gender: 'masculine' | 'feminine'): Mention | null {
  let at = last
  for (let next = entryAt(r, at); next?.entry.title; next = entryAt(r, at)) at = next.last
  const next = entryAt(r, at)
  if (next?.entry.noun?.kind === 'office' && at === last) {
    const office = readHead(r, at, next, { depth: 0, names: true })
    return office && finish(r, { ...office, first: i })
  }
  const name = readName(r.tokens, at, r.end, formAt(r, at), true, r.known)
  if (!name) return null
  return finish(r, {
    type: 'person',
    first: i,
    last: name.last,
    role: { first: i, last: at },
    name: { first: at, last: name.last },
    gender,
  })
}

/** People by office, rank or description, with the name where one follows. */
function readPerson(r: Reach, i: number, last: number, noun: Noun, within: Within): Mention | null {
  const modifiers = modifiersAt(r, last, noun, within.depth)
  const settled = modifiers.definite || noun.state === 'owned'
  if (noun.state === 'construct' && modifiers.last === last) return null
  let end = modifiers.last
  const again = same.has(formAt(r, end))
  if (again) end++
  const role: TokenRange = { first: i, last: end }
  const roleWords = [noun.lemma, ...wordsOf(r, { first: last, last: end })]
  const base = {
    first: i,
    role,
    roleWords,
    gender: noun.gender,
    count: noun.count,
    countryCode: modifiers.country ?? noun.country,
    of: modifiers.of,
  } as const
  if (noun.count === 'singular' && within.names && (settled || noun.kind === 'title')) {
    const named = nameAfter(r, end)
    if (named) {
      return finish(r, { ...base, type: 'person', last: named.last, name: named.name, alias: named.alias })
    }
  }
  const anaphoric = again || noun.anaphor || (settled && noun.state !== 'bare')
  const type = noun.count === 'plural' && (noun.kind !== 'official' || settled) ? 'group' : 'unnamed'
  return finish(r, { ...base, type, last: end, anaphoric })
}

interface Named {
  readonly last: number
  readonly name: TokenRange
  readonly alias: readonly string[]
}

/** The name behind a role, titles between them skipped; behind a comma only where it is surely one. */
function nameAfter(r: Reach, i: number): Named | null {
  let at = i
  const comma = r.tokens[at]?.form === '،' && at < r.end
  if (comma) at++
  for (let next = entryAt(r, at); next?.entry.title; next = entryAt(r, at)) at = next.last
  const name = readName(r.tokens, at, r.end, formAt(r, at), !comma || at > i + 1, r.known)
  if (!name) return null
  return aliased(r, { first: at, last: name.last })
}

/** «محمود عباس (أبو مازن)». */
export function aliased(r: Reach, name: TokenRange): Named {
  const { tokens, end } = r
  const open = tokens[name.last]?.form
  if (name.last < end && (open === '(' || OPENERS.has(open ?? ''))) {
    for (let i = name.last + 1; i < Math.min(end, name.last + 4); i++) {
      const token = tokens[i] as Token
      if (token.form === ')' || CLOSERS.has(token.form)) {
        const alias = wordsOf(r, { first: name.last + 1, last: i })
        return alias.length > 0 ? { last: i + 1, name, alias } : { last: name.last, name, alias: [] }
      }
      if (token.kind !== 'word' || isClosed(token.form)) break
    }
  }
  return { last: name.last, name, alias: [] }
}

/** «أحد المحققين», «عدد من النواب». */
function readCounted(r: Reach, i: number, last: number, quantifier: string, within: Within): Mention | null {
  const hit = entryAt(r, last)
  if (!hit?.entry.noun && !hit?.entry.group && hit?.entry.proper?.kind !== 'people') return null
  const counted = readHead(r, last, hit, { depth: within.depth + 1, names: false })
  if (!counted || (counted.type !== 'group' && counted.type !== 'unnamed')) return null
  const one = quantifier === 'احد' || quantifier === 'احدي' || quantifier === 'احدى'
  return finish(r, {
    type: one ? 'unnamed' : 'group',
    first: i,
    last: counted.last,
    role: { first: i, last: counted.last },
    roleWords: counted.roleWords,
    gender: counted.gender,
    count: one ? 'singular' : 'plural',
    countryCode: counted.countryCode,
    of: counted.of,
  })
}

/** A proper name in quotation marks, or a run of words that no lexicon knows. */
function labelAt(r: Reach, i: number): { name: TokenRange; last: number; text: string | null } | null {
  const { tokens, end } = r
  const token = tokens[i]
  if (i >= end || !token) return null
  if (OPENERS.has(token.form)) {
    for (let j = i + 1; j < Math.min(end, i + 8); j++) {
      if (CLOSERS.has((tokens[j] as Token).form) && j > i + 1)
        return { name: { first: i + 1, last: j }, last: j + 1, text: null }
    }
    return null
  }
  const hit = entryAt(r, i)
  if (hit?.entry.proper && hit.entry.proper.kind !== 'people') {
    const { kind, name } = hit.entry.proper
    return kind === 'medium' || kind === 'organization'
      ? { name: { first: i, last: hit.last }, last: hit.last, text: name }
      : null
  }
  let last = i
  while (last < end && last - i < 5) {
    const { kind, form, spaced } = tokens[last] as Token
    if (kind === 'number' && !spaced && last > i) last++
    else if (kind === 'word' && (isLatin(form) || (!isDefinite(form) && !isClosed(form) && !isOrdinary(form)))) last++
    else break
  }
  return last > i ? { name: { first: i, last }, last, text: null } : null
}

/** Institutions, movements, companies, media: «وزارة الخارجية التركية», «تنظيم «داعش»», «صحيفة ألمانية». */
function readBody(r: Reach, i: number, last: number, noun: Noun, within: Within): Mention | null {
  const medium = noun.kind === 'medium'
  const type = medium ? 'media' : 'organization'
  const bare = noun.state !== 'definite' && noun.state !== 'owned'
  const label = bare ? labelAt(r, last) : null
  const roleHead = [noun.lemma]
  const base = { type, first: i, gender: noun.gender, count: noun.count } as const
  if (label) {
    const after = adjectivesAt(r, label.last, true)
    const named = finish(r, {
      ...base,
      last: after.last,
      name: label.name,
      role: { first: i, last },
      roleWords: roleHead,
      countryCode: after.country,
    })
    return label.text ? { ...named, nameText: label.text } : named
  }
  const modifiers = modifiersAt(r, last, noun, within.depth)
  if (noun.state === 'construct' && modifiers.last === last) return null
  const end = same.has(formAt(r, modifiers.last)) ? modifiers.last + 1 : modifiers.last
  if (bare && end === last && !medium) return null
  const whole = { first: i, last: end }
  const quoted = medium && OPENERS.has(r.tokens[end]?.form ?? '') ? labelAt(r, end) : null
  const proper = modifiers.definite && end > last
  const description = [noun.lemma, ...wordsOf(r, { first: last, last: end })]
  if (quoted) {
    const after = adjectivesAt(r, quoted.last, true)
    return finish(r, {
      ...base,
      last: after.last,
      name: quoted.name,
      role: whole,
      roleWords: description,
      countryCode: modifiers.country,
    })
  }
  return finish(r, {
    ...base,
    last: end,
    name: proper ? whole : null,
    role: proper ? null : whole,
    roleWords: description,
    countryCode: modifiers.country,
    of: modifiers.of,
    anaphoric: !bare,
  })
}

/** «مدينة أبها», «العاصمة الليبية طرابلس». */
function readPlace(r: Reach, i: number, last: number, noun: Noun, within: Within): Mention | null {
  const adjectives = adjectivesAt(r, last, noun.state === 'definite', within.depth)
  const hit = entryAt(r, adjectives.last)
  const base = { type: 'place', first: i, gender: noun.gender, roleWords: [noun.lemma] } as const
  const proper = hit?.entry.proper
  if (hit && proper && (proper.kind === 'country' || proper.kind === 'capital' || proper.kind === 'city')) {
    return finish(r, {
      ...base,
      last: hit.last,
      name: { first: i, last: hit.last },
      countryCode: proper.country ?? adjectives.country,
    })
  }
  const label = noun.state === 'definite' ? null : labelAt(r, last)
  if (label) return finish(r, { ...base, last: label.last, name: { first: i, last: label.last } })
  const modifiers = modifiersAt(r, last, noun, within.depth)
  if (modifiers.last === last || !modifiers.definite) return null
  const whole = { first: i, last: modifiers.last }
  return finish(r, { ...base, last: modifiers.last, name: whole, countryCode: modifiers.country, of: modifiers.of })
}

/** «مصدر أمني», «مصادر مطلعة», «بيان لوزارة الدفاع», «المصدر ذاته». */
function readSource(r: Reach, i: number, last: number, noun: Noun, within: Within): Mention | null {
  const document = noun.kind === 'document'
  const label = document ? null : labelAt(r, last)
  const modifiers = label
    ? { last: label.last, country: null, of: null, definite: true }
    : modifiersAt(r, last, noun, within.depth)
  const issuer = document && !modifiers.of ? issuerAt(r, modifiers.last) : null
  let end = issuer?.last ?? modifiers.last
  const again = same.has(formAt(r, end))
  if (again) end++
  if (document && noun.state === 'construct') return null
  return finish(r, {
    type: document ? 'organization' : 'unnamed',
    first: i,
    last: end,
    role: { first: i, last: end },
    roleWords: [noun.lemma, ...wordsOf(r, { first: last, last: end })],
    gender: noun.gender,
    count: noun.count,
    countryCode: modifiers.country,
    of: issuer ?? modifiers.of,
    anaphoric: again || (noun.state === 'definite' && !issuer),
    document,
  })
}

const ISSUED = new Set(['عن', 'من', 'صادر', 'صادرة', 'اصدرته', 'اصدرتها', 'نشرته', 'نشرتها'])

/** Who issued a document: «بيان صادر عن …», «بيان لبعثة …». */
function issuerAt(r: Reach, i: number): Mention | null {
  let at = i
  while (ISSUED.has(formAt(r, at))) at++
  const form = formAt(r, at)
  const attached = at === i && form.startsWith('ل') && form.length > 3
  if (at === i && !attached) return null
  const rest = form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1)
  const inner: Reach = attached ? { ...r, at, clitic: 'ل', rest } : r
  const hit = entryAt(inner, at)
  const kind = hit?.entry.noun?.kind
  if (!hit || kind === 'place' || kind === 'document') return null
  return readHead(inner, at, hit, { depth: 1, names: true })
}
