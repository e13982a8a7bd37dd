/** What is left of an article in everything that was published. */
import { noticeFile, releasePrefix } from '../lake/keys.ts'
import type { Store, VersionedStore } from '../lake/store.ts'
import { type Check, checkOf } from '../lake/takedown/check.ts'
import { isHistory, versionsBelow } from '../lake/takedown/erase.ts'
import { holdingFiles, type Sought } from './holding.ts'
import { readPointer } from './latest.ts'
import { readNotice } from './notice.ts'
import { placesIn, profiles, stays } from './places.ts'

export async function withdrawalChecks(
  stores: readonly (Store | VersionedStore)[],
  sought: Sought,
): Promise<readonly Check[]> {
  const holding: string[] = []
  const left: string[] = []
  for (const { store, profile, version } of await placesIn(stores)) {
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
    checkOf('releases that latest.json names', await namedAndWithdrawn(stores), 'they were withdrawn'),
  ]
}

async function namedAndWithdrawn(stores: readonly Store[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const store of stores)
    for (const profile of profiles) {
      const version = (await readPointer(store, profile))?.version
      if (version && (await store.head(releasePrefix(profile, version) + noticeFile)))
        found.push(`${profile} ${version}`)
    }
  return found
}
