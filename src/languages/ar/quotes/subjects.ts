/** The subject of a reporting verb when it is nobody known: «محققو البلدية», «الدعوى». Read from where it stands. */
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { governs, isComplementiser, isPreposition, isPrepositional } from '../function-words.ts'
import { isVerbalNoun } from '../masdars.ts'
import { mentionTerms } from '../mentions/lexicon.ts'
import { givenName, isClosed, isCommon, isDefinite, saysHow } from '../mentions/words.ts'
import { cuts } from '../proclitics.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { isAttachedTo } from './arguments.ts'
import { beginsClause } from './complementisers.ts'
import { readCueWord } from './cue-forms.ts'

/** In tokens. */
const LONGEST = 8
const ENDS = wordSet(context.subjectEnds)

/** The noun phrase at a token, up to the first word that cannot belong to it; null when there is none. */
export function subjectAt(passage: Passage, at: number): TokenRange | null {
  let last = at
  while (last < at + LONGEST && last < passage.tokens.length && continues(passage, last, at)) last++
  return last > at ? { first: at, last } : null
}

/** «وهل», «بدقة», «الانتباه»: «مخاطبا»: a function word, a word behind a preposition, what somebody does, how. */
const isNobody = (form: string): boolean =>
  cuts(form).some(({ rest }) => isClosed(rest) && !mentionTerms.get(rest)?.quantifier) ||
  (isDefinite(form) && isVerbalNoun(form)) ||
  (form.endsWith('ا') && (isCommon(form) || saysHow(form))) ||
  carriesPreposition(form)

const carriesPreposition = (form: string): boolean =>
  cuts(form).some(
    ({ clitic, rest }) => isPreposition(clitic) && rest.length > 2 && isCommon(rest) && !givenName(rest),
  ) && !isCommon(form)

function continues(passage: Passage, at: number, first: number): boolean {
  const { kind, form } = passage.tokens[at] as Token
  if (
    kind !== 'word' ||
    ENDS.has(form) ||
    isComplementiser(form) ||
    governs(passage, at) ||
    isPrepositional(passage, at)
  )
    return false
  if (/^[وف]?(?:لل|بال|كال)/u.test(form) || isAttachedTo('ب', form)) return false
  const cue = readCueWord(form)
  if (at === first && (isNobody(form) || beginsClause(passage, at))) return false
  // «ناشطين قولهم»: a noun of saying with its possessor is no part of them.
  if (cue?.entry.form === 'noun' && cue.pronoun !== null) return false
  return at === first ? cue === null : cue?.entry.form !== 'finite'
}
