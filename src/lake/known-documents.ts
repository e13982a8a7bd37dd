/** What the tables know of the inbox. */
import type { Outcome } from '../types.ts'
import { isQuarantined } from './quarantine.ts'
import type { ResultRow, Warehouse } from './warehouse.ts'

/** The newest state of an object that was read. */
export interface KnownDocument {
  readonly sourceKey: string
  readonly revision: string
  /** Null when it was refused for its size, was removed, or lies in a store that keeps no versions. */
  readonly version: string | null
  readonly sidecarVersion: string | null
  readonly sizeBytes: number | null
  readonly pipelineVersion: number
  readonly isRemoved: boolean
  /** Whether the program failed on it, or gave it up. */
  readonly isFailed: boolean
  /** The document, when a copy of it was kept aside. */
  readonly quarantined: string | null
}

/** Why an object is read again, or for the first time. */
export type Cause = 'new' | 'changed' | 'newer rules'

const COLUMNS = 'source_key, document_id, source_version, revision, size_bytes, pipeline_version, outcome'

/** In no order. */
export const knownDocuments = (warehouse: Warehouse): AsyncGenerator<KnownDocument> =>
  ask(warehouse, `SELECT ${COLUMNS} FROM documents`)

/** Those whose key starts with `prefix`, in the order of its UTF-8 bytes. */
export const knownDocumentsInOrder = (warehouse: Warehouse, prefix: string): AsyncGenerator<KnownDocument> =>
  ask(
    warehouse,
    `SELECT ${COLUMNS}, sidecar_version FROM documents_stored${prefix && ` WHERE starts_with(source_key, ${literal(prefix)})`} ORDER BY source_key`,
  )

/** Both engines take every other character as it stands. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function* ask(warehouse: Warehouse, sql: string): AsyncGenerator<KnownDocument> {
  for await (const row of (await warehouse.query(sql)).rows) yield knownDocument(row)
}

const knownDocument = (row: ResultRow): KnownDocument => ({
  sourceKey: row.source_key as string,
  revision: row.revision as string,
  version: row.source_version as string | null,
  sidecarVersion: (row.sidecar_version ?? null) as string | null,
  sizeBytes: row.size_bytes as number | null,
  pipelineVersion: row.pipeline_version as number,
  isRemoved: row.outcome === 'removed',
  isFailed: row.outcome === 'failed',
  quarantined: isQuarantined(row.outcome as Outcome) ? (row.document_id as string | null) : null,
})
