/** The subject of a reporting verb when it is nobody known: «محققو البلدية», «الدعوى». Read from where it stands. */
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { governs, isComplementiser } from '../function-words.ts'
import { wordSet } from '../terms.ts'
import context from '../words/quote-context.json' with { type: 'json' }
import { isAttachedTo } from './arguments.ts'
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

function continues(passage: Passage, at: number, first: number): boolean {
  const { kind, form } = passage.tokens[at] as Token
  if (kind !== 'word' || ENDS.has(form) || isComplementiser(form) || governs(passage, at)) return false
  if (/^[وف]?(?:لل|بال|كال)/u.test(form) || isAttachedTo('ب', form)) return false
  const cue = readCueWord(form)
  return at === first ? cue === null : cue?.entry.form !== 'finite'
}
