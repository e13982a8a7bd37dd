import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { drop } from '../../src/lake/drop.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { sha256 } from '../../src/tables/ids.ts'
import { type FakeS3, fakeS3 } from '../support/fake-s3.ts'
import { temporaryFolder } from '../support/writer.ts'

let s3: FakeS3
let folder: string
beforeEach(async () => {
  s3 = fakeS3()
  folder = join(await temporaryFolder(), 'pages')
  await mkdir(folder)
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await writeFile(join(folder, name), name)
  await writeFile(join(folder, 'c.txt.meta.json'), '{}')
})

const dropped = (atOnce = 4) => drop(s3Store(s3.client, { bucket: 'inbox' }), [folder], { atOnce })
const made = (method: string) => s3.calls.filter(call => call.startsWith(method))

test('files go to a bucket several at once, sidecars before all documents', async () => {
  expect(await dropped()).toMatchObject({ copied: 4, unchanged: 0, refused: [] })
  expect(made('PUT')[0]).toBe('PUT /inbox/c.txt.meta.json')
  expect(made('PUT')).toHaveLength(4)
})

test('what is there already is neither sent nor fetched', async () => {
  await dropped()
  await writeFile(join(folder, 'b.txt'), 'B.txt')
  s3.calls.length = 0
  expect(await dropped()).toMatchObject({ copied: 1, unchanged: 3 })
  expect(made('PUT')).toEqual(['PUT /inbox/b.txt'])
  expect(made('GET')).toEqual([])
})

test('where the bucket cannot tell, what is there is fetched and compared', async () => {
  await dropped()
  for (const { headers } of s3.objects.values()) {
    delete (headers as Record<string, string>)['x-amz-checksum-sha256']
    // As of what was sent in two parts.
    Object.assign(headers, { etag: `"${'0'.repeat(32)}-2"` })
  }
  s3.calls.length = 0
  expect(await dropped()).toMatchObject({ copied: 0, unchanged: 4 })
  expect(made('GET')).toHaveLength(4)
})

test('every document is told with its id, sidecars are not', async () => {
  const { documents } = await dropped(1)
  expect(documents).toEqual(
    ['a.txt', 'b.txt', 'c.txt'].map(name => ({
      sourceKey: name,
      documentId: sha256(new TextEncoder().encode(name)),
      isCopied: true,
    })),
  )
})
