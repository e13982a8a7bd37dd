import type { Quote, TimeExpression } from '../../types.ts'
import type { Cast } from '../mentions/mention.ts'
import type { Passage } from '../text/passage.ts'
import type { QuoteGrammar } from './grammar.ts'

/** Every quote of an article, in the order of the text, each with its speaker or the reason why there is none. */
export function findQuotes(
  _passages: readonly Passage[],
  _cast: Cast,
  _times: readonly TimeExpression[],
  _grammar: QuoteGrammar,
): readonly Quote[] {
  return []
}
