/** Versions of releases, and which of them are taken. */
import { noticeFile, parseReleaseVersion, type ReleaseProfile, releasePrefix, releaseRoot } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { readPointer } from './latest.ts'

/** Three numbers each; negative when `a` is the earlier. */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [a.split('.').map(Number), b.split('.').map(Number)]
  return as.map((number, i) => number - (bs[i] ?? 0)).find(difference => difference !== 0) ?? 0
}

/** Everything of which a store holds anything, the newest first. */
export async function versionsIn(store: Pick<Store, 'list'>, profile: ReleaseProfile): Promise<readonly string[]> {
  const versions = new Set<string>()
  for await (const { key } of store.list(releaseRoot(profile))) {
    const version = parseReleaseVersion(profile, key)
    if (version) versions.add(version)
  }
  return [...versions].sort((a, b) => compareVersions(b, a))
}

/** The newest version that must not be used again: that which `latest.json` names, or one that was withdrawn. */
export async function newestVersion(store: Store, profile: ReleaseProfile): Promise<string | null> {
  const named = (await readPointer(store, profile))?.version ?? null
  for (const version of await versionsIn(store, profile)) {
    if (named !== null && compareVersions(version, named) <= 0) return named
    if (await store.head(releasePrefix(profile, version) + noticeFile)) return version
  }
  return named
}
