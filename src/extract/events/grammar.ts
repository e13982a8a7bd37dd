/** What a language says about events. */
import type { ActorPart, EventStatus, EventType, Span } from '../../types.ts'
import type { Cast, Mention } from '../mentions/mention.ts'
import type { Passage, Sentence, TokenRange } from '../text/passage.ts'

/** A happening as one clause reports it, before it is dated and compared with the rest of the article. */
export interface Sighting {
  readonly type: EventType
  readonly mode: string | null
  readonly status: EventStatus
  /** The word that reports it, without what is attached to its front. */
  readonly trigger: Span
  /** The dictionary form of the trigger: two sightings with one lemma are likelier to be one happening. */
  readonly lemma: string
  readonly parties: readonly { readonly mention: Mention; readonly part: ActorPart }[]
  readonly place: Mention | null
  /** The stretch around the trigger in which words belong to it. */
  readonly clause: TokenRange
  /** Points back at a happening told before: «الهجوم», «هذا اللقاء». */
  readonly anaphoric: boolean
  /** Tells of a happening for the first time: «اجتماع», a meeting. */
  readonly introduces: boolean
  /** Tells what a happening led to rather than the happening: killed and wounded in an attack. */
  readonly outcome: boolean
  /** From 0 to 1. */
  readonly confidence: number
  readonly ruleId: string
}

/** Reads the sentences of one article, whose subject it has taken in. */
export interface EventReader {
  /** The sightings of a sentence, in the order of their triggers. Linear in the length of the sentence. */
  read(passage: Passage, sentence: Sentence): readonly Sighting[]
}

/** A rule as a document: what it reads and what it must leave alone. Both are run as tests. */
export interface EventRule {
  /** `<language>/event/<slug>`. */
  readonly id: `${string}/event/${string}`
  /** A sentence and the one event that the rule finds in it. */
  readonly examples: readonly [EventExample, ...EventExample[]]
  /** Sentences in which the rule finds nothing. */
  readonly nonExamples: readonly [string, ...string[]]
}
export type EventExample = readonly [text: string, type: EventType, status: EventStatus, trigger: string]

export interface EventGrammar {
  readonly rules: readonly EventRule[]
  /** Below this confidence a sighting is no event. */
  readonly threshold: number
  open(passages: readonly Passage[], cast: Cast): EventReader
}
