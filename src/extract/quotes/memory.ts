/** Who has spoken so far, the latest first: whom a verb without a subject, a participle or a pronoun may mean. */
import type { Line, Passage, Sentence } from '../text/passage.ts'
import { agrees, type Candidate } from './candidates.ts'
import type { Cue } from './grammar.ts'

export interface Spoken {
  readonly speaker: Candidate
  readonly sentence: number
  readonly line: number
}

export type Memory = readonly Spoken[]

/** How many lines back a speaker is remembered, and how many speakers. */
const LINES = 4
const SPEAKERS = 6

/** What is left of the memory at a sentence: a heading and some lines make it forget. */
export function remember(memory: Memory, { lines, sentences }: Passage, sentence: number): Memory {
  const { line } = sentences[sentence] as Sentence
  return memory.filter(spoken => line - spoken.line <= LINES && !headingBetween(lines, spoken.line, line))
}

function headingBetween(lines: readonly Line[], from: number, to: number): boolean {
  for (let line = from + 1; line < to; line++) if (lines[line]?.kind === 'heading') return true
  return false
}

/** The memory after somebody spoke. */
export function spoke(memory: Memory, speaker: Candidate, { sentences }: Passage, sentence: number): Memory {
  const { line } = sentences[sentence] as Sentence
  return [{ speaker, sentence, line }, ...memory.filter(other => other.speaker !== speaker)].slice(0, SPEAKERS)
}

/** The latest speaker who agrees with a cue. */
export const whoAgrees = (memory: Memory, cue: Cue): Spoken | undefined =>
  memory.find(({ speaker }) => agrees(cue, speaker))

/** The latest speaker for whom a pronoun may stand. */
export function whomItMeans(memory: Memory, { agreement, human }: Candidate): Candidate | undefined {
  return memory.find(({ speaker }) => {
    const { gender, count } = speaker.agreement
    if (agreement.count !== count || human !== speaker.human) return false
    return agreement.gender === null || gender === null || agreement.gender === gender
  })?.speaker
}
