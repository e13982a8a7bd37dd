/** What must hold in every lake and release: rows prove themselves. */
import { rowsOf, type Warehouse } from './warehouse.ts'

interface SpanColumns {
  readonly table: 'quotes' | 'events'
  /** The column that holds the text, and those that say where it stands. */
  readonly text: string
  readonly start: string
  readonly end: string
}

const spans: readonly SpanColumns[] = [
  { table: 'quotes', text: 'text', start: 'text_start', end: 'text_end' },
  { table: 'quotes', text: 'cue', start: 'cue_start', end: 'cue_end' },
  { table: 'quotes', text: 'speaker_mention', start: 'mention_start', end: 'mention_end' },
  { table: 'events', text: 'trigger', start: 'trigger_start', end: 'trigger_end' },
  { table: 'events', text: 'sentence', start: 'sentence_start', end: 'sentence_end' },
]

/**
 * One query, for DuckDB and Athena: of every kind of span, how many there are and how many do not cut their own text out of
 * the article. A row without its article counts as a violation. Offsets count code points, as `substr` does.
 */
export const spanQuery = `WITH spans AS (
${spans
  .map(
    ({ table, text, start, end }) =>
      `  SELECT '${table}.${text}' AS span, article_id, span_field, ${text} AS said, ${start} AS first, ${end} AS past FROM ${table} WHERE ${text} IS NOT NULL OR ${start} IS NOT NULL OR ${end} IS NOT NULL`,
  )
  .join('\n  UNION ALL\n')}
)
SELECT s.span, count(*) AS checked,
  count(CASE WHEN s.said = substr(CASE s.span_field WHEN 'title' THEN a.title ELSE a.body END, s.first + 1, s.past - s.first) THEN NULL ELSE 1 END) AS violations
FROM spans AS s
LEFT JOIN articles AS a ON a.article_id = s.article_id
GROUP BY s.span
ORDER BY s.span`

export interface SpanCheck {
  /** `<table>.<column>` */
  readonly span: string
  readonly checked: number
  readonly violations: number
}

/** Checks every span of a lake. */
export async function checkSpans(warehouse: Warehouse): Promise<readonly SpanCheck[]> {
  const rows = await rowsOf(warehouse, spanQuery)
  return rows.map(({ span, checked, violations }) => ({
    span: String(span),
    checked: Number(checked),
    violations: Number(violations),
  }))
}
