/** The words of Arabic time expressions, looked up once for each token of a passage. */
import type { Calendar, Fraction, Part, Unit } from '../../../extract/dates/time.ts'
import { lexicon } from '../../../extract/text/lexicon.ts'
import type { Passage } from '../../../extract/text/passage.ts'
import type { Token } from '../../../extract/text/tokens.ts'
import { withoutFront } from '../attached.ts'
import { spellings } from '../orthography.ts'
import entries from '../words/dates.json' with { type: 'json' }
import { CONJUNCTIONS, PARTICLES, withParticles } from './particles.ts'

export type Relation =
  | 'ago'
  | 'since'
  | 'after'
  | 'during'
  | 'between'
  | 'from'
  | 'to'
  | 'in'
  | 'and'
  | 'equals'
  | 'eve'
  | 'morrow'

/** What a word makes of the time after it: part of a name, an age, something that comes again and again. */
export type Guard = 'name' | 'age' | 'repeated' | 'worship' | 'outlet' | 'alike' | 'office'

/** All that the lexicon says of one term; a term may mean several things («اليوم» is today, and the day). */
export interface Word {
  /** `ambiguous`: also another word («آب», father) or a name («رجب»). */
  readonly month?: { readonly calendar: Calendar; readonly number: number; readonly ambiguous: boolean }
  readonly weekday?: number
  /** A weekday without its article: only after an ordinal, «أول ثلاثاء». */
  readonly bareWeekday?: number
  /** Days from publication. */
  readonly days?: number
  /** Makes the «اليوم» before it a day among others: «اليوم التالي». */
  readonly notToday?: true
  readonly unit?: {
    readonly unit: Unit | 'hour' | 'minute'
    readonly count: 1 | 2 | 'many'
    readonly definite: boolean
  }
  /** Periods from the present one: -1 last, 0 this, 1 next. */
  readonly step?: number
  /** «الأخيرة», last of a series: a modifier only beside a number. */
  readonly recent?: true
  readonly last?: true
  readonly demonstrative?: true
  readonly dayPart?: true
  readonly earlierOrLater?: true
  readonly part?: Part['part']
  readonly cut?: Fraction['cut']
  readonly season?: 21 | 22 | 23 | 24
  readonly feast?: { readonly calendar: Calendar; readonly month: number; readonly day: number; readonly days: number }
  /** The last two digits of its first year. */
  readonly decade?: number
  readonly number?: number
  /** «ونصف»: and a half. */
  readonly half?: true
  readonly ordinal?: number
  readonly relation?: Relation
  readonly approximator?: true
  readonly era?: Calendar
  readonly same?: true
  readonly guard?: Guard
  /** Happenings of this day and month are known by it: «هجمات 11 سبتمبر». */
  readonly namedDay?: { readonly month: number; readonly day: number }
  /** After a number it is what is counted. */
  readonly counted?: true
  readonly tense?: 'past' | 'future' | 'neither'
}

export interface Lexeme {
  readonly word: Word
  /** Whether a time expression can begin with it. */
  readonly opens: boolean
  /** The token after its last. */
  readonly last: number
  /** Folded characters of the particles attached before it. */
  readonly cut: number
  /** Whether و is attached. */
  readonly joined: boolean
}

type Entry = Omit<Lexeme, 'last' | 'opens'>

