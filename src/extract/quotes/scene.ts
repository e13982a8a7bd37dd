/** One passage with all that quote finding looks up in it: marks, mentions, time expressions, the reach of sentences. */
import type { TimeExpression } from '../../types.ts'
import type { Cast } from '../mentions/mention.ts'
import type { Line, Passage, Sentence } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { QuoteGrammar } from './grammar.ts'
import type { Marked } from './marks.ts'
import { wording } from './words.ts'

export interface Scene {
  readonly passage: Passage
  readonly cast: Cast
  readonly grammar: QuoteGrammar
  readonly times: readonly TimeExpression[]
  readonly marked: readonly Marked[]
  /** For each token, the index in `marked` of the stretch that it opens; -1 for none. */
  readonly opens: Int32Array
  /** For each token, the index in `marked` of the innermost closed stretch around it; -1 for none. */
  readonly inside: Int32Array
  /** For each sentence, the token after its last word: sentences inside one pair of marks count as one. */
  readonly reach: Int32Array
  /** How often the passage marks the same few words: names recur, scare quotes do not. */
  readonly repeated: ReadonlyMap<string, number>
  /** For each token at which a time expression begins, the token after it; 0 elsewhere. */
  readonly timeEnds: Int32Array
}

export function readScene(
  passage: Passage,
  marked: readonly Marked[],
  cast: Cast,
  times: readonly TimeExpression[],
  grammar: QuoteGrammar,
): Scene {
  const opens = new Int32Array(passage.tokens.length).fill(-1)
  const inside = new Int32Array(passage.tokens.length).fill(-1)
  marked.forEach((stretch, index) => {
    opens[stretch.opener] = index
    // In the order of their opening marks, so an inner stretch overwrites the outer one.
    if (stretch.closed) inside.fill(index, stretch.opener, stretch.end)
  })
  const own = times.filter(time => time.field === passage.field)
  return {
    passage,
    cast,
    grammar,
    times: own,
    marked,
    opens,
    inside,
    reach: readReach(passage, marked),
    repeated: readRepeated(passage, marked),
    timeEnds: readTimeEnds(passage, own),
  }
}

function readRepeated(passage: Passage, marked: readonly Marked[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const stretch of marked) {
    const words = wording(passage, stretch)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** Marks of ends: what may close a sentence after its last word. */
const ENDS = new Set(['.', '!', '?', '؟', '…', '،', ',', '؛', ';', ':'])

function readReach({ sentences, sentenceOf, tokens, lines }: Passage, marked: readonly Marked[]): Int32Array {
  // A headline is one sentence: full stops in it are pauses.
  const reach = Int32Array.from(sentences, ({ last, line }) => {
    const { kind, last: lineLast } = lines[line] as Line
    return kind === 'title' ? lineLast : last
  })
  for (const { opener, end, closed } of marked) {
    if (!closed) continue
    const from = sentenceOf[opener] as number
    const to = sentenceOf[end - 1] as number
    if (to > from) reach[from] = Math.max(reach[from] as number, (sentences[to] as Sentence).last)
  }
  for (let i = sentences.length - 2; i >= 0; i--) {
    const { last } = sentences[i] as Sentence
    // The sentence runs on into the next one, and as far as that one runs.
    if ((reach[i] as number) > last)
      reach[i] = Math.max(reach[i] as number, reach[sentenceOf[(reach[i] as number) - 1] as number] as number)
  }
  return reach.map((last, i) => {
    const { first } = sentences[i] as Sentence
    let end = last
    while (end > first && ENDS.has((tokens[end - 1] as Token).form)) end--
    return end
  })
}

function readTimeEnds({ tokens }: Passage, times: readonly TimeExpression[]): Int32Array {
  const ends = new Int32Array(tokens.length)
  let at = 0
  for (const { start, end } of times) {
    while (at < tokens.length && (tokens[at] as Token).start < start) at++
    let last = at
    while (last < tokens.length && (tokens[last] as Token).end <= end) last++
    if (last > at) ends[at] = last
  }
  return ends
}

/** The token after the last word of the sentence in which a token stands. */
export function reachOf({ passage, reach }: Scene, at: number): number {
  return reach[passage.sentenceOf[at] as number] as number
}
