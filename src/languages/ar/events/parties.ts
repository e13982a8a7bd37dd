/** Who takes part in an event: noun phrases after its trigger, told apart by position and preposition, and its subject. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { ActorPart, EventType } from '../../../types.ts'
import { foldTerm } from '../orthography.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import type { Sense } from './lexicon.ts'
import type { Preposition, View } from './sentence.ts'
import { isRelative } from './subjects.ts'

export interface PartyPart {
  readonly mention: Mention
  readonly part: ActorPart
}

/** A noun phrase after a trigger. */
export interface Slot {
  readonly mention: Mention
  /** The preposition before it; `agent` for «من قبل», «على يد», `participant` for «بمشاركة», «لكل من». */
  readonly marker: Preposition | 'agent' | 'participant' | null
  /** Joined by و to the slot before. */
  readonly joined: boolean
  /** «مسلحون من تنظيم …»: the group that those before it belong to. */
  readonly group: boolean
}

const agentMarkers = new Set(frames.agentMarkers.map(foldTerm))
const participantMarkers = new Set(frames.participantMarkers.map(foldTerm))
/** Arguments stand near their trigger. */
const REACH = 36

/** The token after the last one that can belong to the trigger that ends before `from`. */
export function argumentsEnd(view: View, from: number): number {
  const limit = Math.min(view.last, from + REACH)
  for (let i = from; i < limit; i++) {
    if (view.isHard(i) || view.opensClause(i) || isRelative(view, i)) return i
    if (i > from && !view.covering(i) && isFiniteVerb(view, i)) return i
  }
  return limit
}

/** A finite verb of the lists that is not also a noun. */
function isFiniteVerb(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word || word.nouns.length > 0 || word.classes.size > 0 || word.frame !== null) return false
  return [...word.verbs, ...word.lights].some(({ tense }) => tense !== 'participle' && tense !== 'jussive')
}

/** Every noun phrase from `from` to `to`, with what governs it. */
export function slotsBetween(view: View, from: number, to: number): readonly Slot[] {
  const slots: Slot[] = []
  let previous: Slot | null = null
  for (let i = from; i < to; i++) {
    const mention = view.mentionAt(i)
    if (!mention) continue
    const joined: boolean = previous !== null && i <= previous.mention.last + 1 && view.form(i).startsWith('و')
    const marker: Slot['marker'] = joined ? (previous as Slot).marker : markerBefore(view, mention, from)
    const group: boolean =
      previous !== null && marker === 'من' && i <= previous.mention.last + 2 && mention.type === 'organization'
    previous = { mention, marker, joined, group }
    slots.push(previous)
    i = Math.max(i, mention.last - 1)
  }
  return slots
}

function markerBefore(view: View, { first, clitic }: Mention, from: number): Slot['marker'] {
  const attached = clitic.at(-1)
  if (attached === 'ب' || attached === 'ل') return attached
  for (let i = first - 1; i >= from && i >= first - 3; i--) {
    const form = view.form(i)
    if (agentMarkers.has(form)) return 'agent'
    if (participantMarkers.has(form)) return 'participant'
    const preposition = view.preposition(i)
    if (preposition)
      return i > from && participantMarkers.has(view.form(i - 1).replace(/^ل/u, ''))
        ? 'participant'
        : agentOr(view, i, preposition)
    const word = view.word(i)
    if (word?.preposition === 'ب' || word?.preposition === 'ل') return word.preposition
    if (view.isComma(i) || view.covering(i) || form.startsWith('ال')) break
  }
  return null
}

/** «من قبل X», «على يد X» found at their preposition. */
const agentOr = (view: View, at: number, preposition: Preposition): Slot['marker'] =>
  agentMarkers.has(view.form(at + 1)) ? 'agent' : preposition

/** Prepositions that mark whom a type of event is done to. */
const TARGETS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  ASSAULT: ['على', 'ضد'],
  COERCE: ['على', 'ضد', 'من'],
  SANCTION: ['على', 'ضد', 'مع'],
  MOBILIZE: ['على', 'ضد'],
  PROTEST: ['ضد', 'على'],
  THREATEN: ['ضد', 'ل'],
  ACCUSE: ['ل', 'ضد', 'على', 'إلى'],
  REQUEST: ['من', 'إلى', 'ل', 'على'],
  REJECT: ['ل', 'من'],
  SUPPORT: ['ب', 'ل', 'على', 'مع'],
  AID: ['ل', 'إلى', 'ب'],
  AGREE: ['ل', 'مع'],
  CONCEDE: ['ل', 'على'],
  RETREAT: ['ل', 'عن', 'إلى'],
  COOPERATE: ['إلى', 'ل'],
}
/** Negative words of judgement name whom they judge with ب: «ندد بالحكومة». */
const JUDGING = new Set(['ندّد', 'أشاد', 'رحّب', 'هدّد'])

export interface Frame {
  readonly sense: Sense
  /** What the bare phrases after the trigger are, in order. */
  readonly order: readonly ActorPart[]
  /** Who does it, where said before the trigger or only meant. */
  readonly subject: Mention | null
  /** To whom it is done, where said before it: «الاتفاق الذي أبرمته». */
  readonly object: Mention | null
}

/** Gives every phrase its part. */
export function assignParties(slots: readonly Slot[], { sense, order, subject, object }: Frame): readonly PartyPart[] {
  const parts: PartyPart[] = []
  const mutual = sense.roles === 'mutual'
  const add = (mention: Mention, part: ActorPart) => {
    if (mention.document || mention.type === 'place' || parts.some(other => other.mention === mention)) return
    parts.push({ mention, part: mutual ? 'participant' : part })
  }
  if (subject) add(subject, sense.roles === 'patient' ? 'target' : 'actor')
  if (object) add(object, 'target')
  const targets = TARGETS[sense.type] ?? []
  let bare = 0
  let current: ActorPart | null = null
  for (const { mention, marker, joined, group } of slots) {
    if (!joined && !(group && current !== null)) {
      if (marker === 'agent') current = 'actor'
      else if (marker === 'participant') current = 'participant'
      else if (marker === null) current = order[bare++] ?? null
      else if (marker === 'بين' || marker === 'مع')
        current = mutual || sense.type === 'ASSAULT' ? 'participant' : targets.includes(marker) ? 'target' : null
      else if (targets.includes(marker)) current = 'target'
      else if (marker === 'ب' && (mutual || JUDGING.has(sense.verb?.[0] ?? ''))) current = 'target'
      else current = null
    }
    if (current !== null) add(mention, current)
  }
  return parts
}
