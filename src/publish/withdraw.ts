/** Releases that hold an article lose their data and keep a notice. */
import { noticeFile, releasePrefix } from '../lake/keys.ts'
import type { Store, VersionedStore } from '../lake/store.ts'
import { eraseBelow, isHistory } from '../lake/takedown/erase.ts'
import type { Releases } from '../lake/takedown/ports.ts'
import type { WithdrawnRelease } from '../lake/takedown/record.ts'
import { latestHolds } from './caching.ts'
import { holdingFiles, type Sought } from './holding.ts'
import { manifestFile } from './manifest.ts'
import { json } from './metadata/release.ts'
import { type Notice, readNotice } from './notice.ts'
import { nameOf, PAGE, type Place, placesIn, stays } from './places.ts'
import { pointAwayFrom } from './point-away.ts'
import { withdrawnPage } from './site/withdrawn.ts'
import { withdrawalChecks } from './withdrawal-checks.ts'

/** The releases in these stores. `clock` in milliseconds since 1970. */
export const releasesIn = (stores: readonly (Store | VersionedStore)[], clock: () => number): Releases => ({
  async withdraw(order, goOn) {
    const sought: Sought = order
    const searched: string[] = []
    const withdrawn: WithdrawnRelease[] = []
    for (const place of await placesIn(stores)) {
      if (order.searched.includes(nameOf(place))) continue
      if (!goOn()) return { searched, withdrawn, isDone: false }
      const { profile, version } = place
      if (await withdrawIfHolding(place, sought, clock)) withdrawn.push({ profile, version })
      searched.push(nameOf(place))
    }
    return { searched, withdrawn, isDone: true }
  },
  checks: record => withdrawalChecks(stores, record),
})

/** What would be withdrawn, newer versions first. */
export async function releasesHolding(
  stores: readonly (Store | VersionedStore)[],
  sought: Sought,
): Promise<readonly WithdrawnRelease[]> {
  const found: WithdrawnRelease[] = []
  for (const { store, profile, version } of await placesIn(stores))
    if ((await holdingFiles(store, releasePrefix(profile, version), sought)).length > 0)
      found.push({ profile, version })
  return found
}

/** Says whether it was withdrawn now. What an interruption left of an earlier withdrawal goes as well. */
async function withdrawIfHolding(place: Place, sought: Sought, clock: () => number): Promise<boolean> {
  const { store, profile, version } = place
  const prefix = releasePrefix(profile, version)
  if (await readNotice(store, prefix)) {
    await pointAwayFrom(store, profile, version)
    return (await eraseData(place)) > 0
  }
  const holding = await holdingFiles(store, prefix, sought)
  if (holding.length === 0) return false
  if (!(await store.head(prefix + manifestFile))) {
    // Never finished: nobody knows of it. Whoever may still be writing it finds it disturbed, and fails.
    await eraseBelow(store, prefix)
    return false
  }
  await pointAwayFrom(store, profile, version)
  const notice: Notice = { version, profile, withdrawn_at: new Date(clock()).toISOString(), cause: 'takedown' }
  const served = { mediaType: 'application/json', cacheControl: latestHolds(profile) }
  await store.put(prefix + noticeFile, new TextEncoder().encode(json(notice)), served)
  await eraseData(place)
  return true
}

/** The manifest first: without it, nobody takes the folder for a release. */
async function eraseData({ store, profile, version }: Place): Promise<number> {
  const prefix = releasePrefix(profile, version)
  const notice = (await readNotice(store, prefix)) as Notice
  await eraseBelow(store, prefix + manifestFile)
  const served = { mediaType: 'text/html; charset=utf-8', cacheControl: latestHolds(profile) }
  await store.put(prefix + PAGE, new TextEncoder().encode(withdrawnPage(notice)), served)
  return eraseBelow(store, prefix, found => !stays.has(found.key.slice(prefix.length)) || isHistory(found))
}
