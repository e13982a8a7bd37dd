import type { Event, Quote, TimeExpression } from '../../types.ts'
import type { Cast } from '../mentions/mention.ts'
import type { Passage } from '../text/passage.ts'
import type { EventGrammar } from './grammar.ts'

/** Every event of an article, in the order of the text. */
export function findEvents(
  _passages: readonly Passage[],
  _cast: Cast,
  _times: readonly TimeExpression[],
  _quotes: readonly Quote[],
  _grammar: EventGrammar,
): readonly Event[] {
  return []
}
