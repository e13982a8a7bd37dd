/** The name at the end of a role that says more than its words tell: «رئيس قسم المساحة المشتركة بالبلدية المهندس سامر البدري». */
import { afterTitles, aliased, isApart, type Named } from './named.ts'
import { readName, readTitledName } from './names.ts'
import { entryAt, formAt, type Reach } from './reader.ts'
import { says } from './verbs.ts'
import { givenName, isDefinite } from './words.ts'

/** How many words the rest of a role may have. */
const FAR = 8
const LINKS = new Set(['في', 'على', 'عن', 'من'])

/** The name behind the rest of a role that begins at token `i`. A verb of saying must stand before the role: others take objects. */
export function bearerBeyond(r: Reach, i: number): Named | null {
  if (r.at === 0 || r.clitic !== '' || !says(r.tokens[r.at - 1]?.form ?? '')) return null
  for (let at = i; at < Math.min(r.end, i + FAR); at++) {
    const first = isApart(r, at) ? at + 1 : at
    const named = nameAt(r, first, at > i)
    if (named) return named
    if (first > at || !goesOn(r, at)) return null
  }
  return null
}

/** Behind a title, or a full name by itself behind a complete noun. */
function nameAt(r: Reach, i: number, beyond: boolean): Named | null {
  const at = afterTitles(r, i)
  const complete = beyond && isDefinite(formAt(r, i - 1)) && givenName(formAt(r, i)) !== undefined
  const name = at > i ? readTitledName(r, at) : complete ? readName(r, i, 'none') : null
  return name && (at > i || name.last > i + 1) ? aliased(r, { first: at, last: name.last }) : null
}

/** A definite noun, whatever is written onto it, a place, or a preposition: no verb, no name and no other person. */
function goesOn(r: Reach, i: number): boolean {
  const form = formAt(r, i)
  if (LINKS.has(form) || /^(?:و?ب?ال|و?لل)\p{L}{2,}$/u.test(form)) return entryAt(r, i)?.entry.noun?.kind !== 'office'
  return entryAt(r, i)?.entry.proper?.kind === 'city'
}
