/** Words of a passage as quote finding compares and counts them. */
import type { Passage, TokenRange } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'

export function formAt({ tokens }: Passage, at: number): string {
  return tokens[at]?.form ?? ''
}

const COMMAS = new Set(['،', ',', '؛', ';'])
export const isComma = (passage: Passage, at: number): boolean => COMMAS.has(formAt(passage, at))

/** Number of words between the marks. */
export function wordCount({ tokens }: Passage, { first, last }: TokenRange): number {
  let count = 0
  for (let at = first; at < last && count < 100; at++) if ((tokens[at] as Token).kind !== 'mark') count++
  return count
}

/** How many tokens are compared. */
const COMPARED = 6

/** The folded words of a stretch, to tell whether the text marks the same ones again. */
export const wording = ({ tokens }: Passage, { first, last }: TokenRange): string =>
  tokens
    .slice(first, Math.min(last, first + COMPARED))
    .map(({ form }) => form)
    .join(' ')
