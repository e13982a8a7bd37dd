/** Releases of a lake in the cloud, against the same on disk. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runCli } from '../../../src/cli/cli.ts'
import { commands } from '../../../src/cli/commands.ts'
import { showRelease } from '../../../src/cli/make-release.ts'
import { publishingInCloud } from '../../../src/cli/publishing.ts'
import { type ReleaseProfile, takedownKey } from '../../../src/lake/keys.ts'
import { mergeStatements } from '../../../src/lake/sql/merge.ts'
import { completeBatches } from '../../../src/lake/staged-batches.ts'
import type { Store } from '../../../src/lake/store.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { verifyRelease } from '../../../src/publish/verify.ts'
import { interfacesOfAws, refused, type TestCloudLake, testCloudLake } from '../../support/cloud-lake.ts'
import { testStreams } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/writer.ts'

// Some of these make several releases.
vi.setConfig({ testTimeout: 120_000 })

const seeds = join(import.meta.dirname, '..', '..', '..', 'seeds')
const SECRET = '7'.repeat(64)
const DATED = { version: '2026.10.0', date: '2026-10-05', json: false, dryRun: false }
const encode = (text: string) => new TextEncoder().encode(text)

const page = (name: string) => `محطة تحلية جديدة في ${name}

كتب: كريم الشامسي
أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة ${name} جاهزة للعمل.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
وزار رئيس البلدية أمس مدينة الربوة.
`
/** What was dropped, by its key. */
const documents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(seeds)
      .filter(name => name.endsWith('.txt'))
      .map(name => [`seeds/${name}`, readFileSync(join(seeds, name), 'utf8')]),
  ),
  'أخبار/محطة.txt': page('الصفراء'),
  'أخبار/محطة.txt.meta.json':
    '{"url":"https://news.example/1","site_name":"المدار","captured_at":"2024-03-20T08:00:00.250Z"}',
  'copy.txt': page('الصفراء'),
  'empty.txt': '',
}

type Cloud = Awaited<ReturnType<typeof interfacesOfAws>> & { readonly lake: TestCloudLake }
let cloud: Cloud
beforeEach(async () => {
  const aws = await interfacesOfAws()
  cloud = { ...aws, lake: await testCloudLake(aws.parts) }
  for (const [key, text] of Object.entries(documents)) await cloud.lake.inbox.put(key, encode(text))
  await cloud.lake.ingestWaiting()
  await merge()
  await cloud.lake.store.put('publisher/secret.key', encode(SECRET))
})

const merge = () => cloud.lake.functions.invoke(cloud.lake.names.mergeFunction, { task: 'merge' })

async function release(options: Partial<typeof DATED> & { profile?: ReleaseProfile; lake?: TestCloudLake } = {}) {
  const { profile = 'open', lake = cloud.lake, ...asked } = options
  const streams = testStreams()
  const code = await publishingInCloud(lake, profile, streams, publishing =>
    showRelease(publishing, { ...DATED, ...asked, profile }, streams),
  )
  return { code, ...streams.written }
}

/** The same documents, and their releases, in a folder. */
async function onDisk(): Promise<string> {
  const root = await temporaryFolder()
  const lake = join(root, 'lake')
  for (const [key, text] of Object.entries(documents)) {
    mkdirSync(dirname(join(root, 'pages', key)), { recursive: true })
    writeFileSync(join(root, 'pages', key), text)
  }
  await presslake('ingest', join(root, 'pages'), '--lake', lake)
  writeFileSync(join(lake, 'secret.key'), SECRET)
  return lake
}

async function presslake(...args: readonly string[]) {
  const streams = testStreams()
  expect({ code: await runCli(args, commands, '1', streams), args }).toMatchObject({ code: 0 })
  return streams.written
}

async function contents(store: Store, prefix: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for await (const { key } of store.list(prefix))
    found.set(key, Buffer.from((await store.get(key))?.bytes ?? '').toString('latin1'))
  return found
}

function filesBelow(folder: string, prefix: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(folder, prefix), { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Map(paths.map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]))
}

/** Rows of a file of a release in the releases bucket. */
async function rowsIn(key: string) {
  const path = join(await temporaryFolder(), 'part.parquet')
  writeFileSync(path, (await cloud.lake.releases.get(key))?.bytes ?? '')
  return rowsOf(cloud.athena.tables, `SELECT * FROM read_parquet('${path}')`)
}

const sorted = (files: ReadonlyMap<string, string>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))

