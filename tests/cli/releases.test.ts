/** The commands that write, check and compare releases. */
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/cli.ts'
import { commands } from '../../src/cli/commands.ts'
import { testStreams } from '../support/terminal.ts'
import { temporaryFolder } from '../support/writer.ts'

const page = (name: string) => `محطة تحلية جديدة في ${name}

أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة ${name} جاهزة للعمل.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
`

let lake: string
let pages: string
beforeAll(async () => {
  const root = await temporaryFolder()
  lake = join(root, 'lake')
  pages = join(root, 'pages')
  await mkdir(pages)
  await writeFile(join(pages, 'a.txt'), page('الصفراء'))
  await presslake('ingest', pages)
})

async function presslake(name: string, ...args: readonly string[]) {
  const streams = testStreams()
  const place = name === 'verify' ? [] : ['--lake', lake]
  const code = await runCli([name, ...args, ...place], commands, '1', streams)
  return { code, ...streams.written }
}

const dated = (version: string) => ['--version', version, '--date', '2026-10-05']

describe('release', () => {
  test('shows what it would write, and writes nothing', async () => {
    const { code, out, err } = await presslake('release', '--dry-run', '--date', '2026-10-05')
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^release 2026\.10\.0, open, the first\n {2}documents +1 rows\n/)
    expect(err).toContain('nothing was written')
    expect((await presslake('status', '--json')).out).toContain('"releases":[]')
  })

  test('writes, refuses to write again, and takes the next version by itself', async () => {
    expect(await presslake('release', ...dated('2026.10.0'))).toMatchObject({
      code: 0,
      err: expect.stringContaining(`check it with: presslake verify ${lake}/releases/2026.10.0\n`),
    })
    expect(await presslake('release', ...dated('2026.10.0'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('release 2026.10.0 is there already, and a release never changes'),
    })
    await writeFile(join(pages, 'b.txt'), page('الخضراء'))
    await presslake('ingest', pages)
    const { code, out } = await presslake('release', '--date', '2026-10-05', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      version: '2026.10.1',
      changes: { from: '2026.10.0', tables: { documents: { added: 1, changed: 0, removed: 0 } } },
    })
  })

  test.each([
    [['--profile', 'all'], 'expected open or full as --profile, got all'],
    [['--date', '2026-02-30'], 'expected a day such as 2026-10-05 as --date, got 2026-02-30'],
    [['--version', 'one'], 'expected a version such as 2026.10.0, got one'],
  ])('%j could not be run', async (args, message) =>
    expect(await presslake('release', ...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) }),
  )

  test('full releases have a place and versions of their own', async () => {
    const { code, err } = await presslake('release', '--profile', 'full', '--date', '2026-10-05')
    expect(code).toBe(0)
    expect(err).toContain(`${lake}/releases-full/2026.10.0`)
  })
})

describe('diff', () => {
  test('counts what differs between two versions, with causes', async () => {
    const { code, out } = await presslake('diff', '2026.10.0', '2026.10.1')
    expect(code).toBe(0)
    expect(out).toContain('       1  documents  added    source\n')
    expect((await presslake('diff', '2026.10.1', '2026.10.0')).out).toContain('removed')
    expect((await presslake('diff', '2026.10.1', '2026.10.1')).out).toBe('no row differs\n')
  })

  test('gives every row as JSON, also of folders', async () => {
    const [a, b] = ['2026.10.0', '2026.10.1'].map(version => join(lake, 'releases', version)) as [string, string]
    const { out } = await presslake('diff', a, b, '--json')
    expect(out.split('\n').map(line => line && JSON.parse(line))[0]).toEqual({
      table: 'documents',
      key: 'b.txt',
      change: 'added',
      columns: [],
      cause: 'source',
    })
  })

  test('of what is no release, or of two profiles, could not be run', async () => {
    expect(await presslake('diff', '2026.10.0', '2026.9.0')).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected a release at 2026.9.0, found no releases/2026.9.0/manifest.json'),
    })
    const full = join(lake, 'releases-full/2026.10.0')
    expect(await presslake('diff', '2026.10.0', full)).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected two releases of one profile'),
    })
  })
})

describe('verify', () => {
  const folder = () => join(lake, 'releases/2026.10.0')

  test('finds nothing in a release that is whole', async () => {
    const { code, out, err } = await presslake('verify', folder())
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/^release 2026\.10\.0, open: \d+ files, 0 with problems\n$/)
  })

  test('fails when a file was changed', async () => {
    await appendFile(join(folder(), 'README.md'), 'x')
    await rm(join(folder(), 'CITATION.cff'))
    const { code, err } = await presslake('verify', folder())
    expect(code).toBe(1)
    expect(err).toMatch(/README\.md: expected \d+ bytes, came \d+\n/)
    expect(err).toContain('CITATION.cff: expected the file, it is not there\n')
    const { out } = await presslake('verify', folder(), '--json')
    expect(JSON.parse(out)).toMatchObject({ version: '2026.10.0', files: expect.any(Array) })
  })

  test('of a folder without a release could not be run', async () =>
    expect(await presslake('verify', pages)).toMatchObject({ code: 2, err: expect.stringContaining('found none') }))
})

describe('forget', () => {
  test('withdraws the releases that hold the article, and verify says so', async () => {
    const [row] = JSON.parse(
      `[${(await presslake('sql', "SELECT article_id FROM articles WHERE source_key = 'b.txt'", '--json')).out.trim()}]`,
    )
    const shown = await presslake('forget', row.article_id)
    expect(shown.err).toContain(
      'would be withdrawn: release 2026.10.1, open\nwould be withdrawn: release 2026.10.0, full\n',
    )
    const { code, err } = await presslake('forget', row.article_id, '--yes')
    expect(err).toContain('withdrawn: release 2026.10.1, open\nwithdrawn: release 2026.10.0, full\n')
    expect(code).toBe(0)
    const withdrawn = join(lake, 'releases/2026.10.1')
    expect(await presslake('verify', withdrawn)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^release 2026\.10\.1, open, was withdrawn at 20.*: something in it was taken down/),
    })
    expect(JSON.parse((await presslake('verify', withdrawn, '--json')).out)).toMatchObject({ cause: 'takedown' })
    expect(await presslake('diff', '2026.10.0', '2026.10.1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('was withdrawn'),
    })
    expect((await presslake('status')).out).toContain('2026.10.1 (withdrawn)')
    const next = await presslake('release', '--date', '2026-10-05', '--json')
    expect(JSON.parse(next.out)).toMatchObject({ version: '2026.10.2', changes: { from: '2026.10.0' } })
  })
})
