/** Words that may stand between an English reporting verb and what it reports; and phrases that name a source. */
import type { QuoteGrammar, SourcePhrase } from '../../../extract/quotes/grammar.ts'
import { lexicon } from '../../../extract/text/lexicon.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { heads } from '../mentions/words.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { cueForms } from './cue-forms.ts'

const ADVERBS = lexicon(context.adverbs.map(term => [term, true] as const))
const SOURCES = lexicon(context.sourcePhrases.map(term => [term, term] as const))
const VENUES = lexicon(context.venues.map(term => [term, true] as const))
const VENUE_PREPOSITIONS = new Set(context.venuePrepositions)
const NAME_HEADS = lexicon(context.nameHeads.map(term => [term, true] as const))
const ARTICLES = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their'])
const GOVERNORS = new Set(context.governors)

/** Longest venue: “in an interview with the …”, in tokens. */
const VENUE = 12

/** Token after an adverbial: “on Tuesday”, “in a statement”, “also”; `at` when none begins here. */
export function skipAdverbial(passage: Passage, at: number): number {
  const adverb = ADVERBS.find(passage.tokens, at)
  return adverb ? at + adverb.length : skipVenue(passage, at)
}

function skipVenue({ tokens }: Passage, at: number): number {
  if (!VENUE_PREPOSITIONS.has(tokens[at]?.form ?? '')) return at
  for (let i = at + 1; i < Math.min(at + VENUE / 2, tokens.length); i++) {
    if ((tokens[i] as Token).kind === 'mark') return at
    const venue = VENUES.find(tokens, i)
    if (venue) return i + venue.length
  }
  return at
}

/** Whether a word alone names an occasion: “statement”, “interview”. */
export const isOccasion = (form: string): boolean => VENUES.get(form) === true

const EXPLAINING = new Set([...ARTICLES, 'who', 'which', 'whose', 'one', 'another', 'now', 'then', 'both'])
const FROM = new Set(['of', 'from', 'at', 'with', 'for', 'in', 'who', 'and', 'as', 'on', 'during', 'to', 'by', 'after'])
/** Longest explanation of a name, in tokens. */
const APPOSITION = 40

/** Token after “, a farmer from the north”, “, 23”, “ of the Mill Group” behind a name: at the comma that closes it, or at the end. */
export function skipApposition({ tokens, sentenceOf, text }: Passage, at: number): number {
  const comma = tokens[at]?.form === ','
  const next = tokens[comma ? at + 1 : at]
  if (!next || (!comma && !FROM.has(next.form))) return at
  const capital = /\p{Lu}/u.test(text[next.start] as string)
  if (comma && next.kind !== 'number' && !EXPLAINING.has(next.form) && !capital && !heads.get(next.form)) return at
  let i = at + 1
  while (i < at + APPOSITION && sentenceOf[i] === sentenceOf[at] && tokens[i]?.form !== ',') i++
  return i
}

/** “according to”, at a token, or null. */
export function sourcePhraseAt({ tokens }: Passage, at: number): SourcePhrase | null {
  const hit = SOURCES.find(tokens, at)
  if (!hit) return null
  const last = at + hit.length
  const word = { start: (tokens[at] as Token).start, end: (tokens[last - 1] as Token).end }
  return { first: at, last, by: 'named', report: null, word, lemma: hit.value, class: 'according' }
}

export const introducesName = ({ tokens }: Passage, at: number): boolean => NAME_HEADS.find(tokens, at) !== null
export const governs = ({ tokens }: Passage, at: number): boolean => GOVERNORS.has(tokens[at]?.form ?? '')
/** “told by”: who said what is passed on. */
export const relaysFrom = ({ tokens }: Passage, at: number): boolean => tokens[at]?.form === 'by'
export const asideAt = (): boolean => false
export const skipTopicShift = (_: Passage, at: number): number => at
export const subjectAt = (): null => null
/** A possessive is no subject: “Whitlow's plan”. */
export const isPreposition = (clitic: string): boolean => clitic === "'s"
/** English names and nouns have no cases. */
export const isObject = (): boolean => false
/** “in a joint statement”, “at a news conference”: the noun with what stands between it and the article. */
export function venueAt({ tokens }: Passage, at: number): TokenRange | null {
  if (!VENUE_PREPOSITIONS.has(tokens[at]?.form ?? '') || !ARTICLES.has(tokens[at + 1]?.form ?? '')) return null
  for (let first = at + 2; first < at + 5 && tokens[first]?.kind === 'word'; first++) {
    const venue = VENUES.find(tokens, first)
    if (venue) return { first: at + 2, last: first + venue.length }
  }
  return null
}

/** “told reporters”: forms of verbs that take the one who is told as their object. */
export const addresses = (form: string): boolean => cueForms.get(form)?.verb.addressee === true
export const addressesAfterVenue = ({ tokens }: Passage, at: number): boolean =>
  tokens[at]?.form === 'with' || tokens[at]?.form === 'to'

/** “Q:”, “A:”, “Question:”. */
export function turnAt({ tokens }: Passage, at: number): ReturnType<QuoteGrammar['turnAt']> {
  if (tokens[at + 1]?.form !== ':') return null
  const form = tokens[at]?.form ?? ''
  if (form === 'q' || form === 'question') return { kind: 'question', first: at + 2 }
  return form === 'a' || form === 'answer' ? { kind: 'answer', first: at + 2 } : null
}

export const skipResumption = (_passage: Passage, at: number): number => at
export const skipAuxiliary = (_passage: Passage, at: number): number => at
