/** Light verbs: «عقد اجتماعا», «شهدت المدينة احتجاجات», «تعرض لهجوم». They turn a noun into a report and give it a subject. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { EventType } from '../../../types.ts'
import type { Reading } from '../verbs.ts'
import type { Frame } from './lexicon.ts'
import type { View } from './sentence.ts'
import { type Judgement, verbStatus } from './status.ts'
import { isBare, subjectBefore, topicOf } from './subjects.ts'

export interface Light {
  readonly at: number
  readonly frame: Frame
  /** What its tense and marks say; null where it is a noun, «عقد اجتماع». */
  readonly judgement: Judgement | null
  readonly reading: Reading | null
}

/** How far before a noun its light verb may stand: the subject comes between. */
const REACH: Readonly<Record<Frame, number>> = {
  agent: 10,
  patient: 7,
  place: 6,
  passive: 3,
  intent: 5,
  demand: 6,
  undo: 4,
}
const FARTHEST = 10
/** How far after a noun its own failure may be told: «صفقة … قد فشلت». */
const FAILURE_REACH = 14
const INTENDING: ReadonlySet<Frame> = new Set(['intent', 'demand', 'undo'])
/** Types whose verbs take what is not yet so as their content: «اتفقوا على مواصلة المشاورات». */
const ASKING: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN'])

/** The light verb, or its verbal noun, that governs the noun at `at`. */
export function lightBefore(view: View, at: number, depth = 1): Light | null {
  for (let i = at - 1; i >= view.first && i >= at - FARTHEST; i--) {
    if (view.isHard(i)) return null
    const word = view.word(i)
    if (!word) continue
    if (word.frame && (i >= at - 2 || suffers(view, i, at, word.frame)) && isMasdar(view, i)) {
      const outer = depth > 0 ? lightBefore(view, i, depth - 1) : null
      return outer && INTENDING.has(outer.frame) ? outer : { at: i, frame: word.frame, judgement: null, reading: null }
    }
    const reading = word.lights.find(
      ({ verb }) => at - i <= REACH[verb.frame] && governs(view, i, at, verb.prepositions),
    )
    if (reading && !view.covering(i)) {
      const judgement = verbStatus(view, i, reading, word.preposition === 'ل')
      return { at: i, frame: reading.verb.frame, judgement, reading }
    }
    if (isAsking(view, i)) return { at: i, frame: 'demand', judgement: null, reading: null }
    const verb = word.nouns.length === 0 ? word.verbs[0] : undefined
    if (verb)
      return ASKING.has(verb.verb.sense.type) ? { at: i, frame: 'demand', judgement: null, reading: null } : null
    if (word.nouns.length > 0 && !view.form(i + 1).startsWith('و') && i < at - 1 && !isMasdarHead(view, i)) return null
  }
  return null
}

/** «تحذيرها من اغتيال», «دعوة إلى حوار»: a noun that asks or warns, with its preposition. */
function isAsking(view: View, at: number): boolean {
  const next = view.preposition(at + 1) ?? view.word(at + 1)?.preposition
  return next != null && (view.word(at)?.nouns.some(({ sense }) => ASKING.has(sense.type)) ?? false)
}

/** «سلسلة غارات»: the noun before the event noun is only its head. */
const isMasdarHead = (view: View, at: number): boolean => view.word(at)?.classes.has('instances') ?? false

/** «تعرض المرجع … لمحاولة اغتيال»: whoever suffers it stands between. */
function suffers(view: View, light: number, at: number, frame: Frame): boolean {
  return frame === 'patient' && at - light <= REACH.patient && governs(view, light, at, ['ل'])
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
  const attached = view.word(head)?.preposition
  const governor = attached ?? (head - 1 > light ? view.preposition(head - 1) : undefined) ?? null
  return governor === null ? prepositions.length === 0 || head === light + 1 : prepositions.includes(governor)
}

/** A noun on which the next one may depend: «سلسلة غارات». */
const isPlainNoun = (view: View, at: number): boolean =>
  view.token(at).kind === 'word' &&
  view.preposition(at) === undefined &&
  view.mark(at) === undefined &&
  !view.opensClause(at) &&
  view.covering(at) === null

/** «الاجتماع الذي عقد», «مؤتمر صحفي عقده», «كمين استهدف». */
export function relativeLight(view: View, end: number): Light | null {
  for (let i = end; i < end + 4 && i < view.last; i++) {
    if (view.isHard(i) || view.isComma(i) || view.preposition(i) || view.form(i).startsWith('و')) return null
    const reading = view.word(i)?.lights[0]
    if (reading) return { at: i, frame: reading.verb.frame, judgement: verbStatus(view, i, reading, false), reading }
  }
  return null
}

/** Whether it is told after the noun that it came to nothing. */
export function fails(view: View, end: number): boolean {
  for (let i = end; i < end + FAILURE_REACH && i < view.last; i++) {
    if (view.isHard(i) || view.isComma(i) || view.opensClause(i)) return false
    const reading = view.word(i)?.lights[0]
    if (reading) return reading.verb.frame === 'undo' && reading.gender === 'feminine' && reading.tense === 'perfect'
  }
  return false
}

/** Who carries the noun at `at` out: the subject of its light verb, or whom its pronoun means. «عُقدت مشاورات» has none. */
export function lightSubject(
  view: View,
  at: number,
  light: Light | null,
  relative: Light | null,
  before: Mention | null,
): Mention | null {
  if (light?.reading && light.frame !== 'place' && light.frame !== 'passive') {
    for (let i = light.at + 1; i < at; i++) {
      const mention = view.mentionAt(i)
      if (mention && isBare(view, mention)) return mention
    }
    const said = subjectBefore(view, light.at, light.reading)
    if (said || (light.reading.voice === 'either' && at - light.at <= 2)) return said
    return topicOf(view, light.at, light.reading, before)
  }
  const owned = hasPronoun(view, at) || (relative !== null && hasPronoun(view, relative.at))
  return owned ? topicOf(view, at, { number: null, gender: null }, before) : null
}

const hasPronoun = (view: View, at: number): boolean => view.word(at)?.pronoun != null
