import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/lake/store.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { checksumsFile, type Manifest, manifestFile } from '../../src/publish/manifest.ts'
import { checksums, verifyRelease } from '../../src/publish/verify.ts'
import { sha256 } from '../../src/tables/ids.ts'
import { temporaryFolder } from '../support/release-lake.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** A release of two files; `files` are those of its manifest. */
async function download(over: Partial<Manifest> = {}): Promise<Store> {
  const store = diskStore(temporaryFolder())
  const files = ['README.md', 'data/quotes/part-00000.parquet'].map(path => {
    const bytes = encode(`the content of ${path}`)
    return { path, bytes: bytes.length, sha256: sha256(bytes), media_type: 'text/plain' }
  })
  for (const { path } of files) await store.put(path, encode(`the content of ${path}`))
  const manifest = { manifest_version: 1, version: '2024.3.0', profile: 'open', tables: [], files, ...over }
  const bytes = encode(JSON.stringify(manifest))
  await store.put(manifestFile, bytes)
  await store.put(checksumsFile, encode(checksums(manifest.files, sha256(bytes))))
  return store
}

async function problems(store: Store): Promise<readonly string[]> {
  const { files } = await verifyRelease(store)
  return files.flatMap(({ path, problem }) => (problem === null ? [] : [`${path}: ${problem}`]))
}

test('a download that is whole has no problem', async () => {
  const store = await download()
  const { manifest, files } = await verifyRelease(store)
  expect(manifest.version).toBe('2024.3.0')
  expect(files).toEqual(
    ['README.md', 'data/quotes/part-00000.parquet', 'SHA256SUMS'].map(path => ({ path, problem: null })),
  )
})

test('a folder above it makes no difference, and files that cannot be listed are not looked for', async () => {
  const store = await download()
  const { files } = await verifyRelease(
    { name: 'https://data.example', get: key => store.get(key.replace('r/1/', '')) },
    'r/1/',
  )
  expect(files.every(({ problem }) => problem === null)).toBe(true)
})

describe('problems', () => {
  test('one letter', async () => {
    const store = await download()
    await store.put('README.md', encode('The content of README.md'))
    expect(await problems(store)).toEqual([
      `README.md: expected SHA-256 ${sha256('the content of README.md')}, came ${sha256('The content of README.md')}`,
    ])
  })

  test('a file cut short, one missing, one too many', async () => {
    const store = await download()
    await store.put('README.md', encode('the'))
    await store.delete('data/quotes/part-00000.parquet')
    await store.put('data/quotes/part-00001.parquet', encode('x'))
    expect(await problems(store)).toEqual([
      'README.md: expected 24 bytes, came 3',
      'data/quotes/part-00000.parquet: expected the file, it is not there',
      'data/quotes/part-00001.parquet: expected no such file, it is not in the manifest',
    ])
  })

  test('a manifest that was changed together with a file', async () => {
    const store = await download()
    const forged = encode('forged')
    const file = { path: 'README.md', bytes: forged.length, sha256: sha256(forged), media_type: 'text/plain' }
    await store.put('README.md', forged)
    await store.delete('data/quotes/part-00000.parquet')
    await store.put(
      manifestFile,
      encode(JSON.stringify({ manifest_version: 1, version: '1.0.0', profile: 'open', tables: [], files: [file] })),
    )
    expect(await problems(store)).toEqual(['SHA256SUMS: expected the hashes of the manifest, came others'])
  })

  test.each(['../secret', '/etc/passwd', 'data//x', 'data/../../x', ''])(
    'a path that leads elsewhere: %j',
    async path => {
      const store = await download({ files: [{ path, bytes: 0, sha256: '', media_type: 'text/plain' }] })
      expect(await problems(store)).toContain(`${path}: expected a path below the release`)
    },
  )
})

test('what is no release is said to be none', async () => {
  await expect(verifyRelease(diskStore(temporaryFolder()))).rejects.toThrow('expected a release with manifest.json')
  for (const text of [
    '',
    '[]',
    'null',
    '{"manifest_version":2}',
    '{"manifest_version":1,"version":"1","profile":"open","tables":[],"files":[{}]}',
  ]) {
    const store = diskStore(temporaryFolder())
    await store.put(manifestFile, encode(text))
    await expect(verifyRelease(store)).rejects.toThrow('expected the manifest of a release at')
  }
})
