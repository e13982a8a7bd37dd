/** Triggers that are nouns: «عُقدت مشاورات», «غارات على», «مقتل خمسة جنود». Alone they say little; frames make them events. */
import type { Sighting } from '../../extract/events/grammar.ts'
import type { Mention } from '../../extract/mentions/mention.ts'
import type { EventType } from '../../types.ts'
import type { Frame, NounSense } from './event-lexicon.ts'
import { isOutcome, withoutArticle } from './event-lexicon.ts'
import { argumentsEnd, assignParties, slotsBetween } from './event-parties.ts'
import { placeOf } from './event-places.ts'
import { isOf, isSomebody, type Preposition, type View } from './event-sentence.ts'
import { adjectiveAfter, type Judgement, nounStatus, verbStatus } from './event-status.ts'
import { isBare, subjectBefore, topicOf } from './event-subjects.ts'
import { follows } from './event-verbs.ts'
import { foldTerm } from './orthography.ts'
import type { Reading } from './verbs.ts'
import frames from './words/event-frames.json' with { type: 'json' }

/** How much a noun alone says, and what each frame adds. */
const ALONE = { happening: 0.36, action: 0.18 } as const
const LIGHT_VERB = 0.32
const RELATIVE = 0.28
const OWNER = 0.2
const ARGUMENT = 0.26
/** «مقتل 5», «توقيف ثلاث سيارات»: what is counted happened. */
const COUNTED = 0.4
const PREPOSITION = 0.16
const PLACE = 0.12
const SPOILED = -0.45

const spoilers = new Set(frames.spoilers.map(foldTerm))
/** How far before a noun its light verb may stand: the subject comes between. */
const LIGHT_REACH = 9
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

/** Types whose verbs take what is not yet so as their content: «اتفقوا على مواصلة المشاورات». */
const ASKING: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN'])

const INTENDING: ReadonlySet<Frame> = new Set(['intent', 'demand', 'undo'])

interface Light {
  readonly at: number
  readonly frame: Frame
  /** Null where it is a noun: «عقد اجتماع». */
  readonly judgement: Judgement | null
  readonly reading: Reading | null
}

/** The event that the noun at `at` reports, or null. */
export function readNoun(view: View, at: number, before: Mention | null): Sighting | null {
  const word = view.word(at)
  if (!word || word.nouns.length === 0 || isInName(view, at)) return null
  const noun = longest(view, at, word.nouns)
  if (!noun) return null
  const { sense, kind, lemma } = noun
  const end = at + 1 + noun.rest.length
  const relative = relativeLight(view, end)
  const limit = argumentsEnd(view, relative ? relative.at + 1 : end)
  if (!conditionsHold(view, end, limit, noun)) return null
  const light = lightBefore(view, at)
  if (sense.frame === 'light' && !light) return null
  const slots = slotsBetween(view, end, limit)
  const judgement = judge(view, at, end, light, relative)
  let confidence: number = ALONE[kind] - (sense.weak ? 0.12 : 0)
  if (light) confidence += light.frame === 'demand' || light.frame === 'undo' ? -0.2 : LIGHT_VERB
  else if (relative) confidence += RELATIVE
  if (word.pronoun !== null) confidence += OWNER
  if (end < limit && isCounted(view, end)) confidence += COUNTED
  else if (end < limit && (isSomebody(view, end) || view.mentionAt(end) !== null)) confidence += ARGUMENT
  else if (sense.object) confidence += ARGUMENT
  else if (end < limit && noun.rest.length === 0 && isDefinite(view, end)) confidence += PREPOSITION
  else if (slots.some(({ marker }) => marker !== null)) confidence += PREPOSITION
  const place = placeOf(view, end - 1, limit)
  if (place) confidence += PLACE
  if (!light && at > view.first && spoilers.has(bareForm(view, at - 1))) confidence += SPOILED
  if (judgement.unreal) confidence -= 0.2
  const objectFirst = (kind === 'action' || sense.passive === true) && OBJECT_FIRST.has(sense.type)
  const subject = subjectOf(view, at, light, relative, before)
  const suffers = light?.frame === 'patient' || sense.roles === 'patient'
  const parties = assignParties(slots, {
    sense,
    order: objectFirst || suffers || subject ? ['target'] : ['actor', 'target'],
    subject: suffers ? null : subject,
    object: suffers ? subject : null,
  })
  if (sense.human && parties.length === 0 && !(end < limit && isSomebody(view, end)) && word.pronoun === null)
    return null
  return {
    type: sense.type,
    mode: sense.mode ?? null,
    status: judgement.status,
    trigger: { first: at, last: end },
    lemma: foldTerm(lemma),
    parties,
    place,
    clause: { first: light ? Math.min(light.at, at) : at, last: limit },
    anaphoric: kind === 'happening' && (view.form(at).startsWith('ال') || word.article) && !relative,
    outcome: isOutcome(sense),
    confidence: Math.max(0, Math.min(1, confidence)),
    ruleId: `ar/event/${light ? FRAME_RULE[light.frame] : kind === 'happening' ? 'happening' : 'verbal-noun'}`,
  }
}

