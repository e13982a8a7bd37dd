/** Which English reporting words tell what somebody said: no nouns, nothing denied, wished for, supposed or said by the text itself. */
import type { CueForm } from '../../../extract/quotes/grammar.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { determiners, heads } from '../mentions/words.ts'
import finite from '../words/finite.json' with { type: 'json' }
import context from '../words/quote-context.json' with { type: 'json' }
import type { CueEntry } from './cue-forms.ts'
import { isRelative, subjectHead, type VerbPhrase, verbPhraseAt } from './verb-phrase.ts'

const UNREAL = new Set(context.unreal)
const PREPOSITIONS = new Set(context.governors)
const HYPOTHETICAL = new Set(finite.hypotheticals)
const OF_THE_TEXT = new Set([...finite.speakersOfTheText, ...finite.nobodies])
const OBJECTS = new Set(finite.objectPronouns)
const PRONOUNS = new Set(finite.subjectPronouns)
/** Quantifiers that may be a subject by themselves. */
const SUBJECTS = new Set([
  'that',
  'some',
  'many',
  'most',
  'few',
  'both',
  'all',
  'others',
  'one',
  'another',
  'several',
  'this',
  'these',
  'those',
])
const REALIZERS = new Set(finite.realizers)
const BEFORE_GERUNDS = new Set(['by', 'after', 'while', 'when', 'in', 'for', 'before', 'from'])
const LONGEST_REALIZER = 4

export interface Reality {
  readonly phrase: VerbPhrase
  readonly form: CueForm
  /** “was told”, “it is believed”. */
  readonly passive: boolean
}

/** How a reporting word reports at a token; null when it does not. */
export function realityAt(passage: Passage, at: number, entry: CueEntry): Reality | null {
  const { tokens, text, field } = passage
  const phrase = verbPhraseAt(passage, at)
  const capital = /\p{Lu}/u.test(text[(tokens[at] as Token).start] as string)
  if (capital && field !== 'title' && phrase.before?.kind === 'word') return null
  const { forms } = entry
  if (forms.has('gerund')) return gerund(passage, at, entry, phrase)
  if (phrase.auxiliary === 'be') {
    return !forms.has('base') && isReportedPassive(tokens, at, entry) ? { phrase, form: 'finite', passive: true } : null
  }
  return reportsItself(passage, at, entry, phrase) ? { phrase, form: 'finite', passive: false } : null
}

function gerund({ tokens }: Passage, at: number, { takes }: CueEntry, phrase: VerbPhrase): Reality | null {
  const before = phrase.before?.form ?? ''
  const next = tokens[at + 1]
  if (phrase.auxiliary === 'be') {
    return OF_THE_TEXT.has(before) || UNREAL.has(before) ? null : { phrase, form: 'finite', passive: false }
  }
  if (phrase.auxiliary || determiners.has(before)) return null
  if (PREPOSITIONS.has(before)) {
    const speaks =
      next?.form === 'that' ||
      next?.kind === 'mark' ||
      determiners.has(next?.form ?? '') ||
      PRONOUNS.has(next?.form ?? '')
    return BEFORE_GERUNDS.has(before) && speaks ? { phrase, form: 'participle', passive: false } : null
  }
  // “a group supporting Whitlow” describes the group.
  const apart = phrase.before === null || phrase.before.kind === 'mark' || before === 'and'
  if (!apart && !takes.has('clause')) return null
  return before === ',' || next?.form !== 'of' ? { phrase, form: 'participle', passive: false } : null
}

/** “was told that”, “it is believed that”: somebody said so, whom “by” may name. */
function isReportedPassive(tokens: readonly Token[], at: number, { takes, forms }: CueEntry): boolean {
  if (!takes.has('clause') || !forms.has('participle')) return false
  return tokens[at + 1]?.form === 'that' || (tokens[at + 1]?.form === 'by' && takes.has('clause'))
}

function reportsItself(
  passage: Passage,
  at: number,
  entry: CueEntry,
  { first, auxiliary, before, opener }: VerbPhrase,
): boolean {
  const { tokens } = passage
  const { forms, verb } = entry
  const form = before?.form ?? ''
  if (HYPOTHETICAL.has(opener?.form ?? '') || OF_THE_TEXT.has(form)) return false
  if (UNREAL.has(form)) return form === 'to' && forms.has('base') && isRealized(tokens, first - 2)
  if (forms.has('participle') && !forms.has('past')) return auxiliary === 'have'
  if (forms.has('base') && !forms.has('past') && !isBase(passage, at, entry, before)) return false
  if (forms.has('third') && isNoun(form)) return false
  if (
    verb.noun &&
    (forms.has('third') || forms.has('base')) &&
    !(forms.has('past') && !mayBeSubject(before)) &&
    !goesOn(passage, at, entry)
  )
    return false
  // “the proposed law”, “25 recommended names”
  const counted = before?.kind === 'number' || form === 'own'
  if (forms.has('past') && verb.strength !== 'strong' && counted) return false
  if (forms.has('past') && determiners.has(form) && !SUBJECTS.has(form)) return false
  return !(forms.has('participle') && verb.strength !== 'strong' && tokens[at + 1]?.form === 'by')
}

/** “went on to say”, “was quick to add”: what was said indeed. */
function isRealized(tokens: readonly Token[], last: number): boolean {
  let words = ''
  for (let i = last; i > last - LONGEST_REALIZER && i >= 0; i--) {
    words = `${tokens[i]?.form ?? ''}${words && ' '}${words}`
    if (REALIZERS.has(words)) return true
  }
  return false
}

/** A base form with a subject before it: “critics say”, but not “hear him say”, “a state”, “the jobs report”. */
function isBase(passage: Passage, at: number, { verb }: CueEntry, before: Token | null): boolean {
  const form = before?.form ?? ''
  const hyphen = form === '-' && !before?.spaced
  if (OBJECTS.has(form) || isNoun(form) || form === 'and' || form === 'or' || hyphen) return false
  if (!verb.noun && before?.kind !== 'word') return before !== null
  const subject = subjectHead(passage, at)
  const head = heads.get(subject)
  const plural = /[^s']s$/.test(subject)
  if (head && !plural && !head.plural && head.type !== 'group' && (verb.noun || head.type !== 'organization'))
    return false
  if (!verb.noun) return true
  if (before?.kind !== 'word') return false
  if (PRONOUNS.has(form) || isRelative(form) || SUBJECTS.has(form) || head !== undefined) return true
  return plural || isNegatedDo(passage.tokens, at)
}

const isNegatedDo = (tokens: readonly Token[], at: number) => /^d(?:o|oes|id)$/.test(tokens[at - 1]?.form ?? '')

/** Behind a determiner, a preposition or a possessive stands a noun. */
const isNoun = (form: string): boolean =>
  (determiners.has(form) && !SUBJECTS.has(form)) ||
  PREPOSITIONS.has(form) ||
  (/(?:'s|s')$/.test(form) && !PRONOUNS.has(form))

const mayBeSubject = (before: Token | null) => before !== null && before.kind === 'word'

/** Whether what follows can be what a verb reports, where the word may be a noun as well. */
function goesOn({ tokens, text }: Passage, at: number, { prepositions }: CueEntry): boolean {
  const next = tokens[at + 1]
  if (!next) return false
  if (next.kind !== 'word') return next.kind === 'number' || '“"‘’:\''.includes(next.form)
  if (determiners.has(next.form) || PRONOUNS.has(next.form) || prepositions.has(next.form)) return true
  return (
    next.form === 'that' || next.form === 'whether' || next.form === 'out' || /\p{Lu}/u.test(text[next.start] as string)
  )
}
