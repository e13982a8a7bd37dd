/** Who may be the speaker of a quote: mentions near its cue that agree with it in gender and number. */
import type { Party } from '../../types.ts'
import type { Mention } from '../mentions/mention.ts'
import type { TokenRange } from '../text/passage.ts'
import { spanOf } from '../text/passage.ts'
import type { Agreement, Cue } from './grammar.ts'
import type { Scene } from './scene.ts'

export interface Candidate {
  readonly party: Party
  /** The words in the text; null when an earlier quote's speaker goes on. */
  readonly range: TokenRange | null
  readonly agreement: Agreement
  readonly human: boolean
  /** Named by a pronoun alone. */
  readonly pronoun: boolean
  /** The cast knows it; else it is whatever stands in the subject's place. */
  readonly known: boolean
  /**
   * Points back at somebody whom the text has not called so: a source or a document at the last speaker, whoever that is, an
   * epithet at one who agrees with it. Null when it does not.
   */
  readonly back: 'anybody' | 'somebody' | null
}

export function candidateOf({ cast }: Scene, mention: Mention): Candidate {
  const { gender, count, type, pronoun, source, document, epithet } = mention
  const pointing = source || document ? 'anybody' : epithet ? 'somebody' : null
  return {
    party: cast.party(mention),
    range: mention,
    agreement: { gender, count },
    human: type === 'person' || type === 'unnamed' || type === 'group',
    pronoun,
    known: true,
    back: pointing && cast.unexplained(mention) ? pointing : null,
  }
}

/** Words that must be the subject, of nobody known: somebody in whose name or description they stand, or taken as they are. */
export function unknownCandidate(scene: Scene, range: TokenRange, { agreement }: Pick<Cue, 'agreement'>): Candidate {
  const { passage, cast } = scene
  const bearer = cast.called(passage, range)
  const fits = !agreement.gender || !bearer?.gender || agreement.gender === bearer.gender
  if (bearer && fits) return { ...candidateOf(scene, bearer), range }
  const { start, end } = spanOf(passage, range)
  return {
    party: { name: passage.text.slice(start, end), type: 'unnamed', role: null, countryCode: null },
    range,
    agreement: { gender: null, count: null },
    human: true,
    pronoun: false,
    known: false,
    back: null,
  }
}

/** Whether a subject before its verb fits: it agrees in gender and number; what is not human takes the feminine as plural. */
export function agrees({ agreement: cue, form }: Pick<Cue, 'agreement' | 'form'>, candidate: Candidate): boolean {
  const { gender, count } = candidate.agreement
  if (form === 'noun' && cue.gender === null && cue.count === null) return true
  if (count === 'plural' && cue.count === 'singular') return cue.gender !== 'masculine' && gender !== 'masculine'
  if (cue.count !== null && count !== null && cue.count !== count) {
    if (cue.count === 'singular' || count === 'singular') return false
  }
  return cue.gender === null || gender === null || cue.gender === gender || cue.count !== 'singular'
}

/** Whether a subject after its verb fits: the verb is singular and agrees in gender alone. */
export function agreesAfter({ agreement: cue, takesPerson }: Cue, candidate: Candidate): boolean {
  if (cue.count !== null && cue.count !== 'singular') return false
  if (!takesPerson) return true
  const { gender, count } = candidate.agreement
  if (cue.gender === null || gender === null || cue.gender === gender) return true
  return count === 'plural' && cue.gender === 'feminine'
}

/** The mention of a speaker at a token, unless a preposition before it or on it governs it. */
export function freeMention({ passage, cast, grammar, inside, opens }: Scene, at: number): Mention | null {
  const mention = cast.startingAt(passage, at)
  if (!mention || mention.type === 'place' || grammar.isPreposition(mention.clitic)) return null
  const begins = at === 0 || passage.sentenceOf[at - 1] !== passage.sentenceOf[at]
  if (!begins && grammar.governs(passage, at - 1)) return null
  if (inside[at] !== -1 && opens[at] === -1) return null
  return mention
}
