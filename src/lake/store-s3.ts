/** A bucket, or a prefix of one, as a store. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { awsFailure, statusOf } from './aws-failure.ts'
import { compareKeys } from './keys.ts'
import { revisionOf } from './revisions.ts'
import type { LatestVersion, StoredContent, StoredObject, VersionedStore } from './store.ts'

export interface BucketPlace {
  readonly bucket: string
  /** Empty, or ends with `/`; it is no part of the keys that the store gives and takes. */
  readonly prefix?: string
}

/**
 * A store in a bucket. `LastModified` counts seconds, so that two writes within one share a revision; who needs to tell them
 * apart goes by the sequencer of their events.
 */
export function s3Store(client: S3Client, { bucket, prefix = '' }: BucketPlace): VersionedStore {
  const name = `s3://${bucket}/${prefix}`
  const place = (key: string) => ({ Bucket: bucket, Key: prefix + key })

  /** Null for an object that is not there, or whose latest version is a delete marker. */
  async function orNull<T>(what: string, call: Promise<T>): Promise<T | null> {
    try {
      return await call
    } catch (error) {
      if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return null
      throw awsFailure(`${what} in ${name}`, error)
    }
  }

  return {
    name,

    async get(key): Promise<StoredContent | null> {
      const found = await orNull(`cannot read ${key}`, client.send(new GetObjectCommand(place(key))))
      if (!found?.Body) return null
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
        }
      )
    },

    async head(key): Promise<StoredObject | null> {
      const found = await orNull(`cannot look at ${key}`, client.send(new HeadObjectCommand(place(key))))
      return found && { key, sizeBytes: found.ContentLength ?? 0, revision: revisionAt(found.LastModified) }
    },

    async put(key, bytes, { ifNoneMatch = false } = {}) {
      try {
        await client.send(
          new PutObjectCommand({ ...place(key), Body: bytes, ...(ifNoneMatch ? { IfNoneMatch: '*' } : {}) }),
        )
        return 'written'
      } catch (error) {
        if (ifNoneMatch && statusOf(error) === 412) return 'exists'
        throw awsFailure(`cannot write ${key} in ${name}`, error)
      }
    },

    async *list(below) {
      let token: string | undefined
      do {
        const page = await client
          .send(
            new ListObjectsV2Command({
              Bucket: bucket,
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
      let marker: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } | undefined = {}
      while (marker) {
        const page: ListObjectVersionsCommandOutput = await client
          .send(
            new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix + below, EncodingType: 'url', ...marker }),
          )
          .catch(error => Promise.reject(awsFailure(`cannot list versions of ${below} in ${name}`, error)))
        const { Versions = [], DeleteMarkers = [] } = page
        const found = [...Versions.map(latestOf(false)), ...DeleteMarkers.map(latestOf(true))].flatMap(one => one ?? [])
        for (const { key, ...state } of found.sort((a, b) => compareKeys(a.key, b.key)))
          yield { key: key.slice(prefix.length), ...state }
        marker = page.IsTruncated ? nextOf(page) : undefined
      }
    },

    async delete(key) {
      await orNull(`cannot delete ${key}`, client.send(new DeleteObjectCommand(place(key))))
    },
  }
}

/** One entry of a listing of versions; null when it is not the newest of its key. */
const latestOf =
  (isDeleted: boolean) =>
  ({ Key = '', VersionId, LastModified, IsLatest, Size = 0 }: ObjectVersion): LatestVersion | null =>
    IsLatest
      ? {
          key: decodeKey(Key),
          sizeBytes: Size,
          revision: revisionAt(LastModified),
          version: versionOf(VersionId),
          isDeleted,
        }
      : null

const nextOf = ({ NextKeyMarker, NextVersionIdMarker }: ListObjectVersionsCommandOutput) => ({
  ...(NextKeyMarker === undefined ? {} : { KeyMarker: decodeKey(NextKeyMarker) }),
  ...(NextVersionIdMarker ? { VersionIdMarker: NextVersionIdMarker } : {}),
})

/** S3 writes keys in listings and notifications as forms do: a space as +, a plus as %2B. */
export const decodeKey = (encoded: string): string => decodeURIComponent(encoded.replaceAll('+', ' '))

/** What S3 says of an object whose media type nobody told. */
const UNTOLD = new Set(['binary/octet-stream', 'application/octet-stream'])

/** S3 gives metadata that is not ASCII as encoded words (RFC 2047); adjoining ones are one text. */
function decodeWords(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name,
      value
        .replace(/\?=\s+=\?/g, '?==?')
        .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
          encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : decodeQuoted(text),
        ),
    ]),
  )
}

const decodeQuoted = (text: string) =>
  decodeURIComponent(text.replaceAll('%', '%25').replaceAll('_', ' ').replaceAll('=', '%'))

/** S3 calls `null` what was written before the bucket kept versions. */
const versionOf = (id: string | undefined) => (id === undefined || id === 'null' ? null : id)

const revisionAt = (modified: Date | undefined) => revisionOf(BigInt(modified?.getTime() ?? 0) * 1_000_000n)
