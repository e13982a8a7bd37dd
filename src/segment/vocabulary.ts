/** The page words of all languages in one, ready for look-up: a page tells its language only after it has been read. */
import { fold } from '../extract/text/fold.ts'
import { type Lexicon, lexicon } from '../extract/text/lexicon.ts'
import { type Token, tokenize } from '../extract/text/tokens.ts'
import { type Label, labels, type PageGrammar, type PageWords, type Phrases } from './grammar.ts'
import { type LanguageSigns, languageSigns } from './language-signs.ts'

/** Keys of `PageWords` that are plain lists of words. */
type ListKey = {
  [K in keyof PageWords]: PageWords[K] extends readonly string[] ? K : never
}[keyof PageWords]

export interface Vocabulary {
  readonly languages: readonly LanguageSigns[]
  /** Cuts a text into tokens, folded as all languages fold. */
  readonly read: (text: string) => readonly Token[]
  /** Labels by the way in which their phrases stand in a line. */
  readonly phrases: Readonly<Record<keyof Phrases, Lexicon<ReadonlySet<Label>>>>
  /** Whether the words that begin at `at` are a term of a list; the number of words, 0 if not. */
  readonly listed: (list: ListKey, words: readonly Pick<Token, 'form'>[], at: number) => number
  readonly agencies: Lexicon<string>
  /** Finds where words begin that may be a credit; whether they are, their tokens tell. */
  readonly creditStart: RegExp
  readonly commentCounts: Lexicon<number>
  /** Folded words for «and» that are written together with the next word. */
  readonly joiners: readonly string[]
}

/** Tells emoji from text; would be read as a word of its own. */
const VARIATION_SELECTOR = /^[\uFE00-\uFE0F]$/u

/** Brings grammars together. Do it once; the result serves every page. */
export function vocabularyOf(grammars: readonly PageGrammar[]): Vocabulary {
  const foldCharacter = (character: string) =>
    VARIATION_SELECTOR.test(character) ? '' : grammars.reduce((text, grammar) => grammar.foldCharacter(text), character)
  const read = (text: string) => tokenize(fold(text, foldCharacter))
  const terms = (grammar: PageGrammar, phrase: string) =>
    grammar.spellings(phrase).map(spelling =>
      wordsOf(read(spelling))
        .map(({ form }) => form)
        .join(' '),
    )
  const lists = new Map<string, Lexicon<true>>()
  const listOf = (list: ListKey) => {
    const found = lists.get(list)
    if (found) return found
    const made = lexicon(
      grammars.flatMap(grammar =>
        grammar.words[list].flatMap(phrase => terms(grammar, phrase).map(term => [term, true] as const)),
      ),
    )
    lists.set(list, made)
    return made
  }
  return {
    languages: grammars.map(languageSigns),
    read,
    phrases: {
      is: labelled(grammars, 'is', terms),
      opens: labelled(grammars, 'opens', terms),
      has: labelled(grammars, 'has', terms),
    },
    listed: (list, words, at) => listOf(list).find(words, at)?.length ?? 0,
    agencies: lexicon(
      grammars.flatMap(grammar =>
        grammar.words.agencies.flatMap(([name = '', ...forms]) =>
          forms.flatMap(form => terms(grammar, form).map(term => [term, name] as const)),
        ),
      ),
    ),
    commentCounts: lexicon(
      grammars.flatMap(grammar =>
        Object.entries(grammar.words.commentCounts).flatMap(([phrase, count]) =>
          terms(grammar, phrase).map(term => [term, count] as const),
        ),
      ),
    ),
    creditStart: startOf(grammars.flatMap(({ words }) => words.creditCues)),
    joiners: grammars.flatMap(grammar => grammar.words.nameJoiners.flatMap(joiner => terms(grammar, joiner))),
  }
}

/** Letters by which the beginning of a phrase is found in an unfolded text, cheaply. */
const START_LETTERS = 2

function startOf(phrases: readonly string[]): RegExp {
  const starts = new Set(phrases.map(phrase => phrase.slice(0, START_LETTERS)))
  return new RegExp(`(?<!\\p{L})(?:${[...starts].join('|')})`, 'giu')
}

function labelled(
  grammars: readonly PageGrammar[],
  place: keyof Phrases,
  terms: (grammar: PageGrammar, phrase: string) => readonly string[],
): Lexicon<ReadonlySet<Label>> {
  const found = new Map<string, Set<Label>>()
  for (const grammar of grammars) {
    for (const label of labels) {
      for (const phrase of grammar.words.labels[label][place] ?? []) {
        for (const term of terms(grammar, phrase)) {
          const set = found.get(term)
          if (set) set.add(label)
          else found.set(term, new Set([label]))
        }
      }
    }
  }
  return lexicon(found)
}

/** The words among tokens: marks and numbers left out. */
export const wordsOf = (tokens: readonly Token[]): readonly Token[] => tokens.filter(({ kind }) => kind === 'word')
