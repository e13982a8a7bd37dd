/** The words of Arabic time expressions, looked up once for each token of a passage. */
import type { Calendar, Direction, Part, Unit } from '../../extract/dates/time.ts'
import { lexicon } from '../../extract/text/lexicon.ts'
import type { Passage } from '../../extract/text/passage.ts'
import type { Token } from '../../extract/text/tokens.ts'
import { foldCharacter, spellings } from './orthography.ts'
import entries from './words/dates.json' with { type: 'json' }

export type Relation = 'ago' | 'since' | 'after' | 'during' | 'between' | 'from' | 'to' | 'in' | 'and' | 'equals'
export type Guard = 'name' | 'age' | 'repeated' | 'worship' | 'clock' | 'outlet' | 'office'

/** All that the lexicon says of one term; a term may mean several things («اليوم» is today, and a day). */
export interface Word {
  readonly month?: { readonly calendar: Calendar; readonly number: number; readonly guarded: boolean }
  readonly weekday?: number
  /** Days from today. */
  readonly days?: number
  /** Makes the «اليوم» before it a day among others: «اليوم التالي». */
  readonly notToday?: true
  readonly unit?: {
    readonly unit: Unit | 'hour' | 'minute'
    readonly count: 1 | 2 | 'many'
    readonly definite: boolean
  }
  readonly direction?: Direction
  readonly last?: true
  readonly demonstrative?: true
  readonly dayPart?: true
  readonly earlierOrLater?: true
  readonly part?: Part['part']
  readonly cut?: 'week' | 'half' | 'third' | 'quarter' | 'ten days' | 'day'
  readonly season?: 21 | 22 | 23 | 24
  readonly feast?: { readonly calendar: Calendar; readonly month: number; readonly day: number; readonly days: number }
  /** Last two digits of its first year. */
  readonly decade?: number
  readonly number?: number
  readonly ordinal?: number
  readonly relation?: Relation
  readonly approximator?: true
  readonly era?: Calendar
  readonly same?: true
  readonly guard?: Guard
  readonly tense?: 'past' | 'future' | 'neither'
}

export interface Lexeme {
  readonly word: Word
  /** The token after its last. */
  readonly last: number
  /** Folded characters of an attached particle before it. */
  readonly cut: number
  /** Whether و is attached. */
  readonly joined: boolean
}

interface Entry {
  readonly word: Word
  readonly cut: number
  readonly joined: boolean
}

/** What may be written together with a word before it: conjunctions alone, or prepositions too. */
const CONJUNCTIONS = ['و', 'ف']
const PARTICLES = [...CONJUNCTIONS, 'ب', 'ل', 'ك', 'وب', 'ول', 'فب', 'فل']

const found = lexicon(buildEntries())

