/** English noun phrases: where they end, their head, and what stands behind it. */
import type { Mention } from '../../../extract/mentions/mention.ts'
import type { TokenRange } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { cueForms } from '../quotes/cue-forms.ts'
import { bare, officeOf, onlyAdjectives } from './descriptions.ts'
import { isCapital, isPossessive, nameAt, type Scan, titleAt } from './names.ts'
import { adjectives, determiners, type Head, heads, isClosed, titles } from './words.ts'

/** Longest phrase before its complement, in tokens: keeps reading linear whatever the text. */
export const LONGEST = 12

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
    if (isAlone(scan, at))
      return {
        first: at,
        last: at + 1,
        head: heads.get((tokens[at] as Token).form) ?? null,
        headFirst: at,
        headLast: at + 1,
        name: null,
        title: null,
        titleGender: null,
      }
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
    const inner = !title && i > first ? titleAt(scan, i) : null
    const bearer = inner && nameAt(scan, inner.last, false)
    if (inner && bearer) {
      head = {
        lemma: officeOf(tokens, { first: i, last: inner.last }),
        type: 'unnamed',
        plural: false,
        gender: inner.gender,
        document: false,
      }
      headFirst = i
      headLast = inner.last
      name = bearer
      last = bearer.last
      break
    }
    const hit = describes(scan, i) ? null : heads.find(tokens, i)
    const run = nameAt(scan, i, i === at)
    // “Turkish foreign minister”, “Republican hopeful”: a capital of its own, no name.
    if (run && !head && !hit && onlyAdjectives(tokens, run) && isOrdinary(tokens[run.last])) {
      i = run.last
      continue
    }
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
      const body: Head | null = title || head ? null : bodyIn(scan, run)
      if (body) {
        head = body
        headFirst = run.last - 1
        headLast = run.last
      }
      i = run.last
      last = i
      if (title || head) break
    } else if (token.kind === 'number' && !title && !head && !name) {
      i++
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

/** “Grain Board”, “Alder Courier”: the kind of body that the last word of a name tells. */
function bodyIn({ tokens }: Scan, { first, last }: TokenRange): Head | null {
  const head = last > first + 1 ? heads.get(bare(tokens[last - 1] as Token)) : undefined
  return head && (head.type === 'organization' || head.type === 'media') && !head.document ? head : null
}

/** Whether a word goes on with a noun phrase: no verb that reports, no function word. */
const isOrdinary = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !isClosed(token.form) && !cueForms.has(token.form)

/** “Republican” before another noun describes it. */
const describes = ({ tokens }: Scan, at: number): boolean =>
  adjectives.has((tokens[at] as Token).form) && isOrdinary(tokens[at + 1])

/** “some said”, “many in the crowd”: a quantifier that stands for those it counts. */
function isAlone({ tokens, end }: Scan, at: number): boolean {
  const { form } = tokens[at] as Token
  const next = tokens[at + 1]
  if (!heads.get(form) || at + 1 >= end || next?.kind !== 'word') return false
  return (
    (isClosed(next.form) && !determiners.has(next.form)) ||
    (cueForms.get(next.form)?.verb.noun !== true && cueForms.has(next.form))
  )
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
