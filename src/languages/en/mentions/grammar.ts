/** The grammar of mentions: who is named or described at a word of an English text. */
import type { KnownNames, Mention, MentionGrammar } from '../../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { apposition, complement, nameBehind } from './behind.ts'
import { bare, countryIn, headOf, isDateline, officeOf, onlyAdjectives } from './descriptions.ts'
import { finish } from './finish.ts'
import { isAcronym, isCapital, type Scan, skipParty } from './names.ts'
import { type Phrase, readPhrase } from './phrase.ts'
import { reachVerb, unknownSubject } from './unknown.ts'
import { countries, outlets, places, pronouns } from './words.ts'

function read(passage: Passage, at: number, known?: KnownNames): Mention | null {
  const sentence = passage.sentences[passage.sentenceOf[at] as number]
  const scan: Scan = { passage, tokens: passage.tokens, end: sentence?.last ?? passage.tokens.length, known }
  const token = scan.tokens[at] as Token
  if (token.kind === 'number') return counted(scan, at)
  if (token.kind !== 'word') return null
  return readPronoun(scan, at) ?? readNamed(scan, at) ?? readUnknown(scan, at)
}

function readPronoun(scan: Scan, at: number): Mention | null {
  const pronoun = pronouns.get((scan.tokens[at] as Token).form)
  if (!pronoun) return null
  return finish(
    scan,
    { first: at, last: at + 1 },
    {
      type: pronoun.type,
      pronoun: true,
      epithet: false,
      gender: pronoun.gender,
      count: pronoun.type === 'group' ? 'plural' : 'singular',
      anaphoric: true,
    },
  )
}

function readNamed(scan: Scan, at: number): Mention | null {
  const phrase = readPhrase(scan, at)
  if (!phrase) return null
  return phrase.name ? named(scan, phrase, phrase.name) : described(scan, phrase)
}

/** “51 percent of the farmers”, “43 said”: those whom a number counts. */
function counted(scan: Scan, at: number): Mention | null {
  const phrase = readPhrase(scan, at + 1)
  return phrase?.head?.plural && !phrase.name ? described(scan, { ...phrase, first: at }) : readUnknown(scan, at)
}

/** A phrase with a proper name: a place, a country, a person with or without a role, or a body. */
function named(scan: Scan, phrase: Phrase, name: TokenRange): Mention | null {
  const { tokens } = scan
  const { head, title } = phrase
  const outlet = outlets.find(tokens, name.first)
  const body = head !== null && phrase.headLast === name.last && isCapital(scan, phrase.headFirst)
  if (!title && !head && !outlet) {
    const other = countryOrPlace(scan, phrase, name)
    if (other) return other
  }
  if (!title && (body || outlet?.length === name.last - name.first)) {
    const type = outlet ? 'media' : head && head.type !== 'unnamed' ? head.type : 'organization'
    const last = body ? complement(scan, phrase.last) : phrase.last
    const range = { first: name.first, last }
    const countryCode = countryIn(tokens, range)
    return finish(
      scan,
      { first: phrase.first, last },
      {
        type,
        name: range,
        count: head?.plural ? 'plural' : 'singular',
        countryCode,
        roleWords: head ? [head.lemma] : [],
      },
    )
  }
  if (head && !body && head.type !== 'unnamed' && name.first < phrase.headFirst) return described(scan, phrase)
  if (onlyAdjectives(tokens, name)) return null
  const single = name.last === name.first + 1
  const article = (tokens[phrase.first] as Token).form === 'the'
  const acronym = !title && !head && ((single && isAcronym(scan, name.first)) || article)
  const role = title ?? (head && phrase.headLast <= name.first ? { first: phrase.first, last: phrase.headLast } : null)
  const named = skipParty(scan, phrase.last)
  const behind = role || acronym ? null : apposition(scan, named)
  const told = role ?? behind
  const lemma = title ? officeOf(tokens, title) : (head?.lemma ?? null)
  return finish(
    scan,
    { first: phrase.first, last: behind?.last ?? named },
    {
      type: acronym ? 'organization' : 'person',
      name,
      role: told,
      gender: phrase.titleGender ?? head?.gender ?? null,
      countryCode: told && countryIn(tokens, told),
      roleLemma: behind ? headOf(tokens, behind) : lemma,
    },
  )
}

/** “Turkey”, “Washington”: a country, or its government; “Ohio”, “Cairo”: a place. */
function countryOrPlace(scan: Scan, phrase: Phrase, name: TokenRange): Mention | null {
  const length = name.last - name.first
  if (isDateline(scan, name)) return finish(scan, phrase, { type: 'place', name })
  const country = countries.find(scan.tokens, name.first, bare(scan.tokens[name.first] as Token))
  if (country?.length === length)
    return finish(scan, phrase, { type: 'organization', name, countryCode: country.value, land: true })
  const place = places.find(scan.tokens, name.first, bare(scan.tokens[name.first] as Token))
  return place?.length === length ? finish(scan, phrase, { type: 'place', name }) : null
}

/** A phrase without a proper name of its own: “a senior official”, “the company”, “critics of the plan”. */
function described(scan: Scan, phrase: Phrase): Mention | null {
  const { head } = phrase
  if (!head) return null
  const last = reachVerb(scan, complement(scan, phrase.headLast))
  const behind = head.type === 'unnamed' ? nameBehind(scan, last) : null
  const role = { first: phrase.first, last }
  const countryCode = countryIn(scan.tokens, role)
  if (behind) {
    return finish(
      scan,
      { first: phrase.first, last: behind.last },
      { type: 'person', name: behind, role, gender: head.gender, countryCode, roleLemma: head.lemma },
    )
  }
  const determiner = (scan.tokens[phrase.first] as Token).form
  const definite = determiner === 'the' || determiner === 'this' || determiner === 'his' || determiner === 'her'
  return finish(
    scan,
    { first: phrase.first, last },
    {
      type: head.type,
      role,
      gender: head.gender,
      count: head.plural ? 'plural' : 'singular',
      anaphoric: definite && last === phrase.headLast && !head.document,
      document: head.document,
      countryCode,
      roleLemma: head.lemma,
    },
  )
}

/** Whoever stands before a reporting verb as its subject: “forecasters”, “nine out of ten farmers”. */
function readUnknown(scan: Scan, at: number): Mention | null {
  const last = unknownSubject(scan, at)
  if (last === null) return null
  const range = { first: at, last }
  const plural = /[^s']s$/.test((scan.tokens[last - 1] as Token).form)
  return finish(scan, range, { type: plural ? 'group' : 'unnamed', role: range, count: plural ? 'plural' : 'singular' })
}

export const mentions: MentionGrammar = {
  read,
  wordsIn: form => [form],
  shortName: () => null,
  nameKey: word => word,
  sameKey: (a, b) => a === b,
}