describe('a release of a deployed lake', () => {
  test.each([
    ['open', 'releases/'],
    ['full', 'releases-full/'],
  ] as const)('is the one made on disk from the same documents, byte for byte: %s', async (profile, root) => {
    const disk = await onDisk()
    for (const version of ['2026.10.0', '2026.10.1'])
      await presslake('release', '--profile', profile, '--version', version, '--date', DATED.date, '--lake', disk)
    const first = await release({ profile })
    expect(first).toMatchObject({ code: 0, out: '' })
    expect((await release({ profile, version: '2026.10.1' })).code).toBe(0)
    const store = profile === 'open' ? cloud.lake.releases : cloud.lake.store
    const there = await contents(store, root)
    expect(there.size).toBeGreaterThan(30)
    expect(sorted(there)).toEqual(sorted(filesBelow(disk, root)))
    const rows = await rowsOf(cloud.lake.warehouse, 'SELECT count(*) AS n FROM comments')
    expect(rows[0]?.n).toBeGreaterThan(0)
  })

  test('says where it lies, and how to check it', async () => {
    const { releasesBucket, lakeBucket } = cloud.lake.names
    const open = await release()
    expect(open.err).toContain(`wrote s3://${releasesBucket}/releases/2026.10.0: `)
    expect(open.err).toContain(`check it with: presslake verify 2026.10.0 --lake s3://${lakeBucket}\n`)
    const full = await release({ profile: 'full' })
    expect(full.err).toContain(`wrote s3://${lakeBucket}/releases-full/2026.10.0: `)
    expect(full.err).toContain(`verify 2026.10.0 --profile full --lake s3://${lakeBucket}\n`)
  })

  test('leaves no copy of the tables, and full ones nothing in the bucket that everybody reads', async () => {
    const before = readdirSync(process.env.TMPDIR ?? '/tmp').filter(name => name.startsWith('presslake-copy-'))
    await release({ profile: 'full' })
    const left = readdirSync(process.env.TMPDIR ?? '/tmp').filter(name => name.startsWith('presslake-copy-'))
    expect(left).toEqual(before)
    expect([...(await contents(cloud.lake.store, 'results/')).keys()]).toEqual([])
    expect([...cloud.s3.objects.keys()].filter(path => path.includes(cloud.lake.names.releasesBucket))).toEqual([])
  })

  test('only planned writes nothing anywhere', async () => {
    const before = [...cloud.s3.objects.keys()]
    const { code, err } = await release({ dryRun: true })
    expect(code).toBe(0)
    expect(err).toMatch(/^release 2026\.10\.0, open, the first\n {2}documents +5 rows\n/)
    expect([...cloud.s3.objects.keys()]).toEqual(before)
  })

  test('of a version that is taken is refused before anything is copied', async () => {
    await release()
    const sent = cloud.athena.statements.length
    await expect(release()).rejects.toThrow('release 2026.10.0 is there already, and a release never changes')
    expect(cloud.athena.statements).toHaveLength(sent)
  })

  test('makes a secret when there is none, and keeps it', async () => {
    await cloud.lake.store.delete('publisher/secret.key')
    await release()
    const secret = new TextDecoder().decode((await cloud.lake.store.get('publisher/secret.key'))?.bytes)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    await release({ version: '2026.10.1' })
    expect(new TextDecoder().decode((await cloud.lake.store.get('publisher/secret.key'))?.bytes)).toBe(secret)
  })

  test('that may not be made leaves nothing behind', async () => {
    const lake = { ...cloud.lake, download: () => Promise.reject(refused('cannot read')) }
    await expect(release({ lake })).rejects.toThrow(/cannot read: AccessDenied/)
    expect([...(await contents(cloud.lake.store, 'results/')).keys()]).toEqual([])
    expect([...(await contents(cloud.lake.releases, '')).keys()]).toEqual([])
  })
})

