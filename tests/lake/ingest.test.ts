import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkSpans } from '../../src/lake/checks.ts'
import { type DropOptions, drop } from '../../src/lake/drop.ts'
import { type IngestReport, ingest } from '../../src/lake/ingest.ts'
import { type Lake, openLake } from '../../src/lake/lake.ts'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { sha256 } from '../../src/tables/ids.ts'
import { collect } from '../support/collect.ts'
import { CRASH, processTiny } from '../support/tiny-documents.ts'
import { shown, temporaryFolder } from '../support/writer.ts'

let root: string
let source: string
let lake: Lake
/** Goes on by a second with each look. */
let now = Date.parse('2024-03-20T08:00:00Z')

beforeEach(async () => {
  root = await temporaryFolder()
  source = join(root, 'source')
  await mkdir(source)
  lake = await openLake(join(root, 'lake'), () => (now += 1000))
})
afterEach(() => lake.close())

async function write(path: string, content: string | Uint8Array) {
  await mkdir(dirname(join(source, path)), { recursive: true })
  await writeFile(join(source, path), content)
}

const dropAll = (options: DropOptions = {}) => drop(lake.inbox, [source], options)
async function dropAndIngest(options: DropOptions = {}): Promise<IngestReport> {
  await dropAll(options)
  return ingest(lake, { process: processTiny })
}
const look = () => ingest(lake, { process: processTiny })
const inboxFile = (key: string) => join(root, 'lake/inbox', key)
const bodies = async () => (await shown(lake)).articles.map(({ body }) => body)
const outcomes = async () =>
  Object.fromEntries((await shown(lake)).documents.map(({ source_key, outcome }) => [source_key, outcome]))

