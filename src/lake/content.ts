/** What the inbox holds of a document → its facts and its reading. */
import type { Facts, Issue } from '../types.ts'
import type { ProcessOptions } from './process-safely.ts'
import { type ObjectReading, readObject } from './reading.ts'
import { isTold, nothingTold, readMetadata, readSidecar } from './sidecar.ts'
import type { StoredContent } from './store.ts'

/** Reads a document with what is told of it: its metadata, and rather its sidecar. */
export function readContent(
  content: StoredContent,
  sidecar: StoredContent | null,
  state: Pick<Facts, 'sourceKey' | 'revision'>,
  options: Pick<ProcessOptions, 'process'>,
): ObjectReading {
  const { facts, issues } = factsOf(content, sidecar, state)
  return readObject(content.bytes, facts, { ...options, issues, sidecarVersion: sidecar?.version ?? null })
}

/** What came with a document. */
export function factsOf(
  { version, mediaType, metadata }: StoredContent,
  sidecar: StoredContent | null,
  state: Pick<Facts, 'sourceKey' | 'revision'>,
): { readonly facts: Facts; readonly issues: readonly Issue[] } {
  // Tools leave values of all kinds in the metadata of objects; only what is meant for us is looked at.
  const kept = readMetadata(Object.fromEntries(Object.entries(metadata).filter(([name]) => isTold(name))))
  const told = sidecar ? readSidecar(sidecar.bytes) : nothingTold
  const facts = {
    ...state,
    ...(version === null ? {} : { sourceVersion: version }),
    ...(mediaType === null ? {} : { mediaType }),
    ...kept.facts,
    ...told.facts,
  }
  return { facts, issues: [...kept.issues, ...told.issues] }
}
