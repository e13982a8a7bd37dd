/** What the rules for mentions share: the words within reach, and the drafts that they fill. */
import type { Count, Gender, KnownNames, Mention } from '../../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import type { Cut } from '../proclitics.ts'
import type { Entry, Noun } from './entries.ts'
import { mentionTerms } from './lexicon.ts'
import { peopleByShape } from './people-by-shape.ts'

/** Longest mention that is read, in tokens; keeps reading linear whatever the text. */
const LONGEST = 40

/** The words that a mention may be made of. */
export interface Reach extends Cut {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** Exclusive: the end of the sentence, or of what a mention may cover. */
  readonly end: number
  readonly known: KnownNames | undefined
  /** The token that carries the clitic. */
  readonly at: number
  /** Reads a phrase within a phrase. */
  readonly readHead: ReadHead
}

/** Reads the mention whose head the lexicon found at token `i`. */
export type ReadHead = (r: Reach, i: number, hit: Hit, within: Within) => Draft | null

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
  /** Only what is more than a bare noun is asked for: the second part of an idafa. */
  readonly certain?: true
  /** It belongs to a person: «العتيبي» behind it is a family name rather than an adjective. */
  readonly person: boolean
}

/** At the top: nothing stands above the phrase. */
export const OUTERMOST: Within = { depth: 0, names: true, person: false }

/** What a rule found: where things stand. The texts are cut out when the whole mention is known. */
export interface Draft extends TokenRange {
  readonly reach: Reach
  readonly type: Mention['type']
  readonly name: TokenRange | null
  readonly role: TokenRange | null
  readonly alias: TokenRange | null
  /** The head noun, and where its modifiers begin. */
  readonly head: { readonly lemma: string; readonly last: number; readonly noun: Noun | null } | null
  /** A party that the lexicon knows: its key, and its name where it is not the one written. */
  readonly known: { readonly name: string | null; readonly key: string } | null
  readonly gender: Gender | null
  readonly count: Count
  readonly countryCode: string | null
  readonly land: boolean
  readonly anaphoric: boolean
  readonly latter: boolean
  readonly styled: boolean
  readonly definite: boolean
  readonly source: boolean
  readonly document: boolean
  readonly epithet: boolean
  readonly of: Draft | null
}

/** A draft of what is given, with nothing said of the rest. */
export const draft = (
  reach: Reach,
  found: TokenRange & Pick<Draft, 'type'> & Partial<Omit<Draft, 'reach'>>,
): Draft => ({
  reach,
  name: null,
  role: null,
  alias: null,
  head: null,
  known: null,
  gender: null,
  count: 'singular',
  countryCode: null,
  land: false,
  anaphoric: false,
  latter: false,
  styled: false,
  definite: (found.name ?? null) !== null,
  source: false,
  document: false,
  epithet: false,
  of: null,
  ...found,
})

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

/** Whether token `i` is one of these marks. */
export const markAt = ({ tokens, end }: Reach, i: number, marks: ReadonlySet<string>): boolean =>
  i >= 0 && i < end && marks.has((tokens[i] as Token).form)

/** The longest entry of the lexicon that begins at token `i`, within reach. */
export function entryAt({ tokens, end, at, rest }: Reach, i: number): Hit | null {
  if (i >= end) return null
  const hit = mentionTerms.find(tokens, i, i === at ? rest : undefined)
  if (hit) return i + hit.length <= end ? { entry: hit.value, last: i + hit.length } : null
  const entry = tokens[i]?.kind === 'word' ? peopleByShape(i === at ? rest : (tokens[i] as Token).form) : null
  return entry && { entry, last: i + 1 }
}

/** A reach that begins behind the preposition ل of token `i`: «لوزارة», «للوزير». Null where there is none. */
export function behindFor(r: Reach, i: number): Reach | null {
  const form = formAt(r, i)
  if (!form.startsWith('ل') || form.length < 4) return null
  return { ...r, at: i, clitic: 'ل', rest: form.startsWith('لل') ? `ال${form.slice(2)}` : form.slice(1) }
}

/** A reach that begins behind the preposition ب of token `i`: «بوزارة». Null where there is none. */
export function behindIn(r: Reach, i: number): Reach | null {
  const form = formAt(r, i)
  return form.startsWith('ب') && form.length > 3 ? { ...r, at: i, clitic: 'ب', rest: form.slice(1) } : null
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
