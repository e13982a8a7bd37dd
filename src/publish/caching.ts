/**
 * For how long copies of what is published may be used without a question, as headers `Cache-Control`. Full releases are
 * no business of caches that several people share.
 */
import type { ReleaseProfile } from '../lake/keys.ts'

/**
 * A version never changes. Caches on the way ask once a day all the same, since it may be withdrawn, and who can purge one
 * cannot purge them all.
 */
export const versionHolds = (profile: ReleaseProfile): string =>
  profile === 'open' ? 'public, max-age=31536000, s-maxage=86400, immutable' : 'private, max-age=31536000, immutable'

/** `latest.json`. */
export const latestHolds = (profile: ReleaseProfile): string =>
  profile === 'open' ? 'public, max-age=60' : 'private, max-age=60'
