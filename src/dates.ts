/** The dates module by itself: a text in, its time expressions with their values out. */
import { findTimes, type UnresolvedReason } from './extract/dates/dates.ts'
import { readPassage } from './extract/text/passage.ts'
import { dateGrammarFor } from './languages/dates.ts'
import { pageVocabulary } from './languages/index.ts'
import { languageOf } from './segment/language.ts'
import { plainArticle } from './segment/plain-text.ts'
import { codePointOffsets } from './tables/code-points.ts'
import type { DateValue, Facts, Publication, Span, TimeExpression } from './types.ts'

export interface DateOptions {
  /** When the text was published: an EDTF date or an ISO instant. Without it the text is dated as far as it gives itself away. */
  readonly published?: string
  /** When the text was captured: an EDTF date or an ISO instant. Nothing in it is younger. */
  readonly captured?: string
  /** BCP 47. Without it the language is told from the text. */
  readonly language?: string
}

/** A time expression. Offsets count Unicode code points, `end` exclusive. */
export interface FoundDate extends DateValue, Span {
  readonly text: string
  /** `inferred`: the date of publication was needed. */
  readonly basis: TimeExpression['basis']
  readonly rule_id: string
}

/** A time expression without a value, and why. */
export interface UnresolvedDate extends Span {
  readonly text: string
  readonly reason: UnresolvedReason
}

export interface FoundDates {
  /** BCP 47; null where it cannot be told: then nothing is read. */
  readonly language: string | null
  readonly published: Publication & { readonly confidence: number }
  readonly dates: readonly FoundDate[]
  readonly unresolved: readonly UnresolvedDate[]
}

const UNDATED = { value: null, basis: null, evidence: [], confidence: 0 } as const

/** Finds and resolves the time expressions of a text, in the order of the text, and says when the text was published. */
export function findDates(text: string, { published, captured, language }: DateOptions = {}): FoundDates {
  const tag = language ?? languageOf(text, pageVocabulary)
  const grammar = tag === null ? null : dateGrammarFor(tag)
  if (!grammar) return { language: tag, published: UNDATED, dates: [], unresolved: [] }
  const article = plainArticle(text, tag)
  const facts: Facts = {
    sourceKey: '',
    revision: '',
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(captured === undefined ? {} : { capturedAt: captured }),
  }
  const passage = readPassage('body', text, article.blocks, grammar.orthography)
  const found = findTimes([passage], article, facts, grammar)
  const at = codePointOffsets(text)
  const place = ({ start, end }: Span) => ({ text: text.slice(start, end), start: at(start), end: at(end) })
  return {
    language: tag,
    published: found.publication,
    dates: found.times.map(time => ({ ...place(time), ...time.value, basis: time.basis, rule_id: time.ruleId })),
    unresolved: found.unresolved.map(({ reason, ...span }) => ({ ...place(span), reason })),
  }
}
