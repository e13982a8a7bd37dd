/** The name at the end of a role that says more than its words tell: «رئيس قسم المساحة المشتركة بالبلدية المهندس سامر البدري». */
import { isVerbalNoun } from '../masdars.ts'
import { endsBeforeSpeech } from './name-ends.ts'
import { afterTitles, aliased, isApart, type Named } from './named.ts'
import { readName, readTitledName } from './names.ts'
import { entryAt, formAt, type Reach } from './reader.ts'
import { isVerb, says } from './verbs.ts'
import { givenName, isClosed, isDefinite } from './words.ts'

/** How many words the rest of a role may have. */
const FAR = 16
const LINKS = new Set(['في', 'على', 'عن', 'من'])

/**
 * The name behind the rest of a role that begins at token `i`. A verb of saying must stand before the role: others take objects.
 * Behind words that are no part of a role for sure, or an `unfinished` role, it must have a title and stand before what is said.
 */
export function bearerBeyond(r: Reach, i: number, unfinished: boolean): Named | null {
  if (r.at === 0 || r.clitic !== '' || !says(r.tokens[r.at - 1]?.form ?? '')) return null
  let strict = unfinished
  for (let at = i; at < Math.min(r.end, i + FAR); at++) {
    const first = isApart(r, at) ? at + 1 : at
    const named = nameAt(r, first, at > i && !strict)
    if (named && (!strict || endsBeforeSpeech(r, named.last))) return named
    if (first > at && !headsOffice(r, first)) return null
    if (first === at && !goesOn(r, at) && !mayGoOn(r, at)) return null
    strict ||= !goesOn(r, at)
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
  if (LINKS.has(form) || /^(?:و?ب?ال|و?لل)\p{L}{2,}$/u.test(form)) return !headsOffice(r, i)
  return entryAt(r, i)?.entry.proper?.kind === 'city'
}

/** «رئيس», «جمعية», «ومقرر»: a second office, or any other word that is no verb, no verbal noun and addresses nobody. */
function mayGoOn(r: Reach, i: number): boolean {
  const form = formAt(r, i)
  if (form.length < 3 || isClosed(form) || isVerb(form)) return false
  return entryAt(r, i)?.entry.noun !== undefined || (!isVerbalNoun(form) && !/^(?:[يتل]|و[يت])/u.test(form))
}

const headsOffice = (r: Reach, i: number): boolean => entryAt(r, i)?.entry.noun?.kind === 'office'
