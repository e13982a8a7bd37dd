/** People: by title, office, rank or what they do, with the name where one follows. */
import type { Gender } from '../../../extract/mentions/mention.ts'
import { foldTerm, spellings } from '../orthography.ts'
import words from '../words/adjectives.json' with { type: 'json' }
import roles from '../words/roles.json' with { type: 'json' }
import { bearerBeyond } from './bearers.ts'
import { modifiersAt } from './complement.ts'
import type { Noun } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { partOf } from './name-parts.ts'
import { afterTitles, aliased, appositionAt, isApart, nameBehind } from './named.ts'
import { readTitledName } from './names.ts'
import { SAME } from './nouns.ts'
import { type Draft, draft, entryAt, formAt, OUTERMOST, type Reach, type Within, wordsOf } from './reader.ts'
import { givenName, isDefinite } from './words.ts'

const same = new Set(words.same.flatMap(spellings))

/** «ذاته», «نفسها» behind a phrase: says that it is the one spoken of before. */
export const pointsBack = (r: Reach, i: number): boolean => same.has(formAt(r, i))

/** «الدكتور أحمد …», «سمو الأمير …», with further titles in between, or before an office: «معالي وزير التعليم …». */
export function readTitled(r: Reach, i: number, last: number, gender: Gender): Draft | null {
  const at = afterTitles(r, last)
  const next = entryAt(r, at)
  // «الأمير سلطان بن …», «المشير خليفة حفتر»: a name that is an office too.
  const part = partOf(formAt(r, at + 1), r.known)
  const named = givenName(formAt(r, at)) !== undefined && part !== null && part !== 'article'
  if (next?.entry.noun?.kind === 'office' && next.entry.noun.state === 'bare' && !named) {
    const office = r.readHead(r, at, next, OUTERMOST)
    return office && { ...office, first: i }
  }
  const name = readTitledName(r, at)
  if (!name) return null
  const whole = aliased(r, { first: at, last: name.last })
  const role = appositionAt(r, whole.last)
  return draft(r, {
    type: 'person',
    first: i,
    last: role?.last ?? whole.last,
    role: role?.role ?? { first: i, last: at },
    head: role?.head ?? titleHead(r, i, at),
    name: whole.name,
    alias: whole.alias,
    gender,
    countryCode: role?.countryCode ?? null,
    of: role?.of ?? null,
  })
}

/** «سمو الأمير سامر» is «الأمير» later. */
function titleHead(r: Reach, first: number, last: number): Draft['head'] {
  for (let at = last - 1; at >= first; at--) {
    const noun = entryAt(r, at)?.entry.noun
    if (noun) return { lemma: noun.lemma, last, noun: null }
  }
  return null
}

/** «وزير الخارجية التركي», «الوزير», «مسؤول أمني رفيع», «نشطاء», with a name behind those that can have one. */
export function readPerson(r: Reach, i: number, last: number, noun: Noun, within: Within): Draft | null {
  const modifiers = modifiersAt(r, behindJoined(r, last, noun), noun, within)
  const alone = modifiers.last === last
  if (alone && (noun.state === 'construct' || noun.needs)) return null
  if (alone && within.certain && noun.state === 'bare' && noun.count === 'singular') return null
  if (noun.needs === 'adjective' && modifiers.definite) return null
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
  // «متحدث باسم القائد خليفة …»: the name behind an indefinite spokesman is not his.
  const spokenFor = noun.state === 'bare' && modifiers.of?.name && wordsOf(r, role).includes('باسم')
  const may = within.names && noun.count === 'singular' && (!spokenFor || isApart(r, end)) && !noun.anaphor
  const named = !may
    ? null
    : definite
      ? (nameBehind(r, end, noun, within.depth) ?? bearerBeyond(r, end, false))
      : noun.kind === 'office'
        ? bearerBeyond(r, end, true)
        : null
  if (named) {
    const also = appositionAt(r, named.last)
    return draft(r, { ...base, type: 'person', last: also?.last ?? named.last, name: named.name, alias: named.alias })
  }
  const anaphoric = back || noun.anaphor || noun.state === 'definite' || noun.state === 'owned'
  const several = noun.count !== 'singular' && (noun.kind !== 'official' || definite)
  const epithet =
    noun.anaphor || (noun.state === 'definite' && noun.count === 'singular' && !modifiers.of && isEpithet(noun, alone))
  return draft(r, { ...base, type: several ? 'group' : 'unnamed', last: end, anaphoric, epithet, styled: noun.anaphor })
}

/** «إمام وخطيب المسجد»: behind a second noun that shares what belongs to the first. */
function behindJoined(r: Reach, last: number, { state, count }: Noun): number {
  const form = formAt(r, last)
  if (state !== 'bare' || count !== 'singular' || !form.startsWith('و')) return last
  const second = mentionTerms.get(form.slice(1))?.noun
  const personal = second?.kind === 'office' || second?.kind === 'person'
  return personal && second.state === 'bare' && second.count === 'singular' && isDefinite(formAt(r, last + 1))
    ? last + 1
    : last
}

const heads = new Set(roles['heads of state'].map(foldTerm))

/** «الدبلوماسي», «المحامي», «النائب»: what somebody is or does; «الرئيس» is also the one whom nobody needs to name. */
const isEpithet = ({ kind, lemma }: Noun, alone: boolean): boolean =>
  kind === 'official' || kind === 'person' || (kind === 'office' && alone && !heads.has(lemma))

/** «أحد المحققين», «عدد من النواب», «بعض المصادر», «ثلاثة جنود»; «نفس المصدر» points back. */
export function readCounted(r: Reach, i: number, last: number, quantifier: string, within: Within): Draft | null {
  const hit = entryAt(r, last)
  if (!hit?.entry.noun && !hit?.entry.group && hit?.entry.proper?.kind !== 'people') return null
  const counted = r.readHead(r, last, hit, { depth: within.depth + 1, names: false, person: false })
  if (!counted) return null
  const role = { first: i, last: counted.last }
  if (quantifier === SAME) return counted.role && { ...counted, first: i, role, anaphoric: true }
  const noun = counted.head?.noun
  const bodies = counted.type === 'organization' && noun && foldTerm(noun.nominative).replace(/^ال/u, '') !== noun.lemma
  if (counted.type !== 'group' && counted.type !== 'unnamed' && !bodies) return null
  const one = quantifier.startsWith('احد')
  return draft(r, {
    type: one || counted.source ? 'unnamed' : 'group',
    first: i,
    last: counted.last,
    role,
    // «كل مزارع» is nobody to whom «المزارعون» could point back.
    head:
      counted.head && (quantifier !== 'كل' || counted.count !== 'singular') ? { ...counted.head, noun: null } : null,
    gender: counted.gender,
    count: one ? 'singular' : counted.source ? counted.count : 'plural',
    countryCode: counted.countryCode,
    of: counted.of,
    source: counted.source,
  })
}
