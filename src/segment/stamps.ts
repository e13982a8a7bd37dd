/** Dates, times and ages as pages stamp them on articles and comments. Only found here; their values are not worked out. */
import type { Token } from '../extract/text/tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Stamp {
  /** `age`: «3 hours ago»; `short`: «3 h», an age only beside a comment; `clock`: a time of day alone. */
  readonly kind: 'date' | 'age' | 'short' | 'clock'
  /** Index of its first token; it runs to the end of the tokens it was looked for in. */
  readonly first: number
}

const NUMERIC_DATE = /^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/

/** The stamp that ends a list of tokens, as far forward as it reaches; null when they end in none. */
export function stampAtEnd(tokens: readonly Token[], vocabulary: Vocabulary): Stamp | null {
  let first = tokens.length
  while (first > 0 && mayStamp(tokens[first - 1] as Token, vocabulary)) first--
  while (first < tokens.length && (tokens[first] as Token).kind === 'mark') first++
  const stamped = tokens.slice(first)
  const kind = kindOf(stamped, vocabulary)
  // «… today» at the end of other words is no stamp.
  const isAlone = stamped.every(token => token.kind === 'mark' || vocabulary.listed('agoAlone', [token], 0) > 0)
  return kind && !(isAlone && tokens.slice(0, first).some(token => token.kind === 'word')) ? { kind, first } : null
}

const lists = ['months', 'dateWords', 'agoWords', 'agoUnits', 'agoAlone'] as const

function mayStamp(token: Token, { listed }: Vocabulary): boolean {
  return token.kind !== 'word' || lists.some(list => listed(list, [token], 0) === 1)
}

function kindOf(tokens: readonly Token[], { listed }: Vocabulary): Stamp['kind'] | null {
  const words = tokens.filter(({ kind }) => kind === 'word')
  const numbers = tokens.filter(({ kind }) => kind === 'number').map(({ form }) => form)
  const has = (list: (typeof lists)[number]) => words.some(word => listed(list, [word], 0) > 0)
  const allIn = (...allowed: (typeof lists)[number][]) =>
    words.every(word => allowed.some(list => listed(list, [word], 0) > 0))
  if (numbers.some(number => NUMERIC_DATE.test(number)) && allIn('months', 'dateWords', 'agoUnits')) return 'date'
  if (numbers.length > 0 && has('months') && allIn('months', 'dateWords')) return 'date'
  if (
    has('agoWords') &&
    (has('agoUnits') || has('agoAlone')) &&
    allIn('agoWords', 'agoUnits', 'agoAlone', 'dateWords')
  ) {
    return 'age'
  }
  if (words.length > 0 && allIn('agoAlone')) return numbers.length > 0 ? 'date' : 'age'
  if (numbers.length === 0) return null
  if (has('agoAlone') && allIn('agoAlone', 'dateWords')) return 'date'
  if (numbers.length <= 2 && words.length > 0 && allIn('agoUnits')) return 'short'
  if (numbers.some(number => CLOCK.test(number)) && allIn('dateWords')) return 'clock'
  return null
}
