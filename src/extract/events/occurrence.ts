/** When an event took place: the time nearest to its trigger, in its clause before the rest of its sentence. */
import type { Event, FieldSpan, Quote, Span, TimeExpression } from '../../types.ts'
import type { Passage } from '../text/passage.ts'

/** The times of a passage, by the sentence in which they stand. Both lists are in the order of the text. */
export function timesBySentence(
  passage: Passage,
  times: readonly TimeExpression[],
): readonly (readonly TimeExpression[])[] {
  const bySentence: TimeExpression[][] = passage.sentences.map(() => [])
  let sentence = 0
  for (const time of times) {
    if (time.field !== passage.field) continue
    while (sentence < passage.sentences.length - 1 && startOf(passage, sentence + 1) <= time.start) sentence++
    bySentence[sentence]?.push(time)
  }
  return bySentence
}

const startOf = ({ sentences, tokens }: Passage, index: number): number =>
  tokens[sentences[index]?.first as number]?.start ?? Number.POSITIVE_INFINITY

/** Times on either side of a trigger that may be its own: a bound for texts that are nothing but dates. */
const NEIGHBOURS = 8

/** How many characters a boundary of clauses weighs between a trigger and a time. */
const CLAUSE = 60

/**
 * The time of an event among the times of its sentence. When somebody said it is another matter: times outside the quote
 * that asserts the event are left out, unless nothing but the quote's frame stands there.
 */
export function occurrence(
  times: readonly TimeExpression[],
  trigger: FieldSpan,
  clause: Span,
  asserted: Quote | null,
): Event['occurred'] {
  let best: TimeExpression | null = null
  let least = Number.POSITIVE_INFINITY
  const at = firstAfter(times, trigger.start)
  for (const time of times.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS)) {
    if (asserted !== null && !sharesFrame(time, trigger, asserted.content)) continue
    const distance = time.start >= trigger.end ? time.start - trigger.end : trigger.start - time.end
    const inside = clause.start <= time.start && time.end <= clause.end
    const cost = distance + (inside ? 0 : CLAUSE)
    if (cost < least || (best !== null && isFuller(time, best) && inside)) {
      best = time
      least = cost
    }
  }
  return best && { value: best.value, basis: best.basis }
}

/** Whether time and trigger are both said or both told. */
const sharesFrame = (time: Span, trigger: Span, content: Span): boolean =>
  contains(content, time) === contains(content, trigger)

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

/** «3-4 April» says more than «yesterday» where both name the same days. */
function isFuller(time: TimeExpression, other: TimeExpression): boolean {
  const [a, b] = [time.value, other.value]
  if (a.min === null || a.max === null || b.min === null || b.max === null) return false
  return a.min <= b.min && b.max <= a.max && a.edtf.length > b.edtf.length
}

/** The place in a sorted list of the first time that starts after an offset. */
function firstAfter(times: readonly TimeExpression[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as TimeExpression).start <= offset) low = middle + 1
    else high = middle
  }
  return low
}
