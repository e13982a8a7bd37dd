/** Clues in the years since something that everybody knows the date of: «الحرب في سوريا منذ 11 عاما», «الذكرى السابعة للثورة». */
import type { Passage } from '../text/passage.ts'
import { addMonths } from './calendar.ts'
import { type Clue, clueFrom } from './clue.ts'
import type { DateGrammar } from './grammar.ts'
import { within } from './runs.ts'
import { readStretch } from './stretch.ts'

/** Writers round up: what has lasted ten and a half years is said to have lasted eleven. */
const ROUNDED_UP = 6
/** An anniversary is written about in the weeks around it. */
const AROUND = 1

export function elapsedClues(passage: Passage, grammar: DateGrammar): readonly Clue[] {
  return grammar.readElapsed(passage).flatMap(({ start, end, ruleId, began, years, exactly }) => {
    const then = readStretch(began)
    if (!then) return []
    const months = years * 12
    const [first, last] = exactly
      ? [addMonths(then.first, months - AROUND), addMonths(then.last, months + AROUND)]
      : [addMonths(then.first, months - ROUNDED_UP), addMonths(then.last, months + 12)]
    const says = `published ${exactly ? 'around' : 'some'} ${years} years after ${began}`
    return [clueFrom({ passage, start, end, ruleId }, 4, within(first, last), says)]
  })
}
