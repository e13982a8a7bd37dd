/**
 * Folding: letters and marks that do not tell words apart are made equal before anything is looked up. The folded text keeps
 * a map back, so that every span found in it can be cut out of the original.
 */
import type { Span } from '../../types.ts'

/** What one character of the original becomes: itself, other characters, or nothing. */
export type FoldCharacter = (character: string) => string

export interface Folded {
  readonly text: string
  /** For each code unit of `text`, the code unit of the original where it came from; one more entry marks the end. */
  readonly origin: Int32Array
}

/** Folds a text character by character (code points). Linear in the length of the text. */
export function fold(original: string, foldCharacter: FoldCharacter): Folded {
  const pieces: string[] = []
  const origin: number[] = []
  let at = 0
  for (const character of original) {
    const folded = foldCharacter(character)
    for (let i = 0; i < folded.length; i++) origin.push(at)
    if (folded !== '') pieces.push(folded)
    at += character.length
  }
  origin.push(at)
  return { text: pieces.join(''), origin: Int32Array.from(origin) }
}

/** The stretch of the original that a stretch of the folded text came from, marks that follow its last letter included. */
export function unfold({ origin }: Folded, { start, end }: Span): Span {
  return { start: origin[start] as number, end: origin[end] as number }
}
