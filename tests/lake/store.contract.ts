/** What every store must do. */
import { expect, test } from 'vitest'
import type { Store } from '../../src/lake/store.ts'
import { collect } from '../support/collect.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: { readonly bytes: Uint8Array } | null) => content && new TextDecoder().decode(content.bytes)

const keysOf = async (store: Store, prefix = '') => (await collect(store.list(prefix))).map(({ key }) => key)

/** Runs the suite on stores that start empty. */
export function storeContract(empty: () => Promise<Store>): void {
  test('gives back what was put', async () => {
    const store = await empty()
    expect(await store.put('a/b.txt', bytes('خبر'))).toBe('written')
    const found = await store.get('a/b.txt')
    expect(text(found)).toBe('خبر')
    expect(found).toMatchObject({ key: 'a/b.txt', sizeBytes: 6 })
    expect(found?.revision).toMatch(/^\d{20}$/)
    expect(await store.head('a/b.txt')).toMatchObject({ key: 'a/b.txt', sizeBytes: 6, revision: found?.revision })
  })

  test('keeps an empty object', async () => {
    const store = await empty()
    await store.put('nothing', new Uint8Array())
    expect(await store.get('nothing')).toMatchObject({ sizeBytes: 0, bytes: new Uint8Array() })
  })

  test('gives null for what is not there', async () => {
    const store = await empty()
    await store.put('a', bytes('1'))
    for (const key of ['b', 'a/b', 'a.txt']) {
      expect(await store.get(key)).toBeNull()
      expect(await store.head(key)).toBeNull()
    }
  })

  test('gives no object that is larger than asked for', async () => {
    const store = await empty()
    await store.put('a', bytes('12345'))
    expect(text(await store.get('a', { mostBytes: 5 }))).toBe('12345')
    await expect(store.get('a', { mostBytes: 4 })).rejects.toMatchObject({ name: 'TooLarge', sizeBytes: 5 })
    expect(await store.get('b', { mostBytes: 4 })).toBeNull()
  })

  test('overwrites, unless told to write only where nothing stands', async () => {
    const store = await empty()
    expect(await store.put('a', bytes('1'), { ifNoneMatch: true })).toBe('written')
    expect(await store.put('a', bytes('2'), { ifNoneMatch: true })).toBe('exists')
    expect(text(await store.get('a'))).toBe('1')
    expect(await store.put('a', bytes('3'))).toBe('written')
    expect(text(await store.get('a'))).toBe('3')
  })

  test('overwrites just the state that it was told of', async () => {
    const store = await empty()
    await store.put('a', bytes('1'))
    const tag = (await store.get('a'))?.tag ?? ''
    expect((await store.get('a'))?.tag).toBe(tag)
    expect(await store.put('a', bytes('2'), { ifMatch: tag })).toBe('written')
    expect(await store.put('a', bytes('3'), { ifMatch: tag })).toBe('exists')
    expect(text(await store.get('a'))).toBe('2')
    const next = (await store.get('a'))?.tag ?? ''
    await store.delete('a')
    expect(await store.put('a', bytes('4'), { ifMatch: next })).toBe('exists')
    expect(await store.get('a')).toBeNull()
  })

  test('lists what starts with a prefix, in the order of the bytes', async () => {
    const store = await empty()
    const keys = ['a-b', 'a/b', 'a/c/d', 'a0', 'b', 'أخبار/١.txt', '\u{ffdd}', '𝒳']
    for (const key of [...keys].reverse()) await store.put(key, bytes(key))
    expect(await keysOf(store)).toEqual(keys)
    expect(await keysOf(store, 'a/')).toEqual(['a/b', 'a/c/d'])
    expect(await keysOf(store, 'a')).toEqual(['a-b', 'a/b', 'a/c/d', 'a0'])
    expect(await keysOf(store, 'a/c')).toEqual(['a/c/d'])
    expect(await keysOf(store, 'أخ')).toEqual(['أخبار/١.txt'])
    expect(await keysOf(store, 'z')).toEqual([])
  })

  test('lists more than one page', async () => {
    const store = await empty()
    const keys = Array.from({ length: 7 }, (_, i) => `page/${i}`)
    for (const key of keys) await store.put(key, bytes('x'))
    expect(await keysOf(store, 'page/')).toEqual(keys)
  })

  test('keeps odd keys as they are', async () => {
    const store = await empty()
    const keys = ['a+b %2B.txt', 'red flower', "it's", 'x=1&y=2', 'قصة "جديدة".html', '#?*[a]', 'back\\slash']
    for (const key of keys) await store.put(key, bytes(key))
    expect((await keysOf(store)).sort()).toEqual([...keys].sort())
    for (const key of keys) expect(text(await store.get(key))).toBe(key)
  })

  test('deletes, and does not mind when it is gone already', async () => {
    const store = await empty()
    await store.put('a/b', bytes('1'))
    await store.put('a/c', bytes('2'))
    await store.delete('a/b')
    await store.delete('a/b')
    expect(await store.get('a/b')).toBeNull()
    expect(await keysOf(store)).toEqual(['a/c'])
    await store.delete('a/c')
    expect(await keysOf(store)).toEqual([])
    expect(await store.put('a/b', bytes('3'), { ifNoneMatch: true })).toBe('written')
  })
}
