/** Verbs around names: those whose subject a name is likely to be, and all that no name is made of. */
import { type Verb, verbForms } from '../verbs.ts'
import cueVerbs from '../words/cue-verbs.json' with { type: 'json' }
import triggers from '../words/event-triggers.json' with { type: 'json' }

interface Trigger {
  readonly verb?: readonly string[]
}

const reporting: readonly (Verb & { readonly strength: string })[] = cueVerbs
const acting: readonly Verb[] = (triggers as readonly Trigger[]).flatMap(({ verb: [perfect, imperfect = ''] = [] }) =>
  perfect === undefined ? [] : [{ perfect, imperfect }],
)

const FINITE = new Set(['perfect', 'imperfect', 'jussive', 'future'])

const finite = new Set<string>()
const speaking = new Set<string>()
const introducing = new Set<string>()
for (const [form, readings] of verbForms([...reporting, ...acting])) {
  if (!readings.some(({ tense }) => FINITE.has(tense))) continue
  finite.add(form)
  const subject = readings.some(
    ({ tense, person, voice, number, verb }) =>
      (tense === 'perfect' || tense === 'imperfect') &&
      person === 3 &&
      number === 'singular' &&
      voice !== 'passive' &&
      (verb as { strength?: string }).strength !== 'weak',
  )
  if (subject) introducing.add(form)
  if (readings.some(({ tense, verb }) => FINITE.has(tense) && (verb as { strength?: string }).strength === 'strong')) {
    speaking.add(form)
  }
}

const without = (form: string) => (/^[وف]/u.test(form) ? form.slice(1) : form)

/** Whether a folded word, with or without و or ف, is a form of a verb of speech or action. */
export const isVerb = (form: string): boolean => finite.has(form) || finite.has(without(form))

/** Whether it is one before which no subject has been named, so that one may follow: «قال», «وأعلنت», «يلتقي». */
export const introducesSubject = (form: string): boolean => introducing.has(form) || introducing.has(without(form))

/** Whether it is one that hardly does without what is said, and takes no person as its object: «قال», «وأضافت». */
export const says = (form: string): boolean => speaking.has(form) || speaking.has(without(form))
