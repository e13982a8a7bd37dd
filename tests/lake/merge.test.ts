import { beforeEach, describe, expect, test } from 'vitest'
import { writeBatch } from '../../src/lake/batch.ts'
import { takedownKey } from '../../src/lake/keys.ts'
import { clean, merge, migrate, type Writer } from '../../src/lake/merge.ts'
import { type ObjectReading, readObject, removedObject } from '../../src/lake/reading.ts'
import { migrationsOf } from '../../src/lake/sql/migrations.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { makeId } from '../../src/tables/ids.ts'
import { collect } from '../support/collect.ts'
import { CRASH, processTiny, tiny } from '../support/tiny-documents.ts'
import { shown, temporaryFolder, testWriter } from '../support/writer.ts'

const URL = 'https://news.example/1'
const urlId = makeId('a', 'url', URL)
const keyId = (sourceKey: string, ordinal = 0) => makeId('a', 'key', sourceKey, ordinal)
const revision = (at: number) => String(at).padStart(20, '0')
const read = (sourceKey: string, at: number, ...lines: readonly string[]) =>
  readObject(tiny(...lines), { sourceKey, revision: revision(at) }, { process: processTiny })
const removed = (sourceKey: string, at: number) => removedObject(sourceKey, revision(at))

let writer: Writer
beforeEach(async () => {
  writer = await testWriter()
})

/** Stages each group of readings as a batch and merges them all at once. */
async function mergeAll(...groups: readonly (readonly ObjectReading[])[]) {
  for (const readings of groups) await writeBatch(writer.store, readings)
  return merge(writer)
}

const bodies = async () =>
  Object.fromEntries((await shown(writer)).articles.map(({ article_id, body }) => [article_id, body]))
const words = async () => (await shown(writer)).quotes.map(({ text }) => text)
const stored = async (table: string) => (await rowsOf(writer.warehouse, `SELECT * FROM ${table}`)).length

describe('a merge', () => {
  test('shows what was staged, and deletes the batch', async () => {
    const report = await mergeAll([read('a', 1, 'قال نعم # جيد')])
    expect(report.batches).toBe(1)
    expect(await shown(writer)).toEqual({
      documents: [{ source_key: 'a', outcome: 'parsed', article_count: 1 }],
      articles: [
        {
          article_id: keyId('a'),
          source_key: 'a',
          revision: revision(1),
          body: 'قال نعم',
          deleted_because: null,
          duplicate_of: null,
        },
      ],
      quotes: [
        { article_id: keyId('a'), text: 'قال', ordinal: 0 },
        { article_id: keyId('a'), text: 'نعم', ordinal: 1 },
      ],
      comments: [{ article_id: keyId('a'), text: 'جيد', ordinal: 0 }],
    })
    expect(await collect(writer.store.list('staging/'))).toEqual([])
  })

  test('has nothing to do without batches', async () => {
    expect(await merge(writer)).toEqual({ batches: 0, setAside: [], scannedBytes: 0 })
  })

  test('done twice changes nothing', async () => {
    await mergeAll([read('a', 1, 'one two')])
    const before = await shown(writer)
    await mergeAll([read('a', 1, 'one two')])
    expect(await shown(writer)).toEqual(before)
    expect(await stored('quotes_stored')).toBe(2)
  })

  test('lets a newer state replace article and children', async () => {
    await mergeAll([read('a', 1, 'one two')])
    await mergeAll([read('a', 2, 'three')])
    expect(await bodies()).toEqual({ [keyId('a')]: 'three' })
    expect(await words()).toEqual(['three'])
  })

  test('lets no older state replace a newer one', async () => {
    await mergeAll([read('a', 2, 'three')])
    await mergeAll([read('a', 1, 'one two')])
    expect(await bodies()).toEqual({ [keyId('a')]: 'three' })
    expect(await words()).toEqual(['three'])
  })

  test('takes the newest of several states in one run, whatever their batches', async () => {
    await mergeAll([read('a', 2, 'two')], [read('a', 3, 'three'), read('a', 1, 'one')])
    expect(await words()).toEqual(['three'])
  })

  test('waits for a batch to be complete', async () => {
    const batch = await writeBatch(writer.store, [read('a', 1, 'one')])
    await writer.store.delete(`staging/articles/batch=${batch}/part.parquet`)
    expect((await merge(writer)).batches).toBe(0)
    expect(await collect(writer.store.list('staging/'))).toHaveLength(4)
  })

  test('merges in portions', async () => {
    for (const at of [1, 2, 3, 4, 5]) await writeBatch(writer.store, [read(`a${at}`, at, `word${at}`)])
    expect(await merge(writer, { most: 2 })).toMatchObject({ batches: 5 })
    expect(await words()).toHaveLength(5)
  })
})

