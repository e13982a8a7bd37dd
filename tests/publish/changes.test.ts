import { expect, test } from 'vitest'
import type { TableName } from '../../schemas/index.ts'
import { type Change, changesTable } from '../../src/publish/changes-table.ts'
import { diffReleases, type TableChange } from '../../src/publish/diff.ts'
import { readManifest } from '../../src/publish/manifest.ts'
import { planRelease, type ReleasePorts } from '../../src/publish/plan.ts'
import type { ReleaseAt } from '../../src/publish/release-rows.ts'
import { writeRelease } from '../../src/publish/write.ts'
import { decodeParquet } from '../../src/tables/parquet.ts'
import { inventedRows, type LakeRows, lakeOf, lakeRows, setRows } from '../support/release-lake.ts'

const secret = new Uint8Array(32)

async function release(ports: ReleasePorts, version: string) {
  const plan = await planRelease({ version, profile: 'open', published_on: '2024-03-21' }, ports)
  return writeRelease(plan, ports, secret)
}

/** The changes from one state of a lake to another. */
async function changes(before: LakeRows, after: LakeRows) {
  const ports = await lakeOf(before)
  await release(ports, '2024.3.0')
  await setRows(ports.warehouse, after)
  const manifest = await release(ports, '2024.3.1')
  const rows = async (name: TableName) => {
    const file = await ports.store.get(`releases/2024.3.1/changes/${name}/part-00000.parquet`)
    return decodeParquet(changesTable, file?.bytes ?? new Uint8Array()) as unknown as readonly Change[]
  }
  return { counts: manifest.changes?.tables, rows, ports }
}

const kept = lakeRows(inventedRows({ sourceKey: 'kept.txt' }))
const both = lakeRows(inventedRows({ sourceKey: 'kept.txt' }), inventedRows({ sourceKey: 'other.txt' }))
const none = { added: 0, changed: 0, removed: 0 }

test('nothing, when nothing changed: pseudonyms do not count', async () => {
  const { counts } = await changes(both, both)
  expect(counts).toEqual({ documents: none, articles: none, quotes: none, events: none, comments: none })
})

test('a document that came, and one that went, for the sake of the source', async () => {
  const came = await changes(kept, both)
  expect(came.counts).toMatchObject({
    articles: { ...none, added: 1 },
    quotes: { ...none, added: 2 },
    comments: { ...none, added: 2 },
  })
  expect(await came.rows('documents')).toEqual([{ key: 'other.txt', change: 'added', columns: [], cause: 'source' }])

  const went = await changes(both, kept)
  expect(went.counts).toMatchObject({ articles: { ...none, removed: 1 }, quotes: { ...none, removed: 2 } })
  expect(new Set((await went.rows('quotes')).map(({ cause }) => cause))).toEqual(new Set(['source']))
})

test('columns of a row that changed, in their order', async () => {
  const told = {
    ...both,
    articles: both.articles.map((row, i) => (i === 1 ? { ...row, title: 'عنوان', authors: ['س'] } : row)),
  }
  const events = told.events.map(row => ({ ...row, quote_id: null }))
  const { rows } = await changes(
    { ...both, quotes: [], events: [] },
    { ...told, quotes: [], events: events.slice(0, 0) },
  )
  expect(await rows('articles')).toEqual([
    { key: both.articles[1]?.article_id, change: 'changed', columns: ['title', 'authors'], cause: 'source' },
  ])
})

test('other rules on the same bytes are the pipeline, on other bytes the source', async () => {
  const version = (rows: LakeRows, bytes?: string): LakeRows => {
    const newer = (row: Readonly<Record<string, unknown>>) => ({
      ...row,
      pipeline_version: 9,
      ...(bytes && row.document_id ? { document_id: bytes } : {}),
    })
    return { ...rows, documents: rows.documents.map(newer), articles: rows.articles.map(newer), quotes: [], events: [] }
  }
  const reread = await changes(kept, version(kept))
  expect(await reread.rows('articles')).toMatchObject([
    { change: 'changed', columns: ['pipeline_version'], cause: 'pipeline' },
  ])
  expect(await reread.rows('quotes')).toMatchObject([
    { change: 'removed', cause: 'pipeline' },
    { change: 'removed', cause: 'pipeline' },
  ])
  const replaced = await changes(kept, version(kept, 'f'.repeat(64)))
  expect(await replaced.rows('quotes')).toMatchObject([{ cause: 'source' }, { cause: 'source' }])
})

test('a takedown reaches every table of the next release, and is called by its name', async () => {
  const [gone] = both.articles
  const isGone = (row: Readonly<Record<string, unknown>>) => row.article_id === gone?.article_id
  const after: LakeRows = {
    documents: both.documents.map(row => (row.source_key === gone?.source_key ? { ...row, outcome: 'removed' } : row)),
    articles: both.articles.map(row =>
      isGone(row) ? { ...row, title: null, body: null, deleted_because: 'takedown' } : row,
    ),
    quotes: both.quotes.filter(row => !isGone(row)),
    events: both.events.filter(row => !isGone(row)),
    comments: both.comments.filter(row => !isGone(row)),
  }
  const { counts, rows, ports } = await changes(both, after)
  const one = { ...none, removed: 1 }
  expect(counts).toMatchObject({ documents: one, articles: one, events: one })
  for (const name of ['documents', 'articles', 'quotes', 'events', 'comments'] as const)
    for (const { change, cause } of await rows(name)) expect([change, cause]).toEqual(['removed', 'takedown'])

  const releases = await Promise.all(['2024.3.0', '2024.3.1'].map(version => releaseAt(ports, version)))
  const [before, current] = releases as [ReleaseAt, ReleaseAt]
  const found: TableChange[] = []
  for await (const change of diffReleases(before, current)) found.push(change)
  const written = []
  for (const name of ['documents', 'articles', 'quotes', 'events', 'comments'] as const)
    for (const change of await rows(name)) written.push({ table: name, ...change })
  expect(found).toEqual(written)
  const backwards: TableChange[] = []
  for await (const change of diffReleases(current, before)) backwards.push(change)
  expect(backwards.map(({ change }) => change)).toEqual(found.map(() => 'added'))
})

async function releaseAt({ store }: ReleasePorts, version: string): Promise<ReleaseAt> {
  const prefix = `releases/${version}/`
  const manifest = await readManifest(store, prefix)
  if (!manifest) throw new Error(`expected release ${version}`)
  return { files: store, prefix, manifest }
}

test('releases of two profiles are not compared', async () => {
  const { ports } = await changes(kept, kept)
  const open = await releaseAt(ports, '2024.3.0')
  const full = { ...open, manifest: { ...open.manifest, profile: 'full' as const } }
  await expect(diffReleases(open, full).next()).rejects.toThrow(
    'expected two releases of one profile, got open and full',
  )
})
