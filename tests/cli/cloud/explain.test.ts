/** `explain` of a lake in the cloud, against the same on disk. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../../src/cli/cli.ts'
import { commands } from '../../../src/cli/commands.ts'
import { showExplanation } from '../../../src/cli/explain/show.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { interfacesOfAws, type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/writer.ts'

const PAGE = `محطة تحلية جديدة في ميناء الصفراء

كتب: كريم الشامسي
أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 افتتاح محطة الصفراء.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
وزار رئيس البلدية أمس مدينة الربوة والتقى هدى المرزوقي.

التعليقات (2)

سالم
12 نيسان 2023
خبر طيب "جداً"، نتمنى المزيد

منى
13 نيسان 2023
وماذا عن القرى؟
`
const files = {
  'أخبار/محطة.txt': PAGE,
  'أخبار/محطة.txt.meta.json': '{"url":"https://news.example/1","published_at":"2023-04-04"}',
}

/** Every id of the lake with something that no text of Athena's tells apart. */
let ids: readonly string[]
let disk: string
let lake: TestCloudLake
beforeAll(async () => {
  const root = await temporaryFolder()
  disk = join(root, 'lake')
  lake = await testCloudLake((await interfacesOfAws()).parts)
  for (const [key, text] of Object.entries(files)) {
    const path = join(root, 'pages', key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    await lake.inbox.put(key, new TextEncoder().encode(text))
  }
  expect(await runCli(['ingest', join(root, 'pages'), '--lake', disk], commands, '1', testStreams())).toBe(0)
  await lake.ingestWaiting()
  await lake.functions.invoke(lake.names.mergeFunction, { task: 'merge' })
  ids = await idsIn(lake)
}, 60_000)

async function idsIn({ warehouse }: TestCloudLake) {
  const rows = await rowsOf(
    warehouse,
    `SELECT article_id AS id FROM articles UNION ALL SELECT quote_id FROM quotes
UNION ALL SELECT event_id FROM events UNION ALL SELECT comment_id FROM comments`,
  )
  return rows.map(({ id }) => String(id))
}

async function inCloud(id: string, json: boolean) {
  const streams = testStreams()
  expect(await showExplanation(lake, id, { json, bidi: false }, streams)).toBe(0)
  return streams.written.out
}

async function onDisk(id: string, json: boolean) {
  const streams = testStreams()
  expect(await runCli(['explain', id, '--lake', disk, ...(json ? ['--json'] : [])], commands, '1', streams)).toBe(0)
  return streams.written.out
}

/** It counts other things in the two worlds. */
const withoutRevision = (text: string) => text.replace(/\d{20}|\bv\d+\b/g, '…')

describe('explains every row with the same words as on disk', () => {
  test('and the lake has one of each kind', () => {
    expect(new Set(ids.map(id => id[0]))).toEqual(new Set(['a', 'q', 'e', 'c']))
  })

  test.each([false, true])('as JSON: %s', async json => {
    for (const id of ids) {
      const [there, here] = [await inCloud(id, json), await onDisk(id, json)]
      expect(withoutRevision(there)).toBe(withoutRevision(here))
    }
  })
})

test('what Athena shows as text comes as lists and structs', async () => {
  const [event] = ids.filter(id => id.startsWith('e_'))
  const { row } = JSON.parse(await inCloud(String(event), true))
  expect(row.actors).toContainEqual(expect.objectContaining({ part: expect.any(String), name: expect.any(String) }))
})

describe('the version that was read is looked at', () => {
  const comment = () => String(ids.find(id => id.startsWith('c_')))

  test('when another document lies there since, and when it was deleted', async () => {
    const before = await inCloud(comment(), false)
    expect(before).toContain('⟦')
    await lake.inbox.put('أخبار/محطة.txt', new TextEncoder().encode('شيء آخر'))
    await lake.inbox.put('أخبار/محطة.txt.meta.json', new TextEncoder().encode('{"published_at":"2020-01-01"}'))
    expect(await inCloud(comment(), false)).toBe(before)
    await lake.inbox.delete('أخبار/محطة.txt')
    expect(await inCloud(comment(), false)).toBe(before)
  })

  test('and when no version is kept, that is said', async () => {
    const streams = testStreams()
    const inbox = { ...lake.inbox, get: async () => null }
    await showExplanation({ ...lake, inbox }, comment(), { json: false, bidi: false }, streams)
    expect(streams.written.out).toContain('the inbox does not hold that document any more')
  })
})

test('the inbox is listed only for a name that is spelt in another way, and then not all of it', async () => {
  const key = 'news/é.txt'
  const page = PAGE.replace('ميناء الصفراء', 'مدينة الخضراء')
  await lake.inbox.put(key.normalize('NFD'), new TextEncoder().encode(page))
  await lake.ingestWaiting()
  await lake.functions.invoke(lake.names.mergeFunction, { task: 'merge' })
  const listed: string[] = []
  const inbox = {
    ...lake.inbox,
    list(prefix: string) {
      listed.push(prefix)
      return lake.inbox.list(prefix)
    },
  }
  const explained = async (id: string) => {
    const streams = testStreams()
    await showExplanation({ ...lake, inbox }, id, { json: false, bidi: false }, streams)
    return streams.written.out
  }
  const added = (await idsIn(lake)).filter(id => id.startsWith('c_') && !ids.includes(id))
  expect(await explained(String(added[0]))).toContain('⟦')
  expect(listed).toEqual(['news/'])
})
