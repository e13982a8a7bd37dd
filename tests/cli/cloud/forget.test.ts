import { beforeEach, describe, expect, test } from 'vitest'
import { forgetInCloud } from '../../../src/cli/cloud/forget.ts'
import { merge } from '../../../src/lake/merge.ts'
import { newRecord, type TakedownRecord, writeRecord } from '../../../src/lake/takedown/record.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'

const PAGE = `محطة تحلية جديدة في ميناء الصفراء

أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة الصفراء جاهزة للعمل.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
`
let lake: TestCloudLake
let id: string
beforeEach(async () => {
  lake = await testCloudLake()
  await lake.inbox.put('a.txt', new TextEncoder().encode(PAGE))
  await lake.ingestWaiting()
  await merge(lake)
  const [row] = await rowsOf(lake.warehouse, 'SELECT article_id FROM articles')
  id = row?.article_id as string
})

async function forget(named: string, options: Partial<Record<'yes' | 'ahead' | 'json', boolean>> = {}) {
  const streams = testStreams()
  const asked = { lake: lake.address, yes: false, ahead: false, json: false, ...options }
  const code = await forgetInCloud(lake, named, asked, streams)
  return { code, ...streams.written }
}

/** What the deployment reports when it is done. */
const reporting = (over: Partial<TakedownRecord>) => async (run: string) =>
  writeRecord(lake.store, { ...newRecord(id, run, '2026-01-05T10:00:00.000Z', null), checks: [], ...over })

describe('forget', () => {
  test('shows what would go, and starts nothing', async () => {
    const { code, err } = await forget(id)
    expect(code).toBe(1)
    expect(err).toMatch(/would go: the article, 2 quotes.*\nwould be deleted from the inbox: a\.txt\nnothing was done/)
    expect(lake.calls).toEqual([])
  })

  test('starts a takedown, follows it and prints the proof', async () => {
    const documents = [{ source_key: 'a.txt', document_id: null, fate: 'deleted', erased: 3 }] as const
    const checks = [{ place: 'rows of articles_stored', found: 0, because: null }]
    lake.whileFollowed = reporting({ documents, checks })
    const { code, err } = await forget(id, { yes: true })
    expect(code).toBe(0)
    expect(err).toMatch(new RegExp(`^started ${id}-[0-9a-f]{12}; it goes on`))
    expect(err).toContain('deleted from the inbox: a.txt\n')
    expect(err).toContain('  0 rows of articles_stored\nnothing is left of it\n')
    expect(lake.calls).toEqual([{ name: expect.stringContaining(id), event: { articleId: id } }])
  })

  test('ends with 1 when something is left, and says where and why', async () => {
    lake.whileFollowed = reporting({
      checks: [{ place: 'files of releases', found: 2, because: 'released meanwhile' }],
    })
    const { code, out } = await forget(id, { yes: true, json: true })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      article_id: id,
      done: true,
      checks: [{ found: 2, because: 'released meanwhile' }],
    })
  })

  test('comes back to the takedown that is under way', async () => {
    lake.executions.push(`${id}-abc`)
    lake.whileFollowed = reporting({})
    const { code, err } = await forget(id, { yes: true })
    expect({ code, calls: lake.calls }).toEqual({ code: 0, calls: [] })
    expect(err).toMatch(new RegExp(`^came back to ${id}-abc;`))
  })

  test('takes the report of another run for none', async () => {
    lake.whileFollowed = async () => reporting({})('another')
    await expect(forget(id, { yes: true })).rejects.toThrow(/expected a report of the takedown/)
  })

  test('of what the lake does not have needs to be told so', async () => {
    const unknown = 'https://news.example/2'
    await expect(forget(unknown, { yes: true })).rejects.toThrow(/--ahead orders it all the same/)
    lake.whileFollowed = async name => {
      const other = name.split('-')[0] as string
      await writeRecord(lake.store, { ...newRecord(other, name, '2026-01-05T10:00:00.000Z', null), checks: [] })
    }
    expect(await forget(unknown, { yes: true, ahead: true })).toMatchObject({ code: 0 })
  })
})
