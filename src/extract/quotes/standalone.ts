/** Quotes that no cue before them reports: what they are made of. */
import type { Mention } from '../mentions/mention.ts'
import type { Line, Sentence, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame, SourcePhrase } from './grammar.ts'
import type { Scene } from './scene.ts'

export interface Standalone extends TokenRange {
  readonly frame: Frame
  readonly marksOnly: boolean
  readonly source: SourcePhrase | null
  readonly cue: Cue | null
  readonly named: Mention | null
}

/** How many words a clause must have to be attributed as a whole. */
export const LEAST = 4

/** «القاهرة: …», «فرنسا: …» say where, not who. */
export const isPlace = ({ type, land, roleText }: Mention): boolean => type === 'place' || (land && roleText === null)

/** How far a dateline may reach: «دبي، الإمارات (رويترز) –», in tokens. */
const DATELINE = 14
const DASHES = new Set(['-', '–', '—', 'ـ'])

/** The token after the place and agency that open an article, or `first` when none do. */
export function afterDateline(
  { passage: { tokens, lines, sentences, sentenceOf }, cast, passage }: Scene,
  first: number,
): number {
  const line = lines[(sentences[sentenceOf[first] as number] as Sentence).line] as Line
  if (line.first !== first) return first
  const mention = cast.startingAt(passage, first)
  let after = first
  for (let at = first + 1; at < Math.min(first + DATELINE, line.last - 1); at++) {
    const [before, dash, next] = [tokens[at - 1], tokens[at], tokens[at + 1]] as [Token, Token, Token]
    if (!DASHES.has(dash.form) || !next.spaced) continue
    if (before.form === ')' || (mention && isPlace(mention))) after = at + 1
  }
  return after
}