describe('while others write', () => {
  /** Does something just before the n-th statement that begins so. */
  function justBefore(beginning: string, nth: number, act: () => Promise<unknown>): TestCloudLake {
    let seen = 0
    const tell = async (sql: string) => {
      if (sql.startsWith(beginning) && ++seen === nth) await act()
    }
    const { warehouse } = cloud.lake
    return {
      ...cloud.lake,
      warehouse: {
        ...warehouse,
        query: async sql => {
          await tell(sql)
          return warehouse.query(sql)
        },
        execute: async sql => {
          await tell(sql)
          return warehouse.execute(sql)
        },
      },
    }
  }
  /** Another document under a name that is known, read and staged. */
  async function stageAnother(minute = 0) {
    await cloud.lake.inbox.put('copy.txt', encode(page(minute === 0 ? 'الخضراء' : `الخضراء رقم ${minute}`)))
    const path = `/${cloud.lake.names.inboxBucket}/copy.txt`
    const object = cloud.s3.objects.get(path)
    if (object) cloud.s3.objects.set(path, { ...object, modified: `2026-01-05T10:0${minute}:00.000Z` })
    await cloud.lake.ingestWaiting()
  }
  async function dropAndMerge(minute = 0) {
    await stageAnother(minute)
    await merge()
  }
  /** The first of the statements of a merge, and no more. */
  async function mergeHalf() {
    await stageAnother()
    const [documentsFirst] = mergeStatements((await completeBatches(cloud.lake.store)).map(({ id }) => id))
    await cloud.parts.writer.execute(documentsFirst?.sql ?? '')
  }

  test('it is of one moment: what is merged between two tables is not in it', async () => {
    await release()
    for (const nth of [1, 5]) {
      const version = `2026.10.${nth}`
      let merged = false
      const lake = justBefore('UNLOAD', nth, async () => {
        await dropAndMerge(nth)
        merged = true
      })
      await release({ lake, version })
      expect(merged).toBe(true)
      // Just what came while the release before was made.
      const changed = nth === 1 ? 0 : 1
      expect(await changesOf(version)).toMatchObject({
        documents: { added: 0, changed, removed: 0 },
        articles: { added: 0, changed, removed: 0 },
        quotes: { added: 2 * changed, removed: 2 * changed },
      })
    }
  })

  const changesOf = async (version: string) =>
    (await verifyRelease(cloud.lake.releases, `releases/${version}/`)).manifest.changes?.tables
  test('what is merged between two looks is seen whole', async () => {
    const lake = justBefore("SELECT 'documents'", 2, dropAndMerge)
    await release({ lake })
    const looks = cloud.athena.statements.filter(({ sql }) => sql.startsWith("SELECT 'documents'"))
    expect(looks).toHaveLength(4)
    const articles = await rowsIn('releases/2026.10.0/data/articles/part-00000.parquet')
    expect(articles.map(({ title }) => title)).toContainEqual('محطة تحلية جديدة في الخضراء')
  })

  test('a column that no snapshot has yet is null in every row', async () => {
    const lake = justBefore('SELECT * FROM documents_stored FOR VERSION', 1, () =>
      cloud.athena.tables.execute(`ALTER TABLE "${snapshot('documents')}" DROP COLUMN sidecar_version`),
    )
    expect((await release({ lake })).code).toBe(0)
    const unload = cloud.athena.statements.find(({ sql }) => sql.startsWith('UNLOAD'))
    expect(unload?.sql).toContain('source_version')
    expect(unload?.sql).not.toContain('sidecar_version')
  })

  /** The table that stands for the snapshot that was asked for last. */
  const snapshot = (name: string) => {
    const asked = cloud.athena.statements.map(({ sql }) =>
      new RegExp(`${name}_stored FOR VERSION AS OF (\\d+)`).exec(sql),
    )
    return `${name}_stored@${asked.findLast(found => found)?.[1]}`
  }

  test('half a merge is waited for', async () => {
    await mergeHalf()
    let waited = 0
    cloud.lake.whileWaiting = async () => {
      if (++waited === 3) await merge()
    }
    await release()
    expect(waited).toBe(3)
    const { files } = await verifyRelease(cloud.lake.releases, 'releases/2026.10.0/')
    expect(files.filter(({ problem }) => problem)).toEqual([])
    const articles = await rowsIn('releases/2026.10.0/data/articles/part-00000.parquet')
    expect(articles.map(({ title }) => title)).toContainEqual('محطة تحلية جديدة في الخضراء')
  })

  test('and one that nobody ends is told', async () => {
    await mergeHalf()
    await expect(release()).rejects.toThrow('2 readings are in the tables only in part: a merge goes on, or failed')
  })
})

describe('takedowns', () => {
  const article = async () => {
    const [row] = await rowsOf(
      cloud.lake.warehouse,
      `SELECT article_id FROM articles WHERE url = 'https://news.example/1'`,
    )
    return String(row?.article_id)
  }

  test('that were ordered and not merged yet keep a release back', async () => {
    await cloud.lake.store.put(takedownKey(await article()), encode('{}'))
    const { code, err } = await release()
    expect(code).toBe(1)
    expect(err).toContain('check failed: articles: none was ordered to be taken down: 1 violations\n')
    expect(err).toContain('nothing was written')
    await merge()
    expect((await release()).code).toBe(0)
  })

  test('that are ordered at the last moment are obeyed: the release is none', async () => {
    const id = await article()
    const releases: Store = {
      ...cloud.lake.releases,
      async put(key, bytes, options) {
        if (key.endsWith('/manifest.json')) await cloud.lake.store.put(takedownKey(id), encode('{}'))
        return cloud.lake.releases.put(key, bytes, options)
      },
    }
    await expect(release({ lake: { ...cloud.lake, releases } })).rejects.toThrow(
      `the takedown of ${id} was ordered meanwhile`,
    )
    expect(await cloud.lake.releases.get('releases/latest.json')).toBeNull()
    expect(await cloud.lake.releases.get('releases/2026.10.0/manifest.json')).toBeNull()
    await merge()
    await release()
    const articles = await rowsIn('releases/2026.10.0/data/articles/part-00000.parquet')
    expect(articles).toHaveLength(3)
    expect(articles.map(({ article_id }) => article_id)).not.toContain(id)
  })
})

test('an empty deployment gives an empty release', async () => {
  const aws = await interfacesOfAws()
  const lake = await testCloudLake(aws.parts)
  expect((await release({ lake })).code).toBe(0)
  const { manifest, files } = await verifyRelease(lake.releases, 'releases/2026.10.0/')
  expect(manifest.tables.map(({ rows }) => rows)).toEqual([0, 0, 0, 0, 0])
  expect(files.filter(({ problem }) => problem)).toEqual([])
})
