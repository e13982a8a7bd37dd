/** Triggers that are verbs: «التقى», «قُتل», «مطالباً». */
import type { Sighting } from '../../../extract/events/grammar.ts'
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { EventType } from '../../../types.ts'
import { isOutcome } from './lexicon.ts'
import { argumentsEnd, assignParties, type Frame, type Slot, slotsBetween } from './parties.ts'
import { placeOf } from './places.ts'
import { isSomebody, triggerSpan, type View } from './sentence.ts'
import { verbStatus } from './status.ts'
import { agrees, antecedent, isRelative, subjectBefore, topicOf } from './subjects.ts'
import { isInPhrase, isNominal } from './verb-forms.ts'
import { fits, type VerbReading } from './verb-senses.ts'

/** How much a form alone says that something is reported. */
const CONFIDENCE = { perfect: 0.78, imperfect: 0.66, future: 0.7, jussive: 0.58, participle: 0.68, masdar: 0 } as const
/** «التي تدعمها», «لا تلتزم»: what is usual, not what happened. */
const HABITUAL = 0.14
/** Acts of speech: nobody's are nobody's. */
const SPOKEN: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** The event that the verb at `at` reports, or null. `before` is whom the sentence before it was about. */
export function readVerb(
  view: View,
  at: number,
  before: Mention | null,
): (Sighting & { subject: Mention | null }) | null {
  const word = view.word(at)
  if (!word || word.verbs.length === 0 || isNominal(view, at) || isInPhrase(view, at)) return null
  const end = argumentsEnd(view, at + 1)
  let best: { reading: VerbReading; score: number } | null = null
  for (const reading of word.verbs as readonly VerbReading[]) {
    const score = fits(view, at, end, reading)
    if (score > 0 && (!best || score > best.score)) best = { reading, score }
  }
  if (!best) return null
  const { reading } = best
  const { sense } = reading.verb
  const slots = slotsBetween(view, at + 1, end)
  const roles = rolesOf(view, at, reading, slots, before)
  const parties = assignParties(slots, { sense, ...roles })
  const { status, unreal } = verbStatus(view, at, reading, word.preposition === 'ل')
  const habitual = reading.tense === 'imperfect' && (isRelative(view, at - 1) || view.mark(at - 1) === 'negator')
  let confidence =
    CONFIDENCE[reading.tense] -
    (habitual ? HABITUAL : 0) +
    (sense.object || sense.preposition ? 0.08 : 0) -
    (sense.weak ? 0.2 : 0)
  if (parties.length === 0) confidence -= 0.1
  if (unreal) confidence -= 0.25
  if (sense.target && word.pronoun === null && !parties.some(({ part }) => part === 'target')) return null
  if (
    SPOKEN.has(sense.type) &&
    sense.roles !== 'mutual' &&
    !parties.some(({ part }) => part === 'actor') &&
    !isSomebody(view, Math.min(at + 1, view.last - 1))
  )
    return null
  if (sense.human && parties.length === 0 && !somebodyNear(view, at, end)) return null
  return {
    type: sense.type,
    mode: sense.mode ?? null,
    status,
    trigger: triggerSpan(view, at, at + 1),
    lemma: reading.verb.lemma,
    parties,
    place: placeOf(view, at, end),
    clause: { first: at, last: end },
    anaphoric: false,
    introduces: false,
    outcome: isOutcome(sense),
    confidence: Math.max(0, Math.min(1, confidence)),
    ruleId: `ar/event/${RULES[reading.tense]}`,
    subject: roles.subject ?? parties.find(({ part }) => part !== 'target')?.mention ?? null,
  }
}

const RULES = {
  perfect: 'perfect-verb',
  imperfect: 'imperfect-verb',
  future: 'imperfect-verb',
  jussive: 'imperfect-verb',
  participle: 'participle',
  masdar: 'verbal-noun',
} as const

/** Who is subject, who object, and what the bare phrases after the verb are. */
function rolesOf(
  view: View,
  at: number,
  reading: VerbReading,
  slots: readonly Slot[],
  before: Mention | null,
): Omit<Frame, 'sense'> {
  const { sense } = reading.verb
  const bare = slots.filter(({ marker, joined }) => marker === null && !joined)
  const first = bare[0]?.mention
  const said = subjectBefore(view, at, reading)
  const object =
    view.word(at)?.pronoun != null && isRelative(view, at - 1)
      ? antecedent(view, at - 1, { number: null, gender: null })
      : null
  if (reading.voice === 'passive' || sense.roles === 'patient') {
    return said ? { subject: null, object: said, order: [] } : { subject: null, object, order: ['target'] }
  }
  if (said && !object) {
    if (sense.passive && bare.length === 0 && view.word(at)?.pronoun == null && isVictim(said))
      return { subject: null, object: said, order: [] }
    return { subject: said, object: null, order: ['target'] }
  }
  const verbFirst = reading.tense !== 'participle' && first !== undefined && agrees(first, reading, 'after')
  if (verbFirst) {
    if (sense.passive && bare.length === 1 && view.word(at)?.pronoun == null && isVictim(first))
      return { subject: null, object: null, order: ['target'] }
    return { subject: null, object, order: ['actor', 'target'] }
  }
  const topic = isRelative(view, at - 1) ? null : topicOf(view, at, reading, before)
  return { subject: topic, object, order: ['target'] }
}

/** With one phrase and letters that spell both voices, people were killed or arrested; institutions did it. */
const isVictim = ({ type }: Mention): boolean => type === 'person' || type === 'group' || type === 'unnamed'

function somebodyNear(view: View, at: number, end: number): boolean {
  for (let i = at + 1; i < end && i < at + 8; i++) if (isSomebody(view, i)) return true
  for (let i = at - 1; i >= view.first && i > at - 4; i--) if (isSomebody(view, i)) return true
  return view.word(at)?.pronoun !== null
}
