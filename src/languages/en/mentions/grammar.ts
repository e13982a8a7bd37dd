/** The grammar of mentions: who is named or described at a word of an English text. */
import type { KnownNames, Mention, MentionGrammar } from '../../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isAcronym, isCapital, type Scan } from './names.ts'
import { apposition, complement, nameBehind, type Phrase, readPhrase } from './phrase.ts'
import { countries, determiners, outlets, pronouns } from './words.ts'

function read(passage: Passage, at: number, known?: KnownNames): Mention | null {
  const sentence = passage.sentences[passage.sentenceOf[at] as number]
  const scan: Scan = { passage, tokens: passage.tokens, end: sentence?.last ?? passage.tokens.length, known }
  const token = scan.tokens[at] as Token
  if (token.kind !== 'word') return null
  return readPronoun(scan, at) ?? readNamed(scan, at)
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

/** A phrase with a proper name: a person with or without a role, or a body. */
function named(scan: Scan, phrase: Phrase, name: TokenRange): Mention | null {
  const { tokens } = scan
  const { head, title } = phrase
  const outlet = outlets.find(tokens, name.first)
  const body = head !== null && phrase.headLast === name.last && isCapital(scan, phrase.headFirst)
  const country = countries.find(tokens, name.first)
  if (!title && (body || outlet?.length === name.last - name.first)) {
    const type = outlet ? 'media' : head && head.type !== 'unnamed' ? head.type : 'organization'
    const last = body ? complement(scan, phrase.last) : phrase.last
    return finish(
      scan,
      { first: phrase.first, last },
      { type, name: { first: name.first, last }, count: head?.plural ? 'plural' : 'singular' },
    )
  }
  if (!title && !head && country && country.length === name.last - name.first) {
    return finish(scan, phrase, { type: 'organization', name, countryCode: country.value, land: true })
  }
  if (head && !body && head.type !== 'unnamed' && name.first < phrase.headFirst) return described(scan, phrase)
  const acronym = !title && !head && name.last === name.first + 1 && isAcronym(scan, name.first)
  const role = title ?? (head && phrase.headLast <= name.first ? { first: phrase.first, last: phrase.headLast } : null)
  const behind = role ? null : apposition(scan, phrase.last)
  return finish(
    scan,
    { first: phrase.first, last: behind?.last ?? phrase.last },
    {
      type: acronym ? 'organization' : 'person',
      name,
      role: role ?? behind,
      gender: phrase.titleGender ?? head?.gender ?? null,
    },
  )
}

/** A phrase without a proper name of its own: “a senior official”, “the company”, “critics of the plan”. */
function described(scan: Scan, phrase: Phrase): Mention | null {
  const { head } = phrase
  if (!head) return null
  const last = complement(scan, phrase.headLast)
  const behind = head.type === 'unnamed' ? nameBehind(scan, last) : null
  if (behind) {
    const role = { first: phrase.first, last }
    return finish(
      scan,
      { first: phrase.first, last: behind.last },
      { type: 'person', name: behind, role, gender: head.gender },
    )
  }
  const determiner = (scan.tokens[phrase.first] as Token).form
  const definite = determiner === 'the' || determiner === 'this' || determiner === 'his' || determiner === 'her'
  return finish(
    scan,
    { first: phrase.first, last },
    {
      type: head.type,
      role: { first: phrase.first, last },
      gender: head.gender,
      count: head.plural ? 'plural' : 'singular',
      anaphoric: definite && last === phrase.headLast && !head.document,
      document: head.document,
      countryCode: countries.get((scan.tokens[phrase.headFirst - 1] as Token | undefined)?.form ?? '') ?? null,
    },
  )
}

type Filled = Pick<Mention, 'type'> & Partial<Mention>

function finish({ passage, tokens }: Scan, { first, last }: TokenRange, filled: Filled): Mention {
  const cut = (range: TokenRange) =>
    passage.text.slice((tokens[range.first] as Token).start, (tokens[range.last - 1] as Token).end)
  const words = (range: TokenRange) =>
    tokens
      .slice(range.first, range.last)
      .flatMap(({ kind, form }) => (kind === 'word' ? [form.replace(/'s$/, '')] : []))
  const { name = null, role = null } = filled
  return {
    first,
    last,
    start: (tokens[first] as Token).start,
    end: (tokens[last - 1] as Token).end,
    gender: null,
    count: 'singular',
    countryCode: null,
    land: false,
    anaphoric: false,
    pronoun: false,
    latter: false,
    epithet: false,
    styles: [],
    styled: false,
    clitic: '',
    of: null,
    alias: [],
    definite: filled.anaphoric ?? filled.name !== undefined,
    source: false,
    document: false,
    nameText: name && cut(name).replace(/['’]s$/u, ''),
    roleText: role && cut(role).replace(/^(?:the|a|an) /iu, ''),
    nameWords: name ? words(name) : [],
    roleWords: role ? words(role).filter(word => !determiners.has(word)) : [],
    ...filled,
    name,
    role,
  }
}

export const mentions: MentionGrammar = {
  read,
  wordsIn: form => [form],
  shortName: () => null,
  nameKey: word => word,
  sameKey: (a, b) => a === b,
}