describe('an object that goes away', () => {
  test('leaves a tombstone without a word of it', async () => {
    await mergeAll([read('a', 1, 'one two # three')])
    await mergeAll([removed('a', 2)])
    expect(await shown(writer)).toEqual({
      documents: [{ source_key: 'a', outcome: 'removed', article_count: 0 }],
      articles: [
        {
          article_id: keyId('a'),
          source_key: 'a',
          revision: revision(1),
          body: null,
          deleted_because: 'source',
          duplicate_of: null,
        },
      ],
      quotes: [],
      comments: [],
    })
    await clean(writer)
    expect(await stored('quotes_stored')).toBe(0)
    expect(await stored('comments_stored')).toBe(0)
  })

  test('stays away when an older state comes late, in one run or in two', async () => {
    await mergeAll([removed('a', 2)])
    await mergeAll([read('a', 1, 'one')])
    await mergeAll([removed('b', 2)], [read('b', 1, 'one')])
    expect(await words()).toEqual([])
    expect((await shown(writer)).articles.map(({ deleted_because }) => deleted_because)).toEqual(['source', 'source'])
  })

  test('comes back when it is dropped again', async () => {
    await mergeAll([read('a', 1, 'one')])
    await mergeAll([removed('a', 2)])
    await mergeAll([read('a', 3, 'one')])
    expect(await words()).toEqual(['one'])
    expect((await shown(writer)).articles).toMatchObject([{ body: 'one', deleted_because: null }])
  })

  test('counts as gone when it gives no article any more', async () => {
    await mergeAll([read('a', 1, 'one')])
    await mergeAll([read('a', 2, CRASH)])
    expect((await shown(writer)).documents).toMatchObject([{ outcome: 'failed' }])
    expect((await shown(writer)).articles).toMatchObject([{ body: null, deleted_because: 'source' }])
  })

  test('takes only those of its articles along that it does not hold any more', async () => {
    await mergeAll([read('a', 1, 'one', 'two')])
    await mergeAll([read('a', 2, 'one')])
    expect(await bodies()).toEqual({ [keyId('a', 0)]: 'one', [keyId('a', 1)]: null })
    await mergeAll([read('a', 3, 'one', 'two')])
    expect(await bodies()).toEqual({ [keyId('a', 0)]: 'one', [keyId('a', 1)]: 'two' })
  })
})

describe('one address in two objects', () => {
  test('shows the article of the later one', async () => {
    await mergeAll([read('a', 2, `${URL} later`)], [read('b', 1, `${URL} earlier`)])
    expect(await bodies()).toEqual({ [urlId]: 'later' })
    expect(await words()).toEqual(['later'])
  })

  test('falls back on the other when one goes away', async () => {
    await mergeAll([read('a', 2, `${URL} later`)], [read('b', 1, `${URL} earlier`)])
    await mergeAll([removed('a', 3)])
    expect(await bodies()).toEqual({ [urlId]: 'earlier' })
    expect(await words()).toEqual(['earlier'])
    await clean(writer)
    expect(await words()).toEqual(['earlier'])
    await mergeAll([removed('b', 4)])
    expect(await bodies()).toEqual({ [urlId]: null })
  })

  test('shows one of two with the same revision, whole', async () => {
    await mergeAll([read('a', 1, `${URL} one two`)], [read('b', 1, `${URL} three four`)])
    expect([
      ['one', 'two'],
      ['three', 'four'],
    ]).toContainEqual(await words())
  })

  test('the same bytes under two keys are told apart', async () => {
    await mergeAll([read('a', 1, `${URL} same`), read('b', 1, `${URL} same`)])
    expect(await words()).toEqual(['same'])
    await mergeAll([removed('a', 2)])
    await clean(writer)
    expect(await words()).toEqual(['same'])
  })

  test('an article whose address becomes known moves to it', async () => {
    await mergeAll([read('a', 1, 'body')])
    await mergeAll([read('a', 2, `${URL} body`)])
    expect(await bodies()).toEqual({ [keyId('a')]: null, [urlId]: 'body' })
  })
})

