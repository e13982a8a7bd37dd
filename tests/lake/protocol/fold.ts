/** What a lake must show, worked out in a few lines from the readings that it got, whatever their order. */
import type { ArticleRow, QuoteRow } from '../../../schemas/index.ts'
import type { ObjectReading } from '../../../src/lake/reading.ts'

export interface Shown {
  /** `source_key → outcome` */
  readonly documents: Readonly<Record<string, string>>
  /** `article_id → body`, of those that are there. */
  readonly articles: Readonly<Record<string, string>>
  /** `article_id → texts of its quotes`, in their order. */
  readonly quotes: Readonly<Record<string, readonly string[]>>
}

/** The order of states: revision, rules, reading. */
export function isNewer(a: ObjectReading, b: ObjectReading): boolean {
  const keys = ({ document, id }: ObjectReading) =>
    [document.revision, String(document.pipeline_version).padStart(9, '0'), id].join('\0')
  return keys(a) > keys(b)
}

/** The newest reading of each object shows itself; of two objects with one article, the newer. */
export function fold(readings: readonly ObjectReading[], takenDown: ReadonlySet<string>): Shown {
  const newest = new Map<string, ObjectReading>()
  for (const reading of readings) {
    const { source_key } = reading.document
    const other = newest.get(source_key)
    if (!other || isNewer(reading, other)) newest.set(source_key, reading)
  }
  const holders = new Map<string, ObjectReading>()
  for (const reading of newest.values()) {
    for (const { article_id } of reading.rows.articles as readonly ArticleRow[]) {
      const other = holders.get(article_id)
      if (!takenDown.has(article_id) && (!other || isNewer(reading, other))) holders.set(article_id, reading)
    }
  }
  const bodies = [...holders].map(([id, { rows }]) => {
    const article = (rows.articles as readonly ArticleRow[]).find(({ article_id }) => article_id === id)
    return [id, article?.body ?? '']
  })
  const quotes = [...holders].map(([id, { rows }]) => [
    id,
    (rows.quotes as readonly QuoteRow[])
      .filter(({ article_id }) => article_id === id)
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(({ text }) => text),
  ])
  return {
    documents: Object.fromEntries([...newest].map(([key, { document }]) => [key, document.outcome])),
    articles: Object.fromEntries(bodies),
    quotes: Object.fromEntries(quotes),
  }
}
