/** The grammar of mentions: who is named or described at a word of an Arabic text. */
import type { Gender, KnownNames, Mention, MentionGrammar } from '../../../extract/mentions/mention.ts'
import { memo } from '../../../extract/text/memo.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { spellings } from '../orthography.ts'
import { type Cut, cuts } from '../proclitics.ts'
import roles from '../words/roles.json' with { type: 'json' }
import { beginsTerm } from './lexicon.ts'
import type { NameContext } from './name-ends.ts'
import { partOf } from './name-parts.ts'
import { aliased, appositionAt } from './named.ts'
import { isVerbBeforeName, type NameReading, readName } from './names.ts'
import { peopleByShape } from './people-by-shape.ts'
import { readHead } from './phrase.ts'
import { nisbas } from './propers.ts'
import { type Draft, draft, entryAt, formAt, type Hit, OUTERMOST, type Reach, reach } from './reader.ts'
import { nameKey, sameKey } from './spelling.ts'
import { isHonorific } from './styles.ts'
import { introducesSubject, isVerb } from './verbs.ts'
import { mentionOf } from './wording.ts'
import { adjective, givenName, isClosed, isCommon, isDefinite, isFamilyName, isJoining, saysHow } from './words.ts'

const latters: ReadonlyMap<string, Gender> = new Map([
  ...roles.latters.masculine.flatMap(word => spellings(word).map(form => [form, 'masculine'] as const)),
  ...roles.latters.feminine.flatMap(word => spellings(word).map(form => [form, 'feminine'] as const)),
])

/** The ways to cut a word under which a mention may begin at it. */
const openings = memo((form: string): { readonly all: readonly Cut[]; readonly likely: readonly Cut[] } => {
  const all = cuts(form)
  const likely = all.filter(
    ({ rest }) =>
      beginsTerm(rest) ||
      latters.has(rest) ||
      peopleByShape(rest) !== null ||
      isHonorific(rest) ||
      partOf(rest, undefined) !== null,
  )
  return { all, likely }
})

function read(passage: Passage, at: number, known?: KnownNames): Mention | null {
  const { kind, form } = passage.tokens[at] as Token
  if (kind !== 'word') return null
  const { all, likely } = openings(form)
  for (const cut of known && all.some(({ rest }) => known.has(rest)) ? all : likely) {
    const found = readAt(reach(passage, at, cut, known, readHead))
    if (found) return mentionOf(found)
  }
  return null
}

/** The likeliest mention at a token. Plurals known by their shape alone must follow a verb: else they are predicates. */
function readAt(r: Reach): Draft | null {
  if (isHonorific(r.rest)) {
    const next = entryAt(r, r.at + 1)
    if (next?.entry.noun?.kind === 'office') {
      const office = readHead(r, r.at + 1, next, OUTERMOST)
      if (office) return { ...office, first: r.at }
    }
  }
  const latter = latters.get(r.rest)
  if (latter && behindVerb(r)) return readLatter(r, latter)
  const hit = entryAt(r, r.at)
  if (isSomethingElse(r, hit)) return null
  if (hit?.entry === peopleByShape(r.rest) && hit?.entry.noun?.state === 'bare' && !behindVerb(r)) return null
  const described = hit && !isOwnName(r, hit) ? readHead(r, r.at, hit, OUTERMOST) : null
  return described && !(described.last === r.at + 1 && isKnownName(r)) ? described : (readBareName(r) ?? described)
}

/** «الشاهد», «المعلم», «وقال قاضي»: a word for people by which the article has named one. */
const isKnownName = (r: Reach): boolean => r.known?.has(r.rest) === true && (isDefinite(r.rest) || behindVerb(r))

/** «أمين البدري», «رائد فاضلي»: a given name that is an office too, before a name of origin. */
function isOwnName(r: Reach, { entry: { noun }, last }: Hit): boolean {
  if (noun?.kind !== 'office' || noun.state !== 'bare' || !givenName(r.rest)) return false
  const next = formAt(r, last)
  const part = partOf(next, r.known)
  return (
    isFamilyName(next) || (/..ي$/u.test(next) && (part === 'article' || part === 'unknown') && !isCommon(next.slice(2)))
  )
}

/** With its article, whatever else is written onto it. */
const DEFINITE_NOUN = /^(?:[وف]?[بك]?ال|[وف]?لل)\p{L}{3,}$/u

/** «أمام», which is spelled like «إمام» without its hamza; «العسكري» in «نفوذها العسكري», an adjective of the word before it. */
function isSomethingElse(r: Reach, hit: Hit | null): boolean {
  const { passage, tokens, at, rest, clitic } = r
  if (clitic !== '') return false
  if (rest === 'امام') return passage.text[(tokens[at] as Token).start] === 'أ'
  const noun = hit?.entry.noun
  if (noun?.state !== 'definite' || noun.count !== 'singular' || !adjective(rest, { definite: true })) return false
  const before = at > 0 ? (tokens[at - 1] as Token) : null
  if (before?.kind !== 'word' || behindVerb(r)) return false
  return DEFINITE_NOUN.test(before.form) || (/(?:.ه|ها|هم)$/u.test(before.form) && isCommon(before.form))
}

