import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TableName } from '../../schemas/index.ts'
import type { ReleaseProfile } from '../../src/lake/keys.ts'
import type { Store } from '../../src/lake/store.ts'
import type { Manifest } from '../../src/publish/manifest.ts'
import { nextVersion, planRelease, type ReleasePorts } from '../../src/publish/plan.ts'
import { releasedTables } from '../../src/publish/profiles.ts'
import { rowsOfRelease } from '../../src/publish/release-rows.ts'
import { verifyRelease } from '../../src/publish/verify.ts'
import { writeRelease } from '../../src/publish/write.ts'
import { validateRow } from '../../src/tables/validate.ts'
import { article } from '../support/invented.ts'
import { inventedRows, lakeOf, lakeRows, setRows, temporaryFolder } from '../support/release-lake.ts'

const secret = new TextEncoder().encode('a secret of the lake, thirty-two bytes or more')
const published_on = '2024-03-21'

async function release(ports: ReleasePorts, version: string, profile: ReleaseProfile = 'open') {
  return writeRelease(await planRelease({ version, profile, published_on }, ports), ports, secret)
}

/** Every file below a folder, by path. */
const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  )

async function rows(store: Store, manifest: Manifest, name: TableName) {
  const root = manifest.profile === 'open' ? 'releases' : 'releases-full'
  const found = []
  for await (const row of rowsOfRelease({ files: store, prefix: `${root}/${manifest.version}/`, manifest }, name))
    found.push(row)
  return found
}

const twoDocuments = () =>
  lakeRows(inventedRows({ siteName: 'المدار' }), inventedRows({ sourceKey: 'b.txt', siteName: 'الأفق' }))

describe('a release', () => {
  test('has a folder that verifies, and latest.json names it', async () => {
    const folder = temporaryFolder()
    const ports = await lakeOf(twoDocuments(), folder)
    const manifest = await release(ports, '2024.3.0')
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['documents', 2],
      ['articles', 2],
      ['quotes', 4],
      ['events', 2],
      ['comments', 4],
    ])
    const { files } = await verifyRelease(ports.store, 'releases/2024.3.0/')
    expect(files.filter(({ problem }) => problem !== null)).toEqual([])
    expect([...contents(folder).keys()].sort()).toEqual(
      [
        'releases/latest.json',
        ...files.map(({ path }) => `releases/2024.3.0/${path}`),
        'releases/2024.3.0/manifest.json',
      ].sort(),
    )
    const latest = JSON.parse(readFileSync(join(folder, 'releases/latest.json'), 'utf8'))
    const bytes = readFileSync(join(folder, 'releases/2024.3.0/manifest.json'))
    expect(latest).toEqual({ version: '2024.3.0', manifest_sha256: createHash('sha256').update(bytes).digest('hex') })
  })

  test('of the same lake is the same, bit for bit', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()]
    for (const folder of [first, second]) {
      const all = twoDocuments()
      const shuffled =
        folder === second ? { ...all, quotes: all.quotes.toReversed(), articles: all.articles.toReversed() } : all
      const ports = await lakeOf(shuffled, folder)
      await release(ports, '2024.3.0')
      await release(ports, '2024.3.1')
      await release(ports, '2024.3.0', 'full')
    }
    expect(contents(first).size).toBeGreaterThan(30)
    expect(contents(second)).toEqual(contents(first))
  })

  test('does not follow when and where the documents lay: only revisions differ between copies of a lake', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()]
    await release(await lakeOf(lakeRows(inventedRows()), first), '2024.3.0')
    const copied = { revision: '00009999999999999999', sourceVersion: '3sL4kqtJlcpXroDTDmJ' }
    await release(await lakeOf(lakeRows(inventedRows(copied)), second), '2024.3.0')
    expect(contents(second)).toEqual(contents(first))
  })

  test('has rows that are valid for the tables of its profile', async () => {
    for (const profile of ['open', 'full'] as const) {
      const ports = await lakeOf(twoDocuments())
      const manifest = await release(ports, '2024.3.0', profile)
      for (const [name, { table }] of Object.entries(releasedTables(profile))) {
        const found = await rows(ports.store, manifest, name as TableName)
        expect(found.length).toBeGreaterThan(0)
        for (const row of found) expect(validateRow(table, row)).toEqual([])
      }
    }
  })

  test('of an empty lake has every table, without rows', async () => {
    const ports = await lakeOf(lakeRows())
    const manifest = await release(ports, '2024.3.0')
    expect(manifest.tables.map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 0])
    expect(manifest.figures).toMatchObject({ languages: [], outlets: 0, first_day: null, last_day: null })
    const { files } = await verifyRelease(ports.store, 'releases/2024.3.0/')
    expect(files.every(({ problem }) => problem === null)).toBe(true)
  })
})

