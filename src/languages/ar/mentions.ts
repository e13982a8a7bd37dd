/** The grammar of mentions: who is named or described at a word of an Arabic text. */
import type { KnownNames, Mention, MentionGrammar } from '../../extract/mentions/mention.ts'
import type { Passage } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { readName } from './mention-names.ts'
import { aliased, readHead } from './mention-phrase.ts'
import { entryAt, finish, formAt, type Reach, reach } from './mention-reader.ts'
import { givenName, isClosed, isCommon, isDefinite, isOrdinary } from './mention-words.ts'
import { spellings } from './orthography.ts'
import { cuts } from './proclitics.ts'
import roles from './words/roles.json' with { type: 'json' }
import speechVerbs from './words/speech-verbs.json' with { type: 'json' }

const honorifics = new Set(roles.honorifics.flatMap(spellings))
const verbs = new Set(speechVerbs.flatMap(spellings).flatMap(verb => [verb, `و${verb}`, `ف${verb}`]))

function read(passage: Passage, at: number, known?: KnownNames): Mention | null {
  const token = passage.tokens[at] as Token
  if (token.kind !== 'word') return null
  for (const { clitic, rest } of cuts(token.form)) {
    const r = reach(passage, at, { clitic, rest }, known, readHead)
    const mention = readAt(r)
    if (mention) return mention
  }
  return null
}

function readAt(r: Reach): Mention | null {
  const { at } = r
  if (honorifics.has(r.rest)) {
    const next = entryAt(r, at + 1)
    if (next?.entry.noun?.kind === 'office') {
      const office = readHead(r, at + 1, next, { depth: 0, names: true })
      if (office) return finish(r, { ...office, first: at })
    }
  }
  const hit = entryAt(r, at)
  const phrase = hit && readHead(r, at, hit, { depth: 0, names: true })
  return phrase ?? readBareName(r)
}

/** A name without a title: «أحمد منصور», or a single word that the article or a verb of speech makes a name. */
function readBareName(r: Reach): Mention | null {
  const { at, rest, clitic } = r
  const reading = readName(r.tokens, at, r.end, rest, isExpected(r), r.known)
  if (!reading) return null
  if (clitic !== '' && reading.sure === 0) return null
  const { last, name, alias } = aliased(r, { first: at, last: reading.last })
  const apposition = appositionAt(r, last)
  return finish(r, {
    type: 'person',
    first: at,
    last: apposition?.last ?? last,
    name,
    alias,
    role: apposition && { first: apposition.first, last: apposition.last },
    roleWords: apposition?.roleWords ?? [],
    countryCode: apposition?.countryCode ?? null,
    of: apposition?.of ?? null,
    gender: reading.gender ?? apposition?.gender ?? null,
  })
}

/** Whether a single word here is a name: the article gave it in full elsewhere, or it is the subject of a verb of speech. */
function isExpected({ tokens, at, rest, clitic, known }: Reach): boolean {
  const afterVerb = at > 0 && clitic === '' && verbs.has(tokens[at - 1]?.form ?? '')
  if (known?.has(rest)) return afterVerb || !isCommon(isDefinite(rest) ? rest.slice(2) : rest)
  if (clitic !== '' || isDefinite(rest) || isClosed(rest) || isOrdinary(rest)) return false
  return afterVerb && (givenName(rest) !== undefined || rest.length > 2)
}

/** «علي الأحمدي الناطق باسم …», «سارة علي، مديرة قسم …»: a role behind the name, with no name of its own. */
function appositionAt(r: Reach, i: number): Mention | null {
  const comma = r.tokens[i]?.form === '،'
  const at = comma ? i + 1 : i
  const hit = entryAt(r, at)
  const kind = hit?.entry.noun?.kind
  if (!hit || (kind !== 'office' && kind !== 'official' && kind !== 'person')) return null
  const role = readHead(r, at, hit, { depth: 1, names: true })
  if (!role || role.name || role.count !== 'singular') return null
  if (hit.entry.noun?.state === 'bare' && role.last === hit.last) return null
  if (
    comma &&
    role.last < r.end &&
    formAt(r, role.last) !== '' &&
    hit.entry.noun?.state === 'definite' &&
    role.last === hit.last
  )
    return null
  return role
}

const WEAK = /[اوي]/gu

/** Two spellings of one name: endings, hamza and long vowels differ, or one consonant does. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [skeleton(a), skeleton(b)]
  if (x === y) return x.length > 1
  if (Math.min(x.length, y.length) < 4) return false
  return withinOne(x, y)
}

const skeleton = (word: string) =>
  word
    .replace(/^ال/u, '')
    .replace(/[ىئ]/gu, 'ي')
    .replace(/ة$/u, 'ه')
    .replace(/[ؤ]/gu, 'و')
    .replace(/[جغ]/gu, 'غ')
    .replace(WEAK, '')
    .replace(/(.)\1/gu, '$1')

/** Whether one insertion, deletion or replacement makes two words equal. */
function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  let j = 0
  while (j < Math.min(a.length, b.length) - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++
  return Math.max(a.length, b.length) - i - j <= 1
}

export const mentions: MentionGrammar = { read, sameWord }