/** «مركز دراسات الهجوم والدفاع». */
function isInName(view: View, at: number): boolean {
  const mention = view.covering(at)
  return mention !== null && mention.first < at && mention.type !== 'group' && mention.type !== 'unnamed'
}

const isCounted = (view: View, at: number) =>
  isSomebody(view, at) && (view.token(at).kind === 'number' || isOf(view, at, 'counts'))

const isDefinite = (view: View, at: number) => view.form(at).startsWith('ال') && !view.form(at - 1).startsWith('ال')

const bareForm = (view: View, at: number) => view.word(at)?.stem ?? withoutArticle(view.form(at))

/** The noun sense with the longest term that stands here and whose conditions could hold. */
function longest(view: View, at: number, nouns: readonly NounSense[]): NounSense | null {
  let best: NounSense | null = null
  let bestScore = -1
  for (const noun of nouns) {
    if (!noun.rest.every((word, i) => agrees(view.form(at + 1 + i), word))) continue
    const end = at + 1 + noun.rest.length
    const { sense } = noun
    if (sense.object && !follows(view, end, end + 3, sense.object)) continue
    if (sense.qualifier && !isOf(view, end, sense.qualifier)) continue
    if (sense.without?.map(foldTerm).includes(withoutArticle(view.form(end)))) continue
    const score =
      noun.rest.length * 4 + (sense.object ? 2 : 0) + (sense.qualifier ? 2 : 0) + (noun.kind === 'happening' ? 1 : 0)
    if (score > bestScore) {
      best = noun
      bestScore = score
    }
  }
  return best
}

const agrees = (form: string, word: string) => {
  const bare = withoutArticle(form)
  return bare === word || bare === `${word}ا` || (word.endsWith('ة') && bare === `${word.slice(0, -1)}ه`)
}

function conditionsHold(view: View, end: number, limit: number, { sense, kind }: NounSense): boolean {
  if (!sense.preposition || kind === 'happening') return true
  const reach = sense.adjacentPreposition ? end + 1 : Math.min(limit, end + 8)
  for (let i = end; i < reach; i++) {
    const preposition = view.preposition(i) ?? view.word(i)?.preposition
    if (preposition && sense.preposition.includes(preposition as Preposition)) return true
  }
  return end < limit && view.mentionAt(end) !== null
}

