/** From the inbox to the tables, with the functions as they were deployed. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { tables } from '../../../schemas/index.ts'
import { ingest } from '../../../src/lake/ingest.ts'
import { openLake } from '../../../src/lake/lake.ts'
import { mergeOrder } from '../../../src/lake/sql/tables.ts'
import { type ResultRow, rowsOf } from '../../../src/lake/warehouse.ts'
import { collect } from '../../support/collect.ts'
import { deployedAt } from './deployment.ts'
import { article, broken, type Dropped, documents, sidecar } from './documents.ts'
import { drain, invoke, merge, settle, waiting } from './poller.ts'

const COUNT = 1000
const FOLDER = 'pipeline'
const all: readonly Dropped[] = [sidecar(FOLDER), ...documents(FOLDER, COUNT), ...broken(FOLDER)]

const deployed = deployedAt(inject('deployment'))
const { names } = deployed
let settled: Awaited<ReturnType<typeof settle>>
beforeAll(async () => {
  settled = await settle(deployed)
})

const put = ({ key, bytes }: Dropped) =>
  deployed.s3.send(new PutObjectCommand({ Bucket: names.inboxBucket, Key: key, Body: bytes }))
const staged = async () => (await collect(deployed.lake.list('staging/'))).length
const ours = `source_key LIKE '${FOLDER}/%'`

test('nothing that came before is left, not even the test event of S3', async () => {
  expect(settled.failed).toBe(0)
  expect(await waiting(deployed, names.intakeQueue)).toBe(0)
})

describe(`${COUNT} documents with odd names, a sidecar and three broken files`, () => {
  test('are told to the queue, one message each', async () => {
    for (let i = 0; i < all.length; i += 20) await Promise.all(all.slice(i, i + 20).map(put))
    expect(await waiting(deployed, names.intakeQueue)).toBe(all.length)
  })

  test('are read by the deployed function with the permissions of its role, and staged', async () => {
    const before = (await deployed.runs()).length
    const drained = await drain(deployed, names.intakeQueue)
    expect(drained).toMatchObject({ done: all.length, failed: 0 })
    expect(await staged()).toBe(drained.batches * mergeOrder.length)
    const [first = 0, ...others] = (await deployed.runs()).slice(before).map(({ milliseconds }) => milliseconds)
    const perDocument = others.reduce((sum, ms) => sum + ms, 0) / (drained.done - drained.done / drained.batches)
    console.info(`first run ${first.toFixed(0)} ms, then ${perDocument.toFixed(1)} ms a document`)
  })

  test('are merged by the deployed writer, which deletes what it merged', async () => {
    const { batches } = await merge(deployed)
    expect(batches).toBeGreaterThan(10)
    expect(await staged()).toBe(0)
    const outcomes = `SELECT outcome, count(*) AS documents FROM documents WHERE ${ours} GROUP BY outcome ORDER BY outcome`
    expect(await deployed.rows(outcomes)).toEqual([
      { outcome: 'needs_ocr', documents: 1 },
      { outcome: 'parsed', documents: COUNT },
      { outcome: 'rejected', documents: 2 },
    ])
    const rejected = await deployed.rows(`SELECT document_id FROM documents WHERE ${ours} AND outcome = 'rejected'`)
    const kept = (await collect(deployed.lake.list('quarantine/'))).map(({ key }) => key)
    expect(rejected).toHaveLength(2)
    for (const { document_id: id } of rejected)
      expect(kept).toEqual(expect.arrayContaining([`quarantine/${id}`, `quarantine/${id}.json`]))
  })

  test('give the same rows as on one machine', async () => {
    const local = await openLake(mkdtempSync(join(tmpdir(), 'twin-')))
    for (const { key, bytes } of all) await local.inbox.put(key, bytes)
    await ingest(local)
    let compared = 0
    for (const name of mergeOrder) {
      const sql = rowsOfOurs(name)
      const here = sorted(await rowsOf(local.warehouse, sql))
      expect(sorted(await deployed.rows(sql))).toEqual(here)
      compared += here.length
    }
    await local.close()
    expect(compared).toBeGreaterThan(4 * COUNT)
    console.info(`${compared} rows compared byte for byte`)
  })
})

/** Without the columns that say in which store the object lies and when it came there. */
function rowsOfOurs(name: (typeof mergeOrder)[number]): string {
  const differs = new Set(['revision', 'source_version'])
  const columns = Object.keys(tables[name].columns).filter(column => !differs.has(column))
  const which = columns.includes('source_key') ? ours : `article_id IN (SELECT article_id FROM articles WHERE ${ours})`
  return `SELECT ${columns.join(', ')} FROM ${name} WHERE ${which}`
}

const sorted = (rows: readonly ResultRow[]) =>
  rows.map(row => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).sort()

describe('later', () => {
  const key = `${FOLDER}/أخبار/عربية/خبر.txt`
  const shown = () => deployed.rows(`SELECT deleted_because, title FROM articles WHERE source_key = '${key}'`)

  test('a changed document replaces its article', async () => {
    await put({ key, bytes: new TextEncoder().encode(article(2000)) })
    await settle(deployed)
    expect(await shown()).toEqual([{ deleted_because: null, title: 'محطة تحلية رقم 2000 في ميناء الصفراء' }])
  })

  test('a deleted one leaves a tombstone', async () => {
    await deployed.s3.send(new DeleteObjectCommand({ Bucket: names.inboxBucket, Key: key }))
    await settle(deployed)
    expect(await shown()).toEqual([{ deleted_because: 'source', title: null }])
    expect(await deployed.rows(`SELECT outcome FROM documents WHERE source_key = '${key}'`)).toEqual([
      { outcome: 'removed' },
    ])
  })

  test('upkeep asks Athena for what Iceberg needs', async () => {
    const before = (await deployed.statements()).length
    await invoke(deployed, names.mergeFunction, { task: 'upkeep' })
    const asked = (await deployed.statements()).slice(before).map(({ sql }) => sql.split(' ').slice(0, 2).join(' '))
    expect(asked).toContain('OPTIMIZE quotes_stored')
    expect(asked).toContain('VACUUM articles_stored')
  })
})