describe('ingest', () => {
  test('reads what is new, under its path below the folder', async () => {
    await write('2024/خبر.txt', 'one two')
    await write('b.txt', 'three')
    const report = await dropAndIngest()
    expect(report).toMatchObject({ read: { new: 2, changed: 0 }, removed: 0, unchanged: 0, outcomes: { parsed: 2 } })
    expect(await outcomes()).toEqual({ '2024/خبر.txt': 'parsed', 'b.txt': 'parsed' })
  })

  test('a second time finds nothing to do', async () => {
    await write('a.txt', 'one')
    await dropAndIngest()
    const before = await shown(lake)
    expect(await dropAll()).toMatchObject({ copied: 0, unchanged: 1, deleted: 0, refused: [] })
    expect(await look()).toMatchObject({ read: { new: 0, changed: 0 }, unchanged: 1, outcomes: {} })
    expect(await shown(lake)).toEqual(before)
  })

  test('reads what has changed', async () => {
    await write('a.txt', 'one')
    await dropAndIngest()
    await write('a.txt', 'two')
    expect(await dropAndIngest()).toMatchObject({ read: { new: 0, changed: 1 } })
    expect(await bodies()).toEqual(['two'])
  })

  test('notices what somebody deleted from the inbox, and that it came back', async () => {
    await write('a.txt', 'one')
    await dropAndIngest()
    await rename(inboxFile('a.txt'), join(root, 'aside'))
    expect(await look()).toMatchObject({ removed: 1, outcomes: { removed: 1 } })
    expect(await outcomes()).toEqual({ 'a.txt': 'removed' })
    expect(await bodies()).toEqual([null])
    expect(await look()).toMatchObject({ removed: 0, outcomes: {} })
    // Its modification time is older than its removal.
    await rename(join(root, 'aside'), inboxFile('a.txt'))
    expect(await look()).toMatchObject({ read: { new: 1 } })
    expect(await bodies()).toEqual(['one'])
    expect(await look()).toMatchObject({ read: { new: 0, changed: 0 } })
  })

  test('reads a file that was replaced by an older one', async () => {
    await write('a.txt', 'newer')
    await dropAndIngest()
    await writeFile(inboxFile('a.txt'), 'older')
    await utimes(inboxFile('a.txt'), 1_000_000, 1_000_000)
    expect(await look()).toMatchObject({ read: { changed: 1 } })
    expect(await bodies()).toEqual(['older'])
    expect(await look()).toMatchObject({ unchanged: 1 })
  })

  test('mirrors deletions when asked to, and only then', async () => {
    await write('a.txt', 'one')
    await write('b.txt', 'two')
    await dropAndIngest()
    await rm(join(source, 'a.txt'))
    expect(await dropAndIngest()).toMatchObject({ removed: 0 })
    expect((await dropAll({ mirror: true })).deleted).toBe(1)
    expect(await look()).toMatchObject({ removed: 1 })
    expect(await outcomes()).toEqual({ 'a.txt': 'removed', 'b.txt': 'parsed' })
  })

  test('takes facts from the sidecar, which is no document, and reads again when it changes', async () => {
    await write('a.txt', 'one')
    await dropAndIngest()
    await write('a.txt.meta.json', JSON.stringify({ captured_at: '2024-03-20T08:00:00Z', mood: 'good' }))
    expect(await dropAndIngest()).toMatchObject({ read: { new: 0, changed: 1 } })
    const rows = await rowsOf(lake.warehouse, 'SELECT source_key, captured_at, issues FROM documents')
    expect(rows).toEqual([
      {
        source_key: 'a.txt',
        captured_at: '2024-03-20T08:00:00Z',
        issues: [{ code: 'sidecar', detail: expect.stringContaining('"mood"') }],
      },
    ])
    await rm(inboxFile('a.txt.meta.json'))
    expect(await look()).toMatchObject({ read: { changed: 1 } })
    expect(await rowsOf(lake.warehouse, 'SELECT captured_at FROM documents')).toEqual([{ captured_at: null }])
    expect(await look()).toMatchObject({ unchanged: 1 })
  })

  test('tells of sidecars that stand alone', async () => {
    await write('a.txt.meta.json', '{}')
    expect(await dropAndIngest()).toMatchObject({ read: { new: 0 }, strays: ['a.txt.meta.json'] })
  })

  test('goes on after a document that makes the program fail, keeps a copy, and lets go of it when it is mended', async () => {
    await write('a.txt', CRASH)
    await write('b.txt', 'two')
    const report = await dropAndIngest()
    expect(report).toMatchObject({
      outcomes: { failed: 1, parsed: 1 },
      problems: [{ sourceKey: 'a.txt', outcome: 'failed', reason: expect.stringContaining('the reader is at a loss') }],
    })
    expect(await bodies()).toEqual(['two'])
    const id = sha256(CRASH)
    const kept = (await collect(lake.store.list('quarantine/'))).map(({ key }) => key)
    expect(kept).toEqual([`quarantine/${id}`, `quarantine/${id}.json`])
    expect(await readFile(join(root, 'lake', kept[0] as string), 'utf8')).toBe(CRASH)
    await write('a.txt', 'one')
    await dropAndIngest()
    expect(await collect(lake.store.list('quarantine/'))).toEqual([])
  })

  test('makes up for an interruption between staging and merging', async () => {
    await write('a.txt', 'one')
    await dropAll()
    const { warehouse } = lake
    const breaking = {
      ...warehouse,
      execute: async (sql: string) =>
        /articles_stored AS t/.test(sql) ? Promise.reject(new Error('power cut')) : warehouse.execute(sql),
    }
    await expect(ingest({ ...lake, warehouse: breaking }, { process: processTiny })).rejects.toThrow('power cut')
    expect(await bodies()).toEqual([])
    await look()
    expect(await bodies()).toEqual(['one'])
    expect(await collect(lake.store.list('staging/'))).toEqual([])
  })

  test('shows its progress', async () => {
    await write('a.txt', 'one')
    await write('b.txt', 'one')
    await dropAll()
    const steps: string[] = []
    await ingest(lake, {
      process: processTiny,
      progress: ({ phase, done, total, at }) => steps.push(`${phase} ${done}/${total} ${at}`),
    })
    expect(steps.slice(0, 3)).toEqual(['read 0/2 a.txt', 'read 1/2 b.txt', 'merge 0/5 merge documents'])
  })
})

