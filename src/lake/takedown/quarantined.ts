/** Copies of broken documents, kept aside under their hashes. */
import { quarantinedBytesKey, quarantinedReasonKey, quarantinePrefix } from '../keys.ts'
import type { Store } from '../store.ts'
import type { TakedownRecord } from './record.ts'

const REASON = /^quarantine\/(?<id>[0-9a-f]{64})\.json$/

/** Keys of every copy of a document that ever held the article, in whatever state it was broken. */
export async function quarantined(store: Store, { documents }: TakedownRecord): Promise<readonly string[]> {
  const names = new Set(documents.map(({ source_key }) => source_key))
  const ids = new Set(documents.map(({ document_id }) => document_id))
  const found: string[] = []
  if (names.size === 0) return found
  const listed: string[] = []
  for await (const { key } of store.list(quarantinePrefix)) listed.push(key)
  for (const key of listed) {
    const id = REASON.exec(key)?.groups?.id
    if (id === undefined) continue
    if (ids.has(id) || names.has(await nameIn(store, key)))
      found.push(...[quarantinedBytesKey(id), quarantinedReasonKey(id)].filter(one => listed.includes(one)))
  }
  return found
}

async function nameIn(store: Store, key: string): Promise<string> {
  const content = await store.get(key)
  if (!content) return ''
  try {
    return String((JSON.parse(new TextDecoder().decode(content.bytes)) as { source_key?: unknown }).source_key)
  } catch {
    return ''
  }
}