describe('the open profile', () => {
  const long = 'قال الوزير كلاماً طويلاً 😀 '.repeat(40)

  test('has no text of an article, no words of a reader and no name of one, in any file', async () => {
    const folder = temporaryFolder()
    const ports = await lakeOf(twoDocuments(), folder)
    await release(ports, '2024.3.0')
    const [lead = '', , paragraph = ''] = article.body.split('\n')
    const everything = await plainText(ports, folder)
    expect(everything).toContain('السد جاهز')
    for (const secret of [lead, paragraph, 'خبر جيد', 'Salma']) expect(everything).not.toContain(secret)
  })

  test('the full profile, beside it, has all of these', async () => {
    const folder = temporaryFolder()
    const ports = await lakeOf(twoDocuments(), folder)
    await release(ports, '2024.3.0', 'full')
    const everything = await plainText(ports, folder, 'releases-full/2024.3.0')
    for (const text of [article.body, 'خبر جيد', 'Salma'])
      expect(everything).toContain(JSON.stringify(text).slice(1, -1))
  })

  /** Files as text, and the rows of Parquet files as JSON. */
  async function plainText({ warehouse }: ReleasePorts, folder: string, prefix = 'releases/2024.3.0'): Promise<string> {
    const texts = []
    for (const path of contents(join(folder, prefix)).keys()) {
      const file = join(folder, prefix, path)
      if (!path.endsWith('.parquet')) texts.push(readFileSync(file, 'utf8'))
      else
        for await (const row of (await warehouse.query(`FROM read_parquet('${file}')`)).rows)
          texts.push(JSON.stringify(row))
    }
    return texts.join('\n')
  }

  test('cuts quotations between characters, and gives none without a source', async () => {
    const all = lakeRows(inventedRows())
    const [titled, quote] = all.quotes
    const ports = await lakeOf({
      ...all,
      articles: all.articles.map(row => ({ ...row, body: long })),
      quotes: [
        { ...titled, speaker: null, via: null },
        {
          ...quote,
          text: Array.from(long).slice(0, 400).join(''),
          text_start: 0,
          text_end: 400,
          cue: null,
          cue_start: null,
          cue_end: null,
          speaker_mention: null,
          mention_start: null,
          mention_end: null,
        },
      ],
      events: [],
    })
    const [unnamed, cut] = await rows(ports.store, await release(ports, '2024.3.0'), 'quotes')
    expect(unnamed).toMatchObject({ text: null, text_start: expect.any(Number) })
    expect(Array.from(cut?.text as string)).toHaveLength(300)
    expect(long.startsWith(cut?.text as string)).toBe(true)
    expect(cut).toMatchObject({ text_start: 0, text_end: 400 })
  })

  test('one pseudonym for a name at an outlet, another for it elsewhere and in the next release', async () => {
    const ports = await lakeOf(twoDocuments())
    const names = async (version: string) =>
      (await rows(ports.store, await release(ports, version), 'comments')).map(row => row.author_pseudonym)
    const first = await names('2024.3.0')
    const next = await names('2024.3.1')
    expect(first.filter(name => name !== null)).toHaveLength(2)
    expect(new Set([...first, ...next].filter(name => name !== null)).size).toBe(4)
    expect(first[0]).toMatch(/^p_[0-9a-f]{32}$/)
  })
})

