/** The inbox beside what the tables know of it, key by key, in little memory whatever their sizes. */
import { OperationalError } from '../../errors.ts'
import { compareKeys, describedKey, isSidecarKey, sourceKeyOf } from '../keys.ts'
import type { KnownDocument } from '../known-documents.ts'
import type { LatestVersion } from '../store.ts'

/** One key of the inbox, or of the tables, or of both. */
export interface Beside {
  /** The newest version of the object, which may be the marker of its deletion; null where the inbox has not even that. */
  readonly object: LatestVersion | null
  readonly sidecar: LatestVersion | null
  /** Null when it was never read. `elsewhere` when the key is not in NFC, so that the tables have it at another place. */
  readonly known: KnownDocument | null | 'elsewhere'
}

/**
 * Walks through both in the order of their keys. Only objects whose sidecar may still come are kept meanwhile; the key of each
 * begins that of the next, so they are few. A sidecar of nothing has neither object nor known.
 */
export async function* sideBySide(
  listing: AsyncIterable<LatestVersion>,
  known: AsyncIterable<KnownDocument>,
): AsyncGenerator<Beside> {
  const open: (Beside & { readonly object: LatestVersion })[] = []
  for await (const { object, known: document } of join(listing, known)) {
    if (!object) {
      yield { object, sidecar: null, known: document }
      continue
    }
    for (let last = open.at(-1); last && !object.key.startsWith(last.object.key); last = open.at(-1)) {
      open.pop()
      yield last
    }
    if (!isSidecarKey(object.key)) open.push({ object, sidecar: null, known: document })
    else {
      const at = open.findIndex(({ object: { key } }) => key === describedKey(object.key))
      const [described] = at < 0 ? [] : open.splice(at, 1)
      yield described ? { ...described, sidecar: object } : { object: null, sidecar: object, known: null }
    }
  }
  yield* open
}

async function* join(
  listing: AsyncIterable<LatestVersion>,
  known: AsyncIterable<KnownDocument>,
): AsyncGenerator<Omit<Beside, 'sidecar'>> {
  const documents = inOrder(known, ({ sourceKey }) => sourceKey)
  try {
    let next = await documents.next()
    for await (const object of inOrder(listing, ({ key }) => key)) {
      if (isSidecarKey(object.key)) {
        yield { object, known: null }
        continue
      }
      if (sourceKeyOf(object.key) !== object.key) {
        yield { object, known: 'elsewhere' }
        continue
      }
      for (; !next.done && compareKeys(next.value.sourceKey, object.key) < 0; next = await documents.next())
        yield { object: null, known: next.value }
      if (!next.done && next.value.sourceKey === object.key) {
        yield { object, known: next.value }
        next = await documents.next()
      } else yield { object, known: null }
    }
    for (; !next.done; next = await documents.next()) yield { object: null, known: next.value }
  } finally {
    await documents.return(undefined)
  }
}

/** Two sequences in different orders would make every object look gone, so this one is watched. */
async function* inOrder<T>(items: AsyncIterable<T>, keyOf: (item: T) => string): AsyncGenerator<T> {
  let last: string | null = null
  for await (const item of items) {
    const key = keyOf(item)
    if (last !== null && compareKeys(last, key) >= 0)
      throw new OperationalError(`expected keys in the order of their bytes, got ${key} after ${last}`, {
        retryable: false,
      })
    last = key
    yield item
  }
}
