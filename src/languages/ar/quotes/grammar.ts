import type { QuoteGrammar } from '../../../extract/quotes/grammar.ts'
import { governs, isObject, isPreposition, relaysFrom, takesObject } from '../function-words.ts'
import { wordSet } from '../terms.ts'
import {
  addresses,
  addressesAfterVenue,
  asideAt,
  beginsName,
  breaksPhrase,
  frontsTopic,
  introducesName,
  skipAdverbial,
  skipAuxiliary,
  skipPointingBack,
  skipResumption,
  skipTopicShift,
  sourcePhraseAt,
  turnAt,
  venueAt,
} from './adverbials.ts'
import { beginsClause, goesOn, openingAt, skipComplementiser } from './complementisers.ts'
import { cueAt, skipTurn } from './cues.ts'
import { quoteRules } from './rules.ts'
import { subjectAt } from './subjects.ts'

export const quotes: QuoteGrammar = {
  skipApposition: (_, at) => at,
  rules: quoteRules,
  proclitics: wordSet(['ل', 'ب', 'ك', 'و', 'ف', 'ال', 'بال', 'لل', 'ول', 'وب', 'وال', 'فال', 'كال']),
  cueAt,
  openingAt,
  skipComplementiser,
  skipAdverbial,
  introducesName,
  frontsTopic,
  beginsName,
  sourcePhraseAt,
  asideAt,
  goesOn,
  breaksPhrase,
  beginsClause,
  turnAt,
  venueAt,
  addresses,
  addressesAfterVenue,
  skipTopicShift,
  skipPointingBack,
  skipTurn,
  skipResumption,
  skipAuxiliary,
  governs,
  isPreposition,
  isObject,
  takesObject,
  relaysFrom,
  subjectAt,
  subjectFollows: () => true,
}
