import type { QuoteGrammar } from '../../../extract/quotes/grammar.ts'
import {
  addresses,
  addressesAfterVenue,
  asideAt,
  governs,
  introducesName,
  isObject,
  isPreposition,
  relaysFrom,
  skipAdverbial,
  skipAuxiliary,
  skipResumption,
  skipTopicShift,
  sourcePhraseAt,
  subjectAt,
  turnAt,
  venueAt,
} from './adverbials.ts'
import { openingAt, subjectFollows } from './complementisers.ts'
import { cueAt } from './cues.ts'
import { quoteRules } from './rules.ts'

export const quotes: QuoteGrammar = {
  rules: quoteRules,
  proclitics: new Set(),
  cueAt,
  openingAt,
  skipAdverbial,
  introducesName,
  sourcePhraseAt,
  asideAt,
  turnAt,
  venueAt,
  addresses,
  addressesAfterVenue,
  beginsName: () => false,
  skipTopicShift,
  skipTurn: (_, at) => at,
  governs,
  isPreposition,
  isObject,
  skipAuxiliary,
  skipResumption,
  relaysFrom,
  subjectAt,
  subjectFollows,
}
