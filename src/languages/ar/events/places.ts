/** Where an event took place: the last place named after «في», «بـ», «إلى» near its trigger, the most specific one. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { View } from './sentence.ts'

const BEFORE = 10

/** The place that belongs to the trigger at `at`, whose arguments end at `end`. */
export function placeOf(view: View, at: number, end: number): Mention | null {
  for (let i = at + 1; i < end; i++) {
    const place = placeAt(view, i)
    if (place) return place
  }
  for (let i = at - 1; i >= view.first && i > at - BEFORE; i--) {
    if (view.isHard(i)) break
    const place = placeAt(view, i)
    if (place) return place
  }
  return null
}

function placeAt(view: View, at: number): Mention | null {
  const mention = view.mentionAt(at)
  if (mention?.type !== 'place') return null
  for (let i = at - 1; i >= view.first && i >= at - 3; i--) {
    const preposition = view.preposition(i)
    if (preposition === 'في' || preposition === 'إلى') return mention
    if (preposition || view.isComma(i)) break
  }
  return mention.clitic.endsWith('ب') ? mention : null
}
