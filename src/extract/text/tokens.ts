/** Tokens: words, numbers and single marks of a folded text, each with its place in the original. */
import type { Span } from '../../types.ts'
import { type Folded, unfold } from './fold.ts'

export type TokenKind = 'word' | 'number' | 'mark'

export interface Token extends Span {
  readonly kind: TokenKind
  /** Folded form. */
  readonly form: string
  /** Whether white space (or the start of the text) stands before it. */
  readonly spaced: boolean
}

const TOKEN =
  /(?<number>\p{Nd}+(?:[.,:/٫٬-]\p{Nd}+)*%?)|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(?<mark>[^\s\p{L}\p{M}\p{Nd}])/gu

/** Cuts a folded text into tokens. Spans count in the original. */
export function tokenize(folded: Folded): readonly Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of folded.text.matchAll(TOKEN)) {
    const end = match.index + match[0].length
    const { number, word } = match.groups as { number?: string; word?: string }
    tokens.push({
      ...unfold(folded, { start: match.index, end }),
      kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark',
      form: match[0],
      spaced: match.index > last || match.index === 0,
    })
    last = end
  }
  return tokens
}
