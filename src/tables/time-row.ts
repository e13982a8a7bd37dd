import type { SpanField, TimeExpression } from '../types.ts'
import type { ArticleText } from './article-text.ts'

/** A time expression as `presslake extract` prints it; offsets count code points. */
export interface TimeRow {
  readonly text: string
  readonly span_field: SpanField
  readonly start: number
  readonly end: number
  readonly sentence: string
  /** EDTF. */
  readonly value: string
  readonly basis: 'stated' | 'inferred'
  readonly rule_id: string
}

export function timeRow(time: TimeExpression, text: ArticleText): TimeRow {
  const [start, end] = text.offsets(time, time.field)
  return {
    text: text.cut(time, time.field),
    span_field: time.field,
    start,
    end,
    sentence: text.cut(time.sentence, time.field),
    value: time.value.edtf,
    basis: time.basis,
    rule_id: time.ruleId,
  }
}
