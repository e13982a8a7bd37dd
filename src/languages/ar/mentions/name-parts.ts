/** What part of a person's name a word can be. */
import type { KnownNames } from '../../../extract/mentions/mention.ts'
import { memo } from '../../../extract/text/memo.ts'
import { mentionTerms } from './lexicon.ts'
import {
  givenName,
  isClosed,
  isDefinite,
  isFamilyName,
  isForeignParticle,
  isInflected,
  isJoining,
  isLatin,
  isOrdinary,
} from './words.ts'

/** `article`: a word with article, a family name where it stands behind a given one; `unknown`: in no lexicon. */
export type Part = 'given' | 'family' | 'joining' | 'foreign' | 'unknown' | 'article'

/** What part of a name a word can be, by itself or because the article uses it as a family name. */
export function partOf(form: string, known: KnownNames | undefined): Part | null {
  const part = partByItself(form)
  return part !== 'joining' && !isClosed(form) && known?.has(form) ? 'family' : part
}

const partByItself = memo((form: string): Part | null => {
  if (isJoining(form)) return 'joining'
  if (isClosed(form)) return null
  if (isFamilyName(form)) return 'family'
  if (givenName(form)) return 'given'
  if (isForeignParticle(form)) return 'foreign'
  if (isLatin(form)) return 'unknown'
  if (isDefinite(form)) return mentionTerms.get(form)?.noun ? null : 'article'
  return form.length > 1 && !isOrdinary(form) && !isInflected(form) ? 'unknown' : null
})
