import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drop } from '../../src/lake/drop.ts'
import { forget as takeDown } from '../../src/lake/forget.ts'
import { ingest } from '../../src/lake/ingest.ts'
import { type Lake, openLake } from '../../src/lake/lake.ts'
import { findArticle } from '../../src/lake/takedown/find.ts'
import type { TakedownRecord } from '../../src/lake/takedown/record.ts'
import { refusedDocuments } from '../../src/lake/takedowns.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { releasesIn } from '../../src/publish/withdraw.ts'
import { makeId } from '../../src/tables/ids.ts'
import { processTiny } from '../support/tiny-documents.ts'
import { shown, temporaryFolder } from '../support/writer.ts'

const URL = 'https://news.example/1'
/** Long enough to be found wherever it is written. */
const SECRET = 'unforgettable-'.repeat(40)
let root: string
let lake: Lake

beforeEach(async () => {
  root = await temporaryFolder()
  await mkdir(join(root, 'source'))
  lake = await openLake(join(root, 'lake'))
})
afterEach(() => lake.close())

const write = (name: string, ...lines: readonly string[]) => writeFile(join(root, 'source', name), lines.join('\n'))
async function take() {
  const report = await drop(lake.inbox, [join(root, 'source')], { refused: await refusedDocuments(lake.store) })
  await ingest(lake, { process: processTiny })
  return report
}
const forget = (lake: Lake, id: string) => takeDown(lake, id, releasesIn([lake.store], lake.clock))
/** What was found in the end, where anything was. */
const left = ({ checks }: TakedownRecord) => (checks ?? []).filter(({ found }) => found > 0)
const keyId = (sourceKey: string, ordinal = 0) => makeId('a', 'key', sourceKey, ordinal)

/** Files of the lake that hold the secret. */
async function filesWithSecret() {
  const files = (await readdir(join(root, 'lake'), { recursive: true, withFileTypes: true })).filter(entry =>
    entry.isFile(),
  )
  const found: string[] = []
  for (const { parentPath, name } of files)
    if ((await readFile(join(parentPath, name), 'latin1')).includes('unforgettable')) found.push(name)
  return found
}

describe('forgetting an article', () => {
  test('leaves no byte of it in the lake, and keeps it out', async () => {
    await write('a.txt', `${URL} ${SECRET} # ${SECRET}`)
    await write('b.txt', 'other words')
    await take()
    const id = makeId('a', 'url', URL)
    expect(await filesWithSecret()).toContain('a.txt')
    const record = await forget(lake, id)
    expect(record).toMatchObject({
      article_id: id,
      documents: [{ source_key: 'a.txt', fate: 'deleted', erased: 1 }],
      duplicates: [],
      withdrawn: [],
    })
    expect(record.checks?.length).toBeGreaterThan(8)
    expect(left(record)).toEqual([])
    expect(await filesWithSecret()).toEqual([])
    expect(await shown(lake)).toMatchObject({
      documents: [
        { source_key: 'a.txt', outcome: 'removed' },
        { source_key: 'b.txt', outcome: 'parsed' },
      ],
      quotes: [{ text: 'other' }, { text: 'words' }],
    })
    // The file still lies where it came from.
    expect((await take()).refused).toEqual([
      { path: join(root, 'source/a.txt'), reason: 'it was taken down', isError: false },
    ])
    // A changed one is another document; the article does not come back all the same.
    await write('a.txt', `${URL} ${SECRET} changed`)
    await take()
    const rows = await rowsOf(lake.warehouse, `SELECT deleted_because, body FROM articles WHERE article_id = '${id}'`)
    expect(rows).toEqual([{ deleted_because: 'takedown', body: null }])
    expect((await shown(lake)).quotes).toHaveLength(2)
  })

  test('outlives the tables', async () => {
    await write('a.txt', `${URL} one`, 'two')
    await take()
    await forget(lake, makeId('a', 'url', URL))
    for (const table of ['documents', 'articles', 'quotes', 'events', 'comments', 'takedowns'])
      await lake.warehouse.execute(`DELETE FROM ${table === 'takedowns' ? table : `${table}_stored`}`)
    await ingest(lake, { process: processTiny })
    expect((await shown(lake)).quotes.map(({ text }) => text)).toEqual(['two'])
  })

  test('says when the document has to stay for the sake of its other articles, and deletes it with the last', async () => {
    await write('a.txt', 'one', 'two')
    await take()
    const first = await forget(lake, keyId('a.txt', 0))
    expect(first.documents).toMatchObject([{ source_key: 'a.txt', fate: 'kept', erased: 0 }])
    expect(left(first)).toEqual([
      {
        place: 'files in the inbox of a.txt',
        found: 1,
        because: 'other articles stand in the document: a.txt',
      },
    ])
    expect((await shown(lake)).quotes.map(({ text }) => text)).toEqual(['two'])
    const second = await forget(lake, keyId('a.txt', 1))
    expect(second.documents).toMatchObject([{ source_key: 'a.txt', fate: 'deleted', erased: 1 }])
    expect(left(second)).toEqual([])
    expect((await shown(lake)).quotes).toEqual([])
  })

  test('names the articles that say the same', async () => {
    await write('a.txt', 'same words')
    await write('b.txt', 'same words')
    await take()
    expect(await forget(lake, keyId('a.txt'))).toMatchObject({ duplicates: [keyId('b.txt')] })
    expect((await shown(lake)).quotes).toHaveLength(2)
  })

  test('twice does no harm', async () => {
    await write('a.txt', 'one')
    await take()
    await forget(lake, keyId('a.txt'))
    const again = await forget(lake, keyId('a.txt'))
    expect(again.documents).toMatchObject([{ source_key: 'a.txt', fate: 'deleted', erased: 0 }])
    expect(left(again)).toEqual([])
    expect(await refusedDocuments(lake.store)).toHaveProperty('size', 1)
  })
})

describe('an article is found', () => {
  test('by its own id, that of a row of it, and its address', async () => {
    await write('a.txt', `${URL} one # two`)
    await take()
    const id = makeId('a', 'url', URL)
    const [quote] = await rowsOf(lake.warehouse, 'SELECT quote_id FROM quotes')
    const [comment] = await rowsOf(lake.warehouse, 'SELECT comment_id FROM comments')
    for (const named of [id, URL, quote?.quote_id, comment?.comment_id])
      expect(await findArticle(lake.warehouse, named as string)).toBe(id)
    expect(await findArticle(lake.warehouse, 'https://news.example/2')).toBeNull()
    expect(await findArticle(lake.warehouse, keyId('nothing'))).toBeNull()
  })

  test.each(["a_' OR 1 = 1", 'x', '', 'a_123', `a_${'0'.repeat(21)}`])('not by %j', async named =>
    expect(findArticle(lake.warehouse, named)).rejects.toThrow(/expected the id of an article/),
  )
})
