/** Speech in marks that its cue follows, «"…"، قال فلان», or that stands alone. */
import type { Passage, Sentence, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import { APART, reachesVerb } from './adjuncts.ts'
import type { Cue, Frame } from './grammar.ts'
import type { Marked } from './marks.ts'
import { isSpeech } from './quotations.ts'
import type { Scene } from './scene.ts'
import type { Standalone } from './standalone.ts'
import { formAt, isComma, wordCount } from './words.ts'

/** How many cues behind a closing mark may be the one that reports: those in relative clauses about the speaker come first. */
const LOOKED_AT = 3

/** Speech in marks that nothing has claimed, with the cue that follows it, if one does. `reports` as for `readFollowed`. */
export function readMarked(
  scene: Scene,
  claimed: (at: number) => boolean,
  reports: (cue: number) => boolean,
  cues: readonly Cue[],
): readonly Standalone[] {
  const { passage, marked } = scene
  const found: Standalone[] = []
  let c = 0
  let said: Cue | null = null
  for (const stretch of marked) {
    if (!stretch.closed || claimed(stretch.first)) continue
    while (c < cues.length && (cues[c] as Cue).first < stretch.end) c++
    const speech = isSpeech(scene, stretch)
    const cue = cues.slice(c, c + LOOKED_AT).find(cue => follows(scene, cue, stretch, reports(cue.first)))
    if (cue && (speech || isReply(scene, stretch, cue))) {
      found.push({ ...inMarks('after', stretch), cue })
      said = cue
    } else if (said && continues(passage, said, stretch)) found.push({ ...inMarks('after', stretch), cue: said })
    else if (speech && standsAlone(passage, stretch)) found.push(inMarks('alone', stretch))
  }
  return found
}

const inMarks = (frame: Frame, { first, last }: TokenRange): Standalone => ({
  frame,
  first,
  last,
  marksOnly: true,
  source: null,
  cue: null,
  named: null,
})

/** “…,” Whitlow said. “…”: the next sentence of the same line opens with marks, and the same cue reports it. */
function continues({ sentences, sentenceOf }: Passage, { first }: Cue, { opener }: Marked): boolean {
  const [before, own] = [sentenceOf[first] as number, sentenceOf[opener] as number]
  const sentence = sentences[own] as Sentence
  return own === before + 1 && sentence.first === opener && sentence.line === sentences[before]?.line
}

/** A cue in the same line with nothing but a comma and its subject, or words that point back, between it and the closing mark. */
function follows(scene: Scene, cue: Cue, stretch: Marked, reports: boolean): boolean {
  const { passage, cast } = scene
  const { first, end } = stretch
  const line = (at: number) => passage.sentences[passage.sentenceOf[at] as number]?.line
  if (cue.joined || line(cue.first) !== line(first)) return false
  if (pointsBack(scene, cue, stretch)) return true
  if (!cue.takes.has('after')) return false
  if (cue.clauseFirst - end <= 1) return true
  const subject = cast.startingAt(passage, isComma(passage, end) ? end + 1 : end)
  if (subject && reachesVerb(scene, subject.last, cue.clauseFirst)) return true
  return !reports && !cue.relative && goesOn(passage, stretch) && isOneClause(scene, end, cue)
}

/** How many marks may stand between a quotation and what points back at it: «"…".. هكذا». */
const PAUSE = 3

/** «"…".. هكذا وصف فلان»: the sentence of the cue begins with words that point back at the quotation. */
function pointsBack({ passage, grammar }: Scene, { form, first }: Cue, { end }: Marked): boolean {
  let at = end
  while (at < end + PAUSE && passage.tokens[at]?.kind === 'mark') at++
  return form === 'finite' && grammar.skipPointingBack(passage, at) === first && first > at
}

/** Whether a comma inside the marks or behind them says that the sentence goes on. */
const goesOn = (passage: Passage, { last, end }: Marked): boolean => isComma(passage, last - 1) || isComma(passage, end)

/** Whether the words from a token to a cue are of one sentence, without marks: a subject, whoever it is. */
function isOneClause({ passage, opens }: Scene, from: number, { first }: Cue): boolean {
  if (first - from > APART || passage.sentenceOf[first] !== passage.sentenceOf[from]) return false
  for (let at = from; at < first; at++) if (opens[at] !== -1) return false
  return true
}

/** Words in marks that may be a name elsewhere, at least, when the verb after them often reports nothing. */
const REPLY = 3

/** Few words in marks are said when a verb of saying follows, after a comma or, at the head of a sentence, before its subject. */
function isReply(scene: Scene, stretch: Marked, cue: Cue): boolean {
  const { passage, cast } = scene
  const { sentences, sentenceOf } = passage
  const { opener, last, end } = stretch
  if (cue.strength !== 'weak' && isComma(passage, last - 1)) return true
  if ((sentences[sentenceOf[opener] as number] as Sentence).first !== opener) return false
  if (pointsBack(scene, cue, stretch)) return true
  if (cue.strength === 'weak' || (cue.strength === 'plain' && wordCount(passage, stretch) < REPLY)) return false
  return isComma(passage, end) || cast.startingAt(passage, cue.last) !== null
}

/** A sentence, but for what stands outside of its marks: nothing, or a few words and a colon. */
function standsAlone(passage: Passage, { opener, end }: Marked): boolean {
  const { sentences, sentenceOf, lines, tokens } = passage
  const sentence = sentences[sentenceOf[opener] as number] as Sentence
  const line = lines[sentence.line]
  if (!line || line.kind === 'title') return false
  if (sentence.first !== opener && formAt(passage, opener - 1) !== ':') return false
  if (end >= line.last || formAt(passage, end) === '.') return true
  return sentenceOf[end] !== sentenceOf[end - 1] && (tokens[end - 2] as Token).kind === 'mark'
}
