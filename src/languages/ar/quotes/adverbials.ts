/** Words that may stand between a reporting verb, its subject and what it reports; and phrases that name a source. */
import type { QuoteGrammar, SourcePhrase } from '../../../extract/quotes/grammar.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { withoutFront } from '../attached.ts'
import { stripClitics } from '../clitics.ts'
import { isPrepositional } from '../function-words.ts'
import { foldTerm } from '../orthography.ts'
import { termLexicon, wordSet } from '../terms.ts'
import adverbs from '../words/adverbs.json' with { type: 'json' }
import nameHeads from '../words/name-heads.json' with { type: 'json' }
import asides from '../words/quote-asides.json' with { type: 'json' }
import context from '../words/quote-context.json' with { type: 'json' }
import sourcePhrases from '../words/source-phrases.json' with { type: 'json' }
import speechNouns from '../words/speech-nouns.json' with { type: 'json' }
import venues from '../words/speech-venues.json' with { type: 'json' }
import shifts from '../words/topic-shifts.json' with { type: 'json' }
import { readCueWord } from './cue-forms.ts'

const ADVERBS = termLexicon(adverbs.map(term => [term, true]))
const SHIFTS = termLexicon([...shifts, ...shifts.map(term => `و${term}`)].map(term => [term, true]))
const WITHHELD = wordSet(context.withheld)
const WITHOUT = termLexicon(context.without.map(term => [term, true]))
const ASIDES = termLexicon(asides.map(term => [term, true]))
const VENUES = wordSet(venues.nouns)
const VENUE_ADJECTIVES = wordSet(venues.adjectives)
const VENUE_PREPOSITIONS = wordSet(context.venuePrepositions.flatMap(word => [word, `و${word}`]))
const NAME_HEADS = wordSet(nameHeads)
const OWN = wordSet(speechNouns.own)
const REPORTS = wordSet(speechNouns.reports)

/** Token after an adverb, or `at`. */
export const skipAdverb = (tokens: readonly Token[], at: number): number => at + (ADVERBS.find(tokens, at)?.length ?? 0)

/** Token after an adverbial: «أمس», «في بيان صحفي», «أيضا»; `at` when none begins here. */
export function skipAdverbial(passage: Passage, at: number): number {
  const after = isPrepositional(passage, at) ? at + 1 : skipAdverb(passage.tokens, at)
  return after > at ? after : skipVenue(passage, at)
}

const skipVenue = (passage: Passage, at: number): number => venueAt(passage, at)?.last ?? at

/** «في مؤتمر صحفي», «خلال مقابلة»: the noun and its adjectives. */
export function venueAt({ tokens }: Passage, at: number): TokenRange | null {
  if (!VENUE_PREPOSITIONS.has(tokens[at]?.form ?? '')) return null
  const noun = tokens[at + 1]
  if (!noun || !VENUES.has(stripClitics(noun.form, stem => VENUES.has(stem))?.stem ?? noun.form)) return null
  let last = at + 2
  while (VENUE_ADJECTIVES.has(tokens[last]?.form ?? '')) last++
  return { first: at + 1, last }
}

const ADDRESSING = wordSet(context.addressing)
export const addresses = (clitic: string): boolean => /^[وف]?ل$/u.test(clitic)
export const addressesAfterVenue = ({ tokens }: Passage, at: number): boolean => ADDRESSING.has(tokens[at]?.form ?? '')

export const skipTopicShift = ({ tokens }: Passage, at: number): number => at + (SHIFTS.find(tokens, at)?.length ?? 0)

const POINTING_BACK = termLexicon(context.pointingBack.map(term => [term, true]))
export const skipPointingBack = ({ tokens }: Passage, at: number): number =>
  at + (POINTING_BACK.find(tokens, at)?.length ?? 0)

const FRONTED = termLexicon(context.fronted.flatMap(term => [term, `و${term}`]).map(term => [term, true]))
export const frontsTopic = ({ tokens }: Passage, at: number): boolean => FRONTED.find(tokens, at) !== null

export function asideAt({ tokens }: Passage, at: number): boolean {
  if (ASIDES.find(tokens, at)) return true
  // «، دون أن يوضح …»: what the speaker does not say.
  const without = WITHOUT.find(tokens, at)
  const verb = without ? (tokens[at + without.length]?.form ?? '') : ''
  return WITHHELD.has(verb) || readCueWord(verb)?.entry.present === true
}

const BREAKS = termLexicon(
  [...context.turns, ...context.breaks].flatMap(term => [
    [term, true],
    [`و${term}`, true],
  ]),
)
export const breaksPhrase = ({ tokens }: Passage, at: number): boolean => BREAKS.find(tokens, at) !== null

const isHead = (stem: string) => NAME_HEADS.has(stem)
/** «صحيفة "…"», but not «الصحيفة "…"»: with the article the noun is complete. */
export const introducesName = ({ tokens }: Passage, at: number): boolean =>
  stripClitics(tokens[at]?.form ?? '', isHead)?.article === false

const BEGINNINGS = wordSet(context.nameBeginnings)
/** «أبو فلان», «مشروع الخلاص», or a single word with the article: the term for something. */
export function beginsName(passage: Passage, at: number): boolean {
  const { tokens } = passage
  const { form = '' } = tokens[at] ?? {}
  if (BEGINNINGS.has(form)) return true
  const next = tokens[at + 1]
  if (next?.kind === 'mark') return /^ال\p{L}{3,}$/u.test(form)
  return introducesName(passage, at) && !form.startsWith('ال') && /^ال\p{L}{3,}$/u.test(next?.form ?? '')
}

