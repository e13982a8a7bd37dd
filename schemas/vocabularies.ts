/** Closed lists. A word is added at the end; it is never renamed without a major version of the data. */

/** What became of an object that was dropped. */
export const outcomes = [
  'parsed',
  'partial',
  'needs_ocr',
  'not_article',
  'duplicate',
  'rejected',
  'failed',
  'removed',
] as const

export const spanFields = ['title', 'body'] as const
export const publishedBases = ['metadata', 'stated', 'inferred'] as const
export const deletionCauses = ['source', 'takedown'] as const

export const quoteKinds = ['direct', 'indirect', 'mixed'] as const
export const speakerTypes = ['person', 'organization', 'group', 'unnamed', 'media'] as const

/** What the reporting word does with the content. */
export const cueClasses = [
  'say',
  'write',
  'add',
  'affirm',
  'stress',
  'note',
  'recall',
  'clarify',
  'describe',
  'reveal',
  'announce',
  'report',
  'inform',
  'cite',
  'opine',
  'claim',
  'predict',
  'doubt',
  'ask',
  'answer',
  'comment',
  'deny',
  'reject',
  'warn',
  'threaten',
  'accuse',
  'criticise',
  'express',
  'praise',
  'admit',
  'promise',
  'demand',
  'request',
  'suggest',
  'order',
  'decide',
  'conclude',
  'according',
] as const

/** How the speaker was found, or, for a quote without one, why none is given. */
export const attributions = [
  'subject_after_cue',
  'subject_before_cue',
  'relayed',
  'governing_clause',
  'after_quote',
  'according_to',
  'headline',
  'pronoun',
  'continued',
  'paragraph_before',
  'interview_turn',
  'none_passive',
  'none_ambiguous',
  'none_found',
] as const

/** The sixteen event types of PLOVER. */
export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const

export const eventStatuses = ['happened', 'ongoing', 'planned', 'conditional', 'denied'] as const
export const actorParts = ['actor', 'target', 'participant'] as const
export const occurredBases = ['stated', 'inferred'] as const
