/** Institutions, movements, companies, media and places. */
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { foldTerm, spellings } from '../orthography.ts'
import words from '../words/adjectives.json' with { type: 'json' }
import media from '../words/media.json' with { type: 'json' }
import organizations from '../words/organizations.json' with { type: 'json' }
import { adjectivesAt, modifiersAt } from './complement.ts'
import type { Noun, Proper } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { pointsBack } from './people.ts'
import { type Draft, draft, entryAt, formAt, type Hit, markAt, type Reach, type Within, wordsOf } from './reader.ts'
import { adjective, givenName, isClosed, isCommon, isDefinite, isLatin, isOrdinary } from './words.ts'

const OPENERS = new Set(['"', '«', '“', '”', '‹', '‘'])
const CLOSERS = new Set(['"', '»', '”', '“', '›', '’'])
const placePrepositions = new Set(words['place prepositions'].flatMap(spellings))
const sharedHeads = new Set(media.shared.map(foldTerm))
const mediaFields = new Set(media['field words'].flatMap(spellings))

const isPlace = (proper: Proper | undefined) =>
  proper?.kind === 'country' || proper?.kind === 'capital' || proper?.kind === 'city'

/** A name that the lexicon knows. A country or its capital is a place behind a preposition of place, else its government. */
export function readProper(r: Reach, i: number, { entry, last }: Hit, proper: Proper, { depth }: Within): Draft | null {
  const inPlace = isPlace(proper) && behindPlacePreposition(r, i)
  // «الاتحاد» is a newspaper in quotation marks; within a phrase a word that names but one thing needs none.
  if (proper.ambiguous && (depth === 0 || entry.noun) && !inPlace && !isQuoted(r, i, last)) return null
  const place = isPlace(proper) && (inPlace || proper.kind === 'city')
  const whole = { first: i, last }
  const head = mentionTerms.get(formAt(r, i))?.noun ?? entry.noun
  return draft(r, {
    type: place ? 'place' : proper.kind === 'people' ? 'group' : proper.kind === 'medium' ? 'media' : 'organization',
    ...whole,
    name: whole,
    known: place && proper.kind === 'capital' ? null : { name: place ? null : proper.name, key: proper.key },
    head: headOf((last > i + 1 ? head?.lemma : undefined) ?? proper.head, last),
    gender: proper.gender,
    count: proper.count,
    countryCode: proper.country,
    land: isPlace(proper),
  })
}

const headOf = (lemma: string | null, last: number): Draft['head'] =>
  lemma === null ? null : { lemma, last, noun: null }

const behindPlacePreposition = ({ tokens, at, clitic }: Reach, i: number) =>
  i === at && (clitic.endsWith('ب') || (clitic === '' && i > 0 && placePrepositions.has(tokens[i - 1]?.form ?? '')))

const isQuoted = ({ tokens, end }: Reach, first: number, last: number) =>
  first > 0 && last < end && OPENERS.has(tokens[first - 1]?.form ?? '') && CLOSERS.has(tokens[last]?.form ?? '')

interface Label {
  readonly name: TokenRange
  readonly last: number
  readonly proper: Proper | null
}

/** A proper name in quotation marks, one that the lexicon knows, or a run of words that no lexicon knows. */
export function labelAt(r: Reach, i: number): Label | null {
  const { end } = r
  if (i >= end) return null
  if (markAt(r, i, OPENERS)) return quotedLabel(r, i)
  const hit = entryAt(r, i)
  const proper = hit?.entry.proper
  if (hit && proper) {
    const labels = proper.kind === 'medium' || proper.kind === 'organization'
    return labels ? { name: { first: i, last: hit.last }, last: hit.last, proper } : null
  }
  let last = i
  while (last < end && last - i < 5 && isLabelWord(r, last, last > i) && !(last > i && beginsHolder(r, i, last))) last++
  return last > i ? { name: { first: i, last }, last, proper: null } : null
}

/** «رئيس بلدية شيلوبي نادر …»: a given name behind another word is a person's, where the label does not begin with one. */
const beginsHolder = (r: Reach, first: number, i: number): boolean =>
  givenName(formAt(r, first)) === undefined && givenName(formAt(r, i)) !== undefined && !isCommon(formAt(r, i))

/** A word that no lexicon knows and that is no adjective, or digits glued to one. */
function isLabelWord({ tokens }: Reach, i: number, inside: boolean): boolean {
  const { kind, form, spaced } = tokens[i] as Token
  if (kind === 'number') return inside && !spaced
  if (kind !== 'word') return false
  return (
    isLatin(form) ||
    (!isDefinite(form) && !isClosed(form) && !isOrdinary(form) && !adjective(form, { definite: false }))
  )
}

