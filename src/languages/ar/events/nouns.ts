/** Triggers that are nouns: «عُقدت مشاورات», «غارات على», «مقتل خمسة جنود». Alone they say little; what stands around them does. */
import type { Sighting } from '../../../extract/events/grammar.ts'
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { EventType } from '../../../types.ts'
import { type Frame, isOutcome, type NounSense, withoutArticle } from './lexicon.ts'
import { fails, type Light, lightBefore, lightSubject, relativeLight } from './light-verbs.ts'
import { nounConfidence } from './noun-evidence.ts'
import { argumentsEnd, assignParties, type Slot, slotsBetween } from './parties.ts'
import { placeOf } from './places.ts'
import { isAbout, isOf, isSomebody, type Preposition, precedes, triggerSpan, type View } from './sentence.ts'
import { adjectiveAfter, type Judgement, nounStatus } from './status.ts'
import { follows } from './verb-senses.ts'

const FRAME_RULE: Readonly<Record<Frame, string>> = {
  agent: 'light-verb',
  patient: 'light-verb',
  place: 'light-verb',
  passive: 'light-verb',
  intent: 'intended',
  demand: 'intended',
  undo: 'undone',
}
/** Types whose verbal noun names its object first: «اعتقال ناشطين», «تدريب مقاتلين». */
const OBJECT_FIRST: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'AID', 'MOBILIZE'])

/** The event that the noun at `at` reports, or null. `before` is whom the sentence before it was about. */
export function readNoun(view: View, at: number, before: Mention | null): Sighting | null {
  const word = view.word(at)
  if (!word || word.nouns.length === 0 || isInName(view, at)) return null
  const light = lightBefore(view, at)
  const suffered = light?.frame === 'patient'
  const noun = longest(view, at, word.nouns, suffered)
  if (!noun) return null
  const { sense, kind } = noun
  const end = at + 1 + noun.rest.length
  const relative = relativeLight(view, end)
  const limit = argumentsEnd(view, relative ? relative.at + 1 : end)
  if (!hasPreposition(view, end, limit, noun)) return null
  if ((sense.frame === 'light' && !light) || (light && saysIt(view, at, light, sense.type))) return null
  const slots = slotsBetween(view, end, limit)
  const judgement = judge(view, at, end, light, relative)
  const subject = lightSubject(view, at, light, relative, before)
  const suffers = suffered || sense.roles === 'patient'
  const objectFirst = (kind === 'action' || sense.passive === true) && OBJECT_FIRST.has(sense.type)
  const parties = assignParties(slots, {
    sense,
    order: objectFirst || suffers || subject ? ['target'] : ['actor', 'target'],
    subject: suffers ? null : subject,
    object: suffers ? subject : null,
  })
  const somebody = end < limit && isSomebody(view, end)
  if (sense.type === 'CONSULT' && isInterview(slots)) return null
  if (sense.human && !suffered && parties.length === 0 && !somebody && word.pronoun === null) return null
  const place = placeOf(view, end - 1, limit)
  const definite = view.form(at).startsWith('ال') || word.article
  return {
    type: sense.type,
    mode: sense.mode ?? null,
    status: judgement.status,
    trigger: triggerSpan(view, at, end),
    lemma: noun.lemma,
    parties,
    place,
    clause: { first: light ? light.at : at, last: limit },
    anaphoric: definite && !relative && word.preposition !== 'ل',
    introduces: !definite && word.pronoun === null && !view.form(end).startsWith('ال'),
    outcome: isOutcome(sense),
    confidence: nounConfidence(view, { at, end, limit, noun, light, relative, judgement, slots, place }),
    ruleId: `ar/event/${light ? FRAME_RULE[light.frame] : kind === 'happening' ? 'happening' : 'verbal-noun'}`,
  }
}

/** «لقاء مع قناة …» is said, not met. */
const isInterview = (slots: readonly Slot[]): boolean =>
  slots.some(({ mention, marker }) => mention.type === 'media' && (marker === 'مع' || marker === 'ل'))

/** «مركز دراسات الهجوم والدفاع». */
function isInName(view: View, at: number): boolean {
  const mention = view.covering(at)
  return mention !== null && mention.first < at && mention.type !== 'group' && mention.type !== 'unnamed'
}

/** Whether the governing verb reports the same thing itself: «استعادت السيطرة». */
const saysIt = (view: View, at: number, light: Light, type: EventType): boolean =>
  view
    .word(light.at)
    ?.verbs.some(
      ({ verb: { sense } }) => sense.type === type && sense.object !== undefined && isOf(view, at, sense.object),
    ) ?? false

/** The noun sense with the longest term that stands here and whose conditions hold. */
function longest(view: View, at: number, nouns: readonly NounSense[], suffered: boolean): NounSense | null {
  let best: NounSense | null = null
  let bestScore = -1
  for (const noun of nouns) {
    if (!holds(view, at, noun, suffered)) continue
    const { rest, kind, sense } = noun
    const score = rest.length * 4 + (sense.object ? 2 : 0) + (sense.qualifier ? 2 : 0) + (kind === 'happening' ? 1 : 0)
    if (score > bestScore) {
      best = noun
      bestScore = score
    }
  }
  return best
}

/** What somebody suffers, «تعرض للضرب», needs no other sign of violence. */
function holds(view: View, at: number, { sense, rest }: NounSense, suffered: boolean): boolean {
  if (!rest.every((word, i) => agrees(view.form(at + 1 + i), word))) return false
  const end = at + 1 + rest.length
  if (sense.object) {
    const owned = view.word(at)?.pronoun != null && precedes(view, at, sense.object, 14)
    if (!owned && !follows(view, end, end + 3, sense.object)) return false
  }
  if (sense.qualifier && !isOf(view, end, sense.qualifier)) return false
  if (sense.context && !suffered && !isAbout(view, at, sense.context)) return false
  return !sense.without?.includes(withoutArticle(view.form(end)))
}

const agrees = (form: string, word: string) => {
  const bare = withoutArticle(form)
  return bare === word || bare === `${word}ا` || (word.endsWith('ة') && bare === `${word.slice(0, -1)}ه`)
}

function hasPreposition(view: View, end: number, limit: number, { sense, kind }: NounSense): boolean {
  if (!sense.preposition || kind === 'happening') return true
  const reach = sense.adjacentPreposition ? end + 1 : Math.min(limit, end + 8)
  for (let i = end; i < reach; i++) {
    const preposition = view.preposition(i) ?? view.word(i)?.preposition
    if (preposition && sense.preposition.includes(preposition as Preposition)) return true
  }
  return end < limit && view.mentionAt(end) !== null && !sense.adjacentPreposition
}

function judge(view: View, at: number, end: number, light: Light | null, relative: Light | null): Judgement {
  const after = adjectiveAfter(view, end)
  if (after) return { status: after, unreal: false }
  if (fails(view, end)) return { status: 'denied', unreal: false }
  const own = nounStatus(view, at, end, view.word(at)?.preposition === 'ل' && light === null)
  if (light?.frame === 'intent' || light?.frame === 'demand')
    return { status: 'planned', unreal: light.frame === 'demand' }
  if (light?.frame === 'undo') return { status: 'denied', unreal: true }
  if (light?.judgement && own.status === 'happened') return light.judgement
  if (light && light.judgement === null) {
    return nounStatus(view, light.at, light.at + 1, view.word(light.at)?.preposition === 'ل')
  }
  if (relative?.judgement && own.status === 'happened') return relative.judgement
  return own
}
