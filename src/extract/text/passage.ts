/** A passage: one field of an article, cut into tokens, sentences and lines. What every finder reads. */
import type { Block, SpanField } from '../../types.ts'
import { type FoldCharacter, fold } from './fold.ts'
import { type Token, tokenize } from './tokens.ts'

/** A range of tokens of a passage; `last` is exclusive. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

export interface Sentence extends TokenRange {
  /** Index of the line in which it stands. */
  readonly line: number
}

/** A line of the passage: the title, a heading or a paragraph. */
export interface Line extends TokenRange {
  readonly kind: 'title' | Block['kind']
}

export interface Passage {
  readonly field: SpanField
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly lines: readonly Line[]
  /** For each token, the index of its sentence. */
  readonly sentenceOf: Int32Array
}

/** What a language must say for its text to be cut. */
export interface Orthography {
  readonly foldCharacter: FoldCharacter
  /** Marks that end a sentence. */
  readonly sentenceEnds: ReadonlySet<string>
  /** Folded words after which a full stop ends no sentence: titles, initials. */
  readonly abbreviations: ReadonlySet<string>
}

/** Marks that belong to the sentence they follow: closing quotation marks and brackets. */
const CLOSERS = new Set(['"', '”', '“', '»', '›', '’', ')', ']', '.', '…', '!', '?', '؟'])

/** No sentence begins with them: «سأل "متى؟"، ومضى». */
const COMMAS = new Set(['،', ',', '؛', ';'])

/** Cuts one field into a passage. Lines end sentences; a full stop inside quotation marks ends one too. */
export function readPassage(
  field: SpanField,
  text: string,
  lines: readonly { readonly start: number; readonly end: number; readonly kind: Line['kind'] }[],
  orthography: Orthography,
): Passage {
  const tokens = tokenize(fold(text, orthography.foldCharacter))
  const sentences: Sentence[] = []
  const ranges: Line[] = []
  let at = 0
  lines.forEach((line, index) => {
    while (at < tokens.length && (tokens[at] as Token).start < line.start) at++
    const first = at
    let begin = at
    while (at < tokens.length && (tokens[at] as Token).start < line.end) {
      if (endsSentence(tokens, at, orthography)) {
        while (at + 1 < tokens.length && follows(tokens[at + 1] as Token, line.end)) at++
        if (!COMMAS.has(tokens[at + 1]?.form ?? '')) {
          sentences.push({ first: begin, last: at + 1, line: index })
          begin = at + 1
        }
      }
      at++
    }
    if (begin < at) sentences.push({ first: begin, last: at, line: index })
    ranges.push({ kind: line.kind, first, last: at })
  })
  const sentenceOf = new Int32Array(tokens.length)
  sentences.forEach(({ first, last }, index) => {
    sentenceOf.fill(index, first, last)
  })
  return { field, text, tokens, sentences, lines: ranges, sentenceOf }
}

const follows = (token: Token, lineEnd: number) => token.start < lineEnd && !token.spaced && CLOSERS.has(token.form)

function endsSentence(tokens: readonly Token[], at: number, { sentenceEnds, abbreviations }: Orthography): boolean {
  const token = tokens[at] as Token
  if (!sentenceEnds.has(token.form)) return false
  if (token.form !== '.') return true
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (after && !after.spaced && after.kind !== 'mark' && !startsAfresh(before, after)) return false
  return !(before?.kind === 'word' && abbreviations.has(before.form))
}

const hasCase = (form: string): boolean => form.toLowerCase() !== form.toUpperCase()

/** A full stop without a space after it ends a sentence between words of a script without capitals: «القمح.وقال الوزير». */
function startsAfresh(before: Token | undefined, after: Token): boolean {
  return [before, after].every(token => token?.kind === 'word' && token.form.length > 2 && !hasCase(token.form))
}

/** The text that a range of tokens covers, as a span of the original. */
export function spanOf({ tokens }: Passage, { first, last }: TokenRange): { start: number; end: number } {
  return { start: (tokens[first] as Token).start, end: (tokens[last - 1] as Token).end }
}
