/** What is kept of mentions and of the parties behind them while an article is read. */
import type { Mention } from './mention.ts'

/** A mention in the order of reading. */
export interface Placed {
  readonly mention: Mention
  /** Number of its sentence, counted over the whole article. */
  readonly sentence: number
  /** Stands in the title, which is read last and knows everybody. */
  readonly title: boolean
}

/** One person, body, group or source behind one or more mentions. */
export interface PartyRecord {
  readonly kind: 'person' | 'body' | 'other'
  readonly mentions: Mention[]
  /** Position of its first mention by name, in the order of reading. */
  first: number
}
