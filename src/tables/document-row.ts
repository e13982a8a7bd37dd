import type { DocumentRow } from '../../schemas/index.ts'
import type { Facts, Outcome } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import { sha256 } from './ids.ts'

/** What reading and segmenting a document came to. */
export interface DocumentResult {
  readonly outcome: Outcome
  /** Why the outcome is not `parsed`. */
  readonly reason: string | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly issues: DocumentRow['issues']
  readonly articleCount: number
}

/** The row of an object whose bytes were there to be read. */
export interface IdentifiedDocument extends DocumentRow {
  readonly document_id: string
}

export function documentRow(bytes: Uint8Array, facts: Facts, result: DocumentResult): IdentifiedDocument {
  return {
    document_id: sha256(bytes),
    source_key: facts.sourceKey.normalize('NFC'),
    source_version: facts.sourceVersion ?? null,
    revision: facts.revision,
    media_type: result.mediaType,
    charset: result.charset,
    size_bytes: bytes.length,
    outcome: result.outcome,
    outcome_reason: result.reason,
    issues: result.issues,
    article_count: result.articleCount,
    captured_at: facts.capturedAt ?? null,
    pipeline_version: pipelineVersion,
  }
}
