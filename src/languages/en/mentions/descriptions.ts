/** What English roles and descriptions tell: the country, the office, the head noun. */
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import type { Scan } from './names.ts'
import { adjectives, heads, nationalities, offices } from './words.ts'

/** A form without the ending of a possessive. */
export const bare = ({ form }: Token): string => form.replace(/'s$|(?<=s)'$/, '')

/** The country that a role or a body's name tells: “Turkish”, “of Turkey”, “Turkey's”; null when it tells none. */
export function countryIn(tokens: readonly Token[], { first, last }: TokenRange): string | null {
  for (let at = first; at < last; at++) {
    const token = tokens[at] as Token
    const hit = nationalities.find(tokens, at, bare(token))
    if (hit && at + hit.length <= last) return hit.value
  }
  return null
}

/** The office of a title: “senator” of “Sen.”, “minister” of “prime minister”. */
export function officeOf(tokens: readonly Token[], { last, first }: TokenRange): string {
  const words = tokens.slice(first, last).filter(({ kind }) => kind === 'word')
  const office = words.at(-1)?.form ?? ''
  return offices.get(office) ?? office
}

/** The head of a description: “spokesman” of “a spokesman for the ministry”. */
export function headOf(tokens: readonly Token[], { first, last }: TokenRange): string | null {
  for (let at = first; at < last; at++) {
    const hit = heads.find(tokens, at)
    const next = tokens[at + (hit?.length ?? 0)]
    if (hit && !(next?.kind === 'word' && heads.get(next.form))) return hit.value.lemma
  }
  return null
}

/** Whether capitalised words only describe: “Democratic”, “African-American”. */
export function onlyAdjectives(tokens: readonly Token[], { first, last }: TokenRange): boolean {
  for (let at = first; at < last; at++) {
    const { kind, form } = tokens[at] as Token
    if (kind === 'word' && !adjectives.has(form)) return false
  }
  return true
}

const DASHES = new Set(['-', '–', '—'])

/** “ALDER, Ohio —”: capitals alone at the head of a line, before a dash. */
export function isDateline({ passage, tokens }: Scan, { first, last }: TokenRange): boolean {
  const { start } = tokens[first] as Token
  const written = passage.text.slice(start, (tokens[last - 1] as Token).end)
  if (written !== written.toUpperCase() || !passage.lines.some(line => line.first === first)) return false
  for (let at = last; at < last + DATELINE; at++)
    if (DASHES.has(tokens[at]?.form ?? '') && tokens[at]?.spaced) return true
  return false
}
/** How far the dash of a dateline may stand behind its first name, in tokens. */
const DATELINE = 8
