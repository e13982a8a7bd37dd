/** A bucket, or a prefix of one, as a store. */
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  type S3Client,
  type ObjectVersion as S3Version,
} from '@aws-sdk/client-s3'
import { awsFailure, statusOf } from './aws-failure.ts'
import { compareKeys } from './keys.ts'
import { decodeKey, decodeWords, revisionAt, UNVERSIONED, versionOf } from './s3-values.ts'
import {
  type Digest,
  type ObjectVersion,
  type StoredContent,
  type StoredObject,
  TooLarge,
  type VersionedStore,
} from './store.ts'

export interface BucketPlace {
  readonly bucket: string
  /** Empty, or ends with `/`; it is no part of the keys that the store gives and takes. */
  readonly prefix?: string
  /** Account that the bucket has to belong to; another's bucket of this name is refused. */
  readonly owner?: string
}

/**
 * A store in a bucket. `LastModified` counts seconds, so that two writes within one share a revision; who needs to tell them
 * apart goes by the sequencer of their events.
 */
export function s3Store(client: S3Client, { bucket, prefix = '', owner }: BucketPlace): VersionedStore {
  const name = `s3://${bucket}/${prefix}`
  const whose = { Bucket: bucket, ...(owner === undefined ? {} : { ExpectedBucketOwner: owner }) }
  const place = (key: string) => ({ ...whose, Key: prefix + key })

  /** Null for an object that is not there, or whose latest version is a delete marker. */
  async function orNull<T>(what: string, call: Promise<T>): Promise<T | null> {
    try {
      return await call
    } catch (error) {
      if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return null
      throw awsFailure(`${what} in ${name}`, error)
    }
  }

  async function* versions(below: string): AsyncGenerator<ObjectVersion> {
    let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {}
    while (marker) {
      const page: ListObjectVersionsCommandOutput = await client
        .send(new ListObjectVersionsCommand({ ...whose, Prefix: prefix + below, EncodingType: 'url', ...marker }))
        .catch(error => Promise.reject(awsFailure(`cannot list versions of ${below} in ${name}`, error)))
      const { Versions = [], DeleteMarkers = [] } = page
      const found = [...Versions.map(stateOf(false)), ...DeleteMarkers.map(stateOf(true))]
      for (const { key, ...state } of found.sort((a, b) => compareKeys(a.key, b.key)))
        yield { key: key.slice(prefix.length), ...state }
      marker = page.IsTruncated ? nextOf(page) : undefined
    }
  }

  return {
    name,

    async get(key, { version, mostBytes = Number.POSITIVE_INFINITY } = {}): Promise<StoredContent | null> {
      const asked = { ...place(key), ...(version === undefined ? {} : { VersionId: version }) }
      const found = await orNull(`cannot read ${key}`, client.send(new GetObjectCommand(asked)))
      if (!found?.Body) return null
      const sizeBytes = found.ContentLength ?? 0
      if (sizeBytes > mostBytes) {
        if (found.Body instanceof Readable) found.Body.destroy()
        throw new TooLarge({ key, sizeBytes, version: versionOf(found.VersionId) })
      }
      const bytes = await orNull(`cannot read ${key}`, found.Body.transformToByteArray())
      return (
        bytes && {
          key,
          sizeBytes: bytes.length,
          revision: revisionAt(found.LastModified),
          bytes,
          version: versionOf(found.VersionId),
          mediaType: found.ContentType && !UNTOLD.has(found.ContentType) ? found.ContentType : null,
          metadata: decodeWords(found.Metadata ?? {}),
          tag: found.ETag ?? '',
        }
      )
    },

    async head(key): Promise<StoredObject | null> {
      const asked = new HeadObjectCommand({ ...place(key), ChecksumMode: 'ENABLED' })
      const found = await orNull(`cannot look at ${key}`, client.send(asked))
      if (!found) return null
      const digest = digestOf(found)
      const { ContentLength = 0, LastModified } = found
      return { key, sizeBytes: ContentLength, revision: revisionAt(LastModified), ...(digest ? { digest } : {}) }
    },

    async put(key, bytes, { ifNoneMatch = false, ifMatch, mediaType, cacheControl } = {}) {
      try {
        await client.send(
          new PutObjectCommand({
            ...place(key),
            Body: bytes,
            ChecksumAlgorithm: 'SHA256',
            ...(ifNoneMatch ? { IfNoneMatch: '*' } : {}),
            ...(ifMatch === undefined ? {} : { IfMatch: ifMatch }),
            ...(mediaType === undefined ? {} : { ContentType: mediaType }),
            ...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
          }),
        )
        return 'written'
      } catch (error) {
        if ((ifNoneMatch || ifMatch !== undefined) && statusOf(error) === 412) return 'exists'
        // An object that is gone matches nothing.
        if (ifMatch !== undefined && (error as Error).name === 'NoSuchKey') return 'exists'
        throw awsFailure(`cannot write ${key} in ${name}`, error)
      }
    },

    async *list(below) {
      let token: string | undefined
      do {
        const page = await client
          .send(
            new ListObjectsV2Command({
              ...whose,
              Prefix: prefix + below,
              EncodingType: 'url', // XML cannot hold every character that a key may
              ...(token ? { ContinuationToken: token } : {}),
            }),
          )
          .catch(error => Promise.reject(awsFailure(`cannot list ${below} in ${name}`, error)))
        for (const { Key = '', Size = 0, LastModified } of page.Contents ?? [])
          yield { key: decodeKey(Key).slice(prefix.length), sizeBytes: Size, revision: revisionAt(LastModified) }
        token = page.NextContinuationToken
      } while (token)
    },

    async *latest(below) {
      for await (const { isLatest, ...state } of versions(below)) if (isLatest) yield state
    },

    versions,

    async delete(key) {
      await orNull(`cannot delete ${key}`, client.send(new DeleteObjectCommand(place(key))))
    },

    async deleteVersion(key, version) {
      const asked = new DeleteObjectCommand({ ...place(key), VersionId: version ?? UNVERSIONED })
      await orNull(`cannot delete a version of ${key}`, client.send(asked))
    },
  }
}

