/** A function may do no more than it needs. */
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { expect, inject, test } from 'vitest'
import { assumeRole } from './api.ts'
import { deployedAt, s3Client } from './deployment.ts'
import { roleOf } from './poller.ts'

const deployed = deployedAt(inject('deployment'))
const denied = expect.objectContaining({ $metadata: expect.objectContaining({ httpStatusCode: 403 }) })

const clientOf = async (name: string) =>
  s3Client({ ...deployed.api, keys: await assumeRole(deployed.api, await roleOf(deployed, name)) })

test.each([
  ['Ingest', 'inbox', 'new.txt'],
  ['Ingest', 'lake', 'tables/x'],
  ['merge', 'inbox', 'new.txt'],
  ['merge', 'lake', 'staging/x'],
  ['Migrate', 'lake', 'staging/x'],
  ['TakedownWork', 'inbox', 'new.txt'],
  ['TakedownWork', 'lake', 'quarantine/x'],
])('%s may not write to the %s at %s', async (name, where, key) => {
  const s3 = await clientOf(name)
  const Bucket = where === 'inbox' ? deployed.names.inboxBucket : deployed.names.lakeBucket
  await expect(s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'x' }))).rejects.toEqual(denied)
})

test('what it needs it may', async () => {
  const s3 = await clientOf('Ingest')
  const place = { Bucket: deployed.names.lakeBucket, Key: 'staging/x' }
  await s3.send(new PutObjectCommand({ ...place, Body: 'x' }))
  await expect(s3.send(new DeleteObjectCommand(place))).rejects.toEqual(denied)
  await deployed.lake.delete(place.Key)
})
