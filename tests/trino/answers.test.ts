import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeBatch } from '../../src/lake/batch.ts'
import { spanQuery } from '../../src/lake/checks.ts'
import { stagedPartKey } from '../../src/lake/keys.ts'
import { merge, migrate } from '../../src/lake/merge.ts'
import { readObject, removedObject } from '../../src/lake/reading.ts'
import { mergeStatements } from '../../src/lake/sql/merge.ts'
import { questions } from '../../src/lake/sql/questions.ts'
import { completeBatches } from '../../src/lake/staged-batches.ts'
import type { StoredContent } from '../../src/lake/store.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { process } from '../../src/pipeline.ts'
import { makeId } from '../../src/tables/ids.ts'
import { processTiny, tiny } from '../support/tiny-documents.ts'
import { both, cleanBoth, mergeBoth, newTwins, sameAnswer, sameTables, type Twins, takeDownBoth } from './twins.ts'

const seeds = new URL('../../seeds/', import.meta.url)
const revision = (at: number) => String(at).padStart(20, '0')
const seed = (name: string) =>
  readObject(
    readFileSync(new URL(name, seeds)),
    { sourceKey: name, revision: revision(1), capturedAt: '2024-03-20T08:00:00.25Z' },
    { process },
  )
const read = (sourceKey: string, at: number, ...lines: readonly string[]) =>
  readObject(tiny(...lines), { sourceKey, revision: revision(at) }, { process: processTiny })

describe('on the sample documents', () => {
  let twins: Twins
  beforeAll(async () => {
    twins = await newTwins()
    await mergeBoth(
      twins,
      readdirSync(seeds)
        .filter(name => name.endsWith('.txt'))
        .map(seed),
    )
  })

  test('every row of every table is the same', async () => {
    const counts = await sameTables(twins)
    expect(counts).toMatchObject({ documents: 2, articles: 2 })
    expect(counts.quotes).toBeGreaterThan(10)
    expect(counts.events).toBeGreaterThan(10)
  })

  test('every span cuts its own text out of the article, in code points', async () => {
    const spans = await sameAnswer(twins, spanQuery)
    expect(spans.length).toBeGreaterThan(3)
    for (const { violations } of spans) expect(Number(violations)).toBe(0)
  })

  test.each(questions.map(question => [question.asks, question.sql] as const))('%s', async (_, sql) => {
    const rows = await sameAnswer(twins, sql)
    if (!sql.includes("NOT IN ('parsed'")) expect(rows.length).toBeGreaterThan(0)
  })

  test('migrations and views may be made again', async () => {
    await both(twins, migrate)
    expect(await sameTables(twins)).toMatchObject({ documents: 2 })
  })
})

/** Merges a whole batch and one of which the quotes are cut off, and then stages the same documents again. */
const damageBoth = (twins: Twins) =>
  both(twins, async writer => {
    await writeBatch(writer.store, [read('g', 1, 'تاسع')])
    const batch = await writeBatch(writer.store, [read('h', 1, 'عاشر')])
    const key = stagedPartKey({ table: 'quotes', batch })
    const { bytes } = (await writer.store.get(key)) as StoredContent
    await writer.store.put(key, bytes.slice(0, -30))
    expect(await merge(writer)).toMatchObject({ batches: 1, setAside: [{ batch }] })
    await writeBatch(writer.store, [read('h', 1, 'عاشر')])
    expect(await merge(writer)).toMatchObject({ batches: 1, setAside: [] })
  })

describe('through the life of documents', () => {
  const address = 'https://news.example/1'
  const rounds: readonly (readonly [string, (twins: Twins) => Promise<unknown>])[] = [
    ['new ones', twins => mergeBoth(twins, [read('a', 1, 'واحد اثنان # رأي'), read('b', 1, `${address} ثلاثة`)])],
    [
      'a batch twice',
      twins => mergeBoth(twins, [read('a', 1, 'واحد اثنان # رأي')], [read('a', 1, 'واحد اثنان # رأي')]),
    ],
    ['a newer state', twins => mergeBoth(twins, [read('a', 3, 'أربعة 😀 خمسة')])],
    ['an older state, late', twins => mergeBoth(twins, [read('a', 2, 'ستة')])],
    ['three states at once', twins => mergeBoth(twins, [read('c', 3, 'ج')], [read('c', 1, 'أ')], [read('c', 2, 'ب')])],
    ['the same article in another object', twins => mergeBoth(twins, [read('d', 2, `${address} سبعة`)])],
    ['the same body under another key', twins => mergeBoth(twins, [read('e', 1, 'أربعة 😀 خمسة')])],
    ['several articles in one', twins => mergeBoth(twins, [read('f', 1, 'أول', 'ثان', 'ثالث')])],
    ['fewer of them', twins => mergeBoth(twins, [read('f', 2, 'أول', 'ثالث')])],
    ['a removal', twins => mergeBoth(twins, [removedObject('c', revision(4))])],
    ['a state from before the removal', twins => mergeBoth(twins, [read('c', 2, 'ب')])],
    ['a return', twins => mergeBoth(twins, [read('c', 5, 'عاد')])],
    ['a batch that cannot be read, set aside and read again', damageBoth],
    ['a removal of one of two objects', twins => mergeBoth(twins, [removedObject('d', revision(3))])],
    ['cleaning', cleanBoth],
    ['a takedown', twins => takeDownBoth(twins, makeId('a', 'url', address))],
    ['a replay of what was taken down', twins => mergeBoth(twins, [read('b', 9, `${address} ثلاثة`)])],
    ['cleaning again', cleanBoth],
  ]
  let twins: Twins
  beforeAll(async () => {
    twins = await newTwins()
  })

  test.each(rounds)('the tables are the same after %s', async (_, act) => {
    await act(twins)
    const { documents = 0 } = await sameTables(twins)
    expect(documents).toBeGreaterThan(0)
  })

  test('a merge that stops before the articles shows nothing of it', async () => {
    const before = await rowsOf(twins.trino.warehouse, 'SELECT article_id, text FROM quotes ORDER BY quote_id')
    await writeBatch(twins.trino.store, [read('a', 7, 'جديد كل الجدة')])
    const staged = await completeBatches(twins.trino.store)
    const batches = staged.map(({ id }) => id)
    await twins.trino.warehouse.stage(staged.flatMap(({ parts }) => parts))
    for (const { sql } of mergeStatements(batches).slice(0, -1)) await twins.trino.warehouse.execute(sql)
    expect(await rowsOf(twins.trino.warehouse, 'SELECT article_id, text FROM quotes ORDER BY quote_id')).toEqual(before)
  })
})
