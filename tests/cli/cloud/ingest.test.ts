import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ingestIntoCloud } from '../../../src/cli/cloud/ingest.ts'
import { takedownKey } from '../../../src/lake/keys.ts'
import { sha256 } from '../../../src/tables/ids.ts'
import { type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { collect } from '../../support/collect.ts'
import { testStreams } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/writer.ts'

const PAGE = `محطة تحلية جديدة في ميناء الصفراء

أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة الصفراء جاهزة للعمل.
`
const once = { delete: false, wait: false, json: false }

let lake: TestCloudLake
let folder: string
beforeEach(async () => {
  lake = await testCloudLake()
  folder = join(await temporaryFolder(), 'pages')
  await mkdir(folder)
  await writeFile(join(folder, 'محطة.txt'), PAGE)
  await writeFile(join(folder, 'محطة.txt.meta.json'), '{"url": "https://news.example/1"}')
  await writeFile(join(folder, 'empty.txt'), '')
})

async function ingest(options: Partial<typeof once> = {}, ...paths: readonly string[]) {
  const streams = testStreams()
  const code = await ingestIntoCloud(lake, paths.length ? paths : [folder], { ...once, ...options }, streams)
  return { code, ...streams.written }
}
const keys = async () => (await collect(lake.inbox.list(''))).map(({ key }) => key)

describe('without waiting', () => {
  test('files are put into the inbox, and it is said when rows appear', async () => {
    const { code, out, err } = await ingest()
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^files: 3 sent\n.* next merge.*\npresslake status --lake s3:.* presslake merge --lake s3:/)
    expect(await keys()).toEqual(['empty.txt', 'محطة.txt', 'محطة.txt.meta.json'])
    expect(lake.calls).toEqual([])
    expect(lake.spent().queries).toBe(0)
  })

  test('the same files a second time are not sent', async () => {
    await ingest()
    expect((await ingest()).err).toBe('files: 3 unchanged\n')
    await writeFile(join(folder, 'empty.txt'), 'x')
    expect((await ingest()).err).toMatch(/^files: 1 sent, 2 unchanged\n/)
  })

  test('--delete makes the inbox a mirror', async () => {
    await lake.inbox.put('gone.txt', new Uint8Array([1]))
    expect((await ingest({ delete: true })).err).toMatch(/^files: 3 sent, 1 deleted\n/)
    expect(await keys()).not.toContain('gone.txt')
  })

  test('what was taken down stays outside', async () => {
    const order = { requested_at: '', document_ids: [sha256(new TextEncoder().encode(PAGE))] }
    await lake.store.put(takedownKey(`a_${'0'.repeat(20)}`), new TextEncoder().encode(JSON.stringify(order)))
    const { code, err } = await ingest()
    expect(code).toBe(0)
    expect(err).toMatch(/محطة\.txt: it was taken down\n/)
    expect(await keys()).not.toContain('محطة.txt')
  })

  test('tells other programs what it did', async () => {
    const { out } = await ingest({ json: true })
    expect(JSON.parse(out)).toEqual({ dropped: { copied: 3, unchanged: 0, deleted: 0, refused: [] } })
  })

  test('of nothing could not be run', () =>
    expect(ingestIntoCloud(lake, [], once, testStreams())).rejects.toThrow(/expected files or folders/))

  test('a refusal of the store is told of each file, and of many of the first', async () => {
    for (let n = 0; n < 20; n++) await writeFile(join(folder, `${n}.txt`), 'x')
    lake.inbox.put = () => Promise.reject(new Error('may not'))
    const { code, err } = await ingest()
    expect(code).toBe(1)
    expect(err.match(/not copied: .*: may not/g)).toHaveLength(10)
    expect(err).toContain('… and 13 more\n')
  })
})

describe('--wait', () => {
  test('follows the queue, merges, and counts outcomes as on disk', async () => {
    lake.depths.set(lake.names.intakeQueue, { waiting: 3, inWork: 0 })
    let looks = 0
    lake.whileWaiting = async () => {
      if (++looks !== 2) return
      await lake.ingestWaiting()
      lake.depths.clear()
    }
    const { code, err } = await ingest({ wait: true })
    expect(err).toMatch(
      /^files: 3 sent\noutcomes: (?:1 parsed, 1 rejected|1 rejected, 1 parsed)\nrejected: empty\.txt: /,
    )
    expect(code).toBe(0)
    expect(lake.calls).toEqual([{ name: lake.names.mergeFunction, event: { task: 'merge' } }])
    expect((await ingest({ wait: true, json: true })).out).toContain('"outcomes":{}')
  })

  test('without files waits for what others have sent', async () => {
    await lake.inbox.put('other.txt', new TextEncoder().encode(PAGE))
    lake.whileWaiting = () => lake.ingestWaiting()
    const streams = testStreams()
    expect(await ingestIntoCloud(lake, [], { ...once, wait: true }, streams)).toBe(0)
    expect(streams.written.err).toBe('files: none sent\n')
    expect(lake.calls).toHaveLength(1)
  })

  test('says what did not arrive when messages failed too often', async () => {
    lake.whileWaiting = async () => void lake.depths.set(lake.names.intakeDeadLetters, { waiting: 3, inWork: 0 })
    const { code, err } = await ingest({ wait: true })
    expect(code).toBe(1)
    expect(err).toContain('3 messages failed and wait among the dead letters: presslake tail --lake s3://')
    expect(err).toContain('not in the tables yet: محطة.txt\n')
  })

  test('gives up after an hour', async () => {
    lake.depths.set(lake.names.intakeQueue, { waiting: 1, inWork: 0 })
    const { code, out } = await ingest({ wait: true, json: true })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ missing: ['empty.txt', 'محطة.txt'], deadLetters: 0 })
    expect(lake.clock() - Date.parse('2026-01-05T10:00:00Z')).toBe(3_600_000)
  })
})
