/** Quotes that no cue before them reports: after a source phrase, under a headline's name, in marks alone, before their cue. */
import type { Mention } from '../mentions/mention.ts'
import type { Passage, Sentence, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame, SourcePhrase } from './grammar.ts'
import type { Marked } from './marks.ts'
import { isSpeech, wordCount } from './quotations.ts'
import { formAt, isComma, reachOf, type Scene } from './scene.ts'
import { sourceAt } from './sources.ts'

export interface Standalone {
  readonly frame: Frame
  readonly first: number
  readonly last: number
  readonly marksOnly: boolean
  readonly source: SourcePhrase | null
  readonly cue: Cue | null
  readonly named: Mention | null
}

/** How many words a sentence must have to be attributed to a source as a whole. */
const LEAST = 4

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
      const range =
        at > first + 1
          ? closes(scene, source.phrase, source.mention, last) && { first, last: at }
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
  { passage }: Scene,
  { last: from }: Mention,
  last: number,
  claimed: (at: number) => boolean,
): TokenRange | null {
  let at = from
  while (at < last && !isComma(passage, at) && at < from + 12) at++
  if (!isComma(passage, at)) return null
  for (let i = at; i < last; i++) if (claimed(i)) return null
  return { first: at + 1, last }
}

/** Whether a phrase in the middle of a sentence stands at the edge of what it attributes. */
function closes({ passage, grammar }: Scene, phrase: SourcePhrase, { last: end }: Mention, last: number): boolean {
  if (isComma(passage, phrase.first - 1) || end >= last || isComma(passage, end)) return true
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

/**
 * A sentence whose last clause is nothing but a speaker and a reporting verb: “The silos are empty, Whitlow said.” What stands
 * before the comma is reported.
 */
export function readTrailing(scene: Scene, sentence: number, cue: Cue): Standalone | null {
  const { passage, cast } = scene
  const { first } = passage.sentences[sentence] as Sentence
  if (!cue.takes.has('after') || cue.relative || reachOf(scene, first) > cue.last + TRAILING) return null
  let at = cue.clauseFirst
  const floor = Math.max(first, at - 4 * TRAILING)
  while (at > floor && !isComma(passage, at - 1)) at--
  if (at <= floor || !cast.startingAt(passage, at)) return null
  if (wordCount(passage, { first, last: at - 1 }) < LEAST) return null
  return { frame: 'after', first, last: at - 1, marksOnly: false, source: null, cue, named: null }
}

/** How many tokens may follow a reporting verb at the end of its sentence: “said on Tuesday”. */
const TRAILING = 5

/** A headline of a name, a colon and what that one said. */
export function readHeadline(scene: Scene, line: { readonly first: number; readonly last: number }): Standalone | null {
  const { passage, cast } = scene
  const mention = cast.startingAt(passage, line.first)
  if (!mention || mention.type === 'place' || mention.document || formAt(passage, mention.last) !== ':') return null
  const first = mention.last + 1
  if (wordCount(passage, { first, last: line.last }) < 3) return null
  return { frame: 'headline', first, last: line.last, marksOnly: false, source: null, cue: null, named: mention }
}

/** Speech in marks that nothing has claimed, with the cue that follows it, if one does. */
export function readMarks(scene: Scene, claimed: (at: number) => boolean, cues: readonly Cue[]): readonly Standalone[] {
  const { passage, marked } = scene
  const found: Standalone[] = []
  let c = 0
  for (const stretch of marked) {
    if (!stretch.closed || claimed(stretch.first)) continue
    while (c < cues.length && (cues[c] as Cue).first < stretch.end) c++
    const after = cues[c]
    const follows = after?.takes.has('after') && follow(scene, stretch.end, after) && sameLine(passage, after, stretch)
    const speech = isSpeech(scene, stretch)
    if (after && follows && !claimed(after.first) && (speech || isReply(scene, stretch, after))) {
      found.push({ ...marks('after', stretch), cue: after })
    } else if (speech && (fillsLine(passage, stretch) || fillsSentence(passage, stretch)))
      found.push(marks('alone', stretch))
  }
  return found
}

/** Whether nothing but a comma and the subject stands between a closing mark and a reporting verb. */
function follow({ passage, cast }: Scene, end: number, { clauseFirst }: Cue): boolean {
  if (clauseFirst - end <= 1) return true
  const at = isComma(passage, end) ? end + 1 : end
  return cast.startingAt(passage, at)?.last === clauseFirst
}

/** Few words in marks are said when they open the sentence and a verb of saying follows. */
function isReply(scene: Scene, stretch: Marked, { strength }: Cue): boolean {
  const { passage } = scene
  const { first } = passage.sentences[passage.sentenceOf[stretch.opener] as number] as Sentence
  return strength === 'strong' && stretch.opener === first
}

const marks = (frame: Frame, { first, last }: { readonly first: number; readonly last: number }): Standalone => ({
  frame,
  first,
  last,
  marksOnly: true,
  source: null,
  cue: null,
  named: null,
})

const lineOf = ({ sentences, sentenceOf }: Passage, at: number) => sentences[sentenceOf[at] as number]?.line
const sameLine = (passage: Passage, cue: Cue, stretch: { readonly first: number }) =>
  lineOf(passage, cue.first) === lineOf(passage, stretch.first)

/** Whether the stretch is a sentence of its own. */
function fillsSentence({ sentences, sentenceOf, tokens }: Passage, { opener, end }: Marked): boolean {
  const { first } = sentences[sentenceOf[opener] as number] as Sentence
  return first === opener && sentenceOf[end] !== sentenceOf[end - 1] && (tokens[end - 2] as Token).kind === 'mark'
}

/** Whether a paragraph is nothing but the stretch. */
function fillsLine(passage: Passage, { opener, end }: { readonly opener: number; readonly end: number }): boolean {
  const line = passage.lines[lineOf(passage, opener) ?? 0]
  if (!line || line.kind === 'title') return false
  if (line.first !== opener) return false
  for (let at = end; at < line.last; at++) if ((passage.tokens[at] as Token).kind !== 'mark') return false
  return true
}
