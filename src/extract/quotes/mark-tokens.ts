/** Quotation mark tokens: which families of marks there are, and what each mark's surroundings say about its part. */
import type { Passage } from '../text/passage.ts'
import type { Token } from '../text/tokens.ts'

/** Marks of one family can close one another: a text may open with “ and close with ". */
export type MarkFamily = 'angle' | 'double' | 'single' | 'narrow' | 'paren' | 'brace' | 'round'

export interface MarkToken {
  readonly family: MarkFamily
  /** The mark as it is written; a doubled one, `((`, takes two tokens. */
  readonly form: string
  readonly at: number
  readonly width: 1 | 2
}

interface Design {
  readonly family: MarkFamily
  /** How often, in good typography, the mark opens: 0 never, 1 always. */
  readonly opens: number
}

const DESIGNS: ReadonlyMap<string, Design> = new Map([
  ['«', { family: 'angle', opens: 0.98 }],
  ['»', { family: 'angle', opens: 0.02 }],
  ['<<', { family: 'angle', opens: 0.98 }],
  ['>>', { family: 'angle', opens: 0.02 }],
  ['“', { family: 'double', opens: 0.75 }],
  ['”', { family: 'double', opens: 0.25 }],
  ['„', { family: 'double', opens: 0.95 }],
  ['‟', { family: 'double', opens: 0.75 }],
  ['"', { family: 'double', opens: 0.5 }],
  ['＂', { family: 'double', opens: 0.5 }],
  ['‘‘', { family: 'double', opens: 0.75 }],
  ['’’', { family: 'double', opens: 0.25 }],
  ['‹', { family: 'narrow', opens: 0.98 }],
  ['›', { family: 'narrow', opens: 0.02 }],
  ['‘', { family: 'single', opens: 0.75 }],
  ['’', { family: 'single', opens: 0.25 }],
  ['‚', { family: 'single', opens: 0.95 }],
  ["'", { family: 'single', opens: 0.5 }],
  ["''", { family: 'double', opens: 0.5 }],
  ['``', { family: 'double', opens: 0.98 }],
  ['((', { family: 'paren', opens: 0.98 }],
  ['))', { family: 'paren', opens: 0.02 }],
  ['(', { family: 'round', opens: 0.98 }],
  [')', { family: 'round', opens: 0.02 }],
  ['{', { family: 'brace', opens: 0.98 }],
  ['}', { family: 'brace', opens: 0.02 }],
])

const DOUBLED = new Set(['(', ')', '<', '>', '‘', '’', "'", '`'])

/** The quotation marks of a stretch of tokens, in order. */
export function markTokens({ tokens }: Passage, first: number, last: number): readonly MarkToken[] {
  const found: MarkToken[] = []
  const speech = new Set<number>()
  for (let at = first; at < last; at++) {
    const token = tokens[at] as Token
    if (token.kind !== 'mark') continue
    const next = at + 1 < last ? tokens[at + 1] : undefined
    const doubled = DOUBLED.has(token.form) && next?.form === token.form && !next.spaced
    const form = doubled ? token.form + token.form : token.form
    const design = DESIGNS.get(form)
    if (!design) continue
    if (design.family === 'round') {
      // Parentheses mark speech only after a colon: «وأضاف: (…)».
      if (form === '(' && at > first && tokens[at - 1]?.form === ':') {
        const close = closingParenthesis(tokens, at, last)
        if (close !== null) speech.add(at).add(close)
      }
      if (!speech.has(at)) continue
    }
    found.push({ family: design.family, form, at, width: doubled ? 2 : 1 })
    if (doubled) at++
  }
  return found
}

/** How far a parenthesis may reach that marks speech, in tokens. */
const FARTHEST = 400

function closingParenthesis(tokens: readonly Token[], open: number, last: number): number | null {
  let depth = 0
  for (let at = open; at < Math.min(last, open + FARTHEST); at++) {
    const { form } = tokens[at] as Token
    if (form === '(') depth++
    else if (form === ')' && --depth === 0) return at
  }
  return null
}

/** What the letters and spaces around a mark say: penalties for reading it as an opening or as a closing one. */
export interface Surroundings {
  readonly opening: number
  readonly closing: number
}

const OPENS_BEFORE = new Set([':', '(', '[', '-', '–', '—', 'ـ', '/', '،', ','])
const CLOSES_AFTER = new Set(['.', '،', ',', '؛', ';', ':', '!', '?', '؟', ')', ']', '…', '-', '–', '—'])

/** `proclitics`: folded particles that are written before an opening mark without a space, as in «لـ"الوطن"». */
export function surroundings(
  { tokens }: Passage,
  { at, width }: MarkToken,
  line: { readonly first: number; readonly last: number },
  proclitics: ReadonlySet<string>,
): Surroundings {
  const mark = tokens[at] as Token
  const before = at > line.first ? (tokens[at - 1] as Token) : null
  const after = at + width < line.last ? (tokens[at + width] as Token) : null
  const free = before === null || mark.spaced
  const glued = before !== null && !mark.spaced && before.kind === 'word' && proclitics.has(before.form)
  let opening = 0
  if (!free && !glued) opening += before.kind === 'mark' && OPENS_BEFORE.has(before.form) ? 0 : 2
  if (after === null) opening += 3
  else if (after.kind === 'mark' && CLOSES_AFTER.has(after.form)) opening += 2
  else if (after.spaced) opening += 1
  let closing = 0
  if (before === null) closing += 4
  else if (mark.spaced) closing += 1
  else if (before.kind === 'mark' && before.form === ':') closing += 2
  else if (glued) closing += 3
  if (after !== null && !after.spaced && after.kind !== 'mark') closing += 2
  return { opening, closing }
}

/**
 * How often each mark opens in one document: the typographic habit, outvoted by what the surroundings of the document's own
 * marks say. Newsrooms swap “ and ”, and some use one of them for both sides.
 */
export function openingShares(
  seen: Iterable<{ readonly form: string; readonly around: Surroundings }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, { opens: number; all: number }>()
  for (const [form, { opens }] of DESIGNS) counts.set(form, { opens: opens * 3, all: 3 })
  for (const { form, around } of seen) {
    const count = counts.get(form)
    if (!count || around.opening === around.closing) continue
    count.all++
    if (around.opening < around.closing) count.opens++
  }
  return new Map([...counts].map(([form, { opens, all }]) => [form, Math.min(0.98, Math.max(0.02, opens / all))]))
}
