/** One state of one object, read: its rows, ready to be staged. */
import type { TableName } from '../../schemas/index.ts'
import { documentRow } from '../tables/document-row.ts'
import { makeId } from '../tables/ids.ts'
import type { DocumentRows } from '../tables/rows.ts'
import type { Facts, Outcome } from '../types.ts'
import { type ProcessOptions, processSafely, rowsByTable } from './process-safely.ts'

/** The rows of one reading, for each table; what is staged has the same `reading_id` in every row. */
export interface ObjectReading {
  readonly id: string
  readonly rows: Readonly<Record<TableName, readonly object[]>>
  readonly document: DocumentRows['document']
}

export interface ReadingOptions extends ProcessOptions {
  /** Version of the sidecar that the facts come from; null when there is none. */
  readonly sidecarVersion?: string | null
}

/** Reads one object. Never throws: a fault of the program in one document is that document's outcome. */
export function readObject(bytes: Uint8Array, facts: Facts, options: ReadingOptions): ObjectReading {
  return reading(facts, processSafely(bytes, facts, options), options.sidecarVersion)
}

/** The reading of an object that is not there any more. */
export function removedObject(sourceKey: string, revision: string): ObjectReading {
  return unseen({ sourceKey, revision }, 'removed', 'the object is no longer in the inbox', null)
}

/** Bytes; larger objects are not even fetched. */
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

function reading(facts: Facts, found: DocumentRows, sidecarVersion: string | null = null): ObjectReading {
  const { source_key, document_id, pipeline_version } = found.document
  const { sourceVersion, mediaType, publishedAt, url, siteName, capturedAt } = facts
  const told = [sourceVersion, mediaType, publishedAt, url, siteName, capturedAt].map(fact => fact ?? null)
  const id = makeId('r', source_key, facts.revision, JSON.stringify([document_id, pipeline_version, ...told]))
  const rows = Object.entries(rowsByTable(found)).map(([name, all]) => {
    const own = name === 'documents' ? { sidecar_version: sidecarVersion } : {}
    return [name, all.map(row => ({ ...row, source_key, reading_id: id, ...own }))]
  })
  return { id, rows: Object.fromEntries(rows), document: found.document }
}
