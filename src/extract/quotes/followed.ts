/** What is reported without marks before its cue, or around it: «…، كما أعلنت الوزارة», “The silos are empty, Whitlow said.” */
import type { Sentence, TokenRange } from '../text/passage.ts'
import { reachesVerb } from './adjuncts.ts'
import type { Cue } from './grammar.ts'
import { isSpeech } from './quotations.ts'
import { reachOf, type Scene } from './scene.ts'
import { afterDateline, LEAST, type Standalone } from './standalone.ts'
import { isComma, wordCount } from './words.ts'

/** How many tokens a clause may have that a cue at its end reports. */
const LONGEST = 120
/** How many tokens may follow a reporting verb at the end of its sentence: “said in a speech at the fair on Tuesday”. */
const TRAILING = 5
/** How many tokens may stand between the comma and the verb. */
const SUBJECT = 30

/**
 * Sentences in which a clause is nothing but a speaker and a reporting verb: what stands before its comma is reported, or, where
 * that is little, what stands behind it. `reports` tells which cues report something in another way.
 */
export function readFollowed(
  scene: Scene,
  reports: (cue: number) => boolean,
  cues: readonly Cue[],
): readonly (Standalone & { readonly cue: Cue })[] {
  const { passage } = scene
  const participles = new Set(cues.filter(({ form }) => form === 'participle').map(cue => cue.first))
  return cues.flatMap(cue => {
    if (!cue.takes.has('after') || (cue.joined && !cue.asReported) || cue.relative || cue.form !== 'finite') return []
    if (reports(cue.first)) return []
    const { first } = passage.sentences[passage.sentenceOf[cue.first] as number] as Sentence
    if (cue.first - first > LONGEST) return []
    const range = clauseBeside(scene, cue, first, at => participles.has(at) || scene.grammar.asideAt(passage, at))
    if (!range || wordCount(passage, range) < LEAST || endsInSpeech(scene, range)) return []
    const frame = range.first < cue.first ? ('after' as const) : ('clause' as const)
    return [{ frame, ...range, marksOnly: false, source: null, cue, named: null }]
  })
}

/** Whether the words of a range end with speech in marks, which is reported by itself. */
function endsInSpeech(scene: Scene, { first, last }: TokenRange): boolean {
  const stretch = scene.marked[scene.inside[last - 1] as number]
  return stretch !== undefined && stretch.opener >= first && isSpeech(scene, stretch)
}

/** The token after adverbials that follow the subject: “said on Tuesday”, «أمس في بيان». */
function trailingEnd({ passage, grammar, timeEnds }: Scene, from: number, end: number): number {
  let at = from
  while (at < end) {
    if (grammar.asideAt(passage, at)) return end
    const next = Math.max(
      timeEnds[at] as number,
      grammar.skipAdverbial(passage, at),
      grammar.skipApposition(passage, at),
    )
    if (next <= at) break
    at = next
  }
  return Math.min(at, end)
}

/** What a cue and its subject, in either order, report beside their clause; null when they are not a clause by themselves. */
function clauseBeside(scene: Scene, cue: Cue, first: number, isContinued: (at: number) => boolean): TokenRange | null {
  const { passage, cast, grammar } = scene
  const end = reachOf(scene, cue.first)
  const from = cue.clauseFirst
  const begin = afterDateline(scene, first)
  if (cue.asReported || (isComma(passage, cue.first - 1) && grammar.subjectFollows(cue, 'after'))) {
    const subject = cast.startingAt(passage, cue.last)
    if (!subject || subject.type === 'place' || grammar.governs(passage, first)) return null
    // «مع تقدم القوات، أعلنت الحكومة، برئاسة …، حالة الطوارئ»: what follows a second comma may be its object.
    const goesOn = isComma(passage, subject.last) && (cue.asReported || isContinued(subject.last + 1))
    if (!goesOn && trailingEnd(scene, subject.last, end) < end) return null
    return { first: begin, last: isComma(passage, from - 1) ? from - 1 : from }
  }
  const told = cue.needsPerson ? (cast.startingAt(passage, cue.last)?.last ?? cue.last) : cue.last
  const trailing = trailingEnd(scene, told, end)
  const subject = subjectFirst(scene, cue, first)
  if (subject === null) return null
  if (trailing < end && isComma(passage, trailing))
    return aroundClause(scene, { first: begin, last: subject - 1 }, trailing + 1, end)
  if (trailing < end && end > cue.last + TRAILING) return null
  return { first: begin, last: subject - 1 }
}

/** “In the end, many farmers say, the rain will help”: the longer of what stands before and behind the clause. */
function aroundClause({ passage }: Scene, before: TokenRange, first: number, last: number): TokenRange {
  const behind = { first, last }
  return wordCount(passage, behind) > wordCount(passage, before) ? behind : before
}

/** Where the subject of a cue begins, right behind a comma; a conjunction on it begins another clause: «، فالوزارة تقول». */
function subjectFirst(scene: Scene, { clauseFirst }: Cue, first: number): number | null {
  const { passage, cast } = scene
  const floor = Math.max(first, clauseFirst - SUBJECT)
  let nearest: number | null = null
  for (let at = clauseFirst; at > floor; at--) {
    if (!isComma(passage, at - 1)) continue
    nearest ??= at
    const subject = cast.startingAt(passage, at)
    if (subject?.clitic === '' && reachesVerb(scene, subject.last, clauseFirst)) return at
  }
  return nearest !== null && cast.startingAt(passage, nearest)?.clitic === '' ? nearest : null
}
