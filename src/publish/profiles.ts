/** What a release has of each table: a profile leaves columns out, shortens them or puts others in their place. */
import { optional, string } from '../../schemas/column.ts'
import { type Columns, type Table, type TableName, tables } from '../../schemas/index.ts'
import type { ReleaseProfile } from '../lake/keys.ts'
import type { ResultRow } from '../lake/warehouse.ts'
import type { Pseudonym } from './pseudonym.ts'

/** One table of a release, and how its rows come from the lake's. */
export interface ReleasedTable {
  readonly table: Table
  /** What `row` reads: columns of the lake's table, or of its article where it says `a.`. */
  readonly reads: readonly string[]
  /** A row of the lake → a row of the release. */
  readonly row: (row: ResultRow, pseudonym: Pseudonym) => ResultRow
}

/** Unicode code points of a quotation that the open profile gives. */
export const MOST_QUOTED = 300

/**
 * Which state of which copy of the lake was read says nothing about the documents, and would make two releases of the
 * same documents differ; what was deleted is not there.
 */
const bookkeeping = {
  documents: ['source_version', 'revision'],
  articles: ['revision', 'deleted_because'],
  quotes: ['revision'],
  events: ['revision'],
  comments: ['revision'],
} as const satisfies Record<TableName, readonly string[]>

/** The tables of a release, in the order in which a reader meets them. */
export function releasedTables(profile: ReleaseProfile): Readonly<Record<TableName, ReleasedTable>> {
  const full = {
    documents: without(tables.documents, bookkeeping.documents),
    articles: without(tables.articles, bookkeeping.articles),
    quotes: without(tables.quotes, bookkeeping.quotes),
    events: without(tables.events, bookkeeping.events),
    comments: without(tables.comments, bookkeeping.comments),
  }
  if (profile === 'full') return mapValues(full, asIs)
  return {
    documents: asIs(full.documents),
    articles: asIs(without(full.articles, ['body', 'subtitle'])),
    quotes: { ...asIs(openQuotes(full.quotes)), row: row => ({ ...row, text: quoted(row) }) },
    // A sentence for every event would be most of the text.
    events: asIs(without(full.events, ['sentence'])),
    comments: {
      table: openComments(full.comments),
      reads: [...Object.keys(without(full.comments, ['text']).columns), 'a.site_name'],
      row: ({ author, site_name, ...row }, pseudonym) => ({
        ...row,
        author_pseudonym: typeof author === 'string' ? pseudonym(String(site_name ?? ''), author) : null,
      }),
    },
  }
}

const asIs = (table: Table): ReleasedTable => ({ table, reads: Object.keys(table.columns), row: row => row })

function openQuotes(table: Table): Table {
  const text = optional(
    string,
    `The reported words, cut after ${MOST_QUOTED} code points; text_end - text_start is their whole length`,
    'no source is named, so that it cannot be quoted with one',
    'المياه ستكون أرخص بالثلث',
  )
  return { ...table, columns: { ...table.columns, text } }
}

function quoted({ text, speaker, via }: ResultRow): string | null {
  if (typeof text !== 'string' || (speaker === null && via === null)) return null
  return text.length <= MOST_QUOTED ? text : Array.from(text).slice(0, MOST_QUOTED).join('')
}

function openComments(table: Table): Table {
  const author_pseudonym = optional(
    string,
    'Stands for the author: one for each name and outlet within this release, and another in every release',
    'no name is shown',
    'p_1d3e5f7a9b2c4d6e1d3e5f7a9b2c4d6e',
  )
  const columns = Object.entries(without(table, ['text']).columns).map(([name, column]) =>
    name === 'author' ? ['author_pseudonym', author_pseudonym] : [name, column],
  )
  return { ...table, columns: Object.fromEntries(columns) }
}

function without(table: Table, names: readonly string[]): Table {
  const columns: Columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => !names.includes(name)))
  return { ...table, columns }
}

const mapValues = <K extends string, T, U>(values: Readonly<Record<K, T>>, map: (value: T) => U) =>
  Object.fromEntries(Object.entries<T>(values).map(([name, value]) => [name, map(value)])) as Record<K, U>
