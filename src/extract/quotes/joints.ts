/** What joins a cue to what it reports, at one token: a complementiser, a preposition, a colon, marks. */
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Cue, Frame, Opening } from './grammar.ts'
import type { Marked } from './marks.ts'
import { afterInnerJoint, isName } from './quotations.ts'
import type { Scene } from './scene.ts'
import { formAt, isComma, wordCount } from './words.ts'

/** Where reported words begin, with the marks that hold the whole content when it begins with an opening mark. */
export interface Joint extends Opening {
  readonly marks: Marked | null
}

/** How far after a cue a colon may stand. */
const COLON: Readonly<Record<Cue['strength'], number>> = { strong: 30, plain: 15, weak: 10 }
export const reachesColon = (cue: Cue, at: number): boolean => at - cue.last < COLON[cue.strength]
/** Words in marks without a colon before them report something when there are at least so many. */
const LEAST_MARKED = 3

/** The joint at a token behind a cue, or null. */
export function jointAt(scene: Scene, cue: Cue, at: number): Joint | null {
  const { passage, grammar } = scene
  const token = passage.tokens[at] as Token
  if (token.form === ':') return cue.takes.has('colon') && reachesColon(cue, at) ? afterColon(scene, cue, at) : null
  const stretch = stretchAt(scene, at)
  if (stretch) {
    const inside = grammar.openingAt(passage, at, cue)
    // «اتهم الحكومة "بتعطيل" المجلس»: the preposition stands inside the marks.
    if (inside?.frame === 'argument' && inside.first === at) return { ...inside, marks: null }
    // «حمّل الحكومة "المسؤولية الكاملة عن …"»: the object stands inside them.
    if (inside?.frame === 'object' && inside.first === at) return withMarks(scene, 'object', stretch)
    if (cue.takes.has('epithet') && cue.hasObject) return withMarks(scene, 'epithet', stretch)
    if (!cue.takes.has('marks') || isName(scene, stretch) || isAddressed(scene, cue, stretch)) return null
    return wordCount(passage, stretch) >= LEAST_MARKED || endsClause(passage, stretch)
      ? withMarks(scene, 'marks', stretch)
      : null
  }
  const opening = grammar.openingAt(passage, at, cue)
  return opening && !isPartOfName(scene, cue, opening, at) ? settle(scene, opening, cue.class === 'describe') : null
}

const PHRASAL: ReadonlySet<Frame> = new Set(['argument', 'object'])
/** What is reported is a noun with what belongs to it. */
export const isPhrase = ({ frame }: Opening): boolean => PHRASAL.has(frame)

/** What looks like a preposition or an object inside a name or is one, «قائد عمليات الأنبار», or says where: «بالحمامات». */
function isPartOfName({ passage, cast, grammar, timeEnds }: Scene, cue: Cue, opening: Opening, at: number): boolean {
  if (!isPhrase(opening)) return false
  const { first } = opening
  if (timeEnds[first] !== 0) return true
  const mention = cast.covering(passage, first)
  // «متهمة إياه بتهميش …»: a participle may look like the head of a description.
  if (!mention || mention.first < cue.last) return false
  if (mention.first < first) return mention.first <= at
  if (first !== at) return false
  // A person behind a verb is its subject, where subjects stand there.
  const subject = opening.frame === 'object' && mention.type === 'person' && grammar.subjectFollows(cue, 'object')
  return mention.type === 'place' || subject
}

/** «دعت "كل القوى" إلى التجمع»: whom the cue addresses; what it reports follows. */
function isAddressed({ passage, grammar }: Scene, cue: Cue, { end }: Marked): boolean {
  return cue.takesPerson && end < passage.tokens.length && grammar.openingAt(passage, end, cue)?.frame === 'argument'
}

/** Whether nothing of the clause follows the closing mark. */
const endsClause = ({ tokens }: Passage, { end }: Marked): boolean => tokens[end]?.kind !== 'word'

const stretchAt = (scene: Scene, at: number): Marked | null =>
  scene.opens[at] === -1 ? null : (scene.marked[scene.opens[at] as number] as Marked)

export function afterColon(scene: Scene, cue: Cue, at: number): Joint | null {
  const { tokens } = scene.passage
  const next = tokens[at + 1]
  if (!next || at + 1 >= scene.passage.tokens.length) return null
  const stretch = stretchAt(scene, at + 1)
  if (stretch) return withMarks(scene, 'colon', stretch)
  const clause = scene.grammar.openingAt(scene.passage, at + 1, cue)
  return clause?.frame === 'clause'
    ? settle(scene, clause)
    : { frame: 'colon', first: at + 1, start: next.start, marks: null }
}

/**
 * After a complementiser or a preposition a colon or marks may still come: «أن: …», «إن "…"». What a thing is `called` stands in
 * marks though it be a single word: «واصفا إياها بـ"الباطلة"».
 */
function settle(scene: Scene, opening: Opening, called = false): Joint | null {
  const { passage } = scene
  let { first, start } = opening
  if (formAt(passage, first) === ':' || isComma(passage, first)) {
    first++
    start = passage.tokens[first]?.start ?? start
  }
  const stretch = first < passage.tokens.length ? stretchAt(scene, first) : null
  if (stretch && (called || !isName(scene, stretch))) return withMarks(scene, opening.frame, stretch)
  return first < passage.tokens.length ? { frame: opening.frame, first, start, marks: null } : null
}

function withMarks(scene: Scene, frame: Frame, marks: Marked): Joint {
  const first = afterInnerJoint(scene, marks)
  return { frame, first, start: (scene.passage.tokens[first] as Token).start, marks }
}
