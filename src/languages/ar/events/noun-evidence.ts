/** How sure a noun is to report something that happened, from what stands around it. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import { foldTerm } from '../orthography.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import { isOutcome, type NounSense, withoutArticle } from './lexicon.ts'
import type { Light } from './light-verbs.ts'
import type { Slot } from './parties.ts'
import { isOf, isSomebody, type View } from './sentence.ts'
import type { Judgement } from './status.ts'

/** What a noun says alone, and what each sign adds; a sighting counts from 0.55. Weighed on annotated articles. */
const WEIGHT = {
  happening: 0.36,
  action: 0.18,
  weak: -0.12,
  lightVerb: 0.32,
  /** «دعا إلى», «ألغى»: the light verb reports something else. */
  embedded: -0.2,
  relative: 0.28,
  /** «زيارته». */
  pronoun: 0.2,
  /** «مقتل 5», «توقيف ثلاث سيارات». */
  counted: 0.4,
  /** «16 حالة اعتقال», «سلسلة غارات». */
  countedInstance: 0.3,
  instance: 0.15,
  argument: 0.26,
  object: 0.37,
  /** «بين X وY», «مع X» after a meeting or a clash. */
  mutual: 0.3,
  preposition: 0.2,
  /** «قمع الاحتجاجات». */
  definite: 0.18,
  place: 0.12,
  /** «بعد سيطرة», «إثر هجوم»: what other things followed took place. */
  presupposed: 0.14,
  /** «نفت احتجازه»: what is denied was somebody's claim. */
  denied: 0.1,
  /** «محادثات بشأن رفع العقوبات». */
  topic: -0.2,
  /** «قتل خمسة في اشتباكات». */
  casualties: 0.14,
  /** «دعما للحكومة»: why something else was done. */
  purpose: -0.2,
  /** «بتهمة تدبير اغتيال»: what courts deal with was reported long ago. */
  legal: -0.12,
  spoiled: -0.45,
  unreal: -0.15,
} as const

const spoilers = new Set(frames.spoilers.map(foldTerm))
const legal = new Set(frames.legal.map(foldTerm))

export interface Surroundings {
  readonly at: number
  /** The token after the noun's term, and the one after its arguments. */
  readonly end: number
  readonly limit: number
  readonly noun: NounSense
  readonly light: Light | null
  readonly relative: Light | null
  readonly judgement: Judgement
  readonly slots: readonly Slot[]
  readonly place: Mention | null
}

export function nounConfidence(view: View, around: Surroundings): number {
  const { at, noun, light, relative, judgement, place } = around
  let sum: number = WEIGHT[noun.kind] + argumentWeight(view, around) + instanceWeight(view, at)
  if (noun.sense.weak) sum += WEIGHT.weak
  if (light) sum += light.frame === 'demand' || light.frame === 'undo' ? WEIGHT.embedded : WEIGHT.lightVerb
  else if (relative) sum += WEIGHT.relative
  if (view.word(at)?.pronoun != null) sum += WEIGHT.pronoun
  if (place) sum += WEIGHT.place
  if (!light && isPresupposed(view, at)) sum += WEIGHT.presupposed
  if (judgement.status === 'denied') sum += WEIGHT.denied
  if (judgement.unreal) sum += WEIGHT.unreal
  if (noun.sense.type === 'ASSAULT' && !isOutcome(noun.sense) && view.count('outcome') > 0) sum += WEIGHT.casualties
  if (isLegal(view, at)) sum += WEIGHT.legal
  if (!light && view.preposition(at - 1) === 'بشأن') sum += WEIGHT.topic
  if (!light && noun.kind === 'action' && /[^اء]ا$/u.test(view.form(at))) sum += WEIGHT.purpose
  if (!light && isSpoiled(view, at)) sum += WEIGHT.spoiled
  return Math.max(0, Math.min(1, sum))
}

/** The strongest argument after the noun. */
function argumentWeight(view: View, { end, limit, noun, slots }: Surroundings): number {
  const { sense, rest } = noun
  if (end < limit && isCounted(view, end)) return WEIGHT.counted
  if (sense.roles === 'mutual' && slots.some(({ marker }) => marker === 'بين' || marker === 'مع')) return WEIGHT.mutual
  const object = sense.object ? WEIGHT.object : 0
  if (end < limit && (isSomebody(view, end) || view.mentionAt(end) !== null)) return Math.max(object, WEIGHT.argument)
  if (slots.some(({ marker }) => marker !== null)) return object + (object ? 0.1 : WEIGHT.preposition)
  if (object > 0) return object
  return end < limit && rest.length === 0 && isDefinite(view, end) ? WEIGHT.definite : 0
}

function instanceWeight(view: View, at: number): number {
  if (at === view.first || !isOf(view, at - 1, 'instances')) return 0
  return at - 1 > view.first && isCounted(view, at - 2) ? WEIGHT.countedInstance : WEIGHT.instance
}

const isCounted = (view: View, at: number) =>
  isSomebody(view, at) && (view.token(at).kind === 'number' || isOf(view, at, 'counts'))

const isDefinite = (view: View, at: number) => view.form(at).startsWith('ال') && !view.form(at - 1).startsWith('ال')

const bareForm = (view: View, at: number) => view.word(at)?.stem ?? withoutArticle(view.form(at))

const isPresupposed = (view: View, at: number) =>
  view.preposition(at - 1) === 'بعد' || (view.preposition(at - 2) === 'بعد' && isOf(view, at - 1, 'instances'))

/** «مكافحة الاعتداءات», «وزير الدفاع»: only a noun in construct governs the next; «الوزير للقاء» does not. */
function isSpoiled(view: View, at: number): boolean {
  if (at === view.first || view.word(at)?.preposition != null) return false
  return !view.form(at - 1).startsWith('ال') && spoilers.has(bareForm(view, at - 1))
}

function isLegal(view: View, at: number): boolean {
  for (let i = at - 1; i >= view.first && i >= at - 4; i--) {
    if (view.isHard(i) || view.isComma(i)) return false
    if (legal.has(bareForm(view, i)) || legal.has(view.form(i))) return true
  }
  return false
}
