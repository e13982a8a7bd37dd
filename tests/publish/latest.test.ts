/** `latest.json` when several people publish, and how what they publish is served. */
import { describe, expect, test } from 'vitest'
import type { ReleaseProfile } from '../../src/lake/keys.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { newestRelease, readPointer } from '../../src/publish/latest.ts'
import { planRelease, type ReleasePorts } from '../../src/publish/plan.ts'
import { writeRelease } from '../../src/publish/write.ts'
import { fakeS3 } from '../support/fake-s3.ts'
import { inventedRows, lakeOf, lakeRows } from '../support/release-lake.ts'

const secret = new Uint8Array(32).fill(7)
const published_on = '2024-03-21'

const plan = (ports: ReleasePorts, version: string, profile: ReleaseProfile = 'open') =>
  planRelease({ version, profile, published_on }, ports)
const write = async (ports: ReleasePorts, planned: ReturnType<typeof plan>) =>
  writeRelease(await planned, ports, secret)

/** A lake whose releases lie in a bucket of their own. */
async function inBucket() {
  const s3 = fakeS3()
  return { ...s3, ports: { ...(await lakeOf(lakeRows(inventedRows()))), store: s3Store(s3.client, { bucket: 'r' }) } }
}

const newest = async ({ store }: ReleasePorts) => (await newestRelease(store, 'open'))?.manifest.version

describe('of two who publish at once, one wins', () => {
  test('and the other hears of it before its release is one', async () => {
    for (const { ports } of [{ ports: await lakeOf(lakeRows(inventedRows())) }, await inBucket()]) {
      const slow = await plan(ports, '2024.3.0')
      await write(ports, plan(ports, '2024.3.1'))
      await expect(writeRelease(slow, ports, secret)).rejects.toThrow(
        'somebody else has published meanwhile: the newest release is 2024.3.1 now; make another one',
      )
      expect(await newest(ports)).toBe('2024.3.1')
      expect(await ports.store.get('releases/2024.3.0/manifest.json')).toBeNull()
    }
  })

  test.each([true, false])('also at the last moment (first release: %s)', async first => {
    const { ports } = await inBucket()
    if (!first) await write(ports, plan(ports, '2024.2.0'))
    const slow = await plan(ports, '2024.3.0')
    const quick = await plan(ports, '2024.3.1')
    const store = {
      ...ports.store,
      async put(...[key, bytes, options]: Parameters<typeof ports.store.put>) {
        if (key === 'releases/latest.json') await writeRelease(quick, ports, secret)
        return ports.store.put(key, bytes, options)
      },
    }
    await expect(writeRelease(slow, { ...ports, store }, secret)).rejects.toThrow('is 2024.3.1 now')
    expect(await newest(ports)).toBe('2024.3.1')
  })

  test('a first attempt whose answer got lost is no somebody else', async () => {
    const { ports } = await inBucket()
    await write(ports, plan(ports, '2024.2.0'))
    const store = {
      ...ports.store,
      async put(...[key, bytes, options]: Parameters<typeof ports.store.put>) {
        if (key === 'releases/latest.json') await ports.store.put(key, bytes, options)
        return ports.store.put(key, bytes, options)
      },
    }
    await write({ ...ports, store }, plan(ports, '2024.3.0'))
    expect(await newest(ports)).toBe('2024.3.0')
  })
})

test.each([
  ['open', 'releases', 'public, max-age=31536000, s-maxage=86400, immutable', 'public, max-age=60'],
  ['full', 'releases-full', 'private, max-age=31536000, immutable', 'private, max-age=60'],
] as const)(
  '%s releases say what each object is, and for how long it holds',
  async (profile, root, forEver, latest) => {
    const { ports, objects } = await inBucket()
    await write(ports, plan(ports, '2024.3.0', profile))
    const served = [...objects].map(([path, { headers }]) => [
      path.replace(`/r/${root}/`, ''),
      headers['content-type'],
      headers['cache-control'],
    ])
    const types = new Map(served.map(([path, type]) => [path, type]))
    expect(types.get('2024.3.0/data/quotes/part-00000.parquet')).toBe('application/vnd.apache.parquet')
    expect(types.get('2024.3.0/index.html')).toBe('text/html; charset=utf-8')
    expect(types.get('2024.3.0/SHA256SUMS')).toBe('text/plain; charset=utf-8')
    expect(types.get('2024.3.0/manifest.json')).toBe('application/json')
    for (const [path, type, holds] of served) {
      expect(type).toMatch(/^(?:text|application)\//)
      expect([path, holds]).toEqual([path, path === 'latest.json' ? latest : forEver])
    }
    expect((await readPointer(ports.store, profile))?.version).toBe('2024.3.0')
  },
)
