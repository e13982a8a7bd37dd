/** What `npm run destroy` does before CloudFormation can: buckets are emptied of all versions; a stage that keeps its data is refused. */
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { expect, inject, test } from 'vitest'
import { emptyBucket } from '../../../scripts/empty-bucket.ts'
import { deployedAt } from './deployment.ts'
import { documents } from './documents.ts'
import { runNode } from './program.ts'

const { s3 } = deployedAt(inject('deployment'))
const Bucket = 'presslake-to-be-emptied'

test('a bucket with more versions than a page holds, odd names and markers of deletion is emptied, and can be deleted', async () => {
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }))
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  const keys = documents('gone', 520).map(({ key }) => key)
  const each = async (work: (Key: string) => Promise<unknown>) => {
    for (let i = 0; i < keys.length; i += 20) await Promise.all(keys.slice(i, i + 20).map(work))
  }
  for (const Body of ['one', 'two']) await each(Key => s3.send(new PutObjectCommand({ Bucket, Key, Body })))
  await s3.send(new DeleteObjectCommand({ Bucket, Key: keys[0] }))
  expect(await emptyBucket(s3, Bucket)).toBe(2 * keys.length + 1)
  const { Versions, DeleteMarkers } = await s3.send(new ListObjectVersionsCommand({ Bucket }))
  expect([Versions ?? [], DeleteMarkers ?? []]).toEqual([[], []])
  await s3.send(new DeleteBucketCommand({ Bucket }))
  expect(await emptyBucket(s3, Bucket)).toBe(0)
})

const destroy = (...args: readonly string[]) => runNode(['--import', 'tsx', 'scripts/destroy.ts', ...args], {})

test.each([
  [[], /expected the address of the lake to destroy/],
  [['s3://presslake-prod-lake-123456789012-eu-central-1'], /the stage prod keeps its data/],
  [['s3://somebodys-bucket'], /expected s3:\/\/presslake-/],
])('with %j nothing is destroyed', async (args, message) => {
  const { code, err } = await destroy(...args)
  expect(err).toMatch(message)
  expect(code).toBe(2)
})
