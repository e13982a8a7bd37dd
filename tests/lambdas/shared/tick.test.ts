import { beforeEach, describe, expect, test } from 'vitest'
import { oldestBatchSeconds, type TickPorts, tick } from '../../../lambdas/shared/tick.ts'
import { writeBatch } from '../../../src/lake/batch.ts'
import { withLease } from '../../../src/lake/lease.ts'
import type { Writer } from '../../../src/lake/merge.ts'
import { readObject } from '../../../src/lake/reading.ts'
import { upkeepStatements } from '../../../src/lake/sql/upkeep.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts'
import { processTiny, tiny } from '../../support/tiny-documents.ts'
import { testWriter } from '../../support/writer.ts'

const MINUTE = 60_000
let now: number
let left: number
let writer: Writer
let leases: MemoryStore
/** Statements that only Iceberg needs, which are not run here. */
let shaped: string[]
beforeEach(async () => {
  now = Date.parse('2026-01-05T10:00:00Z')
  left = 15 * MINUTE
  shaped = []
  const { store, warehouse } = await testWriter()
  leases = memoryStore(() => now)
  const of = (key: string) => (key.startsWith('writer/') ? leases : store)
  writer = {
    store: {
      ...store,
      get: (key, options) => of(key).get(key, options),
      put: (key, bytes, options) => of(key).put(key, bytes, options),
      delete: key => of(key).delete(key),
      list: prefix => of(prefix).list(prefix),
    },
    warehouse: {
      ...warehouse,
      execute: async sql => {
        if (!/^(?:OPTIMIZE|VACUUM)/.test(sql)) return warehouse.execute(sql)
        shaped.push(sql)
        return { scannedBytes: 10 }
      },
    },
  }
})

const stage = (sourceKey: string) =>
  writeBatch(writer.store, [
    readObject(tiny('word'), { sourceKey, revision: '0'.repeat(20) }, { process: processTiny }),
  ])

const ports = (changes: Partial<TickPorts> = {}): TickPorts => ({
  writer,
  lease: { clock: () => now, lastsMs: 17 * MINUTE, holder: 'this run' },
  isIdle: async () => true,
  leftMs: () => left,
  wait: async ms => {
    now += ms
    left -= ms
  },
  ...changes,
})

/** Holds the lease for so long, by the clock of the test, and lets `meanwhile` happen. */
const another = <T>(minutes: number, meanwhile: () => Promise<T>) =>
  withLease(leases, { clock: () => now, lastsMs: minutes * MINUTE, holder: 'another run' }, meanwhile)

describe('a merge', () => {
  test('merges what is staged', async () => {
    await stage('a')
    expect(await tick('merge', ports())).toMatchObject({ batches: 1 })
    expect(await rowsOf(writer.warehouse, 'SELECT source_key FROM documents')).toEqual([{ source_key: 'a' }])
  })

  test('gives way to whoever holds the lease, at once', async () => {
    const leased = await another(5, () => tick('merge', ports()))
    expect(leased).toMatchObject({ result: { skipped: 'the lease of the writer is held by another run' } })
    expect(left).toBe(15 * MINUTE)
  })

  test('begins nothing while a statement of an earlier run goes on', async () => {
    await stage('a')
    const report = await tick('merge', ports({ isIdle: async () => false }))
    expect(report).toEqual({ skipped: 'a statement of the writer still runs' })
    expect(await oldestBatchSeconds(writer, now)).toBeGreaterThanOrEqual(0)
  })

  test('begins nothing when its time is nearly up', async () => {
    await stage('a')
    left = 4 * MINUTE
    expect(await tick('merge', ports())).toMatchObject({ batches: 0 })
  })
})

describe('upkeep', () => {
  test('waits for a merge that is under way, and then keeps every table in shape', async () => {
    const leased = await another(3, () => tick('upkeep', ports()))
    expect(leased).toMatchObject({ result: { left: [] } })
    expect(shaped).toEqual(upkeepStatements().map(({ sql }) => sql))
    expect(left).toBeLessThanOrEqual(12 * MINUTE)
  })

  test('gives up in time when the merge goes on', async () => {
    const leased = await another(17, () => tick('upkeep', ports()))
    expect(leased).toMatchObject({ result: { skipped: expect.stringContaining('another run') } })
    expect(left).toBeGreaterThan(9 * MINUTE)
    expect(shaped).toEqual([])
  })

  test('leaves what it has no time for', async () => {
    const report = await tick('upkeep', ports({ leftMs: () => (shaped.length < 3 ? 15 : 1) * MINUTE }))
    expect(report).toMatchObject({
      left: upkeepStatements()
        .slice(3)
        .map(({ name }) => name),
    })
  })
})

test('how long the oldest batch has waited is told in seconds', async () => {
  const revision = String(BigInt(now) * 1_000_000n).padStart(20, '0')
  const part = { key: `staging/articles/batch=${'a'.repeat(32)}/part.parquet`, sizeBytes: 1, revision }
  const store = {
    ...writer.store,
    list: async function* () {
      yield part
    },
  }
  expect(await oldestBatchSeconds({ store }, now + 90_000)).toBe(90)
  expect(await oldestBatchSeconds({ store: { ...store, list: async function* () {} } }, now)).toBe(0)
})
