/** What is left of an article in everything that was published. */
import { noticeFile, releasePrefix } from '../lake/keys.ts'
import type { Store, VersionedStore } from '../lake/store.ts'
import { type Check, checkOf } from '../lake/takedown/check.ts'
import { isHistory, versionsBelow } from '../lake/takedown/erase.ts'
import { holdingFiles, type Sought } from './holding.ts'
import { readPointer } from './latest.ts'
import { readNotice } from './notice.ts'
import { type Place, placesIn, stays } from './places.ts'

export async function withdrawalChecks(
  stores: readonly (Store | VersionedStore)[],
  sought: Sought,
): Promise<readonly Check[]> {
  const holding: string[] = []
  const left: string[] = []
  const places = await placesIn(stores)
  for (const { store, profile, version } of places) {
    const prefix = releasePrefix(profile, version)
    if (await readNotice(store, prefix))
      for await (const found of versionsBelow(store, prefix)) {
        if (!stays.has(found.key.slice(prefix.length)) || isHistory(found)) left.push(found.key)
      }
    else holding.push(...(await holdingFiles(store, prefix, sought)))
  }
  return [
    checkOf('files of releases', holding, 'released meanwhile; another call withdraws it'),
    checkOf('files of withdrawn releases', left, 'they could not be deleted'),
    checkOf('releases that latest.json names', await namedAndWithdrawn(places), 'they were withdrawn'),
  ]
}

/** Only where releases of a profile lie: nobody else may ask for more. */
async function namedAndWithdrawn(places: readonly Place[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { store, profile, version } of places) {
    const pointer =
      (await store.head(releasePrefix(profile, version) + noticeFile)) && (await readPointer(store, profile))
    if (pointer?.version === version) found.push(`${profile} ${version}`)
  }
  return found
}
