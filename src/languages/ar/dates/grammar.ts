/** Arabic time expressions: the rules of this language behind the engine's port. */
import type { DateGrammar, Expression } from '../../../extract/dates/grammar.ts'
import type { Age, Time } from '../../../extract/dates/time.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { isComplementiser, isRelative } from '../function-words.ts'
import { orthography } from '../orthography.ts'
import { amountAt } from './durations.ts'
import { readElapsed } from './happenings.ts'
import { type Scan, scan, startOf, wordAt } from './lexemes.ts'
import { longest, range, singles } from './ranges.ts'
import type { Rule } from './rule.ts'

const rules: readonly Rule[] = [range, ...singles]

type Found = NonNullable<ReturnType<typeof longest>>

function readExpressions(passage: Passage): readonly Expression[] {
  const from = scan(passage)
  const expressions: Expression[] = []
  let at = 0
  while (at < from.tokens.length) {
    const found = from.lexemes[at]?.opens || from.tokens[at]?.kind === 'number' ? longest(rules, from, at) : null
    if (!found) {
      at++
      continue
    }
    const { rule, read } = found
    if (!isGuarded(from, at, found) && !isYearly(from, read.last)) {
      const { end } = from.tokens[read.last - 1] as Token
      expressions.push({ token: at, start: startOf(from, at), end, time: read.value, ruleId: rule.id })
    }
    at = read.last
  }
  return expressions
}

const isModified = (time: Time): boolean =>
  time.kind === 'range' ? isModified(time.to) : time.kind === 'weekday' && time.direction !== null

/** «29 نوفمبر من كل عام». */
const isYearly = ({ tokens }: Scan, at: number) => tokens[at]?.form === 'من' && tokens[at + 1]?.form === 'كل'

/** Whether the word before makes an expression part of a name, an age or something that comes again and again. */
function isGuarded(from: Scan, at: number, { rule, read: { value: time, last } }: Found): boolean {
  const before = wordAt(from, at - 1)
  const named = before?.namedDay
  if (named && time.kind === 'date' && time.year === null) return time.month === named.month && time.day === named.day
  switch (before?.guard) {
    case 'repeated':
    case 'name':
    case 'age':
      return true
    case 'outlet':
      // «المصري اليوم», but «يواجه المصري يوم غد».
      return from.tokens[at]?.form === 'اليوم' && last === at + 1
    case 'alike':
      // «في مثل هذا اليوم», «نفس اليوم»: another day.
      return rule.id === 'ar/time/deictic'
    case 'office':
      return rule.id === 'ar/time/period'
    case 'worship':
      return rule.id === 'ar/time/weekday'
    default:
      // «أيام الجمعة», «أيام الثلاثاء والخميس»: every week, unless one is named.
      return rule.id === 'ar/time/weekday' && wordAt(from, at)?.unit?.count === 'many' && !isModified(time)
  }
}

/** How far, in tokens, a deictic may stand from a date that it shares its time with. */
const SAME_TIME = 30
const OPENERS = new Set('حيث فيما بينما بعد قبل منذ ، , ؛ : " « “'.split(' '))

/** A date shares the time of a deictic when «في» or «خلال» leads to it and no clause opens between the two. */
function isSameClause(passage: Passage, deictic: number, date: number): boolean {
  const { tokens } = passage
  const before = tokens[date - 1]?.form
  if (date - deictic > SAME_TIME || (before !== 'في' && before !== 'خلال')) return false
  for (let at = deictic + 1; at < date; at++) {
    const { form } = tokens[at] as Token
    if (OPENERS.has(form) || isComplementiser(form) || (form !== 'من' && isRelative(form))) return false
  }
  return true
}

/** «منذ سنة شهرين», «قبل 3 ساعات»: a preposition, then amounts to the end of the line. */
function readAge(passage: Passage): Age | null {
  const from = scan(passage)
  let at = from.tokens.findIndex(({ kind }) => kind !== 'mark')
  const relation = wordAt(from, at)?.relation
  if (relation !== 'ago' && relation !== 'since') return null
  at++
  const age: Age[number][] = []
  while (at < from.tokens.length) {
    if (wordAt(from, at)?.relation === 'and') at++
    const amount = amountAt(from, at)
    if (!amount) return null
    age.push({ unit: amount.value.unit, amount: amount.value.count })
    at = amount.last
  }
  return age.length > 0 ? age : null
}

export const dates: DateGrammar = { orthography, rules, read: readExpressions, isSameClause, readElapsed, readAge }
