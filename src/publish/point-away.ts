/** `latest.json` never names a release that was withdrawn. */
import { noticeFile, type ReleaseProfile, releasePrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { sha256 } from '../tables/ids.ts'
import { movePointer, readPointer } from './latest.ts'
import { type Latest, manifestFile } from './manifest.ts'
import { versionsIn } from './versions.ts'

/** Lets `latest.json` name the newest release that stands without this one, or none, if it names this one. */
export async function pointAwayFrom(store: Store, profile: ReleaseProfile, version: string): Promise<void> {
  const pointer = await readPointer(store, profile)
  if (pointer?.version === version)
    await movePointer(store, profile, pointer, await newestStanding(store, profile, version))
}

async function newestStanding(store: Store, profile: ReleaseProfile, except: string): Promise<Latest> {
  for (const version of await versionsIn(store, profile)) {
    const prefix = releasePrefix(profile, version)
    if (version === except || (await store.head(prefix + noticeFile))) continue
    const manifest = await store.get(prefix + manifestFile)
    if (manifest) return { version, manifest_sha256: sha256(manifest.bytes) }
  }
  return { version: null, manifest_sha256: null }
}
