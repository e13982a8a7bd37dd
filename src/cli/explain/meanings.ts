/** What the words in some columns mean, for people. */
import type { Attribution, PublishedBasis } from '../../types.ts'

export const attributionMeanings: Readonly<Record<Attribution, string>> = {
  subject_after_cue: 'the subject that follows the reporting word',
  subject_before_cue: 'the subject that stands before the reporting word',
  relayed: 'the source from which the reporting word takes it over',
  governing_clause: 'the subject of the clause that governs the reporting word',
  after_quote: 'the source named after the quoted words',
  according_to: 'the source after «according to» or the like',
  headline: 'the name before the colon of a headline',
  pronoun: 'a pronoun, or a verb without a subject, that points back to somebody named before',
  continued: 'the speaker of the quote before, who goes on',
  paragraph_before: 'the person whom the paragraph before is about',
  interview_turn: 'the turn of an interview',
  none_passive: 'no speaker: the reporting word is passive',
  none_ambiguous: 'no speaker: more than one would fit',
  none_found: 'no speaker: none is named',
}

export const basisMeanings: Readonly<Record<PublishedBasis, string>> = {
  metadata: 'told beside the document',
  stated: 'stated by the text',
  inferred: 'worked out from the text',
}
