/**
 * Folding: letters and marks that do not tell words apart are made equal before anything is looked up. The folded text keeps
 * a map back, so that every span found in it can be cut out of the original.
 */
/** What one character of the original becomes: itself, other characters, or nothing. */
export type FoldCharacter = (character: string) => string

export interface Folded {
  readonly text: string
  /** For each code unit of `text`, the code unit of the original where it came from; one more entry marks the end. */
  readonly origin: Int32Array
}

/** What each character becomes, as far as it was asked before: a text has few different ones. */
const tables = new WeakMap<FoldCharacter, Map<string, string>>()

/** Folds a text character by character (code points). Linear in the length of the text. */
export function fold(original: string, foldCharacter: FoldCharacter): Folded {
  const table = tables.get(foldCharacter) ?? new Map<string, string>()
  tables.set(foldCharacter, table)
  let text = ''
  const origin: number[] = []
  let at = 0
  for (const character of original) {
    let folded = table.get(character)
    if (folded === undefined) {
      folded = foldCharacter(character)
      table.set(character, folded)
    }
    for (let i = 0; i < folded.length; i++) origin.push(at)
    text += folded
    at += character.length
  }
  origin.push(at)
  return { text, origin: Int32Array.from(origin) }
}
