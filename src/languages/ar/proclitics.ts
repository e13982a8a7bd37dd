/** Proclitics before a name or a noun phrase: every way to cut them off, for a lexicon to choose from. */

export interface Cut {
  /** What was taken off; empty when nothing was. */
  readonly clitic: string
  /** The word that is left, as the lexicons hold it. */
  readonly rest: string
}

const CONJUNCTIONS = 'وف'
const PREPOSITIONS = 'بلك'

/**
 * Every way to take a conjunction, a preposition or both off a folded word, the whole word first. «للوزير» gives «الوزير»: the
 * article loses its alef after ل. What is left has at least two letters; whether it is a word is for a lexicon to say.
 */
export function cuts(form: string): readonly Cut[] {
  const found: Cut[] = [{ clitic: '', rest: form }]
  if (CONJUNCTIONS.includes(form[0] ?? '') && form.length > 2) {
    found.push({ clitic: form.slice(0, 1), rest: form.slice(1) })
    cutPreposition(form, 1, found)
  }
  cutPreposition(form, 0, found)
  return found
}

function cutPreposition(form: string, at: number, found: Cut[]): void {
  if (form.length < at + 3 || !PREPOSITIONS.includes(form[at] as string)) return
  if (form.startsWith('لل', at)) found.push({ clitic: form.slice(0, at + 1), rest: `ال${form.slice(at + 2)}` })
  found.push({ clitic: form.slice(0, at + 1), rest: form.slice(at + 1) })
}
