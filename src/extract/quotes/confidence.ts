/**
 * How sure a quote is: the product of what its frame, its cue and the way to its speaker are worth. The figures are shares of
 * right quotes on annotated articles, smoothed; docs/evaluation.md shows how they hold.
 */
import type { Attribution } from '../../types.ts'
import type { Cue, Frame } from './grammar.ts'
import type { Attributed } from './speakers.ts'

const FRAMES: Readonly<Record<Frame, number>> = {
  clause: 0.98,
  colon: 0.98,
  marks: 0.96,
  argument: 0.88,
  object: 0.84,
  bare: 0.75,
  epithet: 0.8,
  after: 0.92,
  edge: 0.85,
  headline: 0.88,
  turn: 0.85,
  alone: 0.65,
}

const STRENGTHS: Readonly<Record<Cue['strength'], number>> = { strong: 1, plain: 0.96, weak: 0.88 }

const ATTRIBUTIONS: Readonly<Record<Attribution, number>> = {
  subject_after_cue: 0.95,
  subject_before_cue: 0.88,
  relayed: 0.95,
  governing_clause: 0.88,
  after_quote: 0.95,
  according_to: 0.95,
  headline: 0.97,
  pronoun: 0.85,
  continued: 0.82,
  paragraph_before: 0.75,
  interview_turn: 0.9,
  none_passive: 0.8,
  none_ambiguous: 0.4,
  none_found: 0.4,
}

/** The words in the subject's place are known to nobody. */
const UNKNOWN = 0.75
/** Described, not named: the article may name whom it means elsewhere. */
const UNNAMED = 0.92
/** The speaker does not agree with the cue. */
const NESTED = 0.75
/** Marks that nothing closes. */
const UNCLOSED = 0.8
const LONG = 0.93
/** In tokens. */
const LENGTH = 70

export function confidenceOf({ draft, speaker, attribution }: Attributed): number {
  const { frame, cue, nested, first, last, unclosed } = draft
  const factors = [
    FRAMES[frame],
    cue ? STRENGTHS[cue.strength] : 1,
    ATTRIBUTIONS[attribution],
    speaker && !speaker.known ? UNKNOWN : 1,
    speaker?.known && speaker.party.type === 'unnamed' ? UNNAMED : 1,
    nested ? NESTED : 1,
    unclosed ? UNCLOSED : 1,
    last - first > LENGTH ? LONG : 1,
  ]
  return Math.round(factors.reduce((product, factor) => product * factor, 1) * 1000) / 1000
}
