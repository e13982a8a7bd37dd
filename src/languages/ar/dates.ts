/** Arabic time expressions: the rules of this language behind the engine's port. */
import type { DateGrammar, Expression } from '../../extract/dates/grammar.ts'
import type { Age } from '../../extract/dates/time.ts'
import type { Passage } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { type Scan, scan, startOf } from './dates-lexemes.ts'
import { type Read, wordAt } from './dates-phrases.ts'
import { amountAt, type Rule, rules } from './dates-rules.ts'
import { orthography } from './orthography.ts'

/** Whether the words before an expression make it part of a name, an age or something that comes back again and again. */
function isGuarded(from: Scan, at: number, rule: Rule): boolean {
  const guard = wordAt(from, at - 1)?.guard
  if (guard === 'repeated' || guard === 'name' || guard === 'outlet') return true
  if (guard === 'office') return rule.id === 'ar/time/period'
  return guard === 'worship' && rule.id === 'ar/time/weekday'
}

function readExpressions(passage: Passage): readonly Expression[] {
  const from = scan(passage)
  const expressions: Expression[] = []
  let at = 0
  while (at < from.tokens.length) {
    const found = longestAt(from, at)
    if (!found) {
      at++
      continue
    }
    const { rule, read } = found
    if (!isGuarded(from, at, rule)) {
      const end = (from.tokens[read.last - 1] as Token).end
      expressions.push({ token: at, start: startOf(from, at), end, time: read.value, ruleId: rule.id })
    }
    at = read.last
  }
  return expressions
}

function longestAt(from: Scan, at: number): { rule: Rule; read: Read<Expression['time']> } | null {
  if (!from.lexemes[at] && from.tokens[at]?.kind !== 'number') return null
  let best: { rule: Rule; read: Read<Expression['time']> } | null = null
  for (const rule of rules) {
    const read = rule.read(from, at)
    if (read && (!best || read.last > best.read.last)) best = { rule, read }
  }
  return best
}

/** «منذ سنة شهرين», «قبل 3 ساعات»: a preposition, then amounts to the end of the line. */
function readAge(passage: Passage): Age | null {
  const from = scan(passage)
  let at = from.tokens.findIndex(({ kind }) => kind !== 'mark')
  const relation = wordAt(from, at)?.relation
  if (relation !== 'ago' && relation !== 'since') return null
  at++
  const age: { unit: Age[number]['unit']; amount: number }[] = []
  while (at < from.tokens.length) {
    if (wordAt(from, at)?.relation === 'and') at++
    const amount = amountAt(from, at)
    if (!amount) break
    age.push({ unit: amount.value.unit, amount: amount.value.count })
    at = amount.last
  }
  return age.length > 0 && at === from.tokens.length ? age : null
}

/** Words that open a clause of their own: what is dated after them is something else. */
const OPENERS = new Set([
  'ان',
  'بان',
  'انه',
  'انها',
  'بانه',
  'بانها',
  'الذي',
  'التي',
  'الذين',
  'اللذين',
  'حيث',
  'فيما',
  'بينما',
  'بعد',
  'قبل',
  'منذ',
  '،',
  ',',
  '؛',
  ':',
  '"',
  '«',
  '“',
])

function breaksClause({ tokens }: Passage, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (OPENERS.has((tokens[at] as Token).form)) return true
  return false
}

export const dates: DateGrammar = { orthography, rules, read: readExpressions, breaksClause, readAge }
