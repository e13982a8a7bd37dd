/** One state of one object, read: its rows, ready to be staged. The only place where a document's crash is caught. */
import type { TableName } from '../../schemas/index.ts'
import { process } from '../pipeline.ts'
import { documentRow } from '../tables/document-row.ts'
import { makeId } from '../tables/ids.ts'
import { MAX_ROWS } from '../tables/parquet.ts'
import { type DocumentRows, unreadRows } from '../tables/rows.ts'
import { problemText, validateRow } from '../tables/validate.ts'
import type { Facts, Issue, Outcome } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import { stagedTable } from './sql/tables.ts'

/** The rows of one reading, for each table; what is staged has the same `reading_id` in every row. */
export interface ObjectReading {
  readonly id: string
  readonly rows: Readonly<Record<TableName, readonly object[]>>
  readonly document: DocumentRows['document']
}

export interface ReadOptions {
  /** What was noticed before the bytes were read, to be noted with the document. */
  readonly issues?: readonly Issue[]
  readonly process?: typeof process
}

/** Reads one object. Never throws: a fault of the program in one document is that document's outcome. */
export function readObject(bytes: Uint8Array, facts: Facts, options: ReadOptions = {}): ObjectReading {
  const { issues = [], process: read = process } = options
  try {
    return reading(facts, withIssues(read(bytes, facts), issues))
  } catch (error) {
    const { name, message } = error as Error
    const reason = `the program failed on it: ${name}: ${message}`.slice(0, 500)
    const failed = { outcome: 'failed', reason, mediaType: null, charset: null, issues } as const
    return reading(facts, unreadRows(bytes, facts, failed))
  }
}

/** The reading of an object that is not there any more. */
export function removedObject(sourceKey: string, revision: string): ObjectReading {
  return unseen({ sourceKey, revision }, 'removed', 'the object is no longer in the inbox', null)
}

/** Larger objects are not even fetched. */
export const LARGEST_BYTES = 64 * 1024 * 1024

/** The reading of an object that is too large to be read. */
export function refusedObject(facts: Facts, sizeBytes: number): ObjectReading {
  return unseen(facts, 'rejected', `expected at most ${LARGEST_BYTES} bytes, found ${sizeBytes}`, sizeBytes)
}

/** A reading without bytes. */
function unseen(facts: Facts, outcome: Outcome, reason: string, sizeBytes: number | null): ObjectReading {
  const result = { outcome, reason, mediaType: null, charset: null, issues: [], articleCount: 0 }
  const document = { ...documentRow(new Uint8Array(), facts, result), document_id: null, size_bytes: sizeBytes }
  return reading(facts, { document, articles: [] })
}

function withIssues(rows: DocumentRows, issues: readonly Issue[]): DocumentRows {
  return { ...rows, document: { ...rows.document, issues: [...rows.document.issues, ...issues] } }
}

function reading(facts: Facts, { document, articles }: DocumentRows): ObjectReading {
  const { source_key, document_id } = document
  const { sourceVersion, mediaType, publishedAt, url, siteName, capturedAt } = facts
  const told = [sourceVersion, mediaType, publishedAt, url, siteName, capturedAt].map(fact => fact ?? null)
  const id = makeId('r', source_key, facts.revision, JSON.stringify([document_id, pipelineVersion, ...told]))
  const rows = {
    documents: [document],
    articles: articles.map(({ article }) => article),
    quotes: articles.flatMap(({ quotes }) => quotes),
    events: articles.flatMap(({ events }) => events),
    comments: articles.flatMap(({ comments }) => comments),
  }
  const stored = Object.entries(rows).map(([name, all]) => {
    if (all.length > MAX_ROWS)
      throw new RangeError(`expected at most ${MAX_ROWS} ${name} in a document, found ${all.length}`)
    return [name, all.map(row => valid(name as TableName, { ...row, source_key, reading_id: id }))]
  })
  return { id, rows: Object.fromEntries(stored), document }
}

/** Only valid rows are staged: an invalid one would take its whole batch along. */
function valid(name: TableName, row: object): object {
  const [problem] = validateRow(stagedTable(name), row)
  if (problem) throw new TypeError(`invalid row of ${name}: ${problemText(problem)}`)
  return row
}
