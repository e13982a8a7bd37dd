/** What S3 says about the inbox, as it comes through the queue. */
import { sequencerRevision } from '../../src/lake/revisions.ts'
import { decodeKey } from '../../src/lake/s3-values.ts'

/** An object of the inbox that has to be looked at. */
export interface InboxChange {
  readonly key: string
  /** Orders this change among those of the same key. */
  readonly revision: string
  /** Size it had at the time; 0 when it was removed. */
  readonly sizeBytes: number
}

/** Fields may be added within a major version; what is there keeps its meaning. */
const EVENT_VERSION = /^2\.\d+$/

interface Notification {
  readonly Event?: string
  readonly Records?: readonly NotificationRecord[]
}

interface NotificationRecord {
  readonly eventVersion?: string
  readonly eventSource?: string
  readonly s3?: { readonly object?: { readonly key?: string; readonly sequencer?: string; readonly size?: number } }
}

/**
 * The changes that a message tells of; none for the test event that S3 sends when a queue is connected. A message that is
 * no notification is an error: somebody else writes to the queue.
 */
export function inboxChanges(body: string): readonly InboxChange[] {
  const { Event, Records } = JSON.parse(body) as Notification
  if (Event === 's3:TestEvent') return []
  if (!Records) throw new Error('expected an S3 notification with Records, found none')
  return Records.map(change)
}

function change({ eventVersion = '', eventSource, s3 }: NotificationRecord): InboxChange {
  if (eventSource !== 'aws:s3' || !EVENT_VERSION.test(eventVersion))
    throw new Error(`expected an event of aws:s3 in version 2, got version ${eventVersion} of ${eventSource}`)
  const { key, sequencer = '', size = 0 } = s3?.object ?? {}
  if (!key) throw new Error('expected the key of an object, found none')
  return { key: decodeKey(key), revision: sequencerRevision(sequencer), sizeBytes: size }
}
