/** A language pack: all that extraction knows of one language. The engine names none. */
import type { DateGrammar } from './dates/grammar.ts'
import type { EventGrammar } from './events/grammar.ts'
import type { MentionGrammar } from './mentions/mention.ts'
import type { QuoteGrammar } from './quotes/grammar.ts'
import type { Orthography } from './text/passage.ts'

export interface LanguagePack {
  /** BCP 47 tag of the language. */
  readonly language: string
  readonly orthography: Orthography
  readonly dates: DateGrammar
  readonly mentions: MentionGrammar
  readonly quotes: QuoteGrammar
  /** Null: events are not attempted in this language. */
  readonly events: EventGrammar | null
}
