/** Where a release is, as a person names it: a folder, a web address, or a version of the lake. */
import { resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { httpFiles } from '../lake/files-http.ts'
import { type ReleaseProfile, releasePrefix } from '../lake/keys.ts'
import type { Store } from '../lake/store.ts'
import { diskStore } from '../lake/store-disk.ts'
import { type Files, manifestFile, readManifest } from '../publish/manifest.ts'
import { refuseWithdrawn } from '../publish/notice.ts'
import type { ReleaseAt } from '../publish/release-rows.ts'

/** Files that may be listed are: a folder's and a bucket's are, those of a web server are not. */
export interface Placed {
  readonly files: Files & Partial<Pick<Store, 'list'>>
  /** What stands before the paths of the manifest. */
  readonly prefix: string
}

const VERSION = /^\d+\.\d+\.\d+$/

/** `releases` are those of the lake and the profile, which a version means. */
export function placeOf(place: string, releases: Store, profile: ReleaseProfile): Placed {
  if (VERSION.test(place)) return { files: releases, prefix: releasePrefix(profile, place) }
  return { files: /^https?:\/\//.test(place) ? httpFiles(place) : diskStore(resolve(place)), prefix: '' }
}

/** Throws a UsageError when there is no release. */
export async function releaseAt(place: string, releases: Store, profile: ReleaseProfile): Promise<ReleaseAt> {
  const { files, prefix } = placeOf(place, releases, profile)
  await refuseWithdrawn(files, prefix)
  const manifest = await readManifest(files, prefix)
  if (!manifest)
    throw new UsageError(`expected a release at ${place}, found no ${prefix}${manifestFile} in ${files.name}`)
  return { files, prefix, manifest }
}

/** The profile that an option names. */
export function profileOf(text: string): ReleaseProfile {
  if (text === 'open' || text === 'full') return text
  throw new UsageError(`expected open or full as --profile, got ${text}`)
}
