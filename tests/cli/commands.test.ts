import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli/cli.ts'
import { commands } from '../../src/cli/commands.ts'
import { testStreams } from '../support/terminal.ts'
import { temporaryFolder } from '../support/writer.ts'

const PAGE = `محطة تحلية جديدة في ميناء الصفراء

أعلنت وزيرة المياه سلمى العبادي في 3 نيسان 2023 أن محطة الصفراء جاهزة للعمل.
وقال نبيل الطراونة: "المياه ستكون أرخص بالثلث".
`

let root: string
let lake: string
beforeAll(async () => {
  root = await temporaryFolder()
  lake = join(root, 'lake')
  await mkdir(join(root, 'pages'))
  await writeFile(join(root, 'pages/محطة.txt'), PAGE)
  await writeFile(
    join(root, 'pages/محطة.txt.meta.json'),
    JSON.stringify({ url: 'https://news.example/1', published_at: '2023-04-04' }),
  )
  await writeFile(join(root, 'pages/empty.txt'), '')
  await presslake('ingest', join(root, 'pages'))
}, 60_000)

async function presslake(name: string, ...args: readonly string[]) {
  const streams = testStreams()
  const place = name === 'extract' ? [] : ['--lake', lake]
  const code = await runCli([name, ...args, ...place], commands, '1', streams)
  return { code, ...streams.written }
}

const firstOf = async (sql: string) => (await presslake('sql', sql, '--csv')).out.split('\n')[1] as string

describe('ingest', () => {
  test('a second time finds nothing new', async () => {
    const { code, out, err } = await presslake('ingest', join(root, 'pages'))
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'documents: 2 unchanged\n' })
  })

  test('tells other programs what it did', async () => {
    const { out } = await presslake('ingest', '--json')
    expect(JSON.parse(out)).toMatchObject({ dropped: { copied: 0 }, read: { new: 0 }, unchanged: 2, problems: [] })
  })

  test('of a path that is not there could not be run', async () =>
    expect(await presslake('ingest', join(root, 'nowhere'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('found nothing at'),
    }))
})

describe('sql', () => {
  test('prints a table, with the number of rows beside it', async () => {
    const { code, out, err } = await presslake('sql', 'SELECT source_key, outcome FROM documents ORDER BY 1')
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'source_key │ outcome',
      '───────────┼─────────',
      'empty.txt  │ rejected',
      'محطة.txt   │ parsed',
      '',
    ])
    expect(err).toBe('2 rows\n')
  })

  test('prints JSON, one row a line', async () => {
    const { out } = await presslake(
      'sql',
      'SELECT source_key, article_count, issues FROM documents ORDER BY 1',
      '--json',
    )
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual([
      { source_key: 'empty.txt', article_count: 0, issues: [] },
      { source_key: 'محطة.txt', article_count: 1, issues: [] },
    ])
  })

  test('prints CSV', async () =>
    expect((await presslake('sql', "SELECT 'a,b' AS x, NULL AS y, [1, 2] AS z", '--csv')).out).toBe(
      'x,y,z\n"a,b",,"[1,2]"\n',
    ))

  test('marks lines for terminals when asked to', async () =>
    expect((await presslake('sql', "SELECT 'نعم' AS x", '--bidi')).out).toContain('\u200e\u2068نعم\u2069\n'))

  test('shows no more than asked for, and says so', async () =>
    expect(await presslake('sql', 'SELECT range AS n FROM range(5)', '--limit', '2')).toMatchObject({
      out: 'n\n─\n0\n1\n',
      err: '5 rows, the first 2 shown; --limit, --json or --csv for more\n',
    }))

  test('reads a query from standard input', async () => {
    const streams = testStreams({ input: 'SELECT 7 AS n' })
    await runCli(['sql', '-', '--csv', '--lake', lake], commands, '1', streams)
    expect(streams.written.out).toBe('n\n7\n')
  })

  test.each([
    [['DELETE FROM documents_stored'], /read-only/],
    [['SELECT nonsense FROM quotes'], /nonsense/],
    [['SELECT 1', '--limit', 'few'], /expected a number of rows/],
    [['SELECT 1', '--csv', '--json'], /got both/],
  ])('%j could not be run', async (args, message) => {
    const { code, out, err } = await presslake('sql', ...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
  })

  test('of a lake that is not there says how to make one', async () => {
    const streams = testStreams()
    expect(await runCli(['sql', 'SELECT 1', '--lake', join(root, 'none')], commands, '1', streams)).toBe(2)
    expect(streams.written.err).toMatch(/found none: presslake ingest PATH --lake .*none makes one/)
  })
})

