/** Years that a text counts from happenings of public knowledge: «الحرب في سوريا منذ 11 عاما», «الذكرى السابعة لثورة 25 يناير». */
import type { Elapsed } from '../../../extract/dates/grammar.ts'
import { lexicon } from '../../../extract/text/lexicon.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { spellings } from '../orthography.ts'
import happenings from '../words/happenings.json' with { type: 'json' }
import { amountAt } from './durations.ts'
import { type Read, type Scan, scan, wordAt } from './lexemes.ts'
import { ordinalAt } from './numbers.ts'
import { PARTICLES, withParticles } from './particles.ts'

const known = lexicon(
  happenings.flatMap(({ term, began }) =>
    spellings(term).flatMap(spelling =>
      [spelling, ...withParticles(spelling, PARTICLES).map(({ form }) => form)].map(form => [form, began] as const),
    ),
  ),
)

/** How far, in tokens, the years may stand from the happening. */
const NEAR = 12

export function readElapsed(passage: Passage): readonly Elapsed[] {
  const { tokens, sentences, sentenceOf } = passage
  const found: Elapsed[] = []
  let from: Scan | null = null
  for (let at = 0; at < tokens.length; at++) {
    const happening = known.find(tokens, at)
    const sentence = happening && sentences[sentenceOf[at] as number]
    if (!sentence) continue
    from ??= scan(passage)
    const elapsed = elapsedBeside(from, at, at + happening.length, sentence)
    if (!elapsed) continue
    const { years, exactly, first, last } = elapsed
    const { start } = tokens[Math.min(first, at)] as Token
    const { end } = tokens[Math.max(last, at + happening.length) - 1] as Token
    found.push({ start, end, ruleId: 'ar/time/elapsed', began: happening.value, years, exactly })
  }
  return found
}

interface Years {
  readonly years: number
  readonly exactly: boolean
  readonly first: number
  readonly last: number
}

/** «منذ 11 عاما» on either side of the happening, «بعد أربع سنوات من» or «الذكرى السابعة لـ» right before it. */
function elapsedBeside(
  from: Scan,
  first: number,
  last: number,
  sentence: { first: number; last: number },
): Years | null {
  for (let at = Math.max(sentence.first, first - NEAR); at < Math.min(sentence.last, last + NEAR); at++) {
    const relation = wordAt(from, at)?.relation
    const years = relation === 'since' || (relation === 'after' && at < first) ? yearsAt(from, at + 1) : null
    if (years && (relation === 'since' || first - years.last <= 1)) {
      return { years: years.value, exactly: false, first: at, last: years.last }
    }
    const ordinal = MEMORY.has(from.tokens[at]?.form ?? '') ? ordinalAt(from, at + 1) : null
    if (ordinal && first - ordinal.last <= 1 && at < first) {
      return { years: ordinal.value, exactly: true, first: at, last: ordinal.last }
    }
  }
  return null
}

const MEMORY = new Set(['الذكرى', 'بالذكرى', 'للذكرى', 'الذكري', 'والذكرى'])

/** A number of years, «نحو» before it or not. */
function yearsAt(from: Scan, at: number): Read<number> | null {
  const amount = amountAt(from, wordAt(from, at)?.approximator ? at + 1 : at)
  return amount?.value.unit === 'year' ? { value: amount.value.count, last: amount.last } : null
}
