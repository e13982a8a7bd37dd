/** Headlines: a name, a colon and what that one said. */
import type { Line } from '../text/passage.ts'
import type { Scene } from './scene.ts'
import { isPlace, type Standalone } from './standalone.ts'
import { formAt, wordCount } from './words.ts'

/** How far from a name in a headline its colon may stand: «الوزير لمعارضيه: …», «باحثة لـ"الميزان": …». */
const ADDRESSEE = 5
/** How long a paragraph may be that is written like a headline, in tokens: a line of a list of news. */
const SHORT_LINE = 40
const LEAST_WORDS = 3

/** What a line reports as a headline does; among paragraphs, a short line that begins with a person's name. */
export function readHeadline(scene: Scene, line: Line): Standalone | null {
  const { first, last, kind } = line
  if (kind === 'paragraph') {
    const named = last - first > SHORT_LINE ? null : scene.cast.startingAt(scene.passage, first)
    return named?.type === 'person' && named.name !== null ? readFrom(scene, first, last) : null
  }
  let found = readFrom(scene, first, last)
  for (let at = first + 1; at < last && !found; at++) if (isPause(scene, at)) found = readFrom(scene, at + 1, last)
  return found
}

/** The headline whose speaker stands at a token. */
function readFrom(scene: Scene, at: number, last: number): Standalone | null {
  const { passage, cast, opens, marked } = scene
  // «"الميزان": …»: a name in marks.
  const held = opens[at] === -1 ? undefined : marked[opens[at] as number]
  const named = cast.startingAt(passage, held?.first ?? at)
  if (!named || named.document || isPlace(named) || (held && named.last !== held.last)) return null
  const first = colonAfter(scene, held?.end ?? named.last) + 1
  if (first === 0 || wordCount(passage, { first, last }) < LEAST_WORDS) return null
  return { frame: 'headline', first, last, marksOnly: false, source: null, cue: null, named }
}

/** The colon behind a name, with nothing between them but to whom it is said; -1 when there is none. */
function colonAfter({ passage, opens, marked }: Scene, last: number): number {
  let at = last
  for (let step = 0; step < ADDRESSEE; step++) {
    if (formAt(passage, at) === ':') return at
    const stretch = opens[at] === -1 ? undefined : marked[opens[at] as number]
    if (!stretch?.closed && passage.tokens[at]?.kind !== 'word') return -1
    at = stretch?.closed ? stretch.end : at + 1
  }
  return formAt(passage, at) === ':' ? at : -1
}

const PAUSES = new Set([':', '|', '…'])

/** What sets a topic or a label apart from who speaks: «المياه.. الوزير: …», «عاجل | الوزير: …». */
const isPause = ({ passage }: Scene, at: number): boolean =>
  PAUSES.has(formAt(passage, at)) || (formAt(passage, at) === '.' && formAt(passage, at - 1) === '.')
