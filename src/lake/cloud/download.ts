/** Objects of a bucket → files, whatever their size. */
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { OperationalError } from '../../errors.ts'
import { awsFailure } from '../aws-failure.ts'
import type { BucketPlace } from '../store-s3.ts'

/** Writes an object to a path. */
export type Download = (key: string, path: string) => Promise<void>

const ATTEMPTS = 3

/** The SDK tries a request again; what breaks off in the middle of an answer is tried again here. */
export function s3Download(client: S3Client, { bucket, owner }: BucketPlace): Download {
  return async (key, path) => {
    for (let attempt = 1; ; attempt++) {
      const { Body, ContentLength } = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: key, ...(owner ? { ExpectedBucketOwner: owner } : {}) }))
        .catch(error => Promise.reject(awsFailure(`cannot read ${key} in s3://${bucket}/`, error)))
      const file = createWriteStream(path)
      try {
        await pipeline(Body as Readable, file)
        if (ContentLength === undefined || file.bytesWritten === ContentLength) return
        throw new Error(`expected ${ContentLength} bytes, came ${file.bytesWritten}`)
      } catch (cause) {
        if (attempt === ATTEMPTS)
          throw new OperationalError(`cannot read ${key} in s3://${bucket}/: ${(cause as Error).message}`, {
            retryable: true,
            cause,
          })
      }
    }
  }
}
