/** The secret of a deployed lake: an object that publishers alone can read, made when it is first asked for. */
import { OperationalError } from '../../errors.ts'
import { publisherSecretKey } from '../keys.ts'
import { newSecret, secretFrom } from '../secret.ts'
import type { Store } from '../store.ts'

/** From which the keys of pseudonyms are made. `store` is the lake bucket. */
export async function cloudSecret(store: Store): Promise<Uint8Array> {
  const known = await store.get(publisherSecretKey)
  if (!known) await store.put(publisherSecretKey, new TextEncoder().encode(newSecret()), { ifNoneMatch: true })
  const kept = known ?? (await store.get(publisherSecretKey))
  if (kept) return secretFrom(new TextDecoder().decode(kept.bytes), `${store.name}${publisherSecretKey}`)
  throw new OperationalError(
    `expected ${publisherSecretKey} in ${store.name}, which was just written; it is not there`,
    {
      retryable: true,
    },
  )
}
