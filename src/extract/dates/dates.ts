/** Every time expression of an article with its value, and when the article itself and its comments were published. */
import type { Article, DateValue, Facts, Publication, Span, TimeExpression } from '../../types.ts'
import { type Passage, spanOf } from '../text/passage.ts'
import type { DateGrammar } from './grammar.ts'
import { statedPublication } from './published.ts'
import { resolve } from './resolve.ts'
import { toDateValue } from './stretch.ts'

export interface ArticleTimes {
  readonly publication: Publication
  readonly times: readonly TimeExpression[]
  /** For each comment, when it was posted. */
  readonly posted: readonly (DateValue | null)[]
}

/** Finds and resolves all times of an article; expressions whose value cannot be told are left out. */
export function findTimes(
  passages: readonly Passage[],
  article: Article,
  facts: Facts,
  grammar: DateGrammar,
): ArticleTimes {
  const stated = statedPublication(article, facts, grammar)
  const times: TimeExpression[] = []
  for (const passage of passages) {
    for (const { token, start, end, time, ruleId } of grammar.read(passage)) {
      const resolution = resolve(time, stated?.reference ?? null)
      if (!resolution) continue
      const { stretch, basis } = resolution
      times.push({
        field: passage.field,
        start,
        end,
        value: toDateValue(stretch),
        basis,
        sentence: sentenceAt(passage, token),
        ruleId,
      })
    }
  }
  const publication = stated?.publication ?? { value: null, basis: null, evidence: [] }
  return { publication, times, posted: article.comments.map(() => null) }
}

function sentenceAt(passage: Passage, token: number): Span {
  return spanOf(passage, passage.sentences[passage.sentenceOf[token] as number] as Passage['sentences'][number])
}
