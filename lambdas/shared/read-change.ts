/** One change of the inbox → the reading of its object as it is now. */
import { readContent } from '../../src/lake/content.ts'
import { describedKey, isSidecarKey, sidecarKey, sourceKeyOf } from '../../src/lake/keys.ts'
import type { ProcessOptions } from '../../src/lake/process-safely.ts'
import { isQuarantined, quarantine } from '../../src/lake/quarantine.ts'
import { LARGEST_BYTES, type ObjectReading, refusedObject, removedObject } from '../../src/lake/reading.ts'
import type { Store } from '../../src/lake/store.ts'
import type { InboxChange } from './notifications.ts'

export interface InboxPorts extends Pick<ProcessOptions, 'process'> {
  readonly inbox: Store
  readonly lake: Store
}

/**
 * Reads an object whatever the event said of it: events come late, twice and in any order. One that is gone makes a
 * tombstone; a sidecar stands for the document it tells of. Documents that are broken are kept in quarantine.
 */
export async function readChange({ inbox, lake, process }: InboxPorts, change: InboxChange): Promise<ObjectReading> {
  const ofSidecar = isSidecarKey(change.key)
  const key = ofSidecar ? describedKey(change.key) : change.key
  const state = { sourceKey: sourceKeyOf(key), revision: change.revision }
  if (!ofSidecar && change.sizeBytes > LARGEST_BYTES) return refusedObject(state, change.sizeBytes)
  const [content, sidecar] = await Promise.all([inbox.get(key), inbox.get(sidecarKey(key))])
  if (!content) return removedObject(state.sourceKey, state.revision)
  const reading = readContent(content, sidecar, state, process ? { process } : {})
  if (isQuarantined(reading.document.outcome)) await quarantine(lake, reading.document, content.bytes)
  return reading
}
