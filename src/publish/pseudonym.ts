/** Names that stand for people's names: the same person has one within a release, and cannot be followed to the next. */
import { createHmac } from 'node:crypto'

/** The name that stands for an author who comments at a site; the site is empty when it is not known. */
export type Pseudonym = (site: string, author: string) => string

const DIGITS = 32

/**
 * Pseudonyms of one release. `secret` belongs to the lake and is never published: names are few enough to be tried one by
 * one against anything less than a secret key. Each release has a key of its own, made from the secret and `release`.
 */
export function pseudonyms(secret: Uint8Array, release: string): Pseudonym {
  if (secret.length < 32) throw new RangeError(`expected a secret of at least 32 bytes, came ${secret.length}`)
  const key = createHmac('sha256', secret).update(`release ${release}`).digest()
  return (site, author) =>
    `p_${createHmac('sha256', key)
      .update(JSON.stringify([site, author]))
      .digest('hex')
      .slice(0, DIGITS)}`
}
