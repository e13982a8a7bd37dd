/** A store in memory, which does one thing after another as S3 does for one key. */
import { revisionOf } from '../../src/lake/revisions.ts'
import type { Store, StoredContent } from '../../src/lake/store.ts'

export interface MemoryStore extends Store {
  readonly objects: Map<string, StoredContent>
}

/** `clock` in milliseconds since 1970 gives objects their revisions. */
export function memoryStore(clock: () => number = () => 0): MemoryStore {
  const objects = new Map<string, StoredContent>()
  let states = 0
  return {
    name: 'memory',
    objects,
    get: async key => objects.get(key) ?? null,
    head: async key => objects.get(key) ?? null,
    async put(key, bytes, { ifNoneMatch = false, ifMatch } = {}) {
      if (ifNoneMatch && objects.has(key)) return 'exists'
      if (ifMatch !== undefined && objects.get(key)?.tag !== ifMatch) return 'exists'
      const revision = revisionOf(BigInt(clock()) * 1_000_000n)
      const state = { key, sizeBytes: bytes.length, revision, tag: `state ${++states}` }
      objects.set(key, { ...state, bytes, version: null, mediaType: null, metadata: {} })
      return 'written'
    },
    async *list(prefix) {
      const found = [...objects.values()].filter(({ key }) => key.startsWith(prefix))
      yield* found.sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    async delete(key) {
      objects.delete(key)
    },
  }
}
