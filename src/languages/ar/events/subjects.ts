/** Who a clause is about: the subject of its verb, said before it, after it, or only by its ending. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { Reading } from '../verbs.ts'
import type { View } from './sentence.ts'

export type Agreement = Pick<Reading, 'number' | 'gender'>

/** Marks that may stand between a subject and its verb. */
const AUXILIARIES: ReadonlySet<string> = new Set([
  'particle',
  'was',
  'past-negator',
  'future-negator',
  'negator',
  'future',
  'still',
])
/** How far back, in tokens, whom a clause is about may have been named; sentences have no other bound. */
const REACH = 80
/** Words that may follow a name before its verb: an adjective, «أمس». */
const SLACK = 2

/** Whether a mention can be the subject that a verb agrees with. Before a subject the verb is singular. */
export function agrees(mention: Mention, { number, gender }: Agreement, position: 'before' | 'after'): boolean {
  if (mention.type === 'place' || mention.document) return false
  if (position === 'after' && number !== 'singular') return false
  if (position === 'before' && number === 'plural' && mention.type === 'person') return false
  if (position === 'before' && number === 'singular' && gender === 'masculine' && mention.count === 'plural')
    return mention.gender === 'masculine' && mention.type !== 'group'
  return !(mention.gender && gender && mention.gender !== gender && mention.count === 'singular')
}

/** The subject that stands before its verb: «القوات استعادت», «الذين هاجموا», «أن المسلحين … هاجموا». */
export function subjectBefore(view: View, at: number, agreement: Agreement): Mention | null {
  let i = at - 1
  while (i >= view.first && AUXILIARIES.has(view.mark(i) ?? '')) i--
  if (i >= view.first && isRelative(view, i)) return antecedent(view, i, agreement)
  for (let slack = 0; slack <= SLACK && i >= view.first; slack++, i--) {
    if (view.isHard(i) || view.isComma(i) || view.opensClause(i) || view.preposition(i)) return null
    const mention = view.covering(i)
    if (!mention) continue
    return isBare(view, mention) && agrees(mention, agreement, 'before') ? mention : null
  }
  return null
}

export const isRelative = (view: View, at: number): boolean => view.mark(at) === 'relative' && view.form(at) !== 'من'

/** Whom the relative pronoun at `at` stands for. */
export function antecedent(view: View, at: number, agreement: Agreement): Mention | null {
  for (let i = at - 1; i >= view.first && i >= at - 6; i--) {
    const mention = view.covering(i)
    if (mention && (mention.type === 'place' || agrees(mention, agreement, 'before'))) return mention
  }
  return null
}

/** Neither after a preposition nor with one attached. */
export const isBare = (view: View, { first, clitic }: Mention): boolean =>
  !/[بلك]$/u.test(clitic) && view.preposition(first - 1) === undefined

/**
 * Who a verb without a subject of its own means: whoever its clause is about, else whoever the sentence is about, else
 * `before`, whom the sentence before was about.
 */
export function topicOf(view: View, at: number, agreement: Agreement, before: Mention | null): Mention | null {
  let pronoun = false
  const from = Math.max(view.first, at - REACH)
  for (let i = at - 1; i >= from && !pronoun; i--) {
    if (!view.opensClause(i)) continue
    const mention = view.mentionAt(i + 1)
    if (mention && agrees(mention, agreement, 'before')) return mention
    pronoun = /(?:ه|ها|هم|هما)$/u.test(view.form(i))
  }
  for (let i = from; i < at; i++) {
    const mention = view.mentionAt(i)
    if (mention && isBare(view, mention) && agrees(mention, agreement, 'before')) return mention
  }
  return before && agrees(before, agreement, 'before') ? before : null
}
