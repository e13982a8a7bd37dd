import type { SQSEvent } from 'aws-lambda'
import { beforeEach, describe, expect, test } from 'vitest'
import { type IngestPorts, ingestBatch } from '../../lambdas/shared/ingest-batch.ts'
import type { TableName } from '../../schemas/index.ts'
import { LARGEST_BYTES } from '../../src/lake/reading.ts'
import { stagedTable } from '../../src/lake/sql/tables.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { sha256 } from '../../src/tables/ids.ts'
import { type FakeS3, fakeS3 } from '../support/fake-s3.ts'
import { readWithHyparquet } from '../support/parquet-readers.ts'
import { CRASH, readTiny } from '../support/tiny-documents.ts'
import { notification, recordsOf, sample } from './records.ts'

let s3: FakeS3
let failures: string[]
let outcomes: object[]
beforeEach(() => {
  s3 = fakeS3()
  failures = []
  outcomes = []
})

const plenty = { getRemainingTimeInMillis: () => 120_000 }
const encode = (text: string) => new TextEncoder().encode(text)
const eventOf = (...bodies: readonly string[]): SQSEvent => ({ Records: [...recordsOf(...bodies)] })
const put = (key: string, sequencer = '0055AED6DCD90281E5') =>
  notification('s3-put', { key: encodeURIComponent(key).replaceAll('%20', '+'), sequencer })
const drop = (key: string, text: string, headers: Record<string, string> = {}) =>
  s3.objects.set(`/inbox/${key}`, { bytes: encode(text), headers, version: 'v7' })

function ingest(event: SQSEvent, clock = plenty) {
  const ports: IngestPorts = {
    inbox: s3Store(s3.client, { bucket: 'inbox' }),
    lake: s3Store(s3.client, { bucket: 'lake' }),
    read: readTiny,
    failed: (messageId, error) => failures.push(`${messageId}: ${(error as Error).message}`),
    staged: counts => outcomes.push(counts),
  }
  return ingestBatch(event, clock, ports)
}

/** Rows of what was staged for a table, batch after batch. */
async function staged(table: TableName): Promise<readonly Record<string, unknown>[]> {
  const parts = [...s3.objects].filter(([path]) => path.startsWith(`/lake/staging/${table}/`))
  return (await Promise.all(parts.map(([, { bytes }]) => readWithHyparquet(stagedTable(table), bytes)))).flat()
}
const written = () => s3.calls.filter(call => call.startsWith('PUT /lake/'))

describe('a batch of messages', () => {
  test('becomes one batch of rows, articles last', async () => {
    drop('one.txt', 'قال نعم')
    drop('two.txt', 'كلا')
    expect(await ingest(eventOf(put('one.txt'), put('two.txt')))).toEqual({ batchItemFailures: [] })
    expect((await staged('documents')).map(({ source_key }) => source_key).sort()).toEqual(['one.txt', 'two.txt'])
    expect((await staged('quotes')).map(({ text }) => text).sort()).toEqual(['قال', 'كلا', 'نعم'].sort())
    expect(written().map(call => call.split('/')[3])).toEqual(['documents', 'quotes', 'events', 'comments', 'articles'])
    expect(outcomes).toEqual([{ parsed: 2 }])
  })

  test('that is delivered again writes nothing new', async () => {
    drop('one.txt', 'قال نعم')
    await ingest(eventOf(put('one.txt'), put('one.txt')))
    const before = [...s3.objects.keys()]
    await ingest(eventOf(put('one.txt')))
    expect([...s3.objects.keys()]).toEqual(before)
    expect(await staged('documents')).toHaveLength(1)
  })

  test('holds what the test event of S3 and an empty one hold: nothing', async () => {
    expect(await ingest(eventOf(sample('s3-test')))).toEqual({ batchItemFailures: [] })
    expect(await ingest(eventOf())).toEqual({ batchItemFailures: [] })
    expect([...s3.objects.keys()]).toEqual([])
    expect(outcomes).toEqual([])
  })

  test('gives back the message that is no notification, and stages the others', async () => {
    drop('one.txt', 'قال نعم')
    expect(await ingest(eventOf('Test message.', put('one.txt')))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    })
    expect(failures).toEqual([expect.stringContaining('message-0: ')])
    expect(await staged('documents')).toHaveLength(1)
  })

  test('gives back the message whose object S3 does not give', async () => {
    drop('one.txt', 'قال نعم')
    s3.failures.push({ status: 503, code: 'SlowDown' })
    expect(await ingest(eventOf(put('one.txt')))).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] })
    expect(failures[0]).toContain('SlowDown')
    expect(await staged('documents')).toEqual([])
  })

  test('is given back whole when it cannot be written', async () => {
    drop('one.txt', 'قال نعم')
    const get = s3.client.send.bind(s3.client)
    s3.client.send = ((command: { constructor: { name: string } }) =>
      command.constructor.name === 'PutObjectCommand'
        ? Promise.reject(Object.assign(new Error('no'), { name: 'SlowDown' }))
        : get(command as never)) as never
    const { batchItemFailures } = await ingest(eventOf(put('one.txt'), put('two.txt')))
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['message-0', 'message-1'])
    expect(outcomes).toEqual([])
  })

  test('that is more than one batch should hold is staged while it is read', async () => {
    const names = Array.from({ length: 450 }, (_, i) => `${i}.txt`)
    for (const name of names) drop(name, 'قال نعم')
    expect(await ingest(eventOf(...names.map(name => put(name))))).toEqual({ batchItemFailures: [] })
    const isWritten = (call: string) => call.startsWith('PUT /lake/staging/articles/')
    const afterTheFirst = s3.calls.slice(s3.calls.findIndex(isWritten))
    expect(afterTheFirst.filter(isWritten)).toHaveLength(3)
    expect(afterTheFirst.filter(call => /^GET \/inbox\/\d+\.txt$/.test(call)).length).toBeGreaterThan(200)
    expect(outcomes).toEqual([{ parsed: 450 }])
  })

  test('is given back from where the time ran out', async () => {
    drop('one.txt', 'قال نعم')
    const late = { getRemainingTimeInMillis: () => 10_000 }
    expect(await ingest(eventOf(put('one.txt')), late)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    })
    expect(failures).toEqual([])
  })
})

