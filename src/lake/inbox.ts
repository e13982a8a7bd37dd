/** The inbox as it is now, against what the tables know of it. */
import { pipelineVersion } from '../version.ts'
import { describedKey, isSidecarKey, sourceKeyOf } from './keys.ts'
import { type Cause, type KnownDocument, knownDocuments } from './known-documents.ts'
import type { Store, StoredObject } from './store.ts'
import type { Warehouse } from './warehouse.ts'

export interface InboxObject {
  /** As the store has it; `sourceKey` is its NFC. */
  readonly key: string
  readonly sourceKey: string
  readonly sizeBytes: number
  readonly sidecar: string | null
  /** The later of the revisions of the object and its sidecar. */
  readonly revision: string
}

export interface DueObject extends InboxObject {
  readonly cause: Cause
  /** A revision that the reading of this object has to exceed, when its own does not. */
  readonly newerThan: string | null
  /** Document of the state before, when a copy of it was kept aside. */
  readonly quarantined: string | null
}

/** An object that is gone. */
export interface GoneObject {
  readonly sourceKey: string
  /** The last that is known. */
  readonly revision: string
  readonly quarantined: string | null
}

export interface InboxPlan {
  readonly due: readonly DueObject[]
  readonly removed: readonly GoneObject[]
  readonly unchanged: number
  /** Sidecars of nothing. */
  readonly strays: readonly string[]
}

/** What has to be read, because it is new or another, and what has gone. */
export async function planInbox(inbox: Store, warehouse: Warehouse): Promise<InboxPlan> {
  const known = new Map<string, KnownDocument>()
  for await (const document of knownDocuments(warehouse)) known.set(document.sourceKey, document)
  const { objects, strays } = await listInbox(inbox)
  const due: DueObject[] = []
  for (const object of objects.values()) {
    const before = known.get(object.sourceKey)
    const cause = causeToRead(object, before)
    if (cause) due.push({ ...object, ...cause, quarantined: before?.quarantined ?? null })
  }
  const removed = [...known]
    .filter(([sourceKey, { isRemoved }]) => !isRemoved && !objects.has(sourceKey))
    .map(([sourceKey, { revision, quarantined }]) => ({ sourceKey, revision, quarantined }))
  return { due, removed, unchanged: objects.size - due.length, strays }
}

/**
 * A file may come with an older time than the state it replaces, from an archive or another disk. It is what is there now,
 * so that its reading must become the newest all the same.
 */
function causeToRead(
  object: InboxObject,
  known: KnownDocument | undefined,
): Pick<DueObject, 'cause' | 'newerThan'> | null {
  if (!known) return { cause: 'new', newerThan: null }
  const newerThan = object.revision > known.revision ? null : known.revision
  if (known.isRemoved) return { cause: 'new', newerThan }
  if (object.revision !== known.revision || object.sizeBytes !== known.sizeBytes) return { cause: 'changed', newerThan }
  return known.pipelineVersion < pipelineVersion ? { cause: 'newer rules', newerThan: null } : null
}

async function listInbox(inbox: Store) {
  const found = new Map<string, StoredObject>()
  const sidecars = new Map<string, StoredObject>()
  for await (const object of inbox.list('')) {
    if (isSidecarKey(object.key)) sidecars.set(describedKey(object.key), object)
    else {
      // Two names may be one in NFC: the later state of the two counts.
      const other = found.get(sourceKeyOf(object.key))
      if (!other || other.revision <= object.revision) found.set(sourceKeyOf(object.key), object)
    }
  }
  const objects = new Map<string, InboxObject>()
  for (const [sourceKey, { key, sizeBytes, revision }] of found) {
    const sidecar = sidecars.get(key)
    sidecars.delete(key)
    objects.set(sourceKey, {
      key,
      sourceKey,
      sizeBytes,
      sidecar: sidecar?.key ?? null,
      revision: sidecar && sidecar.revision > revision ? sidecar.revision : revision,
    })
  }
  return { objects, strays: [...sidecars.values()].map(({ key }) => key) }
}
