/** The port to where bytes live: a folder or a bucket. Twins: `store-disk.ts`, `store-s3.ts`. */

/** An object without its bytes. */
export interface StoredObject {
  readonly key: string
  readonly sizeBytes: number
  /** When it was last written, in nanoseconds since 1970, as twenty digits: later states compare greater. */
  readonly revision: string
  /** Of its bytes, where `head` knows it without reading them. */
  readonly digest?: Digest
}

export interface Digest {
  readonly algorithm: 'sha256' | 'md5'
  /** Lower case. */
  readonly hex: string
}

/** An object and what the store knows of it. */
export interface StoredContent extends StoredObject {
  readonly bytes: Uint8Array
  /** Version id, null in a store that keeps no versions. */
  readonly version: string | null
  /** As declared by whoever wrote it; null where the store keeps no such thing. */
  readonly mediaType: string | null
  /** What came with the object, names in lower case. */
  readonly metadata: Readonly<Record<string, string>>
  /** Stands for this state of the object: another state has another one. */
  readonly tag: string
}

/** The newest of what a store that keeps versions holds under a key: an object, or the marker of its deletion. */
export interface LatestVersion extends StoredObject {
  /** Null for an object from before the store kept versions. */
  readonly version: string | null
  /** When it is a marker, it has no bytes, and `revision` says when the object was deleted. */
  readonly isDeleted: boolean
}

export interface GetOptions {
  /** A store that keeps versions gives this one, also of an object that is gone. */
  readonly version?: string
  /** Of a larger object, the bytes are not fetched: `TooLarge` is thrown. */
  readonly mostBytes?: number
}

/** An object has more bytes than whoever asked for it can take. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly sizeBytes: number
  /** As in `StoredContent`. */
  readonly version: string | null

  constructor({ key, sizeBytes, version }: Pick<StoredContent, 'key' | 'sizeBytes' | 'version'>) {
    super(`${key} has ${sizeBytes} bytes`)
    this.sizeBytes = sizeBytes
    this.version = version
  }
}

export interface PutOptions {
  /** Write only where nothing stands yet; atomic also against other writers. */
  readonly ifNoneMatch?: boolean
  /**
   * Write only over the state that has this tag. Atomic against other writers in a bucket; in a folder somebody can come
   * between the look and the rename that follows it.
   */
  readonly ifMatch?: string
  /** The new state has to compare greater than this revision. Stores whose clock only goes forward need not look at it. */
  readonly newerThan?: string
  /** What it is served as, by a store that serves. */
  readonly mediaType?: string
  /** The header `Cache-Control` with which it is served. */
  readonly cacheControl?: string
}

/**
 * Bytes by key. An object appears whole or not at all, and what was written is seen by the next read.
 * Every method throws `OperationalError` when the store does not do what was asked.
 */
export interface Store {
  /** What messages call it: a path or a URL. */
  readonly name: string
  /** Null when there is no such object. */
  get(key: string, options?: GetOptions): Promise<StoredContent | null>
  head(key: string): Promise<StoredObject | null>
  /** Says `exists` when a condition kept it from writing: something stands there, or another state than was expected. */
  put(key: string, bytes: Uint8Array, options?: PutOptions): Promise<'written' | 'exists'>
  /** Objects whose key starts with `prefix`, in the order of their keys' UTF-8 bytes. */
  list(prefix: string): AsyncIterable<StoredObject>
  /** No error when it is gone already. */
  delete(key: string): Promise<void>
}

/** Any version of what a store holds under a key. */
export interface ObjectVersion extends LatestVersion {
  readonly isLatest: boolean
}

/** A store that keeps the versions of its objects. */
export interface VersionedStore extends Store {
  /** The newest version of every key that starts with `prefix`, deleted ones too, in the order of their keys' UTF-8 bytes. */
  latest(prefix: string): AsyncIterable<LatestVersion>
  /** Every version of those keys, markers of deletion among them, key by key. */
  versions(prefix: string): AsyncIterable<ObjectVersion>
  /** Deletes one version for good, `null` being that from before the store kept versions. No error when it is gone already. */
  deleteVersion(key: string, version: string | null): Promise<void>
}
