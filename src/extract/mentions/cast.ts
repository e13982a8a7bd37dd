import type { Passage } from '../text/passage.ts'
import type { Cast, MentionGrammar } from './mention.ts'

/** Finds every mention of an article and decides which of them are the same party. */
export function readCast(_passages: readonly Passage[], _grammar: MentionGrammar): Cast {
  return {
    mentions: () => [],
    startingAt: () => null,
    covering: () => null,
    party: () => ({ name: '', type: 'unnamed', role: null, countryCode: null }),
    same: () => false,
  }
}
