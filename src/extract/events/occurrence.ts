/** When an event took place: the time expression nearest to its trigger, in its clause before the rest of its sentence. */
import type { Event, Span, TimeExpression } from '../../types.ts'
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

/** Characters between a trigger and a time outside its clause that may still belong to it. */
const REACH = 60

export function occurrence(times: readonly TimeExpression[], trigger: Span, clause: Span): Event['occurred'] {
  let best: TimeExpression | null = null
  let least = Number.POSITIVE_INFINITY
  for (const time of times) {
    const distance = time.start >= trigger.end ? time.start - trigger.end : trigger.start - time.end
    const inside = clause.start <= time.start && time.end <= clause.end
    if (!inside && distance > REACH) continue
    const cost = distance + (inside ? 0 : REACH)
    if (cost < least) {
      best = time
      least = cost
    }
  }
  return best && { value: best.value, basis: best.basis }
}