function quotedLabel({ tokens, end }: Reach, i: number): Label | null {
  for (let last = i + 2; last < Math.min(end, i + 8); last++) {
    if (CLOSERS.has((tokens[last] as Token).form)) return { name: { first: i + 1, last }, last: last + 1, proper: null }
  }
  return null
}

/** «وزارة الخارجية التركية», «تنظيم «داعش»», «صحيفة ألمانية», «الشرطة». */
export function readBody(r: Reach, i: number, last: number, noun: Noun, within: Within): Draft | null {
  const bare = noun.state === 'bare' || noun.state === 'construct'
  const news = noun.kind === 'medium' && mediaFields.has(formAt(r, last)) ? 1 : 0
  const label = bare ? labelAt(r, last + news) : null
  const base = { first: i, gender: noun.gender, count: noun.count } as const
  if (label) {
    const after = adjectivesAt(r, label.last, { definite: true })
    const end = mediaFields.has(formAt(r, after.last).replace(/^لل/u, 'ال')) ? after.last + 1 : after.last
    return draft(r, {
      ...base,
      type: noun.kind === 'medium' || label.proper?.kind === 'medium' ? 'media' : 'organization',
      last: end,
      name: label.name,
      role: { first: i, last },
      head: { lemma: noun.lemma, last, noun },
      known: label.proper,
      countryCode: label.proper?.country ?? after.country,
    })
  }
  const modifiers = modifiersAt(r, last, noun, within)
  if (noun.needs === 'nisba' && !modifiers.country) return null
  const type = noun.kind === 'medium' && isMedium(r, last, modifiers.last, noun) ? 'media' : 'organization'
  if (modifiers.last === last && (noun.state === 'construct' || (noun.state === 'bare' && type !== 'media')))
    return null
  const back = pointsBack(r, modifiers.last)
  const end = modifiers.last + (back ? 1 : 0)
  const whole = { first: i, last: end }
  const described = {
    ...base,
    type,
    head: { lemma: noun.lemma, last, noun },
    countryCode: modifiers.country,
    of: modifiers.of,
    definite: modifiers.definite,
  } as const
  const quoted = type === 'media' && modifiers.definite ? quotedAt(r, end) : null
  if (quoted) {
    const after = adjectivesAt(r, quoted.last, { definite: true })
    return draft(r, { ...described, last: after.last, name: quoted.name, role: whole })
  }
  const named = modifiers.definite && modifiers.last > last && noun.state !== 'owned'
  return draft(r, {
    ...described,
    last: end,
    name: named ? whole : null,
    role: named ? null : whole,
    anaphoric: back || !bare,
    epithet: noun.state === 'definite' && modifiers.last === last && CLASSES.has(noun.lemma),
  })
}

/** «الحزب», «الشركة»: what a body is that may have been named without saying so. */
const CLASSES = new Set(organizations['classes of bodies'].map(foldTerm))

const quotedAt = (r: Reach, i: number) => (markAt(r, i, OPENERS) ? labelAt(r, i) : null)

/** «وكالة» is a news agency where it stands alone or news is spoken of, and an authority elsewhere. */
const isMedium = (r: Reach, first: number, last: number, noun: Noun) =>
  !sharedHeads.has(noun.lemma) || last === first || wordsOf(r, { first, last }).some(word => mediaFields.has(word))

/** «مدينة أبها», «العاصمة الليبية طرابلس», «ساحة التحرير». */
export function readPlace(r: Reach, i: number, last: number, noun: Noun, within: Within): Draft | null {
  const adjectives = adjectivesAt(r, last, { definite: noun.state === 'definite' }, within.depth)
  const hit = entryAt(r, adjectives.last)
  const base = { type: 'place', first: i, gender: noun.gender, head: { lemma: noun.lemma, last, noun } } as const
  const proper = hit?.entry.proper
  if (hit && proper && isPlace(proper)) {
    const name = { first: i, last: hit.last }
    return draft(r, {
      ...base,
      last: hit.last,
      name,
      known: proper.kind === 'capital' ? null : { name: null, key: proper.key },
      countryCode: proper.country,
    })
  }
  const label = noun.state === 'bare' ? labelAt(r, last) : null
  const modifiers = label
    ? { last: label.last, country: null, of: null, definite: true }
    : modifiersAt(r, last, noun, within)
  if (modifiers.last === last || !modifiers.definite) return null
  const number = r.tokens[modifiers.last]?.kind === 'number' && modifiers.last < r.end ? 1 : 0
  const name = { first: i, last: modifiers.last + number }
  return draft(r, {
    ...base,
    last: name.last,
    name,
    countryCode: modifiers.country,
    of: modifiers.of,
  })
}
