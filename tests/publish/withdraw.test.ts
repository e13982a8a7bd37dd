import { describe, expect, test } from 'vitest'
import type { ReleaseProfile } from '../../src/lake/keys.ts'
import type { Store } from '../../src/lake/store.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import type { Sought } from '../../src/publish/holding.ts'
import { planRelease, type ReleasePorts } from '../../src/publish/plan.ts'
import { newestVersion } from '../../src/publish/versions.ts'
import { releasesHolding, releasesIn } from '../../src/publish/withdraw.ts'
import { withdrawalChecks } from '../../src/publish/withdrawal-checks.ts'
import { writeRelease } from '../../src/publish/write.ts'
import { sha256 } from '../../src/tables/ids.ts'
import { collect } from '../support/collect.ts'
import { fakeS3 } from '../support/fake-s3.ts'
import { faultyStore } from '../support/faulty.ts'
import { type MemoryStore, memoryStore } from '../support/memory-store.ts'
import { inventedRows, lakeOf, lakeRows, setRows } from '../support/release-lake.ts'

const secret = new TextEncoder().encode('a secret of the lake, thirty-two bytes or more')
const published_on = '2024-03-21'
const NOW = Date.parse('2026-01-05T10:00:00Z')

const release = async (ports: ReleasePorts, version: string, profile: ReleaseProfile = 'open') =>
  writeRelease(await planRelease({ version, profile, published_on }, ports), ports, secret)

const a = inventedRows({ sourceKey: 'a.txt', url: 'https://news.example/a' })
const b = inventedRows({ sourceKey: 'b.txt', url: 'https://news.example/b' })
const idOf = (rows: typeof a) => String(rows.articles[0]?.article.article_id)
const bodyOf = (rows: typeof a) => String(rows.articles[0]?.article.body_sha256)
const sought: Sought = { article_id: idOf(b), bodies: [], duplicates: [] }

/** Releases 1 and 2 without the article, 3 and 4 with it, the fourth also whole. */
async function publishAll(): Promise<ReadonlyMap<string, Uint8Array>> {
  const ports = await lakeOf(lakeRows(a))
  await release(ports, '2024.3.1')
  await release(ports, '2024.3.2')
  await setRows(ports.warehouse, lakeRows(a, b))
  await release(ports, '2024.3.3')
  await release(ports, '2024.3.4')
  await release(ports, '2024.3.4', 'full')
  const files = new Map<string, Uint8Array>()
  for (const { key } of await collect(ports.store.list('')))
    files.set(key, (await ports.store.get(key))?.bytes ?? new Uint8Array())
  return files
}

/** Made by the first test that asks. */
let made: Promise<ReadonlyMap<string, Uint8Array>> | undefined
const filesOnce = () => {
  made ??= publishAll()
  return made
}

async function published() {
  const store = memoryStore()
  for (const [key, bytes] of await filesOnce()) await store.put(key, bytes)
  return store
}

const always = () => true
const withdraw = (store: Store, what: Sought = sought, searched: readonly string[] = []) =>
  releasesIn([store], () => NOW).withdraw({ ...what, searched }, always)
const textOf = async (store: Store, key: string) => new TextDecoder().decode((await store.get(key))?.bytes)
const json = async (store: Store, key: string) => JSON.parse(await textOf(store, key))
const keysBelow = async (store: Store, prefix: string) =>
  (await collect(store.list(prefix))).map(({ key }) => key.slice(prefix.length))

