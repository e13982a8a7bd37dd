/** One change of the inbox → the reading of its object as it is now. */
import type { DocumentRow } from '../../schemas/index.ts'
import {
  describedKey,
  isSidecarKey,
  quarantinedBytesKey,
  quarantinedReasonKey,
  sidecarKey,
  sourceKeyOf,
} from '../../src/lake/keys.ts'
import { type ObjectReading, type ReadOptions, readObject, removedObject } from '../../src/lake/reading.ts'
import { nothingTold, readMetadata, readSidecar } from '../../src/lake/sidecar.ts'
import type { Store, StoredContent } from '../../src/lake/store.ts'
import type { Facts } from '../../src/types.ts'
import type { InboxChange } from './notifications.ts'

export interface InboxPorts extends Pick<ReadOptions, 'process'> {
  readonly inbox: Store
  readonly lake: Store
}

/** What S3 says of an object when nobody said anything. */
const UNTOLD = new Set(['binary/octet-stream', 'application/octet-stream'])
const TOLD = /^(?:published[-_]at|url|site[-_]name|captured[-_]at)$/

/**
 * Reads an object whatever the event said of it: events come late, twice and in any order. One that is gone makes a
 * tombstone; a sidecar stands for the document it tells of. Documents that are broken are kept in quarantine.
 */
export async function readChange({ inbox, lake, ...options }: InboxPorts, change: InboxChange): Promise<ObjectReading> {
  const { revision } = change
  const key = isSidecarKey(change.key) ? describedKey(change.key) : change.key
  const [content, sidecar] = await Promise.all([inbox.get(key), inbox.get(sidecarKey(key))])
  if (!content) return removedObject(sourceKeyOf(key), revision)
  const metadata = readMetadata(metadataOf(content))
  const told = sidecar ? readSidecar(sidecar.bytes) : nothingTold
  const { version, mediaType } = content
  const facts: Facts = {
    sourceKey: sourceKeyOf(key),
    revision,
    ...(version === null ? {} : { sourceVersion: version }),
    ...(mediaType === null || UNTOLD.has(mediaType) ? {} : { mediaType }),
    ...metadata.facts,
    ...told.facts,
  }
  const reading = readObject(content.bytes, facts, { ...options, issues: [...metadata.issues, ...told.issues] })
  if (isBroken(reading.document)) await quarantine(lake, reading.document, content.bytes)
  return reading
}

/** The values of ours among the metadata; tools leave all kinds of others there. */
const metadataOf = ({ metadata }: StoredContent) =>
  Object.fromEntries(
    Object.entries(metadata)
      .filter(([name]) => TOLD.test(name))
      .map(([name, value]) => [name, decodeWords(value)]),
  )

/** S3 gives metadata that is not ASCII as encoded words (RFC 2047); adjoining ones are one text. */
export function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, encoded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(encoded, 'base64').toString()
        : decodeURIComponent(encoded.replaceAll('%', '%25').replaceAll('_', ' ').replaceAll('=', '%')),
    )
}

const isBroken = ({ outcome }: DocumentRow) => outcome === 'failed' || outcome === 'rejected'

async function quarantine(lake: Store, document: DocumentRow, bytes: Uint8Array): Promise<void> {
  const id = document.document_id as string
  await lake.put(quarantinedBytesKey(id), bytes)
  await lake.put(quarantinedReasonKey(id), new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`))
}
