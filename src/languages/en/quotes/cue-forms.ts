/** The forms of the English reporting verbs, generated from their lemmas. */
import type { Cue, Frame } from '../../../extract/quotes/grammar.ts'
import type { CueClass } from '../../../types.ts'
import cueVerbs from '../words/cue-verbs.json' with { type: 'json' }

/** A reporting verb as the word list gives it. */
interface CueVerb {
  readonly lemma: string
  readonly class: CueClass
  readonly strength: Cue['strength']
  readonly frames: readonly Frame[]
  readonly prepositions?: readonly string[]
  /** Takes the one who is told as its object: “told reporters that”. */
  readonly addressee?: boolean
  readonly past?: string
  readonly participle?: string
  /** Is a noun as well: “the report”, “their demands”. */
  readonly noun?: boolean
  /** Doubles its last consonant: “slammed”. */
  readonly doubles?: boolean
}

export interface CueEntry {
  readonly verb: CueVerb
  /** `base`: infinitive and plural present; `third`: third person; `past`; `participle`: past participle; `gerund`. */
  readonly forms: ReadonlySet<'base' | 'third' | 'past' | 'participle' | 'gerund'>
  readonly takes: ReadonlySet<Frame>
  readonly prepositions: ReadonlySet<string>
}

type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund'

/** The five forms of a verb; regular but where the word list says otherwise. */
function inflect({
  lemma,
  past,
  participle,
  doubles,
}: Pick<CueVerb, 'lemma' | 'past' | 'participle' | 'doubles'>): Readonly<Record<Form, string>> {
  const stem = doubles ? lemma + lemma.at(-1) : lemma
  const ied = /[^aeiou]y$/.test(lemma)
  const ed = lemma.endsWith('e') ? `${lemma}d` : ied ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
  const third = ied ? `${lemma.slice(0, -1)}ies` : /(s|x|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  const ing = lemma.endsWith('ee') ? `${lemma}ing` : lemma.endsWith('e') ? `${lemma.slice(0, -1)}ing` : `${stem}ing`
  return { base: lemma, third, past: past ?? ed, participle: participle ?? past ?? ed, gerund: ing }
}

/** Lemmas that take the one who is told as their object. */
export const ADDRESSING: ReadonlySet<string> = new Set(
  (cueVerbs as readonly CueVerb[]).flatMap(({ lemma, addressee }) => (addressee ? [lemma] : [])),
)

/** Every form of every reporting verb. */
export const cueForms: ReadonlyMap<string, CueEntry> = build(cueVerbs as readonly CueVerb[])

function build(verbs: readonly CueVerb[]): ReadonlyMap<string, CueEntry> {
  const entries = new Map<string, { verb: CueVerb; forms: Set<Form>; takes: Set<Frame>; prepositions: Set<string> }>()
  for (const verb of verbs) {
    for (const [form, word] of Object.entries(inflect(verb)) as [Form, string][]) {
      const known = entries.get(word)
      if (known?.verb === verb) known.forms.add(form)
      else {
        const prepositions = new Set(verb.prepositions ?? [])
        const takes = new Set<Frame>(prepositions.size > 0 ? [...verb.frames, 'argument'] : verb.frames)
        entries.set(word, { verb, forms: new Set([form]), takes, prepositions })
      }
    }
  }
  return entries
}
