import { rename } from 'node:fs/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TableName } from '../../schemas/index.ts'
import { OperationalError } from '../../src/errors.ts'
import { writeBatch } from '../../src/lake/batch.ts'
import { ingest } from '../../src/lake/ingest.ts'
import { stagedPartKey, unreadablePrefix } from '../../src/lake/keys.ts'
import type { Lake } from '../../src/lake/lake.ts'
import { merge } from '../../src/lake/merge.ts'
import { readObject } from '../../src/lake/reading.ts'
import { collect } from '../support/collect.ts'
import { faultyLake } from '../support/faulty.ts'
import { memoryStore } from '../support/memory-store.ts'
import { processTiny, tiny } from '../support/tiny-documents.ts'
import { shown, testWriter } from '../support/writer.ts'

const options = { process: processTiny }
const bytes = (text: string) => new TextEncoder().encode(text)

let lake: Lake
beforeEach(async () => {
  let now = 0
  const clock = () => ++now
  lake = {
    ...(await testWriter()),
    name: 'test',
    inbox: memoryStore(clock),
    clock,
    compact: async () => {},
    close: async () => {},
  }
})

/** Drops a document, and stages its batch as a run does that is interrupted before the merge. */
async function stage(key: string, text: string): Promise<string> {
  await lake.inbox.put(key, tiny(text))
  const revision = (await lake.inbox.head(key))?.revision ?? ''
  return writeBatch(lake.store, [readObject(tiny(text), { sourceKey: key, revision }, options)])
}

async function damage(batch: string, table: TableName, how: (part: Uint8Array) => Uint8Array): Promise<void> {
  const key = stagedPartKey({ table, batch })
  const part = (await lake.store.get(key)) as { bytes: Uint8Array }
  await lake.store.put(key, how(part.bytes))
}

const keys = async (prefix: string) => (await collect(lake.store.list(prefix))).map(({ key }) => key)
const bodies = async () => (await shown(lake)).articles.map(({ body }) => body).sort()
const quotes = async () => (await shown(lake)).quotes.map(({ text }) => text).sort()

const cutOff = (part: Uint8Array) => part.slice(0, part.length - 30)
/** The footer is whole, and pages are not. */
const scribbled = (part: Uint8Array) => part.map((byte, at) => (at > 3 && at < part.length / 3 ? byte ^ 0x5a : byte))
const foreign = () => bytes('somebody else wrote here')

describe('a batch that cannot be read', () => {
  test.each<[string, TableName, (part: Uint8Array) => Uint8Array]>([
    ['cut off', 'quotes', cutOff],
    ['cut off', 'documents', cutOff],
    ['cut off', 'articles', cutOff],
    ['scribbled over', 'documents', scribbled],
    ['scribbled over', 'quotes', scribbled],
    ['scribbled over', 'articles', scribbled],
    ['empty', 'comments', () => new Uint8Array()],
    ['foreign', 'events', foreign],
  ])(
    'because it is %s in %s is set aside, the others are merged, and the next run reads it again',
    async (_, table, how) => {
      await stage('a', 'one')
      const bad = await stage('b', 'two')
      await stage('c', 'three')
      await damage(bad, table, how)
      const report = await merge(lake)
      expect(report).toMatchObject({ batches: 2, setAside: [{ batch: bad, reason: expect.stringMatching(/./) }] })
      expect(await bodies()).toEqual(['one', 'three'])
      expect(await keys('staging/')).toEqual([])
      expect(await keys(unreadablePrefix)).toHaveLength(6)
      await ingest(lake, options)
      expect(await bodies()).toEqual(['one', 'three', 'two'])
      expect(await quotes()).toEqual(['one', 'three', 'two'])
      expect((await ingest(lake, options)).unchanged).toBe(3)
    },
  )

  /** Readable, and of no use: the table takes no such values. */
  async function misspell(batch: string, column: string): Promise<void> {
    const path = `${lake.store.name}/${stagedPartKey({ table: 'quotes', batch })}`
    await lake.warehouse.execute(
      `COPY (SELECT * REPLACE ('many' AS ${column}) FROM read_parquet('${path}')) TO '${path}.new' (FORMAT parquet)`,
    )
    await rename(`${path}.new`, path)
  }

  test('for its values is set aside, too, when it is the only one', async () => {
    await stage('a', 'one')
    const bad = await stage('b', 'two')
    await stage('c', 'three')
    await misspell(bad, 'ordinal')
    expect(await merge(lake)).toMatchObject({
      batches: 2,
      setAside: [{ batch: bad, reason: expect.stringContaining('many') }],
    })
    await ingest(lake, options)
    expect(await bodies()).toEqual(['one', 'three', 'two'])
  })

  test('for its values stays when there is no other to compare it with', async () => {
    await misspell(await stage('a', 'one'), 'ordinal')
    await expect(merge(lake)).rejects.toThrow('many')
    expect(await keys(unreadablePrefix)).toEqual([])
  })

  test('is told of by the command that finds it', async () => {
    const bad = await stage('a', 'one')
    await damage(bad, 'quotes', cutOff)
    const { problems, read } = await ingest(lake, options)
    expect(problems).toEqual([
      { sourceKey: `unreadable/${bad}/reason.json`, outcome: 'unread', reason: expect.any(String) },
    ])
    expect(read).toMatchObject({ new: 1 })
    expect(await bodies()).toEqual(['one'])
  })

  test('comes to the same whichever call fails meanwhile', async () => {
    const start = lake
    // Every third call, by turns before and after it had its effect.
    for (let n = 0; ; n += 3) {
      lake = { ...start, ...(await testWriter()), inbox: memoryStore(start.clock) }
      await stage('a', 'one')
      await damage(await stage('b', 'two'), 'articles', scribbled)
      const { lake: faulty, calls } = faultyLake(lake, n, n % 2 === 0 ? 'before' : 'after')
      await merge(faulty).catch(() => merge(lake))
      const ended = calls() <= n
      await ingest(lake, options)
      expect({ n, bodies: await bodies(), quotes: await quotes(), left: await keys('staging/') }).toEqual({
        n,
        bodies: ['one', 'two'],
        quotes: ['one', 'two'],
        left: [],
      })
      if (ended) return
    }
  }, 120_000)
})

describe('a batch is not set aside', () => {
  const failing = (fails: (sql: string) => boolean, retryable: boolean): Lake => ({
    ...lake,
    wait: async () => {},
    warehouse: {
      ...lake.warehouse,
      execute: async sql => {
        if (fails(sql)) throw new OperationalError('denied', { retryable })
        return lake.warehouse.execute(sql)
      },
      query: async sql => {
        if (fails(sql)) throw new OperationalError('denied', { retryable })
        return lake.warehouse.query(sql)
      },
    },
  })

  test.each<[string, (sql: string) => boolean, boolean]>([
    ['nothing can be read', () => true, false],
    ['the tables cannot be written', sql => sql.startsWith('MERGE'), false],
    ['the trouble passes', sql => sql.startsWith('MERGE'), true],
  ])('when %s', async (_, fails, retryable) => {
    await stage('a', 'one')
    await stage('b', 'two')
    await expect(merge(failing(fails, retryable))).rejects.toThrow('denied')
    expect(await keys(unreadablePrefix)).toEqual([])
    expect((await merge(lake)).batches).toBe(2)
    expect(await bodies()).toEqual(['one', 'two'])
  })
})
