import type { Article, DateValue, Facts, Publication, TimeExpression } from '../../types.ts'
import type { Passage } from '../text/passage.ts'
import type { DateGrammar } from './grammar.ts'

export interface ArticleTimes {
  readonly publication: Publication
  readonly times: readonly TimeExpression[]
  /** For each comment, when it was posted. */
  readonly posted: readonly (DateValue | null)[]
}

/** Every time expression of an article with its value, and when the article itself and its comments were published. */
export function findTimes(
  _passages: readonly Passage[],
  article: Article,
  _facts: Facts,
  _grammar: DateGrammar,
): ArticleTimes {
  return {
    publication: { value: null, basis: null, evidence: [] },
    times: [],
    posted: article.comments.map(() => null),
  }
}
