/** The core, with the one net that catches a document on which it fails. */
import { type TableName, tables } from '../../schemas/index.ts'
import { process } from '../pipeline.ts'
import { MAX_ROWS } from '../tables/parquet.ts'
import { type DocumentRows, unreadRows } from '../tables/rows.ts'
import { problemText, validateRow } from '../tables/validate.ts'
import type { Facts, Issue } from '../types.ts'

export interface ProcessOptions {
  /** What was noticed before the bytes were read, to be noted with the document. */
  readonly issues?: readonly Issue[]
  readonly process?: typeof process
}

const LONGEST_REASON = 500

/** Never throws: a fault of the program in one document is that document's outcome, and no other's. */
export function processSafely(bytes: Uint8Array, facts: Facts, options: ProcessOptions = {}): DocumentRows {
  const { issues = [], process: run = process } = options
  try {
    const rows = run(bytes, facts)
    assertStorable(rows)
    return { ...rows, document: { ...rows.document, issues: [...rows.document.issues, ...issues] } }
  } catch (error) {
    const { name, message } = error as Error
    const reason = `the program failed on it: ${name}: ${message}`.slice(0, LONGEST_REASON)
    return unreadRows(bytes, facts, { outcome: 'failed', reason, mediaType: null, charset: null, issues })
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
