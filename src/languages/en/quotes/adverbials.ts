/** Words that may stand between an English reporting verb and what it reports; and phrases that name a source. */
import type { QuoteGrammar, SourcePhrase } from '../../../extract/quotes/grammar.ts'
import { lexicon } from '../../../extract/text/lexicon.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import context from '../words/quote-context.json' with { type: 'json' }

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
export const relaysFrom = (): boolean => false
export const asideAt = (): boolean => false
export const skipTopicShift = (_: Passage, at: number): number => at
export const subjectAt = (): null => null
export const isPreposition = (): boolean => false
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

export const addresses = (): boolean => false
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
