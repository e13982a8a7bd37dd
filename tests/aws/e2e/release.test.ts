/** Releases of the deployment by the built program, with the policy for publishers and nothing else. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HeadObjectCommand } from '@aws-sdk/client-s3'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ingest } from '../../../src/lake/ingest.ts'
import { sidecarKey, sourceKeyOf } from '../../../src/lake/keys.ts'
import { openLake } from '../../../src/lake/lake.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import { collect } from '../../support/collect.ts'
import { assumeRole, type Keys, makeRole } from './api.ts'
import { deployedAt } from './deployment.ts'
import { documents } from './documents.ts'
import { settle } from './poller.ts'
import { environmentOf, program, runNode } from './program.ts'

const deployment = inject('deployment')
const deployed = deployedAt(deployment)
const { names } = deployed
const LAKE = `s3://${names.lakeBucket}`
const SECRET = '5'.repeat(64)
const DATED = ['--version', '2026.10.0', '--date', '2026-10-05']
const inbox = s3Store(deployed.s3, { bucket: names.inboxBucket })
const encode = (text: string) => new TextEncoder().encode(text)

let publisher: Keys
let user: Keys
beforeAll(async () => {
  expect(await runNode(['--import', 'tsx', 'scripts/build.ts'], {})).toMatchObject({ code: 0 })
  publisher = await keysOf('presslake-publisher', 'publishing', 'PublisherPolicy')
  user = await keysOf('presslake-reader', 'pipeline', 'CommandLinePolicy')
  for (const { key, bytes } of documents('release', 40, 6000)) await inbox.put(key, bytes)
  await deployed.lake.put('publisher/secret.key', encode(SECRET))
  await deployed.lake.put('release.json', encode('{"title":"Invented news"}'))
  await settle(deployed)
  // Whether a document is given up depends on the machine.
  for (const { source_key } of await deployed.rows("SELECT source_key FROM documents WHERE outcome = 'failed'"))
    await inbox.delete(String(source_key))
  await settle(deployed)
})

async function keysOf(role: string, stack: string, output: string): Promise<Keys> {
  const policy = deployed.outputs[`presslake-dev-${stack}`]?.[output] ?? ''
  return assumeRole(deployed.api, await makeRole(deployed.api, role, policy))
}

const presslake = (who: Keys | null, ...args: readonly string[]) =>
  runNode([program, ...args], environmentOf(deployment, who))
const inCloud = (who: Keys, ...args: readonly string[]) => presslake(who, ...args, '--lake', LAKE)

/** What the tables know, as a lake on disk: every document in the version that was read, with its sidecar. */
async function sameOnDisk(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'twin-'))
  const known = await deployed.rows(
    "SELECT source_key, source_version, sidecar_version FROM documents_stored WHERE outcome <> 'removed'",
  )
  const spelt = new Map((await collect(inbox.list(''))).map(({ key }) => [sourceKeyOf(key), key]))
  const local = await openLake(folder)
  for (const { source_key, source_version, sidecar_version } of known) {
    const key = spelt.get(String(source_key)) ?? ''
    await local.inbox.put(key, (await inbox.get(key, { version: String(source_version) }))?.bytes ?? encode(''))
    const sidecar =
      sidecar_version === null ? null : await inbox.get(sidecarKey(key), { version: String(sidecar_version) })
    if (sidecar) await local.inbox.put(sidecarKey(key), sidecar.bytes)
  }
  await ingest(local)
  await local.close()
  writeFileSync(join(folder, 'secret.key'), SECRET)
  writeFileSync(join(folder, 'release.json'), '{"title":"Invented news"}')
  return folder
}

