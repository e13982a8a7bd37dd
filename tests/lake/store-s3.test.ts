import { describe, expect, test } from 'vitest'
import { decodeKey } from '../../src/lake/s3-values.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { collect } from '../support/collect.ts'
import { fakeS3 } from '../support/fake-s3.ts'
import { storeContract } from './store.contract.ts'

describe('a bucket as a store', () => {
  storeContract(async () => s3Store(fakeS3().client, { bucket: 'lake' }))
})

describe('a prefix of a bucket as a store', () => {
  storeContract(async () => s3Store(fakeS3().client, { bucket: 'lake', prefix: 'some place/' }))

  test('keeps to its prefix', async () => {
    const { client, objects } = fakeS3()
    await s3Store(client, { bucket: 'lake', prefix: 'p/' }).put('a', new Uint8Array(1))
    await s3Store(client, { bucket: 'lake', prefix: 'q/' }).put('b', new Uint8Array(1))
    expect([...objects.keys()]).toEqual(['/lake/p/a', '/lake/q/b'])
    expect((await collect(s3Store(client, { bucket: 'lake', prefix: 'p/' }).list(''))).map(({ key }) => key)).toEqual([
      'a',
    ])
  })
})

describe('s3', () => {
  test('names whose bucket it has to be, with every call', async () => {
    const { client, owners } = fakeS3()
    const store = s3Store(client, { bucket: 'lake', owner: '123456789012' })
    await store.put('a', new Uint8Array(1))
    await store.get('a')
    await store.head('a')
    await collect(store.list(''))
    await collect(store.latest(''))
    await store.delete('a')
    expect(owners).toEqual(Array(6).fill('123456789012'))
  })

  test('says what an object is served as, and for how long it holds', async () => {
    const { client, objects } = fakeS3()
    const options = { mediaType: 'application/json', cacheControl: 'public, max-age=60' }
    await s3Store(client, { bucket: 'releases' }).put('latest.json', new Uint8Array(1), options)
    expect(objects.get('/releases/latest.json')?.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=60',
    })
  })

  describe('knows the digest of an object without reading it', () => {
    const bytes = new TextEncoder().encode('abc')
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    const md5 = '900150983cd24fb0d6963f7d28e17f72'
    const whole = Buffer.from(sha256, 'hex').toString('base64')

    test('that it wrote itself', async () => {
      const store = s3Store(fakeS3().client, { bucket: 'inbox' })
      await store.put('a', bytes)
      expect((await store.head('a'))?.digest).toEqual({ algorithm: 'sha256', hex: sha256 })
    })

    test.each([
      [{ etag: `"${md5}"` }, { algorithm: 'md5', hex: md5 }],
      [{ etag: `"${md5}-2"` }, undefined],
      [{ etag: `"${md5}-2"`, 'x-amz-checksum-sha256': `${whole}-2` }, undefined],
      [{ etag: '' }, undefined],
    ])('that somebody else wrote with %j', async (headers, digest) => {
      const { client, objects } = fakeS3()
      objects.set('/inbox/a', { bytes, version: 'v', headers: headers as Record<string, string> })
      expect((await s3Store(client, { bucket: 'inbox' }).head('a'))?.digest).toEqual(digest)
    })
  })

  test('tells version, media type and metadata', async () => {
    const { client, objects } = fakeS3()
    objects.set('/inbox/a.html', {
      bytes: new Uint8Array(2),
      version: 'v9',
      headers: { 'content-type': 'text/html', 'x-amz-meta-site-name': 'المدار' },
    })
    expect(await s3Store(client, { bucket: 'inbox' }).get('a.html')).toMatchObject({
      version: 'v9',
      mediaType: 'text/html',
      metadata: { 'site-name': 'المدار' },
      revision: '01710921600000000000',
    })
  })

  test('lists the newest version of every key, deleted ones too, over pages', async () => {
    const { client, objects } = fakeS3()
    const store = s3Store(client, { bucket: 'inbox', prefix: 'p/' })
    const names = ['\u{1f5de} ورقة.txt', '\uff21.txt', 'a b+c.txt', 'خبر.txt', 'gone.txt']
    for (const text of ['one', 'another'])
      for (const name of names) await store.put(name, new TextEncoder().encode(text))
    await store.delete('gone.txt')
    objects.set('/inbox/p/old', { bytes: new Uint8Array(1), headers: {}, version: 'null' })
    const latest = await collect(store.latest(''))
    const named = (key: string, version: string | null) =>
      expect.objectContaining({ key, version, isDeleted: false, revision: '01710921600000000000' })
    expect(latest).toEqual([
      named('a b+c.txt', 'v8'),
      { key: 'gone.txt', sizeBytes: 0, version: 'v11', isDeleted: true, revision: '01710921600000000000' },
      named('old', null),
      named('خبر.txt', 'v9'),
      named('\uff21.txt', 'v7'),
      named('\u{1f5de} ورقة.txt', 'v6'),
    ])
    expect(latest[0]?.sizeBytes).toBe(7)
    expect(await collect(store.latest('خ'))).toHaveLength(1)
  })

  test.each([
    ['=?UTF-8?B?2KfZhNmF2K/Yp9ix?=', 'المدار'],
    ['=?UTF-8?B?2KfZhNmF?= =?UTF-8?B?2K/Yp9ix?=', 'المدار'],
    ['=?UTF-8?Q?a_b=C3=A9_100%?=', 'a bé 100%'],
    ['plain = text?', 'plain = text?'],
  ])('reads the metadata %s as it was written', async (header, value) => {
    const { client, objects } = fakeS3()
    const headers = { 'content-type': 'binary/octet-stream', 'x-amz-meta-site-name': header }
    objects.set('/inbox/a', { bytes: new Uint8Array(1), version: 'v1', headers })
    expect(await s3Store(client, { bucket: 'inbox' }).get('a')).toMatchObject({
      metadata: { 'site-name': value },
      mediaType: null,
    })
  })

  test.each([
    [503, 'SlowDown', true],
    [500, 'InternalError', true],
    [409, 'ConditionalRequestConflict', true],
    [403, 'AccessDenied', false],
    [404, 'NoSuchBucket', false],
  ])('says of %i %s whether to try again', async (status, code, retryable) => {
    const { client, failures } = fakeS3()
    const store = s3Store(client, { bucket: 'lake' })
    failures.push({ status, code })
    await expect(store.put('a', new Uint8Array(1), { ifNoneMatch: true })).rejects.toMatchObject({
      name: 'OperationalError',
      retryable,
      message: expect.stringContaining(`cannot write a in s3://lake/: ${code}`),
    })
  })

  test('a bucket that is not there is no missing object', async () => {
    const { client, failures } = fakeS3()
    failures.push({ status: 404, code: 'NoSuchBucket' })
    await expect(s3Store(client, { bucket: 'lake' }).get('a')).rejects.toThrow(/check the name in --lake/)
  })

  test('reads keys as notifications write them', () => {
    expect(decodeKey('red+flower%2Bnew/%D8%AE%D8%A8%D8%B1.jpg')).toBe('red flower+new/خبر.jpg')
  })
})
