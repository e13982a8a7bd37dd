/** The fields of an article that spans point into, cut and counted the way rows need them. */
import type { Article, Span, SpanField } from '../types.ts'
import { codePointOffsets } from './code-points.ts'

/** The offsets of a span of null are null. */
export type Offsets = readonly [start: number, end: number]
export type OptionalOffsets = Offsets | readonly [null, null]

export interface ArticleText {
  /** The text that a span in code units covers. */
  cut(span: Span, field: SpanField): string
  /** The same span in code points. */
  offsets(span: Span, field: SpanField): Offsets
  offsetsOrNull(span: Span | null, field: SpanField): OptionalOffsets
}

/** Prepares title and body of an article once, for all of its rows. */
export function articleText({ title, body }: Article): ArticleText {
  const texts: Record<SpanField, string> = { title: title ?? '', body }
  const counts = { title: codePointOffsets(texts.title), body: codePointOffsets(texts.body) }
  const offsets = ({ start, end }: Span, field: SpanField): Offsets => [counts[field](start), counts[field](end)]
  return {
    cut: ({ start, end }, field) => texts[field].slice(start, end),
    offsets,
    offsetsOrNull: (span, field) => (span === null ? [null, null] : offsets(span, field)),
  }
}
