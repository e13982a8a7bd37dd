/** What of the inbox has to be read, because the tables do not have it as it is now: dropped events, and newer rules. */
import { pipelineVersion } from '../../version.ts'
import { sourceKeyOf } from '../keys.ts'
import type { Cause, KnownDocument } from '../known-documents.ts'
import type { LatestVersion } from '../store.ts'
import { type Beside, sideBySide } from './listing.ts'

export type SweepCause = Cause | 'gone'

export interface DueDocument {
  readonly cause: SweepCause
  /** As the store has it; of what is gone, as the tables have it. */
  readonly key: string
  readonly sizeBytes: number
  /** When it came to be as it was found, in nanoseconds since 1970, as twenty digits. */
  readonly found: string
  /** The state that the tables have; null when they have none. */
  readonly known: Pick<KnownDocument, 'revision' | 'version'> | null
}

export interface SweepRules {
  /** Read again what older rules have read, too. */
  readonly newerRules: boolean
  /** What changed later than this is left alone: its event is under way. Nanoseconds since 1970, as twenty digits. */
  readonly settledBefore: string
  /** When the inbox is looked at; for what is gone without a trace. */
  readonly now: string
}

export interface SweepCounts extends Readonly<Record<SweepCause, number>> {
  readonly unchanged: number
  readonly 'under way': number
  /** Sidecars of nothing. */
  readonly strays: number
}

export interface SweepPorts {
  /** The newest version of every key, in the order of UTF-8 bytes. */
  readonly listing: AsyncIterable<LatestVersion>
  /** In the same order; asked a second time where keys of the inbox are not in NFC. */
  readonly known: () => AsyncIterable<KnownDocument>
}

/**
 * Hands every document that is due to `take`, one after the other, and counts. Memory grows with what is gone and with the
 * keys that are not in NFC, not with the inbox: whether a document is gone is known at the end, because a key that is spelt
 * in another way stands elsewhere in the listing. Of two keys that are one in NFC, the one in NFC counts.
 */
export async function planSweep(
  { listing, known }: SweepPorts,
  rules: SweepRules,
  take: (document: DueDocument) => Promise<void>,
): Promise<SweepCounts> {
  const counts = { new: 0, changed: 0, gone: 0, 'newer rules': 0, unchanged: 0, 'under way': 0, strays: 0 }
  const missing = new Map<string, { readonly known: KnownDocument; readonly deleted: string | null }>()
  const elsewhere: Existing[] = []

  async function decide(existing: Existing, document: KnownDocument | null) {
    const verdict = judge(existing, document, rules)
    counts[verdict]++
    if (verdict === 'unchanged' || verdict === 'under way') return
    const { key, sizeBytes, revision: found } = existing.object
    await take({ cause: verdict, key, sizeBytes, found, known: stateOf(document) })
  }

  for await (const { object, sidecar, known: document } of sideBySide(listing, known())) {
    if (!object && !document) counts.strays += sidecar?.isDeleted ? 0 : 1
    else if (document === 'elsewhere') {
      if (object && !object.isDeleted) elsewhere.push({ object, sidecar })
    } else if (object && !object.isDeleted) await decide({ object, sidecar }, document)
    else if (document && !document.isRemoved)
      missing.set(document.sourceKey, { known: document, deleted: object?.revision ?? null })
  }

  const spelt = await knownAmong(known, elsewhere)
  for (const existing of elsewhere) {
    const document = spelt.get(sourceKeyOf(existing.object.key)) ?? null
    if (document && !document.isRemoved && !missing.delete(document.sourceKey)) continue
    await decide(existing, document)
  }

  for (const [key, { known: document, deleted }] of missing) {
    const isSettled = deleted === null || deleted <= rules.settledBefore
    counts[isSettled ? 'gone' : 'under way']++
    if (isSettled)
      await take({ cause: 'gone', key, sizeBytes: 0, found: deleted ?? rules.now, known: stateOf(document) })
  }
  return counts
}

/** Below it stands what no rules have read to the end, because its batch could not be merged: that is always due. */
const FIRST_VERSION = 1

type Existing = Pick<Beside, 'sidecar'> & { readonly object: LatestVersion }

function judge(
  { object, sidecar }: Existing,
  known: KnownDocument | null,
  { newerRules, settledBefore }: SweepRules,
): Cause | 'unchanged' | 'under way' {
  if (known && !known.isRemoved && isRead(object, sidecar, known)) {
    // What was given up once is not begun anew every night.
    const isDue = newerRules || !known.isFailed
    return isDue && known.pipelineVersion < (newerRules ? pipelineVersion : FIRST_VERSION) ? 'newer rules' : 'unchanged'
  }
  if (object.revision > settledBefore || (sidecar && sidecar.revision > settledBefore)) return 'under way'
  return known && !known.isRemoved ? 'changed' : 'new'
}

/** Whether the tables have this state. What was refused for its size was not fetched, so that its version is not known. */
function isRead(object: LatestVersion, sidecar: LatestVersion | null, known: KnownDocument): boolean {
  if (known.version === null) return known.sizeBytes === object.sizeBytes
  const told = sidecar && !sidecar.isDeleted ? sidecar.version : null
  return known.version === object.version && known.sidecarVersion === told
}

const stateOf = (known: KnownDocument | null) => known && { revision: known.revision, version: known.version }

/** What the tables know of keys that are not in NFC. */
async function knownAmong(known: SweepPorts['known'], objects: readonly Existing[]) {
  const found = new Map<string, KnownDocument>()
  if (objects.length === 0) return found
  const keys = new Set(objects.map(({ object }) => sourceKeyOf(object.key)))
  for await (const document of known()) if (keys.has(document.sourceKey)) found.set(document.sourceKey, document)
  return found
}
