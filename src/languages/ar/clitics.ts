/**
 * Attached particles: و ف before a word, then ب ل ك, then the article; pronouns after it. Nothing is cut off unless a lexicon
 * knows what remains, so «وزير» never becomes «زير» and «لجنة» never «جنة».
 */

/** A form taken apart. */
export interface Clitics {
  /** What remains, as the lexicon knows it. */
  readonly stem: string
  readonly conjunction: 'و' | 'ف' | null
  readonly preposition: 'ب' | 'ل' | 'ك' | null
  /** The article stood between preposition and stem; a stem that was looked up with its own article does not count. */
  readonly article: boolean
  /** Object or possessive pronoun. */
  readonly pronoun: string | null
}

const PRONOUNS = ['هما', 'كما', 'ها', 'هم', 'هن', 'نا', 'كم', 'ني', 'ه', 'ك', 'ي'] as const

/** The likeliest reading of a folded form: whole before cut, proclitics before pronouns. Null when nothing known remains. */
export function stripClitics(form: string, knows: (stem: string) => boolean): Clitics | null {
  for (const front of fronts(form)) if (knows(front.stem)) return front
  for (const front of fronts(form)) {
    for (const { stem, pronoun } of backs(front.stem)) if (knows(stem)) return { ...front, stem, pronoun }
  }
  return null
}

function* fronts(form: string): Generator<Clitics> {
  yield { stem: form, conjunction: null, preposition: null, article: false, pronoun: null }
  yield* prepositions(form, null)
  const first = form[0]
  if ((first !== 'و' && first !== 'ف') || form.length < 3) return
  const rest = form.slice(1)
  yield { stem: rest, conjunction: first, preposition: null, article: false, pronoun: null }
  yield* prepositions(rest, first)
}

function* prepositions(form: string, conjunction: Clitics['conjunction']): Generator<Clitics> {
  const first = form[0]
  if (form.length < 4) return
  if (first === 'ل' && form[1] === 'ل') {
    const stem = form.slice(2)
    yield { stem: form.slice(1), conjunction, preposition: 'ل', article: false, pronoun: null }
    yield { stem: `ال${stem}`, conjunction, preposition: 'ل', article: false, pronoun: null }
    if (stem.length > 2) yield { stem, conjunction, preposition: 'ل', article: true, pronoun: null }
  }
  if (first === 'ب' || first === 'ل' || first === 'ك') {
    const stem = form.slice(1)
    yield { stem, conjunction, preposition: first, article: false, pronoun: null }
    if (stem.startsWith('ال') && stem.length > 4) {
      yield { stem: stem.slice(2), conjunction, preposition: first, article: true, pronoun: null }
    }
  } else if (form.startsWith('ال') && form.length > 4) {
    yield { stem: form.slice(2), conjunction, preposition: null, article: true, pronoun: null }
  }
}

/** Before a pronoun ة is written ت, ى is written ا, the ا of ـوا is dropped and a final hamza takes a seat. */
function* backs(form: string): Generator<{ readonly stem: string; readonly pronoun: string }> {
  for (const pronoun of PRONOUNS) {
    if (!form.endsWith(pronoun)) continue
    const stem = form.slice(0, -pronoun.length)
    if (stem.length < 2) continue
    const last = stem.at(-1)
    const cut = stem.slice(0, -1)
    yield { stem, pronoun }
    if (last === 'ت') yield { stem: `${cut}ة`, pronoun }
    if (last === 'ا') yield { stem: `${cut}ى`, pronoun }
    if (last === 'و') yield { stem: `${stem}ا`, pronoun }
    if (last === 'ئ' || last === 'ؤ') yield { stem: `${cut}ء`, pronoun }
  }
}