describe('dropping', () => {
  test('files go under their own names, with their sidecars', async () => {
    await write('deep/a.txt', 'one')
    await write('deep/a.txt.meta.json', '{}')
    await drop(lake.inbox, [join(source, 'deep/a.txt')])
    expect((await collect(lake.inbox.list(''))).map(({ key }) => key)).toEqual(['a.txt', 'a.txt.meta.json'])
  })

  test('two files of one name are refused before anything is copied', async () => {
    await write('x/a.txt', 'one')
    await write('y/a.txt', 'two')
    await expect(drop(lake.inbox, [join(source, 'x/a.txt'), join(source, 'y/a.txt')])).rejects.toThrow(
      /give the folder that holds both/,
    )
    expect(await collect(lake.inbox.list(''))).toEqual([])
  })

  test('names are written in NFC', async () => {
    await write('cafe\u0301.txt', 'one')
    await dropAll()
    expect((await collect(lake.inbox.list(''))).map(({ key }) => key)).toEqual(['caf\u00e9.txt'])
  })

  test('what is not there is refused', async () =>
    expect(drop(lake.inbox, [join(source, 'none')])).rejects.toThrow(/expected a file or a folder, found nothing/))

  test('a mirror of nothing, or of a file, is refused: it would empty the inbox', async () => {
    await expect(dropAll({ mirror: true })).rejects.toThrow(/expected something to mirror/)
    await write('a.txt', 'one')
    await expect(drop(lake.inbox, [join(source, 'a.txt')], { mirror: true })).rejects.toThrow(/expected a folder/)
  })

  test('hidden files and the lake itself are passed over', async () => {
    await write('.hidden', 'x')
    await write('.git/config', 'x')
    await write('a.txt', 'one')
    await drop(lake.inbox, [root], { except: [join(root, 'lake')] })
    expect((await collect(lake.inbox.list(''))).map(({ key }) => key)).toEqual(['source/a.txt'])
  })
})

describe('bad input is a row that says what is wrong', () => {
  const arabic = 'قالت وزيرة المياه سلمى العبادي إن السد جاهز للعمل منذ أسبوع.\n'
  const windows1256 = Uint8Array.from([0xde, 0xc7, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1])
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, c => c.charCodeAt(0)).buffer)])

  test('with the real reader, and the lake goes on', async () => {
    await write('empty.txt', '')
    await write('image.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    await write('zeros.bin', new Uint8Array(1000))
    await write('blank.txt', ' \n\n ')
    await write('bom.txt', `\ufeffعنوان طويل بما يكفي\n\n${arabic.repeat(3)}`)
    await write('utf16.txt', utf16(`عنوان طويل بما يكفي\n\n${arabic.repeat(3)}`))
    await write('windows.txt', windows1256)
    await dropAll()
    const report = await ingest(lake)
    expect(report.read.new).toBe(7)
    const found = await outcomes()
    expect(found).toMatchObject({
      'empty.txt': 'rejected',
      'image.png': 'needs_ocr',
      'zeros.bin': 'rejected',
      'blank.txt': 'rejected',
    })
    const charsets = await rowsOf(
      lake.warehouse,
      `SELECT source_key, charset FROM documents WHERE outcome <> 'rejected' AND charset IS NOT NULL ORDER BY 1`,
    )
    expect(charsets).toEqual([
      { source_key: 'bom.txt', charset: 'utf-8' },
      { source_key: 'utf16.txt', charset: 'utf-16le' },
      { source_key: 'windows.txt', charset: 'windows-1256' },
    ])
    const unexplained = `SELECT source_key FROM documents WHERE outcome NOT IN ('parsed', 'partial') AND outcome_reason IS NULL`
    expect(await rowsOf(lake.warehouse, unexplained)).toEqual([])
    for (const { violations } of await checkSpans(lake.warehouse)) expect(violations).toBe(0)
  })
})