describe('a release is refused', () => {
  test('when its version is there, or a later one is', async () => {
    const folder = temporaryFolder()
    const ports = await lakeOf(twoDocuments(), folder)
    await release(ports, '2024.3.9')
    await release(ports, '2024.3.10')
    const before = contents(folder)
    await expect(release(ports, '2024.3.10')).rejects.toThrow(
      'release 2024.3.10 is there already, and a release never changes: expected a version after 2024.3.10',
    )
    await expect(release(ports, '2024.3.9')).rejects.toThrow('is there already')
    await expect(release(ports, '2024.2.0')).rejects.toThrow(
      'expected a version after 2024.3.10, the newest, got 2024.2.0',
    )
    await expect(release(ports, 'latest')).rejects.toThrow('expected a version such as 2026.10.0, got latest')
    expect(contents(folder)).toEqual(before)
  })

  test('when a quotation does not stand where it should, or a row refers to nothing', async () => {
    const all = twoDocuments()
    const broken = {
      ...all,
      quotes: all.quotes.map((row, i) => (i === 1 ? { ...row, text_start: 3 } : row)),
      events: all.events.map((row, i) => (i === 0 ? { ...row, quote_id: 'q_none' } : row)),
    }
    const folder = temporaryFolder()
    const ports = await lakeOf(broken, folder)
    await expect(release(ports, '2024.3.0')).rejects.toThrow(
      'cannot release: expected «events: quote_id is a quote_id of quotes», found 1 violations (and 1 more)',
    )
    expect(contents(folder).size).toBe(0)
  })

  test('when release.json says what cannot be', async () => {
    const ports = await lakeOf(twoDocuments())
    await ports.store.put('release.json', new TextEncoder().encode('{ "title": 7 }'))
    await expect(release(ports, '2024.3.0')).rejects.toThrow('expected Unicode text, came 7, at title')
    await ports.store.put('release.json', new TextEncoder().encode('{ "licence": "mine" }'))
    await expect(release(ports, '2024.3.0')).rejects.toThrow('expected no such column, came "mine", at licence')
    await ports.store.put('release.json', new TextEncoder().encode('title: x'))
    await expect(release(ports, '2024.3.0')).rejects.toThrow('expected a JSON object in release.json')
  })
})

test('what never was finished is written anew, without its leftovers', async () => {
  const [clean, messy] = [temporaryFolder(), temporaryFolder()]
  await release(await lakeOf(twoDocuments(), clean), '2024.3.0')
  const ports = await lakeOf(twoDocuments(), messy)
  for (const path of ['data/articles/part-00000.parquet', 'data/articles/part-00007.parquet', 'SHA256SUMS'])
    await ports.store.put(`releases/2024.3.0/${path}`, new Uint8Array([1]))
  await release(ports, '2024.3.0')
  expect(contents(messy)).toEqual(contents(clean))
})

test('a crash at any write leaves the release before in place, and the next attempt finishes', async () => {
  const folder = temporaryFolder()
  const ports = await lakeOf(twoDocuments(), folder)
  await release(ports, '2024.3.0')
  await setRows(ports.warehouse, lakeRows(inventedRows()))
  const clean = temporaryFolder()
  const reference = await lakeOf(twoDocuments(), clean)
  await release(reference, '2024.3.0')
  await setRows(reference.warehouse, lakeRows(inventedRows()))
  await release(reference, '2024.3.1')

  let crashes = 0
  for (let n = 0; ; n++) {
    let writes = 0
    const failing: Store = {
      ...ports.store,
      put: async (...put) => (writes++ < n ? ports.store.put(...put) : Promise.reject(new Error('the power is gone'))),
    }
    const done = await release({ ...ports, store: failing }, '2024.3.1').then(
      () => true,
      error => {
        expect(error.message).toBe('the power is gone')
        return false
      },
    )
    if (done) break
    crashes++
    expect(JSON.parse(readFileSync(join(folder, 'releases/latest.json'), 'utf8')).version).toBe('2024.3.0')
  }
  expect(crashes).toBeGreaterThan(15)
  expect(contents(folder)).toEqual(contents(clean))
})

test.each([
  [null, '2026-10-05', '2026.10.0'],
  ['2026.9.4', '2026-10-05', '2026.10.0'],
  ['2026.10.0', '2026-10-05', '2026.10.1'],
  ['2026.10.9', '2026-10-05', '2026.10.10'],
  ['2027.1.0', '2026-10-05', '2027.1.1'],
])('after %s, on %s, comes %s', (newest, day, version) => {
  expect(nextVersion(newest, day)).toBe(version)
})
