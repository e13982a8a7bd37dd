import { beforeEach, describe, expect, test } from 'vitest'
import { sweepBatch } from '../../lambdas/shared/sweep-batch.ts'
import { foundRevision, sequencerRevision } from '../../src/lake/revisions.ts'
import { stagedTable } from '../../src/lake/sql/tables.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import type { DueDocument } from '../../src/lake/sweep/plan.ts'
import { pipelineVersion } from '../../src/version.ts'
import { type FakeS3, fakeS3, MODIFIED } from '../support/fake-s3.ts'
import { readWithHyparquet } from '../support/parquet-readers.ts'
import { readTiny, tiny } from '../support/tiny-documents.ts'

const BATCH = 'sweeps/one/batches/000001.json'
const plenty = { getRemainingTimeInMillis: () => 600_000 }
const modified = BigInt(Date.parse(MODIFIED)) * 1_000_000n
const found = String(modified).padStart(20, '0')
const event = sequencerRevision('55AED6DC')

let s3: FakeS3
beforeEach(() => {
  s3 = fakeS3()
})

const drop = (key: string, version = 'v1') =>
  s3.objects.set(`/inbox/${key}`, { bytes: tiny(`words of ${key}`), headers: {}, version })
const due = (key: string, more: Partial<DueDocument> = {}): DueDocument => ({
  cause: 'new',
  key,
  sizeBytes: 10,
  found,
  known: null,
  ...more,
})

function read(documents: readonly DueDocument[], clock = plenty) {
  const bytes = new TextEncoder().encode(JSON.stringify(documents))
  s3.objects.set(`/lake/${BATCH}`, { bytes, headers: {}, version: 'v1' })
  const bucket = (name: string) => s3Store(s3.client, { bucket: name })
  return sweepBatch({ inbox: bucket('inbox'), lake: bucket('lake'), read: readTiny }, clock, { batch: BATCH })
}

async function staged(): Promise<Readonly<Record<string, Record<string, unknown>>>> {
  const parts = [...s3.objects].filter(([path]) => path.startsWith('/lake/staging/documents/'))
  const rows = await Promise.all(parts.map(([, { bytes }]) => readWithHyparquet(stagedTable('documents'), bytes)))
  return Object.fromEntries(rows.flat().map(row => [row.source_key, row]))
}

describe('a batch of a plan', () => {
  test('is read as its documents are now, and staged as one', async () => {
    for (const key of ['a b+c.txt', 'خبر.txt', 'gone again.txt']) drop(key)
    s3.objects.set('/inbox/خبر.txt.meta.json', { bytes: tiny('{}'), headers: {}, version: 's7' })
    s3.objects.delete('/inbox/gone again.txt')
    const outcomes = await read(['a b+c.txt', 'خبر.txt', 'gone again.txt'].map(key => due(key)))
    expect(outcomes).toEqual({ parsed: 2, removed: 1 })
    expect(await staged()).toMatchObject({
      'a b+c.txt': { outcome: 'parsed', source_version: 'v1', sidecar_version: null },
      'خبر.txt': { outcome: 'parsed', sidecar_version: 's7' },
      'gone again.txt': { outcome: 'removed' },
    })
  })

  test('gives revisions after what is known, and before any event that may still come', async () => {
    for (const key of ['new', 'changed']) drop(key)
    const known = { revision: event, version: 'v0' }
    await read([due('new'), due('changed', { cause: 'changed', known }), due('gone', { cause: 'gone', known })])
    const rows = await staged()
    expect(rows.new?.revision).toBe(foundRevision(null, modified))
    expect(rows.changed?.revision).toBe(foundRevision(event, modified))
    expect(rows.gone?.revision).toBe(foundRevision(event, BigInt(found)))
    for (const row of Object.values(rows)) expect(String(row.revision) < sequencerRevision('55AED6DD')).toBe(true)
  })

  test('keeps the revision of what newer rules read again, unless it is another state by now', async () => {
    drop('same', 'v1')
    drop('other', 'v2')
    const known = { revision: event, version: 'v1' }
    const large = { sizeBytes: 5 * 1024 ** 3, known: { revision: event, version: null } }
    await read([
      due('same', { cause: 'newer rules', known }),
      due('other', { cause: 'newer rules', known }),
      due('large', { cause: 'newer rules', ...large }),
    ])
    const rows = await staged()
    expect(rows).toMatchObject({
      same: { revision: event, pipeline_version: pipelineVersion },
      other: { revision: foundRevision(event, modified) },
      large: { revision: event, outcome: 'rejected' },
    })
  })

  test('stages what it can, and fails, so that it comes again', async () => {
    drop('a.txt')
    drop('b.txt')
    const get = s3.client.send.bind(s3.client)
    s3.client.send = ((command: { input: { Key?: string } }) =>
      command.input.Key === 'a.txt'
        ? Promise.reject(Object.assign(new Error('reduce your request rate'), { name: 'SlowDown' }))
        : get(command as never)) as never
    await expect(read([due('a.txt'), due('b.txt')])).rejects.toThrow(
      /1 documents of sweeps.*not done: a\.txt.*SlowDown/,
    )
    expect(Object.keys(await staged())).toEqual(['b.txt'])
  })

  test('fails when there is no time for it, or no such batch', async () => {
    drop('a.txt')
    const late = { getRemainingTimeInMillis: () => 10_000 }
    await expect(read([due('a.txt')], late)).rejects.toThrow(/there was no time/)
    const bucket = (name: string) => s3Store(s3.client, { bucket: name })
    const ports = { inbox: bucket('inbox'), lake: bucket('lake'), read: readTiny }
    await expect(sweepBatch(ports, plenty, { batch: 'sweeps/two/x.json' })).rejects.toThrow(/kept for 30 days/)
  })
})
