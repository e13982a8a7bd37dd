/** Tokens: words, numbers and single marks of a folded text, each with its place in the original. */
import type { Span } from '../../types.ts'
import type { Folded } from './fold.ts'

export type TokenKind = 'word' | 'number' | 'mark'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Folded form. */
  readonly form: string
  /** Whether white space (or the start of the text) stands before it. */
  readonly spaced: boolean
}

// No groups: which alternative matched is read off the first character, at a fraction of the cost.
const TOKEN = /\p{Nd}+(?:[.,:/٫٬-]\p{Nd}+)*%?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{Nd}]/gu
const STARTS_WORD = /^[\p{L}\p{M}]/u
const STARTS_NUMBER = /^\p{Nd}/u

/** Cuts a folded text into tokens. Spans count in the original. */
export function tokenize(folded: Folded): readonly Token[] {
  const { text, origin } = folded
  const tokens: Token[] = []
  let last = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const { index } = match
    const form = match[0]
    tokens.push({
      start: origin[index] as number,
      end: origin[index + form.length] as number,
      kind: STARTS_WORD.test(form) ? 'word' : STARTS_NUMBER.test(form) ? 'number' : 'mark',
      form,
      spaced: index > last || index === 0,
    })
    last = index + form.length
  }
  return tokens
}