describe('the same body', () => {
  test('is marked as a duplicate of the article whose id comes first, whatever came first', async () => {
    const [first, second] = [keyId('a'), keyId('b')].sort()
    await mergeAll([read('a', 1, 'same words')])
    await mergeAll([read('b', 2, 'same words')], [read('c', 3, 'other words')])
    const marks = Object.fromEntries(
      (await shown(writer)).articles.map(({ article_id, duplicate_of }) => [article_id, duplicate_of]),
    )
    expect(marks).toEqual({ [first as string]: null, [second as string]: first, [keyId('c')]: null })
  })

  test('is no duplicate any more when the other is gone', async () => {
    await mergeAll([read('a', 1, 'same'), read('b', 1, 'same')])
    await mergeAll([removed('a', 2)])
    expect((await shown(writer)).articles.map(({ duplicate_of }) => duplicate_of)).toEqual([null, null])
  })
})

describe('a takedown', () => {
  const order = (id: string) => writer.store.put(takedownKey(id), new Uint8Array())

  test('empties the article and deletes its children', async () => {
    await mergeAll([read('a', 1, 'one', 'two')])
    await order(keyId('a', 0))
    await merge(writer)
    expect(await bodies()).toEqual({ [keyId('a', 0)]: null, [keyId('a', 1)]: 'two' })
    expect(await words()).toEqual(['two'])
    await clean(writer)
    expect(await stored('quotes_stored')).toBe(1)
    expect(await rowsOf(writer.warehouse, `SELECT count(*) AS n FROM articles_stored WHERE body = 'one'`)).toEqual([
      { n: 0 },
    ])
  })

  test('survives a replay, a newer state, newer rules, another object, and a removal', async () => {
    await mergeAll([read('a', 1, `${URL} one`)])
    await order(urlId)
    await mergeAll([read('a', 1, `${URL} one`)])
    await mergeAll([read('a', 5, `${URL} two`)])
    await mergeAll([read('b', 6, `${URL} three`)])
    await mergeAll([removed('a', 7)])
    const { articles, quotes } = await shown(writer)
    expect(articles).toMatchObject([{ body: null, deleted_because: 'takedown' }])
    expect(quotes).toEqual([])
    expect(await stored('quotes_stored')).toBe(1) // of the state before the order; `clean` deletes it
    await clean(writer)
    expect(await stored('quotes_stored')).toBe(0)
  })

  test('can be ordered before the article comes', async () => {
    await order(keyId('a'))
    await mergeAll([read('a', 1, 'one')])
    expect((await shown(writer)).articles).toMatchObject([{ body: null, deleted_because: 'takedown' }])
  })

  test('outranks a removal', async () => {
    await mergeAll([read('a', 1, 'one')])
    await mergeAll([removed('a', 2)])
    await order(keyId('a'))
    await merge(writer)
    expect((await shown(writer)).articles).toMatchObject([{ deleted_because: 'takedown' }])
  })
})

describe('cleaning', () => {
  test('deletes superseded children and leaves those that wait for their article', async () => {
    await mergeAll([read('a', 1, 'one two')])
    await mergeAll([read('a', 2, 'three')])
    await writer.warehouse.execute(
      `INSERT INTO quotes_stored SELECT * REPLACE ('${revision(3)}' AS revision, 'r_later' AS reading_id) FROM quotes_stored LIMIT 1`,
    )
    expect(await stored('quotes_stored')).toBe(4)
    await clean(writer)
    expect(
      (await rowsOf(writer.warehouse, 'SELECT revision FROM quotes_stored ORDER BY 1')).map(row => row.revision),
    ).toEqual([revision(2), revision(3)])
    expect(await words()).toEqual(['three'])
  })
})

test('migrations are carried out once', async () => {
  expect(await migrate(writer)).toEqual([])
})

describe('a migration', () => {
  const later = migrationsOf([{ number: 2, table: 'articles', column: 'subtitle' }])
  /** As Athena, which knows no `IF NOT EXISTS` there. */
  const strict = (warehouse: Writer['warehouse']): Writer['warehouse'] => ({
    ...warehouse,
    execute: sql => warehouse.execute(sql.replace('ADD COLUMN IF NOT EXISTS', 'ADD COLUMN')),
  })

  test('that ended before it was recorded is only recorded by the next run', async () => {
    const folder = await temporaryFolder()
    const warehouse = strict(await duckdbWarehouse({ file: ':memory:', staging: folder }))
    const fresh: Writer = { store: diskStore(folder), warehouse }
    const dying: Writer = {
      ...fresh,
      warehouse: {
        ...warehouse,
        execute: async sql => {
          if (sql.includes('SELECT 2 AS number')) throw new Error('died')
          return warehouse.execute(sql)
        },
      },
    }
    await expect(migrate(dying, later)).rejects.toThrow('died')
    expect((await migrate(fresh, later)).map(({ number }) => number)).toEqual([2])
    expect(await migrate(fresh, later)).toEqual([])
    expect(await rowsOf(warehouse, 'SELECT subtitle FROM articles')).toEqual([])
  })
})
