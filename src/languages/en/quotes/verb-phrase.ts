/** What stands before a verb in an English clause: its auxiliaries and adverbs, its subject, and what opens the clause. */
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { determiners, isClosed } from '../mentions/words.ts'
import finite from '../words/finite.json' with { type: 'json' }
import context from '../words/quote-context.json' with { type: 'json' }

/** Words between a subject and its verb. */
const BETWEEN = new Set(context.conjunctions.filter(word => word !== 'and' && !word.includes("'")))
const BE = new Set(context.aux)
const HAVE = new Set(['has', 'have', 'had', 'having'])
const CONTRACTED: ReadonlyMap<string, 'be' | 'have'> = new Map([
  ...['he', 'she', 'it', 'who', 'that'].map(word => [`${word}'s`, 'have'] as const),
  ...['they', 'we', 'you'].map(word => [`${word}'re`, 'be'] as const),
  ...['they', 'we', 'you', 'i'].map(word => [`${word}'ve`, 'have'] as const),
])
const OPENERS = new Set([...finite.subordinators, ...finite.conjunctions, ...finite.hypotheticals])
const RELATIVES = new Set(context.relatives)

/** How far a verb's auxiliaries and adverbs, and how far its subject may reach, in tokens. */
const PHRASE = 5
const SUBJECT = 9

export interface VerbPhrase {
  /** First token of the verb with its auxiliaries and adverbs. */
  readonly first: number
  /** The nearest auxiliary. */
  readonly auxiliary: 'be' | 'have' | null
  /** The word before the phrase; null at the start of a sentence. */
  readonly before: Token | null
  /** The word that opens the clause, “and”, “while”, “if”, and its token; null when the clause opens the sentence or follows a mark. */
  readonly opener: { readonly form: string; readonly at: number } | null
}

/** Reads what stands before the verb at a token. */
export function verbPhraseAt(passage: Passage, at: number): VerbPhrase {
  const { tokens, sentenceOf } = passage
  const inSentence = (i: number) => i >= 0 && sentenceOf[i] === sentenceOf[at]
  let first = at
  let auxiliary: VerbPhrase['auxiliary'] = null
  while (inSentence(first - 1) && first > at - PHRASE) {
    const { form } = tokens[first - 1] as Token
    if (BE.has(form)) auxiliary ??= 'be'
    else if (HAVE.has(form)) auxiliary ??= 'have'
    else if (!isAdverb(passage, first - 1)) break
    first--
  }
  const before = inSentence(first - 1) ? (tokens[first - 1] as Token) : null
  return { first, auxiliary: auxiliary ?? CONTRACTED.get(before?.form ?? '') ?? null, before, opener: openerOf() }

  function openerOf(): VerbPhrase['opener'] {
    for (let i = first - 1; inSentence(i) && i >= first - SUBJECT; i--) {
      const { form, kind } = tokens[i] as Token
      if (OPENERS.has(form)) return { form, at: i }
      if (kind === 'mark' && form !== '-' && form !== '.') return null
      if (kind === 'word' && isClosed(form) && !determiners.has(form) && form !== 'of' && !isPronoun(form)) return null
    }
    return null
  }
}

const PRONOUNS = new Set([...finite.subjectPronouns, 'others', 'another', 'one'])
const isPronoun = (form: string): boolean => PRONOUNS.has(form)

/** Whether a word says how or when, and stands freely beside a verb. */
export function isAdverb({ tokens, text }: Passage, at: number): boolean {
  const { form, start } = tokens[at] ?? { form: '', start: 0 }
  return BETWEEN.has(form) || (form.length > 4 && form.endsWith('ly') && !/\p{Lu}/u.test(text[start] as string))
}

export const isRelative = (form: string): boolean => RELATIVES.has(form)

const JOINS_PHRASES = new Set(['of', 'in', 'at', 'for', 'from', 'on', 'with', 'within', 'to'])
/** How long a subject with its phrases may be, in tokens. */
const LONG_SUBJECT = 12

/** The noun that heads the subject before a verb: “polls” in “polls in the north also show”. */
export function subjectHead(passage: Passage, at: number): string {
  const { tokens, sentenceOf } = passage
  const { first } = verbPhraseAt(passage, at)
  let head = tokens[first - 1]?.form ?? ''
  for (let i = first - 1; i >= first - LONG_SUBJECT && sentenceOf[i] === sentenceOf[at]; i--) {
    const { form, kind } = tokens[i] as Token
    if (JOINS_PHRASES.has(form)) {
      const before = tokens[i - 1]
      if (before?.kind !== 'word' || isClosed(before.form)) break
      head = before.form
    } else if (kind === 'mark' ? form !== '-' && form !== '.' : isClosed(form) && !determiners.has(form)) break
  }
  return head
}
