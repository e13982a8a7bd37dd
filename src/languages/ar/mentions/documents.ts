/** Sources and documents: who is known by telling only, and texts that speak for whoever issued them. */
import { foldTerm } from '../orthography.ts'
import documents from '../words/documents.json' with { type: 'json' }
import { labelAt } from './bodies.ts'
import { modifiersAt } from './complement.ts'
import type { Noun } from './entries.ts'
import { pointsBack } from './people.ts'
import { behindFor, type Draft, draft, entryAt, formAt, type Hit, type Reach, type Within } from './reader.ts'

/** «مصدر أمني», «مصادر مطلعة», «المصدر ذاته». */
export function readSource(r: Reach, i: number, last: number, noun: Noun, within: Within): Draft {
  const known = FINDINGS.has(formAt(r, i))
  const label = noun.state === 'bare' && !known ? labelAt(r, last) : null
  const modifiers = label ? { last: label.last, country: null, of: null } : modifiersAt(r, last, noun, within)
  const back = pointsBack(r, modifiers.last)
  const end = modifiers.last + (back ? 1 : 0)
  const by = modifiers.of?.type
  const findings = known && (by === 'organization' || by === 'person')
  return draft(r, {
    type: findings ? 'organization' : 'unnamed',
    first: i,
    last: end,
    role: { first: i, last: end },
    head: { lemma: noun.lemma, last, noun },
    gender: noun.gender,
    count: noun.count,
    countryCode: modifiers.country,
    of: modifiers.of,
    anaphoric: back || noun.state === 'definite',
    source: !findings,
    document: findings,
  })
}

/** What a body knows or has found speaks for the body: «معلومات الدفاع المدني». */
const FINDINGS = new Set(documents.findings.map(foldTerm))

const ISSUED = new Set(['عن', 'من', ...documents.issued.map(foldTerm)])

/** «بيان لبعثة الأمم المتحدة», «تقرير صادر عن المنظمة», «البيان». */
export function readDocument(r: Reach, i: number, last: number, noun: Noun, within: Within): Draft | null {
  if (noun.state === 'construct') return null
  const told = issuedAt(r, last) && !isAbout(r, last, noun) ? issuerAt(r, last) : null
  const modifiers = told ? { last, country: null, of: told, definite: true } : modifiersAt(r, last, noun, within)
  const issuer = modifiers.of ?? (isAbout(r, modifiers.last, noun) ? null : issuerAt(r, modifiers.last))
  const back = pointsBack(r, modifiers.last)
  const end = Math.max(modifiers.last + (back ? 1 : 0), issuer?.last ?? 0)
  return draft(r, {
    type: 'organization',
    first: i,
    last: end,
    role: { first: i, last: end },
    head: { lemma: noun.lemma, last, noun },
    gender: noun.gender,
    count: noun.count,
    countryCode: modifiers.country,
    of: issuer,
    anaphoric: back || (noun.state === 'definite' && !issuer),
    definite: modifiers.definite,
    document: true,
  })
}

/** «تقارير عن سكان …»: what they are about; only a statement is «عن» whoever makes it. */
const isAbout = (r: Reach, i: number, { lemma }: Noun) => formAt(r, i) === 'عن' && lemma !== STATEMENT
const STATEMENT = foldTerm('بيان')

const issuedAt = (r: Reach, i: number) => ISSUED.has(formAt(r, i))

/** Who issued a document: «صادر عن …», «لبعثة …». */
function issuerAt(r: Reach, i: number): Draft | null {
  let at = i
  while (issuedAt(r, at)) at++
  const behind = at === i ? behindFor(r, at) : r
  if (!behind) return null
  const hit = entryAt(behind, at)
  const kind = hit?.entry.noun?.kind
  if (!hit || kind === 'place' || kind === 'document' || isPlaceOnly(hit)) return null
  return r.readHead(behind, at, hit, { depth: 1, names: true, person: false })
}

const isPlaceOnly = ({ entry }: Hit) => entry.proper?.kind === 'city'
