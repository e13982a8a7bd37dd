/** Where a release is, as a person names it: a folder, a web address, or a version of the lake. */
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { httpFiles } from '../lake/files-http.ts'
import { type ReleaseProfile, releasePrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { diskStore } from '../lake/store-disk.ts'
import { type Files, manifestFile, readManifest } from '../publish/manifest.ts'
import type { ReleaseAt } from '../publish/release-rows.ts'

/** Files that may be listed are: a folder's are, those of a web server are not. */
export type PlacedFiles = Files & Partial<Pick<Store, 'list'>>

export function filesAt(place: string): PlacedFiles {
  return /^https?:\/\//.test(place) ? httpFiles(place) : diskStore(resolve(place))
}

const VERSION = /^\d+\.\d+\.\d+$/

/** Throws a UsageError when there is no release. */
export async function releaseAt(place: string, lake: string, profile: ReleaseProfile): Promise<ReleaseAt> {
  const isVersion = VERSION.test(place)
  const files = isVersion ? diskStore(resolve(lake)) : filesAt(place)
  const prefix = isVersion ? releasePrefix(profile, place) : ''
  const manifest = await readManifest(files, prefix)
  if (!manifest)
    throw new UsageError(`expected a release at ${place}, found no ${prefix}${manifestFile} in ${files.name}`)
  return { files, prefix, manifest }
}