describe('releases that hold an article', () => {
  test('lose everything but a notice, in both profiles, and latest.json names the newest that stands', async () => {
    const store = await published()
    expect(await releasesHolding([store], sought)).toHaveLength(3)
    expect((await withdraw(store)).withdrawn).toEqual([
      { profile: 'open', version: '2024.3.4' },
      { profile: 'open', version: '2024.3.3' },
      { profile: 'full', version: '2024.3.4' },
    ])
    for (const prefix of ['releases/2024.3.3/', 'releases/2024.3.4/', 'releases-full/2024.3.4/'])
      expect(await keysBelow(store, prefix)).toEqual(['index.html', 'withdrawn.json'])
    expect(await json(store, 'releases/2024.3.4/withdrawn.json')).toEqual({
      version: '2024.3.4',
      profile: 'open',
      withdrawn_at: '2026-01-05T10:00:00.000Z',
      cause: 'takedown',
    })
    expect(await textOf(store, 'releases/2024.3.4/index.html')).toContain('was withdrawn')
    expect((await json(store, 'releases/latest.json')).version).toBe('2024.3.2')
    expect(await json(store, 'releases-full/latest.json')).toEqual({ version: null, manifest_sha256: null })
    expect(await keysBelow(store, 'releases/2024.3.2/')).toContain('manifest.json')
    expect((await withdrawalChecks([store], sought)).map(({ found }) => found)).toEqual([0, 0, 0])
    // A second time there is nothing to do.
    expect((await withdraw(store)).withdrawn).toEqual([])
  })

  test('are compared with no more, and their versions are not used again', async () => {
    const store = await published()
    await withdraw(store)
    const { warehouse } = await lakeOf(lakeRows(a))
    const ports = { store, lake: store, warehouse }
    await expect(planRelease({ version: '2024.3.4', profile: 'open', published_on }, ports)).rejects.toThrow(
      /release 2024\.3\.4, open, was withdrawn at 2026-01-05/,
    )
    await expect(planRelease({ version: '2024.3.3', profile: 'full', published_on }, ports)).rejects.toThrow(
      /expected a version after 2024\.3\.4/,
    )
    expect(await newestVersion(store, 'open')).toBe('2024.3.4')
    expect((await release(ports, '2024.3.5')).changes?.from).toBe('2024.3.2')
    expect((await release(ports, '2024.3.5', 'full')).changes).toBeNull()
  })

  test('are found by their text, too, when no article has that id any more', async () => {
    const store = await published()
    const superseded = { article_id: 'a_00000000000000000000', bodies: [bodyOf(a)], duplicates: [] }
    expect(await releasesHolding([store], { ...superseded, duplicates: [idOf(a), idOf(b)] })).toEqual([])
    expect(await releasesHolding([store], superseded)).toHaveLength(5)
  })

  test('are those whose data cannot be read, too', async () => {
    const store = await published()
    await store.put('releases/2024.3.1/data/articles/part-00000.parquet', new Uint8Array([1, 2, 3]))
    expect(await releasesHolding([store], sought)).toContainEqual({ profile: 'open', version: '2024.3.1' })
  })
})

test('a release that was never finished is deleted when it holds the article, and left alone when not', async () => {
  const store = await published()
  for (const version of ['2024.3.1', '2024.3.4']) await store.delete(`releases/${version}/manifest.json`)
  await withdraw(store)
  expect(await keysBelow(store, 'releases/2024.3.4/')).toEqual([])
  expect((await keysBelow(store, 'releases/2024.3.1/')).length).toBeGreaterThan(5)
})

test('what is searched already is not searched again, and time may run out', async () => {
  const store = await published()
  let asked = 0
  const first = await releasesIn([store], () => NOW).withdraw({ ...sought, searched: [] }, () => asked++ < 2)
  expect(first).toMatchObject({ isDone: false, searched: [expect.any(String), expect.any(String)] })
  const rest = await withdraw(store, sought, first.searched)
  expect(rest).toMatchObject({ isDone: true, withdrawn: [{ profile: 'full', version: '2024.3.4' }] })
})

test('the proof names what is left', async () => {
  const store = await published()
  const [holding] = await withdrawalChecks([store], sought)
  expect(holding).toMatchObject({ found: 3, because: expect.stringContaining('releases/2024.3.4/data/articles/') })
  await withdraw(store)
  await store.put('releases/2024.3.4/README.md', new Uint8Array([1]))
  await store.put('releases/latest.json', new TextEncoder().encode('{"version":"2024.3.4"}'))
  expect((await withdrawalChecks([store], sought)).map(({ found }) => found)).toEqual([0, 1, 1])
})

test('whatever call fails, another attempt comes to the same', async () => {
  const state = ({ objects }: MemoryStore) =>
    [...objects.values()].map(({ key, bytes }) => `${key} ${sha256(bytes)}`).sort()
  const reference = await published()
  const counted = faultyStore(reference, -1, 'before')
  await withdraw(counted.store)
  for (let n = 0; n < counted.calls(); n += 4) {
    const store = await published()
    const fault = (['before', 'after', 'killed'] as const)[n % 3] ?? 'before'
    await expect(withdraw(faultyStore(store, n, fault).store)).rejects.toThrow(`call ${n} failed`)
    await withdraw(store)
    expect({ n, state: state(store) }).toEqual({ n, state: state(reference) })
  }
  expect(counted.calls()).toBeGreaterThan(80)
}, 120_000)

test('in a bucket that keeps versions, no earlier version of the data stays', async () => {
  const fake = fakeS3()
  const bucket = s3Store(fake.client, { bucket: 'releases' })
  for (const [key, bytes] of await filesOnce()) await bucket.put(key, bytes)
  await bucket.put('releases/2024.3.4/data/quotes/part-00000.parquet', new Uint8Array([1]))
  await bucket.delete('releases/2024.3.4/README.md')
  await releasesIn([bucket], () => NOW).withdraw({ ...sought, searched: [] }, always)
  const left = (await collect(bucket.versions('releases/2024.3.4/'))).map(({ key }) => key)
  expect(left).toEqual(['releases/2024.3.4/index.html', 'releases/2024.3.4/withdrawn.json'])
  expect((await withdrawalChecks([bucket], sought)).map(({ found }) => found)).toEqual([0, 0, 0])
})
