/** Objects deleted for good: with every version of theirs, where the store keeps versions. */
import type { Store, VersionedStore } from '../store.ts'

/** Whether a store keeps versions. */
export const isVersioned = (store: Store | VersionedStore): store is VersionedStore => 'versions' in store

export interface FoundVersion {
  readonly key: string
  /** Nanoseconds since 1970, as twenty digits. */
  readonly revision: string
  readonly isLatest: boolean
  /** Whether it is but the marker of a deletion. */
  readonly isDeleted: boolean
  /** Undefined in a store without versions. */
  readonly version: string | null | undefined
}

/** Every version of the objects whose key starts so; in a store without versions, the objects. */
export async function* versionsBelow(store: Store | VersionedStore, prefix: string): AsyncGenerator<FoundVersion> {
  if (isVersioned(store)) {
    for await (const { key, revision, isLatest, isDeleted, version } of store.versions(prefix))
      yield { key, revision, isLatest, isDeleted, version }
  } else
    for await (const { key, revision } of store.list(prefix))
      yield { key, revision, isLatest: true, isDeleted: false, version: undefined }
}

/** Whether it is kept only because the store keeps versions. */
export const isHistory = ({ isLatest, isDeleted }: FoundVersion): boolean => !isLatest || isDeleted

/** Deletes what is chosen, and gives how much that was. The newest version of a key goes last: no older one comes to light. */
export async function eraseBelow(
  store: Store | VersionedStore,
  prefix: string,
  isChosen: (found: FoundVersion) => boolean = () => true,
): Promise<number> {
  const chosen: FoundVersion[] = []
  for await (const found of versionsBelow(store, prefix)) if (isChosen(found)) chosen.push(found)
  for (const { key, version } of chosen.reverse())
    if (version !== undefined && isVersioned(store)) await store.deleteVersion(key, version)
    else await store.delete(key)
  return chosen.length
}
