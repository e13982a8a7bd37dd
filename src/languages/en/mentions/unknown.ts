/** Subjects of reporting verbs that no list knows: whatever noun phrase stands between the head of a clause and its verb. */
import type { Token } from '../../../extract/text/tokens.ts'
import { cueForms } from '../quotes/cue-forms.ts'
import { realityAt } from '../quotes/reality.ts'
import finite from '../words/finite.json' with { type: 'json' }
import type { Scan } from './names.ts'
import { determiners, isClosed } from './words.ts'

const CLAUSE_HEADS = new Set([...finite.subordinators, ...finite.conjunctions, 'that', 'which'])
const PREPOSITIONS = new Set([
  'of',
  'in',
  'on',
  'at',
  'for',
  'from',
  'with',
  'to',
  'out',
  'within',
  'inside',
  'near',
  'behind',
  'around',
])
/** “sources close to the ministry”. */
const CLOSE = new Set(['close', 'privy', 'loyal', 'opposed', 'familiar'])
const AUXILIARIES = new Set([
  ...finite.auxiliaries,
  'also',
  'now',
  'then',
  'still',
  'later',
  'already',
  'just',
  'even',
  'been',
  'being',
])
const MARKS = new Set(['-', '.', '%', '$'])
const COMMAS = new Set([',', '—', '–', ':', ';', '”', '"', '“', "'", '‘', '’', '(', '…'])

/** Longest subject, in tokens. */
const LONGEST = 12
/** How far behind an auxiliary its verb may stand, in tokens. */
const VERB = 4

/** The token after the subject that begins a clause here and whose verb reports something; null when none does. */
export function unknownSubject(scan: Scan, at: number): number | null {
  const head = scan.tokens[at] as Token
  if (!opensClause(scan, at) || (isClosed(head.form) && !determiners.has(head.form))) return null
  return subjectEnd(scan, at, at + 1)
}

/** The end of a description with the phrases behind it, when its verb reports something: “critics in the north”; else `from`. */
export function reachVerb(scan: Scan, from: number): number {
  const next = scan.tokens[from]?.form ?? ''
  return PREPOSITIONS.has(next) || CLOSE.has(next) ? (subjectEnd(scan, from, from + 1) ?? from) : from
}

function subjectEnd({ passage, tokens, end }: Scan, first: number, from: number): number | null {
  let auxiliary = -1
  for (let i = from; i < Math.min(end, first + LONGEST); i++) {
    const { form, kind } = tokens[i] as Token
    const entry = cueForms.get(form)
    const reality = entry && realityAt(passage, i, entry)
    if (reality?.form === 'finite') return reality.phrase.first > first ? reality.phrase.first : null
    if (auxiliary >= 0 && i > auxiliary + VERB) return null
    if (AUXILIARIES.has(form)) auxiliary = auxiliary < 0 ? i : auxiliary
    else if (form === 'to' && CLOSE.has(tokens[i - 1]?.form ?? '')) continue
    else if (kind === 'mark' ? !MARKS.has(form) : isClosed(form) && !determiners.has(form) && !PREPOSITIONS.has(form))
      return null
  }
  return null
}

function opensClause({ passage, tokens }: Scan, at: number): boolean {
  const before = tokens[at - 1]
  if (!before || passage.sentenceOf[at - 1] !== passage.sentenceOf[at]) return true
  return before.kind === 'mark' ? COMMAS.has(before.form) : CLAUSE_HEADS.has(before.form)
}
