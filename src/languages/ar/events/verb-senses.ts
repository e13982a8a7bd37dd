/** Which sense of a verb a sentence bears out: its object, its preposition, its subject and what else must or must not stand near. */
import type { EventType } from '../../../types.ts'
import type { Reading } from '../verbs.ts'
import type { Sense } from './lexicon.ts'
import { isAbout, isOf, type Preposition, precedes, type View } from './sentence.ts'
import { isBareDual } from './verb-forms.ts'

export type VerbReading = Reading & { readonly verb: { readonly sense: Sense; readonly lemma: string } }

const OBJECT_REACH = 14
const UNLESS_REACH = 8
/** Verbs that only take up the attack named just before: «غارة استهدفت». */
const ECHOES: ReadonlySet<string> = new Set(['استهدف'])

/** How well a reading's conditions hold; 0 where one fails. More conditions, more specific. */
export function fits(view: View, at: number, end: number, { tense, gender, verb: { sense } }: VerbReading): number {
  const word = view.word(at)
  const next = view.word(at + 1)
  if (
    tense === 'jussive' &&
    !['past-negator', 'future-negator', 'negator', 'that'].includes(view.mark(at - 1) ?? '') &&
    word?.preposition !== 'ل'
  )
    return 0
  if (
    tense === 'participle' &&
    at > view.first &&
    !(view.token(at - 1).kind !== 'word' && (gender === 'masculine' || view.isComma(at - 1))) &&
    word?.conjunction === null &&
    view.mark(at - 1) !== 'still'
  )
    return 0
  if (sense.without && next && sense.without.includes(view.form(at + 1))) return 0
  if (isBareDual(view, at) || (ECHOES.has(sense.verb?.[0] ?? '') && echoes(view, at, sense.type))) return 0
  if (sense.unless && follows(view, at + 1, at + 1 + UNLESS_REACH, sense.unless)) return 0
  let score = 1
  if (sense.object) {
    const reach = Math.min(end, at + 1 + (sense.adjacent ? 3 : OBJECT_REACH))
    if (
      !follows(view, at + 1, reach, sense.object) &&
      !(word?.pronoun && !sense.adjacent && precedes(view, at, sense.object, 6)) &&
      !relativeTo(view, at, sense.object) &&
      !(sense.roles === 'patient' && precedes(view, at, sense.object, 6))
    )
      return 0
    score += 2
  }
  if (sense.preposition) {
    const reach = sense.adjacentPreposition ? at + 2 : Math.min(view.last, at + 18)
    if (!sense.preposition.some(preposition => prepositionFollows(view, at + 1, reach, preposition as Preposition)))
      return 0
    score += 1
  }
  if (
    sense.subject &&
    !follows(view, at + 1, Math.min(end, at + 5), sense.subject) &&
    !precedes(view, at, sense.subject, 6)
  )
    return 0
  if (sense.subject) score += 1
  if (sense.context && !isAbout(view, at, sense.context)) return 0
  return score
}

/** Whether a noun just before names the same thing. */
function echoes(view: View, at: number, type: EventType): boolean {
  for (let i = at - 1; i >= view.first && i >= at - 5; i--) {
    if (view.isHard(i) || view.isComma(i)) return false
    if (view.word(i)?.nouns.some(({ sense }) => sense.type === type)) return true
  }
  return false
}

export function follows(view: View, from: number, to: number, name: string): boolean {
  for (let i = from; i < to && i < view.last; i++) {
    if (view.isHard(i)) return false
    if (isOf(view, i, name)) return true
    if (name === 'territory' && view.mentionAt(i)?.type === 'place') return true
  }
  return false
}

/** «تعزيزات أرسلت», «الاتفاق الذي وُقع»: the object stands just before. */
function relativeTo(view: View, at: number, name: string): boolean {
  const before = view.mark(at - 1) === 'relative' ? at - 2 : at - 1
  return before >= view.first && (isOf(view, before, name) || (before > view.first && isOf(view, before - 1, name)))
}

function prepositionFollows(view: View, from: number, to: number, preposition: Preposition): boolean {
  for (let i = from; i < to && i < view.last; i++) {
    if (view.isHard(i)) return false
    if (view.preposition(i) === preposition) return true
    if ((preposition === 'ب' || preposition === 'ل') && attachedPreposition(view, i) === preposition) return true
  }
  return false
}

/** The attached preposition of any word, known or not: «بتوفير», «للحوار». «بأن» counts. */
function attachedPreposition(view: View, at: number): 'ب' | 'ل' | null {
  const word = view.word(at)
  if (word?.preposition === 'ب' || word?.preposition === 'ل') return word.preposition
  const form = view.form(at)
  if (/^و?(?:بال|بأن|بان)/u.test(form)) return 'ب'
  if (/^و?لل/u.test(form)) return 'ل'
  if (word && word.preposition === null && (word.verbs.length > 0 || word.nouns.length > 0)) return null
  if (form.length > 3 && form[0] === 'ب' && view.covering(at)?.first !== at) return 'ب'
  return null
}
