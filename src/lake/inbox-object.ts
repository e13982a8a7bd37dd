/** One object of the inbox of a deployment → its reading, as it is now. */
import { readContent } from './content.ts'
import { sidecarKey, sourceKeyOf } from './keys.ts'
import type { ProcessOptions } from './process-safely.ts'
import { isQuarantined, quarantine } from './quarantine.ts'
import { LARGEST_BYTES, type ObjectReading, refusedObject, removedObject } from './reading.ts'
import type { Store, StoredContent } from './store.ts'

export interface InboxPorts extends Pick<ProcessOptions, 'process'> {
  readonly inbox: Store
  readonly lake: Store
}

/**
 * Reads an object whatever was said of it, with its sidecar: one that is gone makes a tombstone, and one that was too large
 * when it was seen is not even fetched. Documents that are broken are kept in quarantine.
 */
export async function readInboxObject(
  { inbox, lake, process }: InboxPorts,
  { key, sizeBytes }: { readonly key: string; readonly sizeBytes: number },
  revisionOf: (state: StoredContent | 'gone' | 'too large') => string,
): Promise<ObjectReading> {
  const sourceKey = sourceKeyOf(key)
  if (sizeBytes > LARGEST_BYTES) return refusedObject({ sourceKey, revision: revisionOf('too large') }, sizeBytes)
  const [content, sidecar] = await Promise.all([inbox.get(key), inbox.get(sidecarKey(key))])
  if (!content) return removedObject(sourceKey, revisionOf('gone'))
  const state = { sourceKey, revision: revisionOf(content) }
  const reading = readContent(content, sidecar, state, process ? { process } : {})
  if (isQuarantined(reading.document.outcome)) await quarantine(lake, reading.document, content.bytes)
  return reading
}
