import { mkdtemp, readdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskStore } from '../../src/lake/store-disk.ts'
import { collect } from '../support/collect.ts'
import { storeContract } from './store.contract.ts'

const folder = () => mkdtemp(join(tmpdir(), 'presslake-store-'))

describe('a folder as a store', () => {
  storeContract(async () => diskStore(await folder()))

  test('is empty where there is no folder', async () => {
    const store = diskStore(join(await folder(), 'nowhere'))
    expect(await store.get('a')).toBeNull()
    expect(await collect(store.list(''))).toEqual([])
  })

  test('refuses keys that would leave it', async () => {
    const store = diskStore(await folder())
    for (const key of ['../a', 'a/../../b', '/etc/passwd', 'a//b', '.', 'a\0b', 'a/'])
      await expect(store.put(key, new Uint8Array())).rejects.toThrow(/expected a key that can be a path/)
  })

  test('leaves no half-written file and no empty folder behind', async () => {
    const root = await folder()
    const store = diskStore(root)
    await store.put('a/b/c', new Uint8Array(3))
    await store.put('a/b/c', new Uint8Array(4), { ifNoneMatch: true })
    expect(await readdir(join(root, 'a/b'))).toEqual(['c'])
    await store.delete('a/b/c')
    expect(await readdir(root)).toEqual([])
  })

  test('makes a state newer than the one it replaces, whatever the clock says', async () => {
    const root = await folder()
    const store = diskStore(root)
    await store.put('a', new Uint8Array(1))
    const inTenYears = Date.now() / 1000 + 3e8
    await utimes(join(root, 'a'), inTenYears, inTenYears)
    const before = (await store.head('a'))?.revision as string
    await store.put('a', new Uint8Array(2), { newerThan: before })
    expect(((await store.head('a'))?.revision as string) > before).toBe(true)
  })

  test('takes links to files for files, and does not follow links to folders', async () => {
    const root = await folder()
    await writeFile(join(root, 'real'), 'x')
    await symlink(join(root, 'real'), join(root, 'link'))
    await symlink(root, join(root, 'loop'))
    const keys = (await collect(diskStore(root).list(''))).map(({ key }) => key)
    expect(keys).toEqual(['link', 'real'])
  })

  test('says what it could not do', async () => {
    const root = await folder()
    const store = diskStore(root)
    await store.put('a', new Uint8Array(1))
    await expect(store.put('a/b', new Uint8Array(1))).rejects.toThrow(/cannot write a\/b/)
  })
})
