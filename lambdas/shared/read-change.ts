/** One change of the inbox → the reading of its object as it is now. */
import { type InboxPorts, readInboxObject } from '../../src/lake/inbox-object.ts'
import { describedKey, isSidecarKey } from '../../src/lake/keys.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import type { InboxChange } from './notifications.ts'

/** Events come late, twice and in any order. A sidecar stands for the document it tells of, whose size it does not say. */
export function readChange(ports: InboxPorts, { key, revision, sizeBytes }: InboxChange): Promise<ObjectReading> {
  const changed = isSidecarKey(key) ? { key: describedKey(key), sizeBytes: 0 } : { key, sizeBytes }
  return readInboxObject(ports, changed, () => revision)
}
