/** English noun phrases: where they end, their head, and what stands behind it. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { cueForms } from '../quotes/cue-forms.ts'
import { isCapital, isPossessive, nameAt, type Scan, titleAt } from './names.ts'
import { determiners, type Head, heads, isClosed, titles } from './words.ts'

const COMPLEMENT_WORDS = new Set(['of', 'for', 'with', 'at', 'from'])

/** Longest phrase before its complement, and longest complement, in tokens: keeps reading linear whatever the text. */
const LONGEST = 12
const COMPLEMENT = 10

export interface Phrase extends TokenRange {
  readonly head: Head | null
  /** Last token of the head word, exclusive; `first` when there is none. */
  readonly headLast: number
  readonly headFirst: number
  /** Capitalised words at its end or all of it. */
  readonly name: TokenRange | null
  readonly title: TokenRange | null
  readonly titleGender: Mention['gender']
}

/** The words up to where a phrase must end, and in them its title, head and name. */
export function readPhrase(scan: Scan, at: number): Phrase | null {
  const { tokens, end } = scan
  const title = titleAt(scan, at)
  let first = at
  if (!title && determiners.has((tokens[at] as Token).form)) {
    // “that Whitlow”: a complementiser, not a determiner.
    if ((tokens[at] as Token).form === 'that' && isCapital(scan, at + 1)) return null
    first = at + 1
  }
  let head: Head | null = null
  let headFirst = at
  let headLast = at
  let name: TokenRange | null = null
  let i = title ? title.last : first
  let last = i
  while (i < Math.min(end, at + LONGEST)) {
    const token = tokens[i] as Token
    if (i > first && !title && isPossessive(tokens[i - 1] as Token)) name = null
    const hit = heads.find(tokens, i)
    const run = nameAt(scan, i, i === at)
    if (hit && (!run || run.last <= i + hit.length) && !(title && run)) {
      head = hit.value
      headFirst = i
      headLast = i + hit.length
      i = headLast
      last = i
      const capital = run !== null && run.last === headLast && isCapital(scan, headLast - 1)
      name = capital ? { first: nameBefore(name, run), last: headLast } : null
    } else if (run) {
      name = name && name.last === run.first ? { first: name.first, last: run.last } : run
      i = run.last
      last = i
      if (title || head) break
    } else if (title || token.kind !== 'word' || isClosed(token.form) || cueForms.has(token.form)) {
      if (token.form === '-' && !token.spaced && i > at) i++
      else break
    } else {
      // A modifier: counts only when a head follows.
      if (head || name) break
      i++
    }
  }
  if (last <= first && !title) return null
  if (!head && !name) return null
  const inner = name && !title ? roleInside(scan, name) : null
  if (inner && name) name = { first: inner.last, last: name.last }
  return {
    first: at,
    last,
    head: inner?.head ?? head,
    headFirst: inner?.first ?? headFirst,
    headLast: inner?.last ?? headLast,
    name,
    title: title && { first: at, last: title.last },
    titleGender: title?.gender ?? null,
  }
}

/** The office inside capitalised words: “Defense Secretary” in “Defense Secretary Dana Whitlow”. */
function roleInside(scan: Scan, { first, last }: TokenRange): (TokenRange & { readonly head: Head }) | null {
  for (let i = last - 2; i >= first; i--) {
    const hit = heads.find(scan.tokens, i)
    let end = i + (hit ?? titles.find(scan.tokens, i) ?? { length: 0 }).length
    if (end === i) continue
    if (scan.tokens[end]?.form === '.') end++
    const head: Head = hit?.value ?? {
      lemma: scan.tokens[i]?.form ?? '',
      type: 'unnamed',
      plural: false,
      gender: null,
      document: false,
    }
    if (end < last && head.type === 'unnamed' && !head.plural) return { first: i, last: end, head }
  }
  return null
}

/** Where a name begins that goes on with `run`. */
const nameBefore = (name: TokenRange | null, run: TokenRange): number =>
  name?.last === run.first ? name.first : run.first

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
  if (!COMPLEMENT_WORDS.has(tokens[at]?.form ?? '')) return at
  let i = at + 1
  const limit = Math.min(end, i + COMPLEMENT)
  let last = at
  while (i < limit) {
    const token = tokens[i] as Token
    if (token.kind !== 'word' || (isClosed(token.form) && !determiners.has(token.form) && token.form !== 'of')) break
    if (isCapital(scan, i) || heads.find(tokens, i)) last = i + 1
    i++
  }
  return last
}

/** “, a spokesman for the ministry,” behind a name: the role, up to the comma that closes it. */
export function apposition(scan: Scan, at: number): TokenRange | null {
  const { tokens, end } = scan
  if (tokens[at]?.form !== ',') return null
  const first = at + 1
  const phrase = first < end ? readPhrase(scan, first) : null
  if (!phrase?.head || phrase.name?.first === first) return null
  for (let i = phrase.headLast; i < Math.min(end, first + 2 * LONGEST); i++) {
    if (tokens[i]?.form === ',') return { first, last: i }
    if (tokens[i]?.kind === 'mark' && tokens[i]?.form !== '-') return null
  }
  return null
}
