/** Names in English text: capitalised words, and the titles before them. */
import type { KnownNames, Mention } from '../../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { cueForms } from '../quotes/cue-forms.ts'
import { adjectives, countries, heads, isClosed, outlets, titles } from './words.ts'

/** Longest name, in tokens: keeps reading linear whatever the text. */
const LONGEST = 12

const PARTICLES = new Set([
  'de',
  'da',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'la',
  'le',
  'di',
  'abu',
])

export interface Scan {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** Exclusive. */
  readonly end: number
  readonly known: KnownNames | undefined
}

export function titleAt(
  { tokens }: Scan,
  at: number,
): { readonly last: number; readonly gender: Mention['gender'] } | null {
  const hit = titles.find(tokens, at)
  if (!hit) return null
  let last = at + hit.length
  if (tokens[last]?.form === '.' && !tokens[last]?.spaced) last++
  const after = tokens[last]
  return after && after.kind === 'word' && isUpper(after) ? { last, gender: hit.value.gender } : null

  function isUpper(token: Token): boolean {
    return token.form.length > 0 && !isClosed(token.form)
  }
}

export const isPossessive = ({ form }: Token) => form.endsWith("'s") || form.endsWith("s'")

export const isCapital = ({ passage, tokens }: Scan, i: number): boolean => {
  const token = tokens[i]
  return token?.kind === 'word' && /\p{Lu}/u.test(passage.text[token.start] as string)
}

/** Capitalised words from a token on, with initials, particles and hyphens between them. */
export function nameAt(scan: Scan, at: number, starts: boolean): TokenRange | null {
  const { tokens, end } = scan
  let last = at
  for (let i = at; i < Math.min(end, at + LONGEST); ) {
    const token = tokens[i] as Token
    if (isVerbInTitle(scan, i) && !isFirst(scan, i)) break
    if (
      isCapital(scan, i) &&
      !(isClosed(token.form) && (i === at || token.form !== 'will') && !isWritten(scan, i, 'US'))
    ) {
      i++
      if (tokens[i]?.form === '.' && !tokens[i]?.spaced && takesStop(token)) i++
      last = i
      if (isPossessive(token)) break
    } else if (
      last > at &&
      (PARTICLES.has(token.form) || (token.form === '-' && !token.spaced)) &&
      isCapital(scan, i + 1)
    )
      i++
    else break
  }
  if (last === at) return null
  const opensSentence = starts && isFirst(scan, at)
  // “Answered Whitlow: …”
  if (opensSentence && last > at + 1 && cueForms.get((tokens[at] as Token).form)?.forms.has('past')) return null
  if (opensSentence && last === at + 1 && !isNameWord(scan, at)) return null
  return { first: at, last }
}

/** Initials and “Jr.” take a full stop within a name. */
const takesStop = ({ form }: Token): boolean => form.length === 1 || form === 'jr' || form === 'sr' || form === 'st'

const isWritten = ({ passage }: Scan, at: number, written: string): boolean => {
  const { start, end } = passage.tokens[at] as Token
  return passage.text.slice(start, end) === written
}

/** “Whitlow Says …”: every word of a title may have a capital, and a reporting verb ends the name before it. */
function isVerbInTitle({ passage }: Scan, at: number): boolean {
  if (passage.field !== 'title') return false
  const entry = cueForms.get((passage.tokens[at] as Token).form)
  if (entry?.forms.has('base')) return !entry.verb.noun && /[^s]s$/.test(passage.tokens[at - 1]?.form ?? '')
  return entry !== undefined && !(entry.verb.noun && entry.forms.has('third') && entry.verb.lemma === 'state')
}

function isFirst({ passage }: Scan, at: number): boolean {
  const first = passage.sentences[passage.sentenceOf[at] as number]?.first ?? 0
  for (let i = first; i < at; i++) if (passage.tokens[i]?.kind === 'word') return false
  return true
}

/** Whether a single capitalised word at the start of a sentence is a name, as far as the article tells. */
function isNameWord({ tokens, known, passage }: Scan, at: number): boolean {
  const { form, start, end } = tokens[at] as Token
  const written = passage.text.slice(start, end)
  if (written.length > 1 && written === written.toUpperCase()) return true
  const next = tokens[at + 1]?.form ?? ''
  const ordinary = form.endsWith('ing') || form.endsWith('ly') || cueForms.has(form) || adjectives.has(form)
  if (cueForms.has(next) && !heads.get(form) && written.length > 2 && !ordinary) return true
  return known?.has(form.replace(/'s$/, '')) || countries.get(form) !== undefined || outlets.get(form) !== undefined
}

export const isAcronym = ({ passage, tokens }: Scan, at: number) => {
  const { start, end } = tokens[at] as Token
  const written = passage.text.slice(start, end)
  return written.length > 1 && written.length < 7 && written === written.toUpperCase()
}

/** The party and state behind a politician's name, “(R-Texas)”: the token after its bracket; `at` when there is none. */
export function skipParty({ tokens }: Scan, at: number): number {
  if (tokens[at]?.form !== '(') return at
  for (let i = at + 1; i < at + PARTY; i++) if (tokens[i]?.form === ')') return i + 1
  return at
}
const PARTY = 7