/** Of a whole object: not of one that was sent in parts, whose figures are marked with the number of parts. */
function digestOf({ ChecksumSHA256, ETag }: HeadObjectCommandOutput): Digest | null {
  if (ChecksumSHA256 && !ChecksumSHA256.includes('-'))
    return { algorithm: 'sha256', hex: Buffer.from(ChecksumSHA256, 'base64').toString('hex') }
  // In a bucket with SSE-S3, as a deployment's inbox is, the ETag of an object that came in one piece is its MD5.
  const md5 = /^"(?<hex>[0-9a-f]{32})"$/.exec(ETag ?? '')?.groups?.hex
  return md5 ? { algorithm: 'md5', hex: md5 } : null
}

/** One entry of a listing of versions. */
const stateOf =
  (isDeleted: boolean) =>
  ({ Key = '', VersionId, LastModified, IsLatest = false, Size = 0 }: S3Version): ObjectVersion => ({
    key: decodeKey(Key),
    sizeBytes: Size,
    revision: revisionAt(LastModified),
    version: versionOf(VersionId),
    isDeleted,
    isLatest: IsLatest,
  })

const nextOf = ({ NextKeyMarker, NextVersionIdMarker }: ListObjectVersionsCommandOutput) => ({
  ...(NextKeyMarker === undefined ? {} : { KeyMarker: decodeKey(NextKeyMarker) }),
  ...(NextVersionIdMarker ? { VersionIdMarker: NextVersionIdMarker } : {}),
})

/** What S3 says of an object whose media type nobody told. */
const UNTOLD = new Set(['binary/octet-stream', 'application/octet-stream'])
