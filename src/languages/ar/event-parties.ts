/** Who takes part in an event: noun phrases before and after its trigger, told apart by position and preposition. */
import type { Mention } from '../../extract/mentions/mention.ts'
import type { ActorPart, EventType } from '../../types.ts'
import type { Sense } from './event-lexicon.ts'
import type { Preposition, View } from './event-sentence.ts'
import { foldTerm } from './orthography.ts'
import frames from './words/event-frames.json' with { type: 'json' }

export interface PartyPart {
  readonly mention: Mention
  readonly part: ActorPart
}

/** A noun phrase after a trigger. `marker` is the preposition before it; `agent` for «من قبل», «على يد». */
export interface Slot {
  readonly mention: Mention
  readonly marker: Preposition | 'agent' | null
  /** Joined by و to the slot before. */
  readonly joined: boolean
  /** Tokens between the trigger and the phrase. */
  readonly distance: number
}

const agentMarkers = new Set(frames.agentMarkers.map(foldTerm))
/** Arguments stand near their trigger. */
const REACH = 32

/** The token after the last one that can belong to the trigger that ends before `from`. */
export function argumentsEnd(view: View, from: number): number {
  const limit = Math.min(view.last, from + REACH)
  for (let i = from; i < limit; i++) {
    if (view.isHard(i) || view.opensClause(i)) return i
    if (view.mark(i) === 'relative' && view.form(i) !== 'من') return i
    const word = view.word(i)
    if (i > from && word && !view.covering(i) && isFiniteVerb(view, i)) return i
  }
  return limit
}

/** A finite verb of the lists that is not also a noun. */
function isFiniteVerb(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word || word.nouns.length > 0 || word.classes.size > 0) return false
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
    const marker: Slot['marker'] = joined ? (previous as Slot).marker : markerBefore(view, i, from)
    previous = { mention, marker, joined, distance: i - from }
    slots.push(previous)
    i = Math.max(i, mention.last - 1)
  }
  return slots
}

function markerBefore(view: View, at: number, from: number): Slot['marker'] {
  if (at > from && agentMarkers.has(view.form(at - 1))) return 'agent'
  for (let i = at - 1; i >= from && i >= at - 3; i--) {
    const preposition = view.preposition(i)
    if (preposition) return preposition
    const word = view.word(i)
    if (word?.preposition === 'ب' || word?.preposition === 'ل') return word.preposition
    if (view.isComma(i)) break
  }
  return attached(view, at)
}

/** «للحكومة», «بالحكومة»; before a name without article the name itself tells: «لتركيا». */
function attached(view: View, at: number): Preposition | null {
  const form = view.form(at).replace(/^[وف](?=[بل])/u, '')
  if (form.startsWith('لل')) return 'ل'
  if (form.startsWith('بال')) return 'ب'
  if (form[0] !== 'ل' && form[0] !== 'ب') return null
  const mention = view.mentionAt(at)
  if (!mention) return null
  const name = foldTerm(view.cast.party(mention).name).split(' ')[0] as string
  return name === form.slice(1) ? form[0] : null
}

/** Prepositions that mark whom a type of event is done to. */
const TARGETS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  ASSAULT: ['على', 'ضد'],
  COERCE: ['على', 'ضد', 'من'],
  SANCTION: ['على', 'ضد', 'مع'],
  MOBILIZE: ['على', 'ضد'],
  PROTEST: ['ضد', 'على'],
  THREATEN: ['ضد', 'ب', 'ل'],
  ACCUSE: ['ب', 'ل', 'ضد', 'على', 'إلى'],
  REQUEST: ['من', 'إلى', 'ل', 'على', 'ب'],
  REJECT: ['ل', 'من'],
  SUPPORT: ['ب', 'ل', 'على', 'مع'],
  AID: ['ل', 'إلى', 'ب'],
  AGREE: ['ل', 'مع'],
  CONCEDE: ['ل', 'عن', 'على'],
  RETREAT: ['ل', 'عن', 'إلى'],
  COOPERATE: ['إلى', 'ل'],
}

export interface Frame {
  readonly sense: Sense
  /** The first bare phrase suffers the event. */
  readonly patientFirst: boolean
  /** Who stands before the verb, where that is its subject. */
  readonly subject: Mention | null
  /** Who stands before it as what it is done to: «الاتفاق الذي أبرمته». */
  readonly object: Mention | null
}

/** Gives every phrase its part. Places act where they stand bare, as governments do; after a preposition of place they do not. */
export function assignParties(
  slots: readonly Slot[],
  { sense, patientFirst, subject, object }: Frame,
): readonly PartyPart[] {
  const parts: PartyPart[] = []
  const mutual = sense.roles === 'mutual'
  const add = (mention: Mention, part: ActorPart) => {
    if (!parts.some(other => other.mention === mention)) parts.push({ mention, part: mutual ? 'participant' : part })
  }
  if (subject) add(subject, patientFirst ? 'target' : 'actor')
  if (object) add(object, 'target')
  const targets = TARGETS[sense.type] ?? []
  let bare = 0
  let current: ActorPart | null = subject ? 'actor' : null
  for (const { mention, marker, joined, distance } of slots) {
    if (joined && current) {
      if (mention.type !== 'place' || current !== null) add(mention, current)
      continue
    }
    current = null
    if (marker === 'agent') current = 'actor'
    else if (marker === null && distance < 12) {
      const second = bare > 0 || (subject !== null && !patientFirst)
      if (bare < 2) current = second || patientFirst ? 'target' : 'actor'
      bare++
    } else if (marker === 'بين' || marker === 'مع') current = mutual || sense.type === 'ASSAULT' ? 'participant' : null
    else if (marker !== null && targets.includes(marker)) current = 'target'
    else if (mutual && marker === 'ب' && mention.type !== 'place') current = 'participant'
    if (current === null) continue
    if (mention.type === 'place' && marker === 'ب') current = null
    else add(mention, current)
  }
  return parts
}
