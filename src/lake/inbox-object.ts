/** One object of the inbox of a deployment → its reading, as it is now. */
import { OperationalError } from '../errors.ts'
import type { DocumentRows } from '../tables/rows.ts'
import type { Facts, Issue } from '../types.ts'
import { factsOf } from './content.ts'
import { sidecarKey, sourceKeyOf } from './keys.ts'
import type { ProcessOptions } from './process-safely.ts'
import { isQuarantined, quarantine } from './quarantine.ts'
import { LARGEST_BYTES, type ObjectReading, readObject, refusedObject, removedObject } from './reading.ts'
import { type Store, type StoredContent, TooLarge } from './store.ts'

/**
 * Reads a document, in a thread of its own where there is one. Rejects as `process` throws, with `GaveUp` when the document
 * needs too much, and with `OperationalError` when that is not the document's doing.
 */
export type DocumentReader = (bytes: Uint8Array, facts: Facts) => Promise<DocumentRows>

export interface InboxPorts {
  readonly inbox: Store
  readonly lake: Store
  readonly read: DocumentReader
}

const LARGEST_SIDECAR_BYTES = 1024 * 1024

/**
 * Reads an object whatever was said of it, with its sidecar: one that is gone makes a tombstone, and of one that is too large
 * no byte is fetched. Documents that are broken are kept in quarantine.
 */
export async function readInboxObject(
  { inbox, lake, read }: InboxPorts,
  { key, sizeBytes }: { readonly key: string; readonly sizeBytes: number },
  revisionOf: (state: StoredContent | 'gone' | 'too large') => string,
): Promise<ObjectReading> {
  const sourceKey = sourceKeyOf(key)
  const refuse = (bytes: number) => refusedObject({ sourceKey, revision: revisionOf('too large') }, bytes)
  if (sizeBytes > LARGEST_BYTES) return refuse(sizeBytes)
  const [content, sidecar] = await Promise.all([
    getUpTo(LARGEST_BYTES, inbox, key),
    getUpTo(LARGEST_SIDECAR_BYTES, inbox, sidecarKey(key)),
  ])
  if (!content) return removedObject(sourceKey, revisionOf('gone'))
  if (content instanceof TooLarge) return refuse(content.sizeBytes)
  const isUsable = !(sidecar instanceof TooLarge)
  const { facts, issues } = factsOf(content, isUsable ? sidecar : null, { sourceKey, revision: revisionOf(content) })
  const reading = readObject(content.bytes, facts, {
    process: await ended(read(content.bytes, facts)),
    issues: isUsable ? issues : [...issues, tooLargeSidecar(sidecar)],
    sidecarVersion: sidecar?.version ?? null,
  })
  if (isQuarantined(reading.document.outcome)) await quarantine(lake, reading.document, content.bytes)
  return reading
}

const getUpTo = (mostBytes: number, store: Store, key: string): Promise<StoredContent | TooLarge | null> =>
  store.get(key, { mostBytes }).catch(error => (error instanceof TooLarge ? error : Promise.reject(error)))

const tooLargeSidecar = ({ sizeBytes }: TooLarge): Issue => ({
  code: 'sidecar',
  detail: `expected at most ${LARGEST_SIDECAR_BYTES} bytes, found ${sizeBytes}`,
})

/** What reading came to, as the call that `processSafely` watches over. */
async function ended(reading: Promise<DocumentRows>): Promise<ProcessOptions['process']> {
  try {
    const rows = await reading
    return () => rows
  } catch (error) {
    if (error instanceof OperationalError) throw error
    return () => {
      throw error
    }
  }
}
