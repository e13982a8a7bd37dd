/** Where releases lie, standing or withdrawn. */
import { noticeFile, type ReleaseProfile } from '../lake/keys.ts'
import type { Store, VersionedStore } from '../lake/store.ts'
import { versionsIn } from './versions.ts'

export const profiles = ['open', 'full'] as const
export const PAGE = 'index.html'
/** What stays of a withdrawn release. */
export const stays: ReadonlySet<string> = new Set([noticeFile, PAGE])

export interface Place {
  readonly store: Store | VersionedStore
  readonly profile: ReleaseProfile
  readonly version: string
}

/** Everything of which these stores hold anything, newer versions first. */
export async function placesIn(stores: readonly (Store | VersionedStore)[]): Promise<readonly Place[]> {
  const places: Place[] = []
  for (const store of stores)
    for (const profile of profiles)
      for (const version of await versionsIn(store, profile)) places.push({ store, profile, version })
  return places
}

export const nameOf = ({ store, profile, version }: Place): string => `${profile} ${version} in ${store.name}`
