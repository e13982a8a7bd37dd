/** Where the releases of a deployed lake lie. */
import type { ReleaseProfile } from '../keys.ts'
import type { CloudLake } from './lake.ts'

/**
 * The store of a profile. Full releases stay in the lake bucket, beside the tables they are made of and for those who may
 * read those: everything in the releases bucket is served to everybody.
 */
export const releasesOf = ({ releases, store }: Pick<CloudLake, 'releases' | 'store'>, profile: ReleaseProfile) =>
  profile === 'open' ? releases : store