/** The light verb, or its verbal noun, that governs the noun at `at`. */
function lightBefore(view: View, at: number, depth = 1): Light | null {
  for (let i = at - 1; i >= view.first && i >= at - LIGHT_REACH; i--) {
    if (view.isHard(i)) return null
    const word = view.word(i)
    if (!word) continue
    if (word.frame && i >= at - 2 && isMasdar(view, i)) {
      const outer = depth > 0 ? lightBefore(view, i, depth - 1) : null
      return outer && INTENDING.has(outer.frame) ? outer : { at: i, frame: word.frame, judgement: null, reading: null }
    }
    const reading = word.lights.find(({ verb }) => governs(view, i, at, verb.prepositions))
    if (reading && !view.covering(i)) {
      return {
        at: i,
        frame: reading.verb.frame,
        judgement: verbStatus(view, i, reading, word.preposition === 'ل'),
        reading,
      }
    }
    if (word.verbs.length > 0 && word.nouns.length === 0) {
      const verb = word.verbs[0] as (typeof word.verbs)[number]
      return ASKING.has(verb.verb.sense.type) ? { at: i, frame: 'demand', judgement: null, reading: null } : null
    }
  }
  return null
}

/** «عقد» is a verb at the head of its clause and a noun elsewhere. */
function isMasdar(view: View, at: number): boolean {
  const word = view.word(at)
  if (!word || word.lights.length === 0) return true
  if (at === view.first || word.conjunction !== null || view.isComma(at - 1) || view.opensClause(at - 1)) return false
  return view.mark(at - 1) === undefined || view.mark(at - 1) === 'will'
}

/** Whether what stands before the noun phrase at `at` is what a light verb at `light` asks for. */
function governs(view: View, light: number, at: number, prepositions: readonly string[]): boolean {
  const head = at - 1 > light && isPlainNoun(view, at - 1) ? at - 1 : at
  const governor = view.word(head)?.preposition ?? (head - 1 > light ? view.preposition(head - 1) : undefined) ?? null
  return governor === null ? prepositions.length === 0 || head === light + 1 : prepositions.includes(governor)
}

/** A noun on which the next one may depend: «سلسلة غارات». */
function isPlainNoun(view: View, at: number): boolean {
  return (
    view.token(at).kind === 'word' &&
    view.preposition(at) === undefined &&
    view.mark(at) === undefined &&
    !view.opensClause(at) &&
    view.covering(at) === null
  )
}

/** «الاجتماع الذي عقد», «مؤتمر صحفي عقده», «كمين استهدف». */
function relativeLight(view: View, end: number): Light | null {
  for (let i = end; i < end + 4 && i < view.last; i++) {
    if (view.isHard(i) || view.isComma(i) || view.preposition(i) || view.form(i).startsWith('و')) return null
    const word = view.word(i)
    const reading = word?.lights[0]
    if (reading) return { at: i, frame: reading.verb.frame, judgement: verbStatus(view, i, reading, false), reading }
  }
  return null
}

function judge(view: View, at: number, end: number, light: Light | null, relative: Light | null): Judgement {
  const after = adjectiveAfter(view, end)
  if (after) return { status: after, unreal: false }
  const own = nounStatus(view, at, end, view.word(at)?.preposition === 'ل' && light === null)
  if (light?.frame === 'intent' || light?.frame === 'demand')
    return { status: 'planned', unreal: light.frame === 'demand' }
  if (light?.frame === 'undo') return { status: 'denied', unreal: true }
  if (light?.judgement && own.status === 'happened') return light.judgement
  if (light && light.judgement === null)
    return nounStatus(view, light.at, light.at + 1, view.word(light.at)?.preposition === 'ل')
  if (relative?.judgement && own.status === 'happened') return relative.judgement
  return own
}

/** Who carries the noun out: subject of its light verb, or whom its pronoun means. */
function subjectOf(
  view: View,
  at: number,
  light: Light | null,
  relative: Light | null,
  before: Mention | null,
): Mention | null {
  const any = { number: null, gender: null } as const
  if (light?.reading && light.frame !== 'place' && light.frame !== 'passive') {
    for (let i = light.at + 1; i < at; i++) {
      const mention = view.mentionAt(i)
      if (mention && isBare(view, mention)) return mention
    }
    return subjectBefore(view, light.at, light.reading) ?? topicOf(view, light.at, light.reading, before)
  }
  const owned = view.word(at)?.pronoun != null || (relative !== null && view.word(relative.at)?.pronoun != null)
  return owned ? topicOf(view, at, any, before) : null
}