interface Source {
  readonly lemma: string
  readonly takes: string | null
}

const SOURCES = termLexicon<Source>(
  sourcePhrases.flatMap(({ phrase, takes }) => {
    const source = { lemma: phrase, takes: takes ?? null }
    return [[phrase, source] as const, [`و${phrase}`, source] as const]
  }),
)
/** Between a report and whose it is: «بيان صادر عن», «تقرير نشرته». */
const REPORT_VERBS = wordSet(context.reportVerbs)
const RELATIVES = wordSet(['ما', 'لما', 'الذي', 'التي'])

/** «وفق», «بحسب ما أعلن», «على حد قوله», «وفقا لـ», «نقلا عن» at a token, or null. */
export function sourcePhraseAt(passage: Passage, at: number): SourcePhrase | null {
  return ownPhraseAt(passage, at) ?? namedPhraseAt(passage, at)
}

const phraseOf = (passage: Passage, at: number, last: number, by: SourcePhrase['by'], lemma: string): SourcePhrase => {
  const token = passage.tokens[at] as Token
  const joined = /^و(?!فق)/u.test(token.form) || /^ووفق/u.test(token.form)
  const { start } = withoutFront(passage.text, token, joined ? 1 : 0)
  const word = { start, end: (passage.tokens[at] as Token).end }
  return { first: at, last, by, report: null, word, lemma, class: 'according' }
}

function namedPhraseAt(passage: Passage, at: number): SourcePhrase | null {
  const { tokens } = passage
  const hit = SOURCES.find(tokens, at)
  if (!hit) return null
  const { lemma, takes } = hit.value
  let last = at + hit.length
  const next = tokens[last]
  if (!next) return null
  // «على ما أفاد مصدر», and not «على ما يبدو».
  if (takes === 'cue' && readCueWord(next.form)?.entry.form !== 'finite') return null
  if (RELATIVES.has(next.form) || lemma.endsWith('ما')) {
    if (RELATIVES.has(next.form)) last++
    // The verb, and what it may take before its subject: «نقلته عنه».
    return tokens[last] ? phraseOf(passage, at, last + 1, 'verb', lemma) : null
  }
  if (takes === 'ل' && !next.form.startsWith('ل')) return null
  return { ...phraseOf(passage, at, last, 'named', lemma), report: reportEnd(tokens, last) }
}

/** After «بيان», «بيان صادر عن», «منشور وزعته». */
function reportEnd(tokens: readonly Token[], at: number): number | null {
  const noun = stripClitics(tokens[at]?.form ?? '', stem => REPORTS.has(stem))
  if (!noun || noun.pronoun !== null || noun.conjunction !== null) return null
  let end = at + 1
  while (end < at + 4 && (REPORT_VERBS.has(tokens[end]?.form ?? '') || /(?:ته|تها)$/u.test(tokens[end]?.form ?? '')))
    end++
  return end
}

const QUESTION_MARKS = wordSet(context.questionMarks)
const ANSWER_MARKS = wordSet(context.answerMarks)

/** «س:», «ج -», «سؤال:», «الجواب:». */
export function turnAt({ tokens }: Passage, at: number): ReturnType<QuoteGrammar['turnAt']> {
  const form = tokens[at]?.form ?? ''
  const numbered = tokens[at + 1]?.kind === 'number' ? 1 : 0
  if (!/^[:.–-]$/u.test(tokens[at + 1 + numbered]?.form ?? '')) return null
  const first = at + 2 + numbered
  if (QUESTION_MARKS.has(form)) return { kind: 'question', first }
  return ANSWER_MARKS.has(form) ? { kind: 'answer', first } : null
}

const RESUMPTIONS = wordSet(context.resumptions)
export const skipResumption = ({ tokens }: Passage, at: number): number =>
  at + (RESUMPTIONS.has(tokens[at]?.form ?? '') ? 1 : 0)

const AUXILIARIES = wordSet(context.auxiliaries)
export const skipAuxiliary = ({ tokens }: Passage, at: number): number =>
  at + (AUXILIARIES.has(tokens[at]?.form ?? '') ? 1 : 0)

/** «على حد قوله», «بحسب تعبيرها», «وفق وصف الوزير»: points back at the speaker. */
function ownPhraseAt(passage: Passage, at: number): SourcePhrase | null {
  const { tokens } = passage
  const form = (i: number) => tokens[i]?.form ?? ''
  let noun = -1
  if (form(at) === 'على' && form(at + 1) === 'حد') noun = at + 2
  else if (SOURCES.find(tokens, at)?.length === 1) noun = at + 1
  if (noun < 0) return null
  const found = stripClitics(form(noun), stem => OWN.has(stem))
  if (!found || (found.pronoun === null && noun === at + 1)) return null
  // «على حد قول الوزير»: says whose words they are.
  if (found.pronoun === null) return phraseOf(passage, at, noun + 1, 'named', foldTerm('على حد قول'))
  return phraseOf(passage, at, noun + 1, 'self', foldTerm('على حد قوله'))
}
