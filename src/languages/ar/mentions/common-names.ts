/** Everyday words as parts of people's names: only their place tells. */
import { isVerbalNoun } from '../masdars.ts'
import { mentionTerms } from './lexicon.ts'
import { type NameContext, turnsAt } from './name-ends.ts'
import { type Part, partOf } from './name-parts.ts'
import { entryAt, formAt, type Reach } from './reader.ts'
import { isVerb } from './verbs.ts'
import { carriesClitic, givenName, isClosed, isCommon, isDefinite, isFamilyName } from './words.ts'

/**
 * An everyday word as a part of a name: the family name behind a given one where the clause turns after it («غسان سلامة،
 * …», «سمير بالطيب، …»), the given name before a family name where a name is expected («قالت روضة القرافي»).
 */
export function commonPart(r: Reach, i: number, parts: number, context: NameContext): Part | null {
  const form = formAt(r, i)
  if (form.length < (context === 'none' || parts === 0 ? 4 : 3)) return null
  if (isDefinite(form) || isClosed(form) || mentionTerms.get(form)) return null
  return parts === 0 ? commonGivenName(r, i, context) : commonFamilyName(r, i, parts, context)
}

function commonGivenName(r: Reach, i: number, context: NameContext): Part | null {
  const form = formAt(r, i)
  if (/^(?:[وفبك]ال|[وف]?لل)/u.test(form)) return null
  const next = formAt(r, i + 1)
  const named =
    isFamilyName(next) || (isDefinite(next) && partOf(next, r.known) === 'article' && !isCommon(next.slice(2)))
  if (context === 'subject' && named && /ي$/u.test(next)) return 'unknown'
  const part = isDefinite(next) ? null : partOf(next, r.known)
  const goesOn = part === 'given' || part === 'family' || part === 'unknown'
  return context === 'introduced' && goesOn && !/[اةه]$/u.test(form) ? 'unknown' : null
}

/** Behind a given name, or behind an unknown one where a name is expected: «سيسيل بويلي، …», «علي أكبر صالحي إن». */
function commonFamilyName(r: Reach, i: number, parts: number, context: NameContext): Part | null {
  const form = formAt(r, i)
  const before = formAt(r, i - 1)
  const given = givenName(before) !== undefined
  if (parts > (given && context !== 'none' ? 2 : 1)) return null
  if (!given && (context === 'none' || isDefinite(before) || partOf(before, r.known) !== 'unknown')) return null
  if (/(?:ا|ه|ها|هم|ات|ين|ون)$/u.test(form) || /^(?:[يتوف]|س[ايتن])/u.test(form)) return null
  if (isVerb(form) || (/^[بلك]/u.test(form) && !isOwnLetter(form, parts, context))) return null
  const turns = turnsAt(r, i + 1, context) || entryAt(r, i + 1)?.entry.noun?.kind === 'office'
  return turns ? 'unknown' : null
}

/** Whether ب, ل or ك belongs to the word: «بالطيب», «كرافت»; nothing that one could be written onto is left without it. */
const isOwnLetter = (form: string, parts: number, context: NameContext): boolean =>
  (parts === 1 && /^بال.{3,}/u.test(form) && !mentionTerms.get(form.slice(1)) && !isVerbalNoun(form.slice(3))) ||
  (context !== 'none' && !/^.[اب]ل|ة$/u.test(form) && !carriesClitic(form))
