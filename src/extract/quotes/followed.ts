/** What is reported before its cue, in marks or without: «"…"، قال فلان», “The silos are empty, Whitlow said.” */
import type { Passage, Sentence, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame } from './grammar.ts'
import type { Marked } from './marks.ts'
import { isSpeech } from './quotations.ts'
import { reachOf, type Scene } from './scene.ts'
import { afterDateline, LEAST, type Standalone } from './standalone.ts'
import { formAt, isComma, wordCount } from './words.ts'

/** Speech in marks that nothing has claimed, with the cue that follows it, if one does. */
export function readMarked(
  scene: Scene,
  claimed: (at: number) => boolean,
  cues: readonly Cue[],
): readonly Standalone[] {
  const { passage, marked } = scene
  const found: Standalone[] = []
  let c = 0
  for (const stretch of marked) {
    if (!stretch.closed || claimed(stretch.first)) continue
    while (c < cues.length && (cues[c] as Cue).first < stretch.end) c++
    const cue = cues[c]
    const speech = isSpeech(scene, stretch)
    if (cue && follows(scene, cue, stretch) && (speech || isReply(scene, stretch, cue))) {
      found.push({ ...inMarks('after', stretch), cue })
    } else if (speech && standsAlone(passage, stretch)) found.push(inMarks('alone', stretch))
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

/** A cue in the same line with nothing but a comma and its subject, or words that point back, between it and the closing mark. */
function follows(scene: Scene, cue: Cue, stretch: Marked): boolean {
  const { passage, cast } = scene
  const { first, end } = stretch
  const line = (at: number) => passage.sentences[passage.sentenceOf[at] as number]?.line
  if (cue.joined || line(cue.first) !== line(first)) return false
  if (pointsBack(scene, cue, stretch)) return true
  if (!cue.takes.has('after')) return false
  const at = isComma(passage, end) ? end + 1 : end
  return cue.clauseFirst - end <= 1 || cast.startingAt(passage, at)?.last === cue.clauseFirst
}

/** How many marks may stand between a quotation and what points back at it: «"…".. هكذا». */
const PAUSE = 3

/** «"…".. هكذا وصف فلان»: the sentence of the cue begins with words that point back at the quotation. */
function pointsBack({ passage, grammar }: Scene, { form, first }: Cue, { end }: Marked): boolean {
  let at = end
  while (at < end + PAUSE && passage.tokens[at]?.kind === 'mark') at++
  return form === 'finite' && grammar.skipPointingBack(passage, at) === first && first > at
}

/** Words in marks that may be a name elsewhere, at least, when the verb after them often reports nothing. */
const REPLY = 3

/** Few words in marks are said when they open the sentence and a verb of saying follows, after a comma or before its subject. */
function isReply(scene: Scene, stretch: Marked, cue: Cue): boolean {
  const { passage, cast } = scene
  const { sentences, sentenceOf } = passage
  const { opener, end } = stretch
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

/** How many tokens a clause may have that a cue at its end reports. */
const LONGEST = 120
/** How many tokens may follow a reporting verb at the end of its sentence: “said on Tuesday”. */
const TRAILING = 5
/** How many tokens may stand between the comma and the verb. */
const SUBJECT = 20

/** Sentences whose last clause is nothing but a speaker and a reporting verb: what stands before the comma is reported. */
export function readFollowed(
  scene: Scene,
  claimed: (at: number) => boolean,
  cues: readonly Cue[],
): readonly Standalone[] {
  const { passage } = scene
  const participles = new Set(cues.filter(({ form }) => form === 'participle').map(cue => cue.first))
  return cues.flatMap(cue => {
    if (
      !cue.takes.has('after') ||
      (cue.joined && !cue.asReported) ||
      cue.relative ||
      cue.form !== 'finite' ||
      claimed(cue.first)
    )
      return []
    const { first } = passage.sentences[passage.sentenceOf[cue.first] as number] as Sentence
    if (cue.first - first > LONGEST) return []
    const last = clauseEnd(scene, cue, first, at => participles.has(at) || scene.grammar.asideAt(passage, at))
    if (last === null || wordCount(passage, { first, last }) < LEAST) return []
    for (let at = first; at < cue.first; at++) if (claimed(at)) return []
    return [
      {
        frame: 'after' as const,
        first: afterDateline(scene, first),
        last,
        marksOnly: false,
        source: null,
        cue,
        named: null,
      },
    ]
  })
}

/** The token after adverbials that follow the subject: “said on Tuesday”, «أمس في بيان». */
function trailingEnd({ passage, grammar, timeEnds }: Scene, from: number, end: number): number {
  let at = from
  while (at < end) {
    if (grammar.asideAt(passage, at)) return end
    const next = Math.max(timeEnds[at] as number, grammar.skipAdverbial(passage, at))
    if (next <= at) break
    at = next
  }
  return at
}

/** The comma before a cue with its subject, in either order, at the end of the sentence; null when they are not that. */
function clauseEnd(scene: Scene, cue: Cue, first: number, isContinued: (at: number) => boolean): number | null {
  const { passage, cast, grammar } = scene
  const end = reachOf(scene, cue.first)
  const from = cue.clauseFirst
  if (cue.asReported || isComma(passage, cue.first - 1)) {
    const subject = cast.startingAt(passage, cue.last)
    if (!subject || subject.type === 'place' || grammar.governs(passage, first)) return null
    // «مع تقدم القوات، أعلنت الحكومة، برئاسة …، حالة الطوارئ»: what follows a second comma may be its object.
    const goesOn = isComma(passage, subject.last) && (cue.asReported || isContinued(subject.last + 1))
    if (!goesOn && trailingEnd(scene, subject.last, end) < end) return null
    return isComma(passage, from - 1) ? from - 1 : from
  }
  if (end > cue.last + TRAILING) return null
  let at = cue.clauseFirst
  const floor = Math.max(first, at - SUBJECT)
  while (at > floor && !isComma(passage, at - 1)) at--
  // A conjunction on the subject begins another clause: «، فالوزارة تقول».
  return at > floor && cast.startingAt(passage, at)?.clitic === '' ? at - 1 : null
}