describe('explain', () => {
  test('shows a quote in its place, its cue, its speaker and its rule', async () => {
    const id = await firstOf("SELECT quote_id FROM quotes WHERE kind = 'direct'")
    const { code, out } = await presslake('explain', id)
    expect(code).toBe(0)
    expect(out).toContain('⟦المياه ستكون أرخص بالثلث⟧')
    expect(out).toContain('⟪قال⟫')
    expect(out).toMatch(/speaker +نبيل الطراونة · person/)
    expect(out).toMatch(/rule +ar\/quote\//)
    expect(out).toMatch(/check +substr\(body, \d+ \+ 1, 24\) is this text/)
    expect(out).toMatch(/published +2023-04-04 · told beside the document/)
  })

  test('takes the beginning of an id', async () => {
    const id = await firstOf('SELECT quote_id FROM quotes')
    expect(await presslake('explain', id.slice(0, 10))).toMatchObject({ code: 0, out: expect.stringContaining(id) })
  })

  test('shows a time expression of the sentence, read again from the document', async () => {
    const id = await firstOf("SELECT quote_id FROM quotes WHERE kind = 'indirect'")
    expect((await presslake('explain', id)).out).toMatch(/time +«3 نيسان 2023» → 2023-04-03 · stated by the text/)
  })

  test('tells other programs the same', async () => {
    const id = await firstOf('SELECT article_id FROM articles')
    const told = JSON.parse((await presslake('explain', id, '--json')).out)
    expect(told).toMatchObject({ table: 'articles', id, row: { url: 'https://news.example/1' } })
    expect(told.because).toContainEqual({ label: 'address', says: 'https://news.example/1' })
  })

  test.each([
    ['q_0000', /found none with the id q_0000/],
    ["q_' OR '1", /expected the id of a quote/],
  ])('%s could not be run', async (id, message) => {
    const { code, err } = await presslake('explain', id)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('extract', () => {
  test('prints one line an article, with the columns of the tables', async () => {
    const page = join(root, 'pages/محطة.txt')
    const { code, out } = await presslake('extract', page)
    expect(code).toBe(0)
    const line = JSON.parse(out)
    expect(Object.keys(line)).toEqual(['source', 'document', 'article', 'quotes', 'events', 'comments', 'times'])
    expect(line.source).toBe(page)
    expect(line.article).toMatchObject({ url: 'https://news.example/1', source_key: 'محطة.txt' })
    expect(line.times[0]).toMatchObject({ text: '3 نيسان 2023', value: '2023-04-03' })
  })

  test('goes on after a bad file, and says of each what is wrong', async () => {
    const { code, out, err } = await presslake(
      'extract',
      join(root, 'nowhere.txt'),
      join(root, 'pages/empty.txt'),
      join(root, 'pages/محطة.txt'),
    )
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toMatch(/nowhere\.txt: expected a file, found nothing\n.*empty\.txt: rejected: expected text/)
  })

  test('reads standard input', async () => {
    const streams = testStreams({ input: PAGE })
    expect(await runCli(['extract', '-'], commands, '1', streams)).toBe(0)
    expect(JSON.parse(streams.written.out).article.source_key).toBe('stdin')
  })
})

describe('status', () => {
  test('counts rows and what waits', async () => {
    await writeFile(join(lake, 'inbox/late.txt'), PAGE)
    const { out } = await presslake('status', '--json')
    await rm(join(lake, 'inbox/late.txt'))
    expect(JSON.parse(out)).toMatchObject({
      rows: { documents: 2, articles: 1 },
      outcomes: { parsed: 1, rejected: 1 },
      waiting: { documents: 1, batches: 0 },
      quarantined: 1,
      releases: [],
    })
    expect((await presslake('status')).out).toMatch(/articles +1\n/)
  })
})

describe('merge', () => {
  test('finds nothing that an ingest has left', async () => {
    expect(await presslake('merge')).toEqual({ code: 0, out: '', err: 'nothing was staged\n' })
    expect(JSON.parse((await presslake('merge', '--json')).out)).toEqual({ batches: 0, setAside: [], scannedBytes: 0 })
  })

  test('makes no lake where there is none', async () => {
    const streams = testStreams()
    expect(await runCli(['merge', '--lake', join(root, 'none')], commands, '1', streams)).toBe(2)
    expect(streams.written.err).toMatch(/found none/)
  })
})

describe('a lake in the cloud', () => {
  test.each(['status', 'ingest', 'sql', 'merge', 'tail', 'doctor'])(
    '%s of an address that names none could not be run',
    async name => {
      const streams = testStreams()
      const args = name === 'sql' ? ['SELECT 1'] : []
      expect(await runCli([name, ...args, '--lake', 's3://somewhere'], commands, '1', streams)).toBe(2)
      expect(streams.written).toEqual({
        out: '',
        err: 'presslake: expected s3://presslake-<stage>-lake-<account>-<region>, which deploy prints; got s3://somewhere\n',
      })
    },
  )
})

describe('doctor', () => {
  test('finds a sound lake sound', async () => {
    const { code, out } = await presslake('doctor')
    expect(code).toBe(0)
    expect(out).toMatch(/ok +spans +\d+ cut their own text out/)
  })

  test('has nothing to say of a lake that is not there', async () => {
    const streams = testStreams()
    expect(await runCli(['doctor', '--lake', join(root, 'none'), '--json'], commands, '1', streams)).toBe(0)
    expect(JSON.parse(streams.written.out).at(-1)).toEqual({
      name: 'lake',
      ok: true,
      says: expect.stringContaining('none'),
    })
  })

  test('finds a broken lake broken', async () => {
    const broken = join(root, 'broken')
    await mkdir(broken)
    await writeFile(join(broken, 'lake.duckdb'), 'not a database')
    const streams = testStreams()
    expect(await runCli(['doctor', '--lake', broken], commands, '1', streams)).toBe(1)
    expect(streams.written.out).toMatch(/FAIL +lake/)
  })
})

describe('forget', () => {
  test('shows first, and does it when told to', async () => {
    const shown = await presslake('forget', 'https://news.example/1')
    expect(shown).toMatchObject({ code: 1, out: '' })
    expect(shown.err).toMatch(
      /would go: the article, 2 quotes, .*\nwould be deleted from the inbox: محطة\.txt\nnothing was done/,
    )
    const done = await presslake('forget', 'https://news.example/1', '--yes')
    expect(done.code).toBe(0)
    expect(done.err).toMatch(/deleted from the inbox: محطة\.txt\n/)
    expect(done.err).toMatch(
      /\n {2}0 rows of articles_stored\n[\s\S]*\n {2}0 files of releases\n[\s\S]*nothing is left of it\n$/,
    )
    expect(await firstOf('SELECT count(*) FROM quotes')).toBe('0')
    const again = await presslake('ingest', join(root, 'pages'))
    expect(again.err).toContain('not copied: ')
    expect(await firstOf('SELECT count(*) FROM quotes')).toBe('0')
  })

  test('refuses what it does not know, unless told to keep it out when it comes', async () => {
    expect(await presslake('forget', 'https://news.example/2')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--ahead'),
    })
    expect(await presslake('forget', 'https://news.example/2', '--ahead', '--yes', '--json')).toMatchObject({ code: 0 })
    expect(await presslake('forget', 'nonsense', '--ahead')).toMatchObject({ code: 2 })
  })
})

describe('backfill', () => {
  test('on disk shows what ingest would read, and why', async () => {
    const { unchanged } = JSON.parse((await presslake('backfill', '--dry-run', '--json')).out).counts
    const extra = join(lake, 'inbox/extra.txt')
    await writeFile(extra, PAGE)
    const { code, err } = await presslake('backfill', '--dry-run')
    expect(code).toBe(0)
    expect(err).toContain(`1 never read\n    extra.txt\n${unchanged} as the tables have them\n`)
    expect((await presslake('backfill')).err).toContain('1 never read')
    await rm(extra)
    expect(JSON.parse((await presslake('backfill', '--json')).out)).toMatchObject({ counts: { gone: 1, unchanged } })
  })

  test('on disk knows no prefix', async () =>
    expect(await presslake('backfill', '--prefix', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('expected a lake in the cloud with --prefix'),
    }))
})
