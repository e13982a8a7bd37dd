/** What a language is told by. */
import type { PageGrammar } from './grammar.ts'

export interface LanguageSigns {
  /** BCP 47 tag. */
  readonly language: string
  readonly script: RegExp
  readonly common: ReadonlySet<string>
  /** The commonest words of each language in the same script that has no pack. */
  readonly neighbours: readonly ReadonlySet<string>[]
  /** Letters of the script that only other languages use; null when there are none. */
  readonly foreign: RegExp | null
}

export function languageSigns({ language, script, words }: PageGrammar): LanguageSigns {
  return {
    language,
    script: new RegExp(`\\p{Script=${script}}`, 'u'),
    common: new Set(words.stopWords),
    neighbours: Object.values(words.neighbours).map(list => new Set(list)),
    foreign: words.foreignLetters === '' ? null : new RegExp(`[${words.foreignLetters}]`, 'gu'),
  }
}