function buildEntries(): Map<string, Entry> {
  const plain = new Map<string, Entry>()
  const attached = new Map<string, Entry>()
  const add = (into: Map<string, Entry>, term: string, { word, cut, joined }: Entry) => {
    into.set(term, { word: { ...into.get(term)?.word, ...word }, cut, joined })
  }
  const put = (
    terms: readonly { readonly term: string }[],
    particles: readonly string[],
    wordOf: (at: number) => Word,
  ) => {
    terms.forEach(({ term }, at) => {
      const word = wordOf(at)
      for (const spelling of spellings(term)) {
        add(plain, spelling, { word, cut: 0, joined: false })
        for (const particle of particles) {
          const toArticle = particle.endsWith('ل') && spelling.startsWith('ال')
          const written = toArticle ? `${particle}ل${spelling.slice(2)}` : particle + spelling
          const cut = toArticle ? particle.length - 1 : particle.length
          add(attached, written, { word, cut, joined: particle.startsWith('و') })
        }
      }
    })
  }
  const w = entries
  put(w.gregorianMonths, PARTICLES, at => ({ month: monthOf('gregorian', w.gregorianMonths[at]) }))
  put(w.hijriMonths, PARTICLES, at => ({ month: monthOf('hijri', w.hijriMonths[at]) }))
  put(w.weekdays, PARTICLES, at => ({ weekday: w.weekdays[at]?.weekday as number }))
  put(w.deictics, PARTICLES, at => ({ days: w.deictics[at]?.days as number }))
  put(w.notToday, [], () => ({ notToday: true }))
  put(w.units, PARTICLES, at => ({ unit: unitOf(w.units[at]) }))
  put(w.modifiers, CONJUNCTIONS, at => ({ direction: w.modifiers[at]?.direction as Direction }))
  put(w.last, [], () => ({ last: true }))
  put(w.demonstratives, PARTICLES, () => ({ demonstrative: true }))
  put(w.dayParts, PARTICLES, () => ({ dayPart: true }))
  put(w.earlierOrLater, PARTICLES, () => ({ earlierOrLater: true }))
  put(w.parts, PARTICLES, at => ({ part: w.parts[at]?.part as Part['part'] }))
  put(w.cuts, PARTICLES, at => ({ cut: w.cuts[at]?.cut as NonNullable<Word['cut']> }))
  put(w.seasons, PARTICLES, at => ({ season: w.seasons[at]?.season as 21 }))
  put(w.feasts, PARTICLES, at => ({ feast: w.feasts[at] as NonNullable<Word['feast']> }))
  put(w.decades, PARTICLES, at => ({ decade: w.decades[at]?.decade as number }))
  put(w.numbers, PARTICLES, at => ({ number: w.numbers[at]?.number as number }))
  put(w.ordinals, PARTICLES, at => ({ ordinal: w.ordinals[at]?.ordinal as number }))
  put(w.relations, CONJUNCTIONS, at => ({ relation: w.relations[at]?.relation as Relation }))
  put(w.approximators, CONJUNCTIONS, () => ({ approximator: true }))
  put(w.eras, [], at => ({ era: w.eras[at]?.calendar as Calendar }))
  put(w.same, [], () => ({ same: true }))
  put(w.guards, PARTICLES, at => ({ guard: w.guards[at]?.guard as Guard }))
  put(w.past, CONJUNCTIONS, () => ({ tense: 'past' }))
  put(w.future, CONJUNCTIONS, () => ({ tense: 'future' }))
  put(w.notFuture, CONJUNCTIONS, () => ({ tense: 'neither' }))
  return new Map([...attached, ...plain])
}

function monthOf(calendar: Calendar, entry: { month: number; guarded?: boolean } | undefined) {
  return { calendar, number: entry?.month as number, guarded: entry?.guarded ?? false }
}

function unitOf(entry: { unit: string; count: number | string; definite?: boolean } | undefined) {
  return { unit: entry?.unit, count: entry?.count, definite: entry?.definite ?? false } as NonNullable<Word['unit']>
}

const FUTURE_PREFIX = /^[وف]?س[يتنا]\p{L}{3,}$/u

/** A passage with what the lexicon says of each of its tokens. */
export interface Scan {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** For each token, the longest term that begins there. */
  readonly lexemes: readonly (Lexeme | null)[]
}

export function scan(passage: Passage): Scan {
  const { tokens } = passage
  const lexemes = tokens.map((token, at) => {
    if (token.kind !== 'word') return null
    const hit = found.find(tokens, at)
    if (hit) return { ...hit.value, last: at + hit.length }
    if (FUTURE_PREFIX.test(token.form)) return { word: FUTURE, last: at + 1, cut: 0, joined: false }
    return null
  })
  return { passage, tokens, lexemes }
}

const FUTURE: Word = { tense: 'future' }

/** Where a token begins in the text without the particles attached to it. */
export function startOf({ passage, tokens, lexemes }: Scan, at: number): number {
  const { start } = tokens[at] as Token
  let cut = lexemes[at]?.cut ?? 0
  if (cut === 0) return start
  let offset = start
  for (const character of passage.text.slice(start, tokens[at]?.end)) {
    const kept = foldCharacter(character) !== ''
    if (cut === 0 && kept) break
    if (kept) cut--
    offset += character.length
  }
  return offset
}
