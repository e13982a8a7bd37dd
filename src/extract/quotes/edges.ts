/** Sentences that a phrase at their edge attributes to somebody: «بحسب الوزارة», “according to the ministry”. */
import type { Mention } from '../mentions/mention.ts'
import type { TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { SourcePhrase } from './grammar.ts'
import { reachOf, type Scene } from './scene.ts'
import { sourceAt } from './sources.ts'
import { afterDateline, LEAST, type Standalone } from './standalone.ts'
import { isComma, wordCount } from './words.ts'

/** How long a sentence may be that is nothing but a source phrase, cut off by a full stop: «…. وفق ما ذكرت الوكالة.» */
const CUT_OFF = 12

/** Sentences that a phrase at their edge attributes to somebody. `claimed` tells what other quotes have taken. */
export function readEdges(scene: Scene, claimed: (at: number) => boolean): readonly Standalone[] {
  const { passage, inside } = scene
  return passage.sentences.flatMap(({ first, last: end, line }, index) => {
    const last = Math.max(end, reachOf(scene, first))
    for (let at = first; at < end; at++) {
      if (claimed(at)) return []
      if (inside[at] !== -1) continue
      const source = sourceAt(scene, at)
      if (!source?.mention) continue
      const resumes = scene.grammar.skipResumption(passage, source.mention.last) > source.mention.last
      const range =
        at > first + 1 && !resumes
          ? closes(scene, source.phrase, source.mention, last) && { first: afterDateline(scene, first), last: at }
          : (afterPhrase(scene, source.mention, last, claimed) ?? before(index, line, last - first))
      const found = range && edge(scene, source.phrase, range.first, range.last)
      return found ? [found] : []
    }
    return []
  })

  function before(index: number, line: number, length: number): TokenRange | null {
    const sentence = passage.sentences[index - 1]
    if (!sentence || sentence.line !== line || length > CUT_OFF) return null
    for (let at = sentence.first; at < sentence.last; at++) if (claimed(at)) return null
    return sentence
  }
}

/** «وفقا للوزارة، …»: the rest of the sentence, unless another quote stands in it. */
function afterPhrase(
  { passage, grammar }: Scene,
  { last: from }: Mention,
  last: number,
  claimed: (at: number) => boolean,
): TokenRange | null {
  const resumed = grammar.skipResumption(passage, from)
  let at = from
  if (grammar.beginsClause(passage, from)) {
    for (let i = from; i < last; i++) if (claimed(i)) return null
    return { first: from, last }
  }
  while (resumed === from && at < last && !isComma(passage, at) && at < from + 12) at++
  if (resumed === from && !isComma(passage, at)) return null
  const first = resumed > from ? resumed : grammar.skipResumption(passage, at + 1)
  for (let i = first; i < last; i++) if (claimed(i)) return null
  return { first, last }
}

/** How many tokens may follow the source at the end of the sentence. */
const TAIL = 8

/** Whether a phrase in the middle of a sentence stands at the edge of what it attributes. */
function closes({ passage, grammar }: Scene, phrase: SourcePhrase, { last: end }: Mention, last: number): boolean {
  if (phrase.by === 'verb' || isComma(passage, phrase.first - 1) || end + TAIL >= last || isComma(passage, end))
    return true
  return (
    grammar.asideAt(passage, end) ||
    grammar.skipAdverbial(passage, end) > end ||
    (passage.tokens[end] as Token).kind === 'mark'
  )
}

function edge(scene: Scene, source: SourcePhrase, first: number, last: number): Standalone | null {
  if (wordCount(scene.passage, { first, last }) < LEAST) return null
  return { frame: 'edge', first, last, marksOnly: false, source, cue: null, named: null }
}
