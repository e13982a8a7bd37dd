/** The core, with the one net that catches a document on which it fails. */
import { type TableName, tables } from '../../schemas/index.ts'
import type { process } from '../pipeline.ts'
import { MAX_ROWS } from '../tables/parquet.ts'
import { type DocumentRows, unreadRows } from '../tables/rows.ts'
import { problemText, validateRow } from '../tables/validate.ts'
import type { Facts, Issue } from '../types.ts'

export interface ProcessOptions {
  /** What was noticed before the bytes were read, to be noted with the document. */
  readonly issues?: readonly Issue[]
  /** The core; handed in, so that who reads documents in a thread of its own need not load it twice. */
  readonly process: typeof process
}

/** Reading was stopped because it took more time or memory than a document may; the message says how much that is. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp'
}

const LONGEST_REASON = 500
/** Older than all rules: a reading that another day, or another machine, may bring to its end is the newer one. */
const NO_RULES = 0

/** Never throws: a fault of the program in one document is that document's outcome, and no other's. */
export function processSafely(bytes: Uint8Array, facts: Facts, options: ProcessOptions): DocumentRows {
  const { issues = [], process: run } = options
  try {
    const rows = run(bytes, facts)
    assertStorable(rows)
    return { ...rows, document: { ...rows.document, issues: [...rows.document.issues, ...issues] } }
  } catch (error) {
    const { name, message } = error as Error
    const gaveUp = error instanceof GaveUp
    const reason = gaveUp ? `the program gave up on it: ${message}` : `the program failed on it: ${name}: ${message}`
    const unread = { reason: reason.slice(0, LONGEST_REASON), mediaType: null, charset: null, issues }
    const rows = unreadRows(bytes, facts, { ...unread, outcome: 'failed' })
    return gaveUp ? { ...rows, document: { ...rows.document, pipeline_version: NO_RULES } } : rows
  }
}

/** The rows of a document for each table. */
export function rowsByTable({ document, articles }: DocumentRows): Readonly<Record<TableName, readonly object[]>> {
  return {
    documents: [document],
    articles: articles.map(({ article }) => article),
    quotes: articles.flatMap(({ quotes }) => quotes),
    events: articles.flatMap(({ events }) => events),
    comments: articles.flatMap(({ comments }) => comments),
  }
}

/** A row that does not fit its table would take its whole batch along. */
function assertStorable(found: DocumentRows): void {
  for (const [name, rows] of Object.entries(rowsByTable(found))) {
    if (rows.length > MAX_ROWS)
      throw new RangeError(`expected at most ${MAX_ROWS} ${name} in a document, found ${rows.length}`)
    for (const row of rows) {
      const [problem] = validateRow(tables[name as TableName], row)
      if (problem) throw new TypeError(`invalid row of ${name}: ${problemText(problem)}`)
    }
  }
}
