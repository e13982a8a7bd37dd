/** Every event of an article: sightings in its sentences, dated, and each happening kept once. */
import type { Actor, Event, Quote, TimeExpression } from '../../types.ts'
import type { Cast } from '../mentions/mention.ts'
import { type Passage, spanOf } from '../text/passage.ts'
import { assertions } from './assertions.ts'
import type { EventGrammar, Sighting } from './grammar.ts'
import { occurrence, timesBySentence } from './occurrence.ts'
import { happenings } from './retellings.ts'

/** What a date says for a happening: generalities have none. */
const DATED = 0.1

/** Commentary reports little: a text of some length that quotes nobody and dates nothing. */
const COMMENTARY = 0.15
const COMMENTARY_TOKENS = 180

/** Every event of an article, in the order of the text. */
export function findEvents(
  passages: readonly Passage[],
  cast: Cast,
  times: readonly TimeExpression[],
  quotes: readonly Quote[],
  grammar: EventGrammar,
): readonly Event[] {
  const reader = grammar.open(passages, cast)
  const events: (Event & { readonly sighting: Sighting })[] = []
  const asserted = assertions(quotes)
  const length = passages.reduce((sum, { tokens }) => sum + tokens.length, 0)
  const doubt = length > COMMENTARY_TOKENS && quotes.length + times.length === 0 ? COMMENTARY : 0
  for (const passage of passages) {
    const timesOf = timesBySentence(passage, times)
    passage.sentences.forEach((sentence, index) => {
      for (const sighting of reader.read(passage, sentence)) {
        const trigger = { field: passage.field, ...sighting.trigger }
        const quote = asserted(trigger)
        const by = quote === null ? null : (quotes[quote] ?? null)
        const occurred = occurrence(timesOf[index] ?? [], trigger, spanOf(passage, sighting.clause), by)
        const confidence = Math.min(1, sighting.confidence + (occurred ? DATED : 0) - doubt)
        if (confidence < grammar.threshold) continue
        events.push({
          type: sighting.type,
          mode: sighting.mode,
          status: sighting.status,
          trigger,
          sentence: spanOf(passage, sentence),
          actors: actorsOf(sighting, cast),
          place: placeOf(sighting),
          occurred,
          quote,
          confidence,
          ruleId: sighting.ruleId,
          sighting,
        })
      }
    })
  }
  return happenings(events).map(({ sighting: _, ...event }) => event)
}

function actorsOf({ parties }: Sighting, cast: Cast): readonly Actor[] {
  const actors: Actor[] = []
  for (const { mention, part } of parties) {
    const party = cast.party(mention)
    if (party.name !== '' && !actors.some(({ name }) => name === party.name)) actors.push({ ...party, part })
  }
  return actors
}

/** Places are written as the text writes them: a capital is a place, not its government. */
function placeOf({ place }: Sighting): Event['place'] {
  if (!place?.nameText) return null
  return { name: place.nameText, countryCode: place.countryCode }
}
