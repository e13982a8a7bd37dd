/** The grammar of mentions: who is named or described at a word of an Arabic text. */
import type { KnownNames, Mention, MentionGrammar } from '../../extract/mentions/mention.ts'
import { memo } from '../../extract/text/memo.ts'
import type { Passage } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { beginsTerm } from './mention-lexicon.ts'
import { partOf, readName } from './mention-names.ts'
import { aliased } from './mention-people.ts'
import { readHead } from './mention-phrase.ts'
import { type Draft, draft, entryAt, formAt, markAt, type Reach, reach } from './mention-reader.ts'
import { mentionOf } from './mention-wording.ts'
import { isClosed, isCommon, isDefinite, isJoining, isOrdinary } from './mention-words.ts'
import { spellings } from './orthography.ts'
import { type Cut, cuts } from './proclitics.ts'
import roles from './words/roles.json' with { type: 'json' }
import speechVerbs from './words/speech-verbs.json' with { type: 'json' }

const COMMA = new Set(['،'])
const honorifics = new Set(roles.honorifics.flatMap(spellings))
const verbs = new Set(speechVerbs.flatMap(spellings).flatMap(verb => [verb, `و${verb}`, `ف${verb}`]))

/** The ways to cut a word under which a mention may begin at it. */
const openings = memo((form: string): { readonly all: readonly Cut[]; readonly likely: readonly Cut[] } => {
  const all = cuts(form)
  const likely = all.filter(({ rest }) => beginsTerm(rest) || honorifics.has(rest) || partOf(rest, undefined) !== null)
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

function readAt(r: Reach): Draft | null {
  if (honorifics.has(r.rest)) {
    const next = entryAt(r, r.at + 1)
    if (next?.entry.noun?.kind === 'office') {
      const office = readHead(r, r.at + 1, next, { depth: 0, names: true })
      if (office) return { ...office, first: r.at }
    }
  }
  const hit = entryAt(r, r.at)
  return (hit && readHead(r, r.at, hit, { depth: 0, names: true })) ?? readBareName(r)
}

/** A name without a title: «أحمد منصور», or a single word that the article or a verb of speech makes a name. */
function readBareName(r: Reach): Draft | null {
  const reading = readName(r, r.at, isExpected(r))
  if (!reading || (r.clitic !== '' && reading.sure === 0)) return null
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

/** Whether a single word here is a name: the article gave it in full elsewhere, or it is the subject of a verb of speech. */
function isExpected(r: Reach): boolean {
  const { tokens, at, rest, clitic, known } = r
  const behindVerb = at > 0 && clitic === '' && verbs.has(tokens[at - 1]?.form ?? '')
  const word = isJoining(rest) ? formAt(r, at + 1) : rest
  if (known?.has(word)) return behindVerb || isDefinite(word) || !isCommon(word)
  return behindVerb && rest.length > 2 && !isDefinite(rest) && !isClosed(rest) && !isOrdinary(rest)
}

/** «علي الأحمدي الناطق باسم …», «سارة علي، مديرة قسم …»: a role behind the name, with no name of its own. */
function appositionAt(r: Reach, i: number): Draft | null {
  const comma = markAt(r, i, COMMA)
  const hit = entryAt(r, comma ? i + 1 : i)
  const noun = hit?.entry.noun
  if (!hit || !noun || noun.count !== 'singular') return null
  if (noun.kind !== 'office' && noun.kind !== 'official' && noun.kind !== 'person') return null
  const role = readHead(r, comma ? i + 1 : i, hit, { depth: 1, names: true })
  if (!role || role.name || (!role.definite && role.last === hit.last)) return null
  return comma && role.last === hit.last ? null : role
}

/** The consonants of a word, article and weak letters gone, the letters that stand for g made one. */
const nameKey = (word: string): string =>
  word
    .replace(/^ال/u, '')
    .replace(/[جغ]/gu, 'غ')
    .replace(/ة$/u, 'ه')
    .replace(/[اويىئؤء]/gu, '')
    .replace(/(.)\1/gu, '$1')

const wordsIn = memo((form: string): readonly string[] => cuts(form).map(({ rest }) => rest))

/** «دي ميستورا» and «دي مستورا» differ in weak letters; from four consonants on, one of them may differ as well. */
const LENIENT_FROM = 4

export const mentions: MentionGrammar = { read, wordsIn, nameKey, lenientFrom: LENIENT_FROM }
