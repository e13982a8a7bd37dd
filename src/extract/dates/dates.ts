/** Every time expression of an article with its value, and when the article itself and its comments were published. */
import type { Article, DateValue, Facts, FieldSpan, Span, TimeExpression } from '../../types.ts'
import { type Passage, spanOf } from '../text/passage.ts'
import type { Found } from './clue.ts'
import type { DateGrammar } from './grammar.ts'
import { capturedOn, type DatedPublication, datePublication, readLine } from './published.ts'
import { exists, type Reference, resolve } from './resolve.ts'
import { ofDays, toDateValue } from './stretch.ts'

export interface ArticleTimes {
  readonly publication: DatedPublication
  readonly times: readonly TimeExpression[]
  /** Expressions without a value. */
  readonly unresolved: readonly Unresolved[]
  /** For each comment, when it was posted. */
  readonly posted: readonly (DateValue | null)[]
}

/** `no such date`: 31 April. `no reference`: it counts from publication, which is not known closely enough. */
export type UnresolvedReason = 'no such date' | 'no reference'

export interface Unresolved extends FieldSpan {
  readonly reason: UnresolvedReason
}

/** Finds all times of an article, dates the article, and resolves the times against that date. */
export function findTimes(
  passages: readonly Passage[],
  article: Article,
  facts: Facts,
  grammar: DateGrammar,
): ArticleTimes {
  const found = passages.flatMap(passage => grammar.read(passage).map(expression => ({ ...expression, passage })))
  const captured = capturedOn(facts)
  const comments = article.comments.map(({ postedText }) =>
    postedText === null ? null : readLine(postedText, captured, grammar),
  )
  const { publication, reference } = datePublication(article, facts, found, passages, comments, grammar)
  const times: TimeExpression[] = []
  const unresolved: Unresolved[] = []
  for (const expression of found) {
    const time = timeOf(expression, reference)
    if (time) times.push(time)
    else unresolved.push(unresolvedOf(expression))
  }
  const posted = comments.map(run => {
    if (!run) return null
    const first = reference && reference.first > run.first && reference.first <= run.last ? reference.first : run.first
    return toDateValue(ofDays(first, run.last))
  })
  return { publication, times, unresolved, posted }
}

function timeOf(
  { passage, token, start, end, time, ruleId }: Found,
  reference: Reference | null,
): TimeExpression | null {
  const resolution = resolve(time, reference)
  if (!resolution) return null
  const { stretch, basis } = resolution
  return {
    field: passage.field,
    start,
    end,
    value: toDateValue(stretch),
    basis,
    sentence: sentenceAt(passage, token),
    ruleId,
  }
}

const unresolvedOf = ({ passage, start, end, time }: Found): Unresolved => ({
  field: passage.field,
  start,
  end,
  reason: exists(time) ? 'no reference' : 'no such date',
})

function sentenceAt(passage: Passage, token: number): Span {
  return spanOf(passage, passage.sentences[passage.sentenceOf[token] as number] as Passage['sentences'][number])
}