describe('an object', () => {
  const odd = 'أخبار/صباح 100% a+b&c=d #1?.txt'

  test('is found under its own name, whatever characters are in it', async () => {
    drop(odd, 'قال نعم')
    await ingest(eventOf(put(odd)))
    expect(await staged('documents')).toMatchObject([{ source_key: odd.normalize('NFC'), outcome: 'parsed' }])
  })

  test('is read as it is now: its newest bytes, under the revision of the event', async () => {
    drop('one.txt', 'جديد')
    await ingest(eventOf(put('one.txt', '0055AED6DC')))
    expect(await staged('documents')).toMatchObject([
      { document_id: sha256(encode('جديد')), revision: `0055AED6DC${'0'.repeat(22)}`, source_version: 'v7' },
    ])
  })

  test('that is gone makes a tombstone, whether its event says so or not', async () => {
    await ingest(eventOf(put('gone.txt'), notification('s3-delete-marker', { key: 'other.txt' })))
    expect(await staged('documents')).toMatchObject([{ outcome: 'removed' }, { outcome: 'removed' }])
    expect(await staged('articles')).toEqual([])
  })

  test('takes its facts from its metadata, and rather from its sidecar', async () => {
    drop('one.txt', 'قال نعم', {
      'content-type': 'text/plain; charset=utf-8',
      'x-amz-meta-url': 'https://news.example/metadata',
      'x-amz-meta-site-name': '=?UTF-8?B?2KfZhNmF2K/Yp9ix?=',
      'x-amz-meta-mtime': '1711000000',
    })
    drop('one.txt.meta.json', '{"url": "https://news.example/sidecar"}')
    await ingest(eventOf(put('one.txt')))
    expect(await staged('articles')).toMatchObject([{ url: 'https://news.example/sidecar', site_name: 'المدار' }])
    expect(await staged('documents')).toMatchObject([{ issues: [] }])
  })

  test('is read again when its sidecar changes', async () => {
    drop('one.txt', 'قال نعم')
    drop('one.txt.meta.json', '{"site_name": "المدار"}')
    await ingest(eventOf(put('one.txt.meta.json')))
    expect(await staged('articles')).toMatchObject([{ source_key: 'one.txt', site_name: 'المدار' }])
  })

  test('that is too large is not even fetched', async () => {
    await ingest(eventOf(notification('s3-put', { key: 'large.bin', size: 5 * 1024 ** 3 })))
    expect(s3.calls.filter(call => call.includes('/inbox/'))).toEqual([])
    expect(await staged('documents')).toMatchObject([{ outcome: 'rejected', size_bytes: 5 * 1024 ** 3 }])
  })

  test('that has become too large since is not fetched either, nor with the event of its sidecar', async () => {
    s3.objects.set('/inbox/large.txt', { bytes: new Uint8Array(LARGEST_BYTES + 1), headers: {}, version: 'v7' })
    drop('large.txt.meta.json', '{}')
    await ingest(eventOf(put('large.txt'), put('large.txt.meta.json', '0055AED6DCD90281E6')))
    const large = { outcome: 'rejected', size_bytes: LARGEST_BYTES + 1, document_id: null }
    expect(await staged('documents')).toMatchObject([large, large])
    expect(s3.calls.filter(call => call.startsWith('PUT /lake/quarantine'))).toEqual([])
  })

  test('is read without a sidecar that is too large, and says so', async () => {
    drop('one.txt', 'قال نعم')
    s3.objects.set('/inbox/one.txt.meta.json', { bytes: new Uint8Array(2_000_000), headers: {}, version: 's1' })
    await ingest(eventOf(put('one.txt')))
    const issues = [{ code: 'sidecar', detail: 'expected at most 1048576 bytes, found 2000000' }]
    expect(await staged('documents')).toMatchObject([{ outcome: 'parsed', issues, sidecar_version: 's1' }])
  })

  test('that breaks the program is kept in quarantine, with its row', async () => {
    drop('bad.txt', CRASH)
    await ingest(eventOf(put('bad.txt')))
    const id = sha256(encode(CRASH))
    expect(new TextDecoder().decode(s3.objects.get(`/lake/quarantine/${id}`)?.bytes)).toBe(CRASH)
    expect(s3.objects.has(`/lake/quarantine/${id}.json`)).toBe(true)
    expect(await staged('documents')).toMatchObject([{ outcome: 'failed' }])
    expect(outcomes).toEqual([{ failed: 1 }])
  })
})
