/** What stands behind a noun phrase and belongs to it: “of the ministry”, “, Dana Whitlow,”, “, a farmer from the north,”. */
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import finite from '../words/finite.json' with { type: 'json' }
import { isCapital, nameAt, type Scan } from './names.ts'
import { LONGEST, readPhrase } from './phrase.ts'
import { determiners, heads, isClosed } from './words.ts'

/** Prepositions that join any noun to a phrase, and those that join a name alone: “director at Mill Watch”, “told reporters at a fair”. */
const COMPLEMENT_WORDS = new Set(['of', 'for'])
const BEFORE_NAMES = new Set(['with', 'at', 'from'])
const VERBS = new Set(finite.auxiliaries)

/** Longest complement, in tokens. */
const COMPLEMENT = 10

/** “a pollster, Dana Whitlow,”: the name behind a description, up to the comma that closes it. */
export function nameBehind(scan: Scan, at: number): TokenRange | null {
  if (scan.tokens[at]?.form !== ',') return null
  const name = nameAt(scan, at + 1, false)
  if (!name || name.last < name.first + 2 || heads.find(scan.tokens, name.last - 1)) return null
  const after = scan.tokens[name.last]?.form
  return after === ',' || after === 'of' ? name : null
}

/** The end of “of …”, “for …” behind a head. */
export function complement(scan: Scan, at: number): number {
  const { tokens, end } = scan
  const word = tokens[at]?.form ?? ''
  const any = COMPLEMENT_WORDS.has(word)
  if (!any && !BEFORE_NAMES.has(word)) return at
  let i = at + 1
  const limit = Math.min(end, i + COMPLEMENT)
  let last = at
  while (i < limit) {
    const token = tokens[i] as Token
    // “the Millers' Union”
    if (token.form === "'" && !token.spaced) i++
    else if (token.kind !== 'word' || (isClosed(token.form) && !determiners.has(token.form) && token.form !== 'of'))
      break
    else {
      if (isCapital(scan, i) || (any && heads.find(tokens, i))) last = i + 1
      i++
    }
  }
  return last
}

/** “, a spokesman for the ministry,” behind a name: the role, up to the comma that closes it. */
export function apposition(scan: Scan, at: number): TokenRange | null {
  const { tokens, end } = scan
  if (tokens[at]?.form !== ',') return null
  const first = at + 1
  const phrase = first < end ? readPhrase(scan, first) : null
  if (phrase?.name?.first === first) return null
  if (!phrase?.head && !determiners.has(tokens[first]?.form ?? '')) return null
  for (let i = phrase?.head ? phrase.headLast : first + 1; i < Math.min(end, first + 2 * LONGEST); i++) {
    const { form, kind } = tokens[i] as Token
    if (form === ',') return { first, last: i }
    if ((kind === 'mark' && form !== '-') || (!phrase?.head && VERBS.has(form))) return null
  }
  return null
}
