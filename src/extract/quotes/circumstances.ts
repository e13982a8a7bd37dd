/** What is said of the saying itself: where, to whom, when. Looked for in the clause of the cue, outside of the content. */
import type { Quote } from '../../types.ts'
import { type Sentence, spanOf, type TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Draft } from './drafts.ts'
import { reachOf, type Scene } from './scene.ts'
import { formAt } from './words.ts'

type Circumstances = Pick<Quote, 'venue' | 'addressee' | 'said'>

/** How far from the cue they may stand, in tokens. */
const WINDOW = 50

export function circumstancesOf(scene: Scene, draft: Draft): Circumstances {
  const found: { venue: string | null; addressee: string | null; said: Quote['said'] } = {
    venue: null,
    addressee: null,
    said: null,
  }
  for (const { first, last } of clauses(scene, draft)) {
    let venueEnd = -1
    for (let at = first; at < last; ) {
      const venue = scene.grammar.venueAt(scene.passage, at)
      const addressee = addresseeAt(scene, at, venueEnd === at)
      found.said ??= saidAt(scene, at)
      if (venue) {
        found.venue ??= text(scene, venue)
        venueEnd = venue.last
        at = venue.last
      } else if (addressee) {
        found.addressee ??= addressee.text
        at = addressee.last
      } else at++
    }
  }
  return found
}

/** The clause of the cue: what stands before the content, or, when the cue follows it, after; and what follows marks at once. */
function clauses(scene: Scene, { cue, first, last, frame, nested }: Draft): readonly TokenRange[] {
  if (!cue || nested) return []
  const { passage } = scene
  const reach = reachOf(scene, cue.first)
  // A verb that tells somebody something has whom it tells behind it.
  const begin = scene.grammar.addresses(formAt(passage, cue.first)) ? cue.first : cue.last
  if (frame === 'after') return [{ first: begin, last: Math.min(reach, cue.last + WINDOW) }]
  const sentence = passage.sentences[passage.sentenceOf[cue.first] as number] as Sentence
  const from = cue.joined ? cue.first : Math.max(sentence.first, cue.first - WINDOW)
  const after = passage.tokens[last]?.kind === 'mark' && last < reach ? last : first
  return [
    { first: begin, last: first },
    { first: from, last: cue.first },
    { first: after, last: scene.grammar.asideAt(passage, after + 1) ? Math.min(reach, after + WINDOW) : after },
  ]
}

function saidAt({ times, timeEnds, passage }: Scene, at: number): Quote['said'] {
  if (timeEnds[at] === 0) return null
  const { start } = passage.tokens[at] as Token
  return times.find(time => time.start <= start && start < time.end)?.value ?? null
}

/** Somebody to whom it was said: «للصحفيين», «لـ"الميزان"», or after a venue «مع قناة …». */
function addresseeAt(
  scene: Scene,
  at: number,
  afterVenue: boolean,
): { readonly text: string; readonly last: number } | null {
  const { passage, cast, grammar, opens, marked } = scene
  const mention = cast.startingAt(passage, at)
  if (mention && grammar.addresses(mention.clitic)) {
    return { text: passage.text.slice(mention.start, mention.end), last: mention.last }
  }
  const alone = grammar.addresses(formAt(passage, at)) || (afterVenue && grammar.addressesAfterVenue(passage, at))
  if (!alone || at + 1 >= passage.tokens.length) return null
  const named = cast.startingAt(passage, at + 1)
  if (named && named.type !== 'place') return { text: passage.text.slice(named.start, named.end), last: named.last }
  const stretch = opens[at + 1] === -1 ? undefined : marked[opens[at + 1] as number]
  return stretch?.closed ? { text: text(scene, stretch), last: stretch.end } : null
}

function text({ passage }: Scene, range: TokenRange): string {
  const { start, end } = spanOf(passage, range)
  return passage.text.slice(start, end)
}
