/** What the rules for mentions share: the words within reach, and the draft that they fill. */
import type { KnownNames, Mention } from '../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { type Entry, mentionTerms } from './mention-lexicon.ts'
import { foldCharacter } from './orthography.ts'
import type { Cut } from './proclitics.ts'

/** Longest mention that is read, in tokens; keeps reading linear whatever the text. */
const LONGEST = 40

/** The words that a mention may be made of. */
export interface Reach {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** Exclusive: the end of the sentence, or of what a mention may cover. */
  readonly end: number
  readonly known: KnownNames | undefined
  /** The token that carries a clitic, and what is left of it. */
  readonly at: number
  readonly clitic: string
  readonly rest: string
  /** Reads a phrase within a phrase. */
  readonly readHead: ReadHead
}

/** Reads the mention whose head the lexicon found at token `i`. */
export type ReadHead = (r: Reach, i: number, hit: Hit, within: Within) => Mention | null

/** An entry of the lexicon, as found in a text. */
export interface Hit {
  readonly entry: Entry
  /** Exclusive. */
  readonly last: number
}

export interface Within {
  /** Heads above this one. */
  readonly depth: number
  /** Whether the name of a person may follow; a name behind «نائب رئيس الوزراء» is the نائب's. */
  readonly names: boolean
}

export function reach(
  passage: Passage,
  at: number,
  { clitic, rest }: Cut,
  known: KnownNames | undefined,
  readHead: ReadHead,
): Reach {
  const sentence = passage.sentences[passage.sentenceOf[at] as number]
  const end = Math.min(sentence?.last ?? passage.tokens.length, at + LONGEST)
  return { passage, tokens: passage.tokens, end, known, at, clitic, rest, readHead }
}

/** The folded form of token `i` without the clitic of the mention; empty outside of reach and for marks and numbers. */
export function formAt({ tokens, end, at, rest }: Reach, i: number): string {
  if (i >= end) return ''
  const token = tokens[i] as Token
  return token.kind === 'word' ? (i === at ? rest : token.form) : ''
}

/** The longest entry of the lexicon that begins at token `i`, within reach. */
export function entryAt({ tokens, end, at, rest }: Reach, i: number): Hit | null {
  if (i >= end) return null
  const hit = mentionTerms.find(tokens, i, i === at ? rest : undefined)
  return hit && i + hit.length <= end ? { entry: hit.value, last: i + hit.length } : null
}

/** Where the words behind the clitic begin. An article that fused with ل (لل) stays whole. */
export function ownStart({ tokens, passage, at, clitic, rest }: Reach): number {
  const token = tokens[at] as Token
  const kept = token.form.length - clitic.length < rest.length ? clitic.slice(0, -1) : clitic
  let letters = 0
  let start = token.start
  for (const character of passage.text.slice(token.start, token.end)) {
    if (letters === kept.length && foldCharacter(character) !== '') break
    letters += foldCharacter(character).length
    start += character.length
  }
  return kept === '' ? token.start : start
}

const UNWRITTEN = /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu

/** The words of a range as they are published: single spaces, no vowel signs, no quotation marks, the clitic taken off. */
export function wording(r: Reach, { first, last }: TokenRange): string {
  let text = ''
  for (let i = first; i < last; i++) {
    const token = r.tokens[i] as Token
    if (token.kind === 'mark' && !/[-–()./&]/u.test(token.form)) {
      if (token.spaced && text !== '') text += ' '
      continue
    }
    let word = r.passage.text.slice(token.start, token.end)
    if (i === r.at && r.clitic !== '') {
      word = token.form.length - r.clitic.length < r.rest.length ? r.rest : r.passage.text.slice(ownStart(r), token.end)
    }
    text += `${token.spaced && text !== '' && !text.endsWith(' ') ? ' ' : ''}${word.replace(UNWRITTEN, '')}`
  }
  return text.trim()
}

/** The folded words of a range. */
export function wordsOf(r: Reach, { first, last }: TokenRange): string[] {
  const words: string[] = []
  for (let i = first; i < last; i++) {
    const form = formAt(r, i)
    if (form !== '') words.push(form)
  }
  return words
}

/** Words of a name as they compare: «عبد الله» as one word, «بن» left out. */
function joined(words: readonly string[]): string[] {
  const compared: string[] = []
  words.forEach((word, i) => {
    const before = words[i - 1]
    if (before === 'عبد' || before === 'ابو' || before === 'ابا' || before === 'ابي')
      compared[compared.length - 1] += word
    else if (word === 'ابا' || word === 'ابي') compared.push('ابو')
    else if ((word !== 'بن' && word !== 'ابن') || words.length === 1) compared.push(word)
  })
  return compared
}

/** What a rule found; the rest of a mention follows from it. */
export type Draft = TokenRange & Pick<Mention, 'type'> & Partial<Omit<Mention, 'start' | 'end' | 'clitic'>>

/** Makes a mention of what a rule found; the texts are cut out here. */
export function finish(r: Reach, draft: Draft): Mention {
  const { name = null, role = null } = draft
  const outer = draft.first === r.at
  return {
    gender: null,
    count: 'singular',
    countryCode: null,
    anaphoric: false,
    pronoun: false,
    of: null,
    alias: [],
    document: false,
    nameText: name ? wording(r, name) : null,
    roleText: role ? wording(r, role) : null,
    nameWords: name ? joined(wordsOf(r, name)) : [],
    roleWords: role ? wordsOf(r, role) : [],
    ...draft,
    name,
    role,
    clitic: outer ? r.clitic : '',
    start: outer ? ownStart(r) : (r.tokens[draft.first] as Token).start,
    end: (r.tokens[draft.last - 1] as Token).end,
  }
}
