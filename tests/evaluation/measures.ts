/** The measures: rows against annotation, matched one to one, best overlap first. */
import type { ArticleRows } from '../../src/tables/rows.ts'
import type { AnnotatedArticle, GoldEvent, GoldQuote, GoldTime } from './annotated.ts'
import { overlap, sameName, together } from './words.ts'

type QuoteRow = ArticleRows['quotes'][number]
type EventRow = ArticleRows['events'][number]
type TimeRow = ArticleRows['times'][number]

/** The rows of one annotated article, from however many articles the pipeline found in it. */
export interface Predicted {
  readonly quotes: readonly QuoteRow[]
  readonly events: readonly EventRow[]
  readonly times: readonly TimeRow[]
}

export interface Scored {
  readonly article: AnnotatedArticle
  readonly rows: Predicted
}

export interface Counts {
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

export interface Measure {
  readonly name: string
  /** Counts of one article; rows may be narrowed to a part of them. */
  readonly count: (scored: Scored) => Counts
}

/** A pairing of annotation and rows by their places in the two lists. */
export interface Matching {
  readonly rowOf: ReadonlyMap<number, number>
  readonly goldOf: ReadonlyMap<number, number>
}

/** Matches greedily, best score first; pairs below `least` do not match. */
export function match<G, R>(
  gold: readonly G[],
  rows: readonly R[],
  score: (gold: G, row: R) => number,
  least: number,
): Matching {
  const pairs = gold.flatMap((g, i) =>
    rows.flatMap((r, j) => {
      const value = score(g, r)
      return value >= least ? [{ value, i, j }] : []
    }),
  )
  pairs.sort((a, b) => b.value - a.value)
  const rowOf = new Map<number, number>()
  const goldOf = new Map<number, number>()
  for (const { i, j } of pairs) {
    if (rowOf.has(i) || goldOf.has(j)) continue
    rowOf.set(i, j)
    goldOf.set(j, i)
  }
  return { rowOf, goldOf }
}

/** An optional annotation is never missed, and a row that matches one is neither right nor wrong. */
function count<G extends { readonly optional: boolean }, R>(
  gold: readonly G[],
  rows: readonly R[],
  score: (gold: G, row: R) => number,
  least: number,
): Counts {
  const { rowOf, goldOf } = match(gold, rows, score, least)
  const right = [...rowOf.keys()].filter(i => !gold[i]?.optional).length
  const missed = gold.filter(({ optional }, i) => !optional && !rowOf.has(i)).length
  const wrong = rows.filter((row, j) => !goldOf.has(j) && !gold.some(g => g.optional && score(g, row) >= least)).length
  return { right, wrong, missed }
}

export const quoteScore = (gold: GoldQuote, row: QuoteRow): number => overlap(gold.text, row.text)
export const speakerScore = (gold: GoldQuote, row: QuoteRow): number =>
  sameName(gold.speaker, row.speaker) ? overlap(gold.text, row.text) : 0
const eventScore = (gold: GoldEvent, row: EventRow) =>
  gold.type === row.type && together(gold.sentence, row.sentence) ? 0.1 + overlap(gold.trigger, row.trigger) : 0
const timeScore = (gold: GoldTime, row: TimeRow) =>
  together(gold.sentence, row.sentence) ? overlap(gold.text, row.text) : 0
const valueScore = (gold: GoldTime, row: TimeRow) => (gold.value === row.value ? timeScore(gold, row) : 0)

export const QUOTE_LEAST = 0.6

export const measures: readonly Measure[] = [
  { name: 'quotes', count: ({ article, rows }) => count(article.quotes, rows.quotes, quoteScore, QUOTE_LEAST) },
  { name: 'quotes, exact', count: ({ article, rows }) => count(article.quotes, rows.quotes, quoteScore, 0.9) },
  {
    name: 'quotes with speaker',
    count: ({ article, rows }) => count(article.quotes, rows.quotes, speakerScore, QUOTE_LEAST),
  },
  {
    name: 'events, type and trigger',
    count: ({ article, rows }) => count(article.events, rows.events, eventScore, 0.01),
  },
  { name: 'time expressions, value', count: ({ article, rows }) => count(article.times, rows.times, valueScore, 0.5) },
  { name: 'time expressions, extent', count: ({ article, rows }) => count(article.times, rows.times, timeScore, 0.5) },
]

export interface Accuracy {
  readonly name: string
  /** Of how many matched rows a column is right. */
  readonly count: (scored: Scored) => { readonly right: number; readonly of: number }
}

const among = (tests: readonly boolean[]) => ({ right: tests.filter(Boolean).length, of: tests.length })

const quotePairs = ({ article, rows }: Scored) =>
  [...match(article.quotes, rows.quotes, quoteScore, QUOTE_LEAST).rowOf].map(
    ([i, j]) => [article.quotes[i] as GoldQuote, rows.quotes[j] as QuoteRow] as const,
  )
const eventPairs = ({ article, rows }: Scored) =>
  [...match(article.events, rows.events, eventScore, 0.01).rowOf].map(
    ([i, j]) => [article.events[i] as GoldEvent, rows.events[j] as EventRow] as const,
  )

export const accuracies: readonly Accuracy[] = [
  {
    name: 'speaker',
    count: scored => among(quotePairs(scored).map(([gold, row]) => sameName(gold.speaker, row.speaker))),
  },
  { name: 'kind of quote', count: scored => among(quotePairs(scored).map(([gold, row]) => gold.kind === row.kind)) },
  {
    name: 'date of event',
    count: scored =>
      among(eventPairs(scored).flatMap(([gold, row]) => (gold.date === null ? [] : [gold.date === row.occurred_on]))),
  },
  {
    name: 'status of event',
    count: scored => among(eventPairs(scored).map(([gold, row]) => gold.status === row.status)),
  },
  {
    name: 'party of event',
    count: scored =>
      among(
        eventPairs(scored).flatMap(([gold, row]) =>
          gold.parties.map(party => row.actors.some(({ name }) => sameName(party, name))),
        ),
      ),
  },
]