describe('a publisher', () => {
  test('makes an open release, of which nothing is left where it was copied', async () => {
    const { code, out, err } = await inCloud(publisher, 'release', ...DATED)
    expect(err).toContain(`wrote s3://${names.releasesBucket}/releases/2026.10.0: `)
    expect(err).toMatch(/\d+ queries scanned .* MB, about \$/)
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(await collect(deployed.lake.list('results/publisher/'))).toEqual([])
  })

  test('and a full one, which is not in the bucket that everybody reads', async () => {
    const { code, err } = await inCloud(publisher, 'release', '--profile', 'full', ...DATED)
    expect(err).toContain(`wrote ${LAKE}/releases-full/2026.10.0: `)
    expect(code).toBe(0)
    const releases = s3Store(deployed.s3, { bucket: names.releasesBucket })
    expect((await collect(releases.list(''))).filter(({ key }) => !key.startsWith('releases/'))).toEqual([])
  })

  test('checks both where they lie', async () => {
    for (const profile of ['open', 'full']) {
      const { code, err } = await inCloud(publisher, 'verify', '2026.10.0', '--profile', profile)
      expect(err).toMatch(new RegExp(`^release 2026\\.10\\.0, ${profile}: \\d+ files, 0 with problems\n$`))
      expect(code).toBe(0)
    }
  })

  test('says for how long each object holds', async () => {
    const head = (Key: string) => deployed.s3.send(new HeadObjectCommand({ Bucket: names.releasesBucket, Key }))
    expect(await head('releases/latest.json')).toMatchObject({
      ContentType: 'application/json',
      CacheControl: 'public, max-age=60',
    })
    expect(await head('releases/2026.10.0/data/quotes/part-00000.parquet')).toMatchObject({
      ContentType: 'application/vnd.apache.parquet',
      CacheControl: expect.stringContaining('immutable'),
    })
  })

  test('has made the files that the same documents give on disk, byte for byte', async () => {
    const disk = await sameOnDisk()
    for (const [profile, root, bucket] of [
      ['open', 'releases', names.releasesBucket],
      ['full', 'releases-full', names.lakeBucket],
    ] as const) {
      const made = await presslake(null, 'release', '--profile', profile, ...DATED, '--lake', disk)
      expect(made.code).toBe(0)
      const entries = readdirSync(join(disk, root), { recursive: true, withFileTypes: true })
      const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
      const keys = paths.map(path => path.slice(disk.length + 1))
      const store = s3Store(deployed.s3, { bucket })
      expect((await collect(store.list(`${root}/`))).map(({ key }) => key).sort()).toEqual([...keys].sort())
      for (const key of keys) {
        const there = Buffer.from((await store.get(key))?.bytes ?? '')
        expect([key, there.equals(readFileSync(join(disk, key)))]).toEqual([key, true])
      }
      console.info(`${keys.length} files of the ${profile} release compared byte for byte`)
    }
  })

  test('finds the next version by herself, and compares', async () => {
    const [another] = documents('release', 1, 6500)
    await inbox.put('release/next.txt', another?.bytes ?? encode(''))
    await settle(deployed)
    const next = await inCloud(publisher, 'release', '--date', '2026-10-06', '--json')
    expect(JSON.parse(next.out)).toMatchObject({
      version: '2026.10.1',
      changes: { from: '2026.10.0', tables: { documents: { added: 1, changed: 0, removed: 0 } } },
    })
    const { code, out } = await inCloud(publisher, 'diff', '2026.10.0', '2026.10.1')
    expect(out).toContain('       1  documents  added    source\n')
    expect(code).toBe(0)
  })

  test('may neither drop documents nor merge', async () => {
    await expect(
      s3Store(deployedAt({ ...deployment, api: { ...deployment.api, keys: publisher } }).s3, {
        bucket: names.inboxBucket,
      }).put('release/x.txt', encode('x')),
    ).rejects.toThrow(/AccessDenied/)
    expect(await inCloud(publisher, 'merge')).toMatchObject({ code: 2, err: expect.stringContaining('AccessDenied') })
  })
})

describe('who has the policy of the command line only', () => {
  test('reads open releases, and no full ones', async () => {
    expect(await inCloud(user, 'verify', '2026.10.0')).toMatchObject({ code: 0 })
    const full = await inCloud(user, 'verify', '2026.10.0', '--profile', 'full')
    expect(full).toMatchObject({ code: 2, err: expect.stringContaining('AccessDenied') })
  })

  test('publishes nothing, and hears from the doctor what that needs', async () => {
    const { code, err } = await inCloud(user, 'release', '--version', '2026.11.0')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('AccessDenied') })
    const { out } = await inCloud(user, 'doctor')
    expect(out).toMatch(/ok +publishing +not for you: release needs the policy presslake-dev-publisher-eu-central-1\n/)
    expect((await inCloud(publisher, 'doctor')).out).toMatch(/ok +publishing +what releases are made with can be read/)
  })

  test('explains a row from the version that was read', async () => {
    const sql =
      "SELECT quote_id FROM quotes AS q JOIN articles AS a ON a.article_id = q.article_id WHERE a.source_key = 'release/next.txt'"
    const [row] = await deployed.rows(`${sql} LIMIT 1`)
    const { code, out, err } = await inCloud(user, 'explain', String(row?.quote_id))
    expect(out).toContain('⟦')
    expect(out).toMatch(/check +substr\(/)
    expect(err).toMatch(/^3 queries scanned /)
    expect(code).toBe(0)
  })
})