/** A name without a title: «أحمد منصور», or a single word that the article or a verb of speech makes a name. */
function readBareName(r: Reach): Draft | null {
  const context = contextOf(r)
  const verb = isVerb((r.tokens[r.at] as Token).form) || isVerb(r.rest)
  if (verb && (context === 'none' || r.clitic !== '' || !givenName(r.rest))) return null
  if (isVerbBeforeName(r, r.at) || (context === 'none' && isJoinedVerb(r))) return null
  const origin = isDefinite(r.rest) ? nisbas.get(r.rest.slice(2)) : undefined
  if (origin) return readNamedByOrigin(r, origin.country)
  const reading = readName(r, r.at, context)
  if (!reading || (reading.sure === 0 && (r.clitic !== '' || saysHow(r.rest) || hasOwner(r, reading)))) return null
  // «فيها» is a preposition with its pronoun, whatever stands behind it.
  if (r.clitic !== '' && r.clitic !== 'و' && isClosed((r.tokens[r.at] as Token).form)) return null
  const { last, name, alias } = aliased(r, { first: r.at, last: reading.last })
  const role = appositionAt(r, last)
  return draft(r, {
    type: 'person',
    first: r.at,
    last: role?.last ?? last,
    name,
    alias,
    role: role?.role ?? null,
    head: role?.head ?? null,
    countryCode: role?.countryCode ?? null,
    of: role?.of ?? null,
    gender: reading.gender ?? role?.gender ?? null,
  })
}

/** «بيطري القرية»: an unknown word before a definite noun is what somebody is, not how he is called. */
const hasOwner = (r: Reach, { last }: NameReading): boolean =>
  last === r.at + 1 && partOf(r.rest, r.known) === 'unknown' && isDefinite(formAt(r, last))

/** «ونزه البدري الحكومة»: an unknown word before a sure name, with a letter that may be written onto it, is a verb. */
const isJoinedVerb = (r: Reach): boolean =>
  /^[وف]/u.test(r.rest) && partOf(r.rest, r.known) === 'unknown' && isNamePart(formAt(r, r.at + 1))

const isNamePart = (form: string): boolean => givenName(form) !== undefined || partOf(form, undefined) === 'article'

/** «الألماني توماس كرانتس»: where somebody comes from, before the name. Alone it is a family name: «وأشار العمري إلى». */
function readNamedByOrigin(r: Reach, countryCode: string): Draft | null {
  const reading = readName(r, r.at + 1, 'introduced')
  if (!reading || reading.last < r.at + 3) return readFamilyName(r)
  const role = { first: r.at, last: r.at + 1 }
  const { last, name, alias } = aliased(r, { first: role.last, last: reading.last })
  return draft(r, { type: 'person', first: r.at, last, name, alias, role, countryCode, gender: reading.gender })
}

function readFamilyName(r: Reach): Draft | null {
  const reading = readName(r, r.at, contextOf(r))
  const whole = reading && { first: r.at, last: reading.last }
  return whole && draft(r, { type: 'person', ...whole, name: whole, gender: reading.gender })
}

/** «وقال الأخير إن»: behind its verb it stands for somebody. */
function readLatter(r: Reach, gender: Gender): Draft {
  const role = { first: r.at, last: r.at + 1 }
  return draft(r, { type: 'unnamed', ...role, role, gender, anaphoric: true, latter: true })
}

const behindVerb = ({ tokens, at }: Reach): boolean => at > 0 && introducesSubject(tokens[at - 1]?.form ?? '')

/** What says that a name begins here: the article gave it in full elsewhere, or a verb of speech stands before it. */
function contextOf(r: Reach): NameContext {
  const { at, rest, clitic, known } = r
  const subject = clitic === '' && behindVerb(r)
  const word = isJoining(rest) ? formAt(r, at + 1) : rest
  if (known?.has(word) && (subject || isDefinite(word) || !isCommon(word))) return 'introduced'
  return subject && rest.length > 1 && (isJoining(rest) || !isClosed(rest)) ? 'subject' : 'none'
}

const wordsIn = memo((form: string): readonly string[] => cuts(form).map(({ rest }) => rest))

/** What stands before the first ل in a name of at least three words. */
function shortName(words: readonly string[]): readonly string[] | null {
  const at = words.findIndex((word, i) => i > 1 && /^ل.{3,}/u.test(word))
  return at < 0 ? null : words.slice(0, at)
}

export const mentions: MentionGrammar = { read, wordsIn, shortName, nameKey, sameKey }
