/** Every version of every object of a bucket goes. */
import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3'

/** As many as one call lists, and deletes. */
const PAGE = 1000

/** Gives how many versions and markers were deleted. A bucket that is not there is empty. */
export async function emptyBucket(client: S3Client, Bucket: string): Promise<number> {
  let deleted = 0
  for (;;) {
    // What was listed is deleted, so that the next page is always the first.
    const page = await client
      .send(new ListObjectVersionsCommand({ Bucket, MaxKeys: PAGE }))
      .catch(error => (error.name === 'NoSuchBucket' ? null : Promise.reject(error)))
    const { Versions = [], DeleteMarkers = [] } = page ?? {}
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }))
    if (Objects.length === 0) return deleted
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    const [refused] = Errors
    if (refused) throw new Error(`cannot delete ${refused.Key} of ${Bucket}: ${refused.Code} ${refused.Message}`)
    deleted += Objects.length
  }
}
