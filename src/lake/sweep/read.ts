/** A document that is due → its reading. */
import { type InboxPorts, readInboxObject } from '../inbox-object.ts'
import type { ObjectReading } from '../reading.ts'
import { foundRevision } from '../revisions.ts'
import type { DueDocument } from './plan.ts'

/**
 * Reads the object as it is now, which may be newer than what was planned. Its revision is later than what the tables know
 * and earlier than any event that is still to come. Newer rules read the state that is known, under the revision it has.
 */
export function readDue(ports: InboxPorts, due: DueDocument): Promise<ObjectReading> {
  const { cause, known, found } = due
  return readInboxObject(ports, due, state => {
    const isThere = typeof state !== 'string'
    const isKnown = isThere ? state.version === known?.version : state === 'too large'
    if (cause === 'newer rules' && known && isKnown) return known.revision
    return foundRevision(known?.revision ?? null, BigInt(isThere ? state.revision : found))
  })
}
