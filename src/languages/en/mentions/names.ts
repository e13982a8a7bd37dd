/** Names in English text: capitalised words, and the titles before them. */
import type { KnownNames, Mention } from '../../../extract/mentions/mention.ts'
import type { Passage, TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { cueForms } from '../quotes/cue-forms.ts'
import { countries, heads, isClosed, outlets, titles } from './words.ts'

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
    if (isCapital(scan, i) && !(isClosed(token.form) && (i === at || token.form !== 'will'))) {
      i++
      if (tokens[i]?.form === '.' && !tokens[i]?.spaced && token.form.length <= 2) i++
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
  if (opensSentence && last === at + 1 && !isNameWord(scan, at)) return null
  return { first: at, last }
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
  if (cueForms.has(next) && !heads.get(form) && written.length > 2) return true
  return known?.has(form.replace(/'s$/, '')) || countries.get(form) !== undefined || outlets.get(form) !== undefined
}

export const isAcronym = ({ passage, tokens }: Scan, at: number) => {
  const { start, end } = tokens[at] as Token
  const written = passage.text.slice(start, end)
  return written.length > 1 && written.length < 7 && written === written.toUpperCase()
}
