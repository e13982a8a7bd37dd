/** Whether what a trigger names took place: marks to the left of it, from the nearest outward, then adjectives to its right. */
import type { EventStatus } from '../../../types.ts'
import { foldTerm } from '../orthography.ts'
import type { Reading } from '../verbs.ts'
import frames from '../words/event-frames.json' with { type: 'json' }
import type { View } from './sentence.ts'

/** How far to the left a mark still governs a trigger, in tokens. */
const REACH = 6
/** A denial governs through «أن تكون بلاده قد …». */
const DENIAL_REACH = 14

export interface Judgement {
  readonly status: EventStatus
  /** Only asked for, «يجب أن», or only a purpose: less likely an event at all. */
  readonly unreal: boolean
}

const NEGATORS: ReadonlySet<string> = new Set(['past-negator', 'future-negator', 'negator'])

const real = (status: EventStatus): Judgement => ({ status, unreal: false })
const unreal = (status: EventStatus): Judgement => ({ status, unreal: true })

const durative = new Set(frames.durative.map(foldTerm))
const adjectives = new Map(
  Object.entries(frames.afterAdjectives).flatMap(([status, forms]) =>
    forms.map(form => [foldTerm(form), status as EventStatus] as const),
  ),
)

/** The status of a finite verb at `at`. */
export function verbStatus(view: View, at: number, { tense, verb }: Reading, purpose: boolean): Judgement {
  if (isDenied(view, at)) return real('denied')
  const near = marksBefore(view, at, 3)
  if (tense === 'perfect') {
    if (marksBefore(view, at, REACH).has('if')) return real('conditional')
    return real('happened')
  }
  if (tense === 'participle') return real('happened')
  if (NEGATORS.has(view.mark(at - 1) ?? '')) return real('denied')
  if (tense === 'future' || near.has('future')) return real('planned')
  if (view.mark(at - 1) === 'particle') return real('conditional')
  const far = marksBefore(view, at, REACH)
  if (far.has('still')) return real('ongoing')
  if (far.has('if') || far.has('may')) return real('conditional')
  if (far.has('must')) return unreal('planned')
  if (far.has('will')) return real('planned')
  if (purpose || view.isThat(at - 1)) return unreal('planned')
  if (far.has('was') || view.title) return real('happened')
  return real(durative.has(foldTerm(verb.perfect)) ? 'ongoing' : 'happened')
}

/** The status of a noun at `at` that no light verb governs; `end` is the token after its term. */
export function nounStatus(view: View, at: number, end: number, purpose: boolean): Judgement {
  const after = adjectiveAfter(view, end)
  if (after) return real(after)
  if (isDenied(view, at)) return real('denied')
  const near = marksBefore(view, at, 3)
  if (near.has('negator')) return real('denied')
  const far = marksBefore(view, at, REACH)
  if (far.has('must')) return unreal('planned')
  if (far.has('if') || near.has('may')) return real('conditional')
  if (far.has('will')) return real('planned')
  if (far.has('still')) return real('ongoing')
  return purpose ? unreal('planned') : real('happened')
}

/** «المقبل», «المحتمل», «المستمر» within two words after a noun. */
export function adjectiveAfter(view: View, end: number): EventStatus | null {
  for (let i = end; i < end + 3 && i < view.last; i++) {
    if (view.isHard(i) || view.isComma(i)) return null
    const status = adjectives.get(view.form(i))
    if (status) return status
  }
  return null
}

function marksBefore(view: View, at: number, reach: number): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = at - 1; i >= view.first && i >= at - reach; i--) {
    if (view.isHard(i) || view.isComma(i)) break
    const mark = view.mark(i)
    if (mark) found.add(mark)
  }
  return found
}

/** «نفى أن يكون … قد», «نفت السلطات احتجازه». */
function isDenied(view: View, at: number): boolean {
  let that = false
  for (let i = at - 1; i >= view.first && i >= at - DENIAL_REACH; i--) {
    if (view.isHard(i)) return false
    if (view.isThat(i)) that = true
    if (view.mark(i) === 'denial') return that || at - i <= 4
  }
  return false
}
