/** `latest.json`, the one object of the releases of a profile that is ever overwritten: which of them is the newest. */
import { OperationalError, UsageError } from '../errors.ts'
import { latestReleaseKey, type ReleaseProfile, releasePrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { latestHolds } from './caching.ts'
import { type Latest, readManifest } from './manifest.ts'
import { json } from './metadata/release.ts'
import type { ReleaseAt } from './release-rows.ts'

/** What `latest.json` named when it was read. */
export interface Pointer extends Latest {
  /** Stands for that state of it. */
  readonly tag: string
}

/** Null before the first release. */
export async function readPointer(store: Store, profile: ReleaseProfile): Promise<Pointer | null> {
  const object = await store.get(latestReleaseKey(profile))
  if (!object) return null
  return { ...(JSON.parse(new TextDecoder().decode(object.bytes)) as Latest), tag: object.tag }
}

/** The release that a pointer names; null when it names none. Throws a UsageError when it is not there. */
export async function releaseNamed(
  store: Store,
  profile: ReleaseProfile,
  pointer: Latest | null,
): Promise<ReleaseAt | null> {
  if (!pointer || pointer.version === null) return null
  const prefix = releasePrefix(profile, pointer.version)
  const manifest = await readManifest(store, prefix)
  if (!manifest) {
    const named = `${latestReleaseKey(profile)} of ${store.name} names release ${pointer.version}`
    throw new UsageError(`${named}, which is not there`)
  }
  return { files: store, prefix, manifest }
}

/** The release that `latest.json` names; null before the first. */
export const newestRelease = async (store: Store, profile: ReleaseProfile): Promise<ReleaseAt | null> =>
  releaseNamed(store, profile, await readPointer(store, profile))

/** Throws an OperationalError when `latest.json` names another release than it did. */
export async function refuseOvertaken(store: Store, profile: ReleaseProfile, before: Pointer | null): Promise<void> {
  const now = await readPointer(store, profile)
  if (now?.tag !== before?.tag) throw overtaken(now)
}

/** Lets `latest.json` name another release, unless it names another one than before already. */
export async function movePointer(
  store: Store,
  profile: ReleaseProfile,
  before: Pointer | null,
  latest: Latest,
): Promise<void> {
  const condition = before ? { ifMatch: before.tag } : { ifNoneMatch: true }
  const served = { mediaType: 'application/json', cacheControl: latestHolds(profile) }
  const bytes = new TextEncoder().encode(json(latest))
  if ((await store.put(latestReleaseKey(profile), bytes, { ...condition, ...served })) === 'written') return
  // Our own words, when the answer to a first attempt got lost.
  const now = await readPointer(store, profile)
  if (now?.version !== latest.version || now.manifest_sha256 !== latest.manifest_sha256) throw overtaken(now)
}

const overtaken = (now: Pointer | null) =>
  new OperationalError(
    `somebody else has published meanwhile: the newest release is ${now?.version ?? 'none'} now; make another one`,
    { retryable: false },
  )
