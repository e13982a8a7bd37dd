/** One change of the inbox → the reading of its object as it is now. */
import { type InboxPorts, readInboxObject } from '../../src/lake/inbox-object.ts'
import { describedKey, isSidecarKey } from '../../src/lake/keys.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import type { InboxChange } from './notifications.ts'
import type { Room } from './room.ts'

/** Events come late, twice and in any order. A sidecar stands for the document it tells of, whose size it does not say. */
export async function readChange(
  ports: InboxPorts,
  room: Room,
  { key, revision, sizeBytes }: InboxChange,
): Promise<ObjectReading> {
  const changed = isSidecarKey(key) ? await described(ports, describedKey(key)) : { key, sizeBytes }
  return room.hold(changed.sizeBytes, () => readInboxObject(ports, changed, () => revision))
}

const described = async ({ inbox }: InboxPorts, key: string) => ({
  key,
  sizeBytes: (await inbox.head(key))?.sizeBytes ?? 0,
})