/** Terms with every particle that may be attached; what is a word of its own («وعد») is not taken apart. */
function buildEntries(): Map<string, Entry> {
  const plain = new Map<string, Entry>()
  const attached = new Map<string, Entry>()
  const add = (into: Map<string, Entry>, term: string, { word, cut, joined }: Entry) => {
    into.set(term, { word: { ...into.get(term)?.word, ...word }, cut, joined })
  }
  function put<E extends { term: string }>(
    section: readonly E[],
    particles: readonly string[],
    read: (entry: E) => Word,
  ) {
    for (const entry of section) {
      const word = read(entry)
      for (const spelling of spellings(entry.term)) {
        add(plain, spelling, { word, cut: 0, joined: false })
        for (const { form, ...front } of withParticles(spelling, particles)) add(attached, form, { word, ...front })
      }
    }
  }
  const months = (calendar: Calendar) => (entry: { month: number; ambiguous?: boolean }) => ({
    month: { calendar, number: entry.month, ambiguous: entry.ambiguous ?? false },
  })
  put(entries.gregorianMonths, PARTICLES, months('gregorian'))
  put(entries.hijriMonths, PARTICLES, months('hijri'))
  put(entries.weekdays, PARTICLES, ({ weekday }) => ({ weekday }))
  put(entries.bareWeekdays, [], ({ weekday }) => ({ bareWeekday: weekday }))
  put(entries.deictics, PARTICLES, ({ days }) => ({ days }))
  put(entries.notToday, [], () => ({ notToday: true }))
  put(entries.units, PARTICLES, ({ unit, count, definite = false }) => ({ unit: { unit, count, definite } as never }))
  put(entries.modifiers, CONJUNCTIONS, ({ step }) => ({ step }))
  put(entries.recent, [], () => ({ recent: true }))
  put(entries.last, PARTICLES, () => ({ last: true }))
  put(entries.demonstratives, PARTICLES, () => ({ demonstrative: true }))
  put(entries.dayParts, PARTICLES, () => ({ dayPart: true }))
  put(entries.earlierOrLater, PARTICLES, () => ({ earlierOrLater: true }))
  put(entries.parts, PARTICLES, ({ part }) => ({ part: part as Part['part'] }))
  put(entries.cuts, PARTICLES, ({ cut }) => ({ cut: cut as Fraction['cut'] }))
  put(entries.seasons, PARTICLES, ({ season }) => ({ season: season as 21 }))
  put(entries.feasts, PARTICLES, ({ term: _, calendar, ...feast }) => ({
    feast: { calendar: calendar as Calendar, ...feast },
  }))
  put(entries.decades, PARTICLES, ({ decade }) => ({ decade }))
  put(entries.numbers, PARTICLES, ({ number }) => ({ number }))
  put(entries.halves, [], () => ({ half: true }))
  put(entries.ordinals, PARTICLES, ({ ordinal }) => ({ ordinal }))
  put(entries.relations, CONJUNCTIONS, ({ relation }) => ({ relation: relation as Relation }))
  put(entries.approximators, PARTICLES, () => ({ approximator: true }))
  put(entries.eras, [], ({ calendar }) => ({ era: calendar as Calendar }))
  put(entries.same, [], () => ({ same: true }))
  put(entries.guards, PARTICLES, ({ guard }) => ({ guard: guard as Guard }))
  put(entries.namedDays, PARTICLES, ({ month, day }) => ({ namedDay: { month, day } }))
  put(entries.counted, [], () => ({ counted: true }))
  put(entries.past, CONJUNCTIONS, () => ({ tense: 'past' }))
  put(entries.future, CONJUNCTIONS, () => ({ tense: 'future' }))
  put(entries.notFuture, CONJUNCTIONS, () => ({ tense: 'neither' }))
  return new Map([...attached, ...plain])
}

/** Facets of words with which no expression begins: they follow, or stand around one. */
const FOLLOWERS = new Set<keyof Word>(
  'notToday step recent half era same guard namedDay counted tense approximator bareWeekday'.split(
    ' ',
  ) as (keyof Word)[],
)

const opens = (word: Word) => (Object.keys(word) as (keyof Word)[]).some(facet => !FOLLOWERS.has(facet))

const terms = lexicon<Omit<Lexeme, 'last'>>(
  [...buildEntries()].map(([form, entry]) => [form, { ...entry, opens: opens(entry.word) }]),
)

/** Whether a form is an imperfect behind the particle of the future: «سيعقد», «وستلتقي». */
function isFuture(form: string): boolean {
  const at = form.startsWith('و') || form.startsWith('ف') ? 1 : 0
  return form[at] === 'س' && 'يتن'.includes(form[at + 1] ?? '-') && form.length >= at + 5
}

const FUTURE: Word = { tense: 'future' }

/** A passage with what the lexicon says of each of its tokens. */
export interface Scan {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** For each token, the longest term that begins there. */
  readonly lexemes: readonly (Lexeme | null)[]
}

export function scan(passage: Passage): Scan {
  const { tokens } = passage
  const lexemes = tokens.map(({ kind, form }, at) => {
    if (kind !== 'word') return null
    const hit = terms.find(tokens, at)
    if (hit) {
      const { word, opens, cut, joined } = hit.value
      return { word, opens, cut, joined, last: at + hit.length }
    }
    return isFuture(form) ? { word: FUTURE, opens: false, last: at + 1, cut: 0, joined: false } : null
  })
  return { passage, tokens, lexemes }
}

/** Where a token begins in the text without the particles attached to it. */
export function startOf({ passage, tokens, lexemes }: Scan, at: number): number {
  return withoutFront(passage.text, tokens[at] as Token, lexemes[at]?.cut ?? 0).start
}

export const wordAt = ({ lexemes }: Scan, at: number): Word | undefined => lexemes[at]?.word
export const formAt = ({ tokens }: Scan, at: number): string | undefined => tokens[at]?.form

/** The token after the term that begins at `at`. */
export const lastOf = ({ lexemes }: Scan, at: number): number => lexemes[at]?.last ?? at + 1

/** Something read from the tokens; `last` is the token after it. */
export interface Read<T> {
  readonly value: T
  readonly last: number
}
