/** Interviews: lines that are questions and answers. The answers are quotes of the one who is interviewed. */
import type { Mention } from '../mentions/mention.ts'
import type { Line, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'
import type { Scene } from './scene.ts'
import type { Standalone } from './standalone.ts'
import { formAt, wordCount } from './words.ts'

/** What a line is in an interview. */
export interface Turn {
  readonly kind: 'question' | 'answer'
  /** First token after what marks the turn: «س:», «ج:», a dash. */
  readonly first: number
}

/** How many questions make an interview. */
const LEAST_QUESTIONS = 2
const LEAST_WORDS = 3
/** Without marks, one line in so many must be a question. */
const SHARE = 4
const DASHES = new Set(['-', '–', '—', '*', '•', 'ـ'])

/** The answers of an interview, each with the lines that go on with it; none when the passage is no interview. */
export function readTurns(scene: Scene, claimed: (at: number) => boolean): readonly Standalone[] {
  const { passage } = scene
  const turns = passage.lines.map(line => readTurn(scene, line))
  if (!isInterview(turns)) return []
  const start = turns.findIndex(turn => turn !== null)
  const guest = interviewee(scene, passage.lines[start]?.first ?? 0)
  if (!guest) return []
  return passage.lines.flatMap((line, i) => {
    const first = answerFirst(turns, i, line)
    if (first === null || wordCount(passage, { first, last: line.last }) < LEAST_WORDS) return []
    for (let at = first; at < line.last; at++) if (claimed(at)) return []
    const answer: Standalone = {
      frame: 'turn',
      first,
      last: line.last,
      marksOnly: false,
      source: null,
      cue: null,
      named: guest,
    }
    return [answer]
  })
}

/** Where the answer begins in a line: marked as one, or the line right after a question that is marked as nothing. */
function answerFirst(turns: readonly (Turn | null)[], i: number, { first }: Line): number | null {
  const turn = turns[i]
  if (turn) return turn.kind === 'answer' ? turn.first : null
  return turns[i - 1]?.kind === 'question' ? first : null
}

/** A line marked as question or answer in words, or a dash before a question or right after one. */
function readTurn(scene: Scene, { first, last, kind }: Line): Turn | null {
  if (kind !== 'paragraph' && kind !== 'heading') return null
  const { passage, grammar } = scene
  const marked = grammar.turnAt(passage, first)
  if (marked) return marked
  const asks = isQuestion(scene, { first, last })
  if (DASHES.has(formAt(passage, first))) return { kind: asks ? 'question' : 'answer', first: first + 1 }
  return asks ? { kind: 'question', first } : null
}

/** An essay asks now and then; an interview asks again and again, or marks its turns. */
function isInterview(turns: readonly (Turn | null)[]): boolean {
  const questions = turns.filter(turn => turn?.kind === 'question').length
  const answers = turns.filter(turn => turn?.kind === 'answer').length
  if (questions < LEAST_QUESTIONS) return false
  return answers > 0 || (questions > LEAST_QUESTIONS && questions * SHARE >= turns.length)
}

const QUESTION = new Set(['؟', '?'])

function isQuestion({ passage: { tokens } }: Scene, { first, last }: TokenRange): boolean {
  return last > first && QUESTION.has((tokens[last - 1] as Token).form)
}

/** How many mentions of the lead are looked at. */
const LEAD = 40

/** The person of whom the lead speaks most before the questions begin. */
function interviewee({ passage, cast }: Scene, before: number): Mention | null {
  const lead = cast.mentions(passage).slice(0, LEAD)
  const people = lead.filter(({ first, type, name }) => first < before && type === 'person' && name !== null)
  const counts = people.map(mention => people.filter(other => cast.same(mention, other)).length)
  return people[counts.indexOf(Math.max(0, ...counts))] ?? null
}
