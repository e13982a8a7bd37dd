/** Calibration: of the quotes that say they are this sure, how many are right. */
import { match, QUOTE_LEAST, type Scored, speakerScore } from './measures.ts'

export interface Bin {
  readonly from: number
  readonly to: number
  readonly rows: number
  /** Mean of what the rows say of themselves. */
  readonly stated: number
  /** Share that is right: text and speaker agree with the annotation. */
  readonly right: number
}

const EDGES = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0000001]

/** Bins of stated confidence; rows that match an optional annotation count neither way. */
export function reliability(scored: readonly Scored[]): readonly Bin[] {
  const judged = scored.flatMap(({ article, rows }) => {
    const { goldOf } = match(article.quotes, rows.quotes, speakerScore, QUOTE_LEAST)
    return rows.quotes.flatMap((row, j) => {
      const matched = goldOf.get(j)
      if (matched !== undefined) {
        return article.quotes[matched]?.optional ? [] : [{ confidence: row.confidence, right: true }]
      }
      const nearOptional = article.quotes.some(gold => gold.optional && speakerScore(gold, row) >= QUOTE_LEAST)
      return nearOptional ? [] : [{ confidence: row.confidence, right: false }]
    })
  })
  return EDGES.slice(0, -1).flatMap((from, i) => {
    const to = EDGES[i + 1] as number
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    if (inside.length === 0) return []
    return {
      from,
      to: Math.min(to, 1),
      rows: inside.length,
      stated: inside.reduce((total, { confidence }) => total + confidence, 0) / inside.length,
      right: inside.filter(({ right }) => right).length / inside.length,
    }
  })
}
