/** One event a happening: news tells it in the title, in the first sentence and again; the most informative telling stays. */
import type { Event, EventType } from '../../types.ts'
import type { Sighting } from './grammar.ts'

export type Told = Event & { readonly sighting: Sighting }

/** How many tellings of a type back a happening may have been told; keeps the work linear in any text. */
const REACH = 60

/** Drops retellings; what is left keeps the order of the text. */
export function happenings<T extends Told>(events: readonly T[]): readonly T[] {
  const byType = new Map<EventType, T[]>()
  for (const event of events) {
    const told = byType.get(event.type) ?? []
    byType.set(event.type, told)
    let at = Math.max(0, told.length - REACH)
    while (at < told.length && !sameHappening(told[at] as T, event)) at++
    const other = told[at]
    if (other === undefined) told.push(event)
    else told[at] = isBetter(event, other) ? completed(event, other) : completed(other, event)
  }
  return [...byType.values()].flat().sort(inOrder)
}

const inOrder = (a: Told, b: Told): number =>
  a.trigger.field === b.trigger.field ? a.trigger.start - b.trigger.start : a.trigger.field === 'title' ? -1 : 1

/** A telling with the date and place that only another telling of the same happening gives. */
const completed = <T extends Told>(kept: T, dropped: T): T => ({
  ...kept,
  occurred: kept.occurred ?? dropped.occurred,
  place: kept.place ?? dropped.place,
})

/** The later telling must say more to take the place of the earlier one; a title gives way to the body. */
function isBetter(later: Told, earlier: Told): boolean {
  if (earlier.sighting.outcome !== later.sighting.outcome && sameSentence(earlier, later))
    return earlier.sighting.outcome
  if (earlier.trigger.field !== later.trigger.field) return earlier.trigger.field === 'title'
  return information(later) > information(earlier)
}

const information = ({ actors, place, occurred, sighting }: Told): number =>
  actors.length + (place ? 1 : 0) + (occurred ? 1 : 0) - (sighting.anaphoric ? 1 : 0)

function sameHappening(a: Told, b: Told): boolean {
  if (a.type !== b.type) return false
  if (overlaps(a, b)) return true
  if (sameSentence(a, b) && a.sighting.outcome !== b.sighting.outcome) return true
  if (isDifferent(a, b)) return false
  const shared = sharesActors(a, b)
  if (a.trigger.field !== b.trigger.field) return shared || a.sighting.lemma === b.sighting.lemma
  if (sameSentence(a, b)) return false
  if (a.status !== b.status) return false
  if (b.sighting.anaphoric && (b.actors.length === 0 || sharesActor(a, b))) return true
  if (a.sighting.lemma !== b.sighting.lemma) return false
  return shared || (!b.sighting.introduces && REACHED_ONCE.has(a.type) && (isNameless(a) || isNameless(b)))
}

/** What parties reach once: «the participants agreed» tells again what the named ones did. Who is killed again is killed anew. */
const REACHED_ONCE: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'RETREAT'])

const isNameless = ({ actors }: Told) => actors.every(({ type }) => type === 'group' || type === 'unnamed')

const sharesActor = (a: Told, b: Told) => a.actors.some(({ name }) => b.actors.some(other => other.name === name))

const overlaps = (a: Told, b: Told) =>
  a.trigger.field === b.trigger.field && a.trigger.start < b.trigger.end && b.trigger.start < a.trigger.end

const sameSentence = (a: Told, b: Told) => a.trigger.field === b.trigger.field && a.sentence.start === b.sentence.start

/** Dates or places that exclude each other. */
function isDifferent(a: Told, b: Told): boolean {
  const [x, y] = [a.occurred?.value, b.occurred?.value]
  if (x && y && x.min && x.max && y.min && y.max && (x.max < y.min || y.max < x.min)) return true
  return a.place !== null && b.place !== null && a.place.name !== b.place.name
}

/** Whether one names nobody whom the other leaves out: who met Bert and then Dora had two meetings. */
function sharesActors(a: Told, b: Told): boolean {
  const [fewer, more] = a.actors.length < b.actors.length ? [a, b] : [b, a]
  return fewer.actors.length > 0 && fewer.actors.every(({ name }) => more.actors.some(other => other.name === name))
}
