/** Copies of documents that gave no rows, kept aside to be looked at. */
import type { DocumentRow } from '../../schemas/index.ts'
import type { Outcome } from '../types.ts'
import { quarantinedBytesKey, quarantinedReasonKey } from './keys.ts'
import type { Store } from './store.ts'

/** Whether somebody should look at it: the document is broken, or the program is. */
export const isQuarantined = (outcome: Outcome): boolean => outcome === 'failed' || outcome === 'rejected'

/** Keeps the bytes of a document, and its row, which says what is wrong. */
export async function quarantine(store: Store, document: DocumentRow, bytes: Uint8Array): Promise<void> {
  const { document_id } = document
  if (document_id === null) return
  await store.put(quarantinedBytesKey(document_id), bytes)
  await store.put(quarantinedReasonKey(document_id), new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`))
}

/** Deletes what is kept of a document. */
export async function endQuarantine(store: Store, documentId: string): Promise<void> {
  await store.delete(quarantinedBytesKey(documentId))
  await store.delete(quarantinedReasonKey(documentId))
}
