import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareKeys, describedKey, isSidecarKey, sourceKeyOf } from '../../../src/lake/keys.ts'
import type { KnownDocument } from '../../../src/lake/known-documents.ts'
import type { LatestVersion } from '../../../src/lake/store.ts'
import { type DueDocument, planSweep, type SweepRules } from '../../../src/lake/sweep/plan.ts'
import { pipelineVersion } from '../../../src/version.ts'

const at = (second: number) => String(second).padStart(20, '0')
const LONG_AGO = at(1)
const NOW = at(9000)
const rules: SweepRules = { newerRules: false, settledBefore: at(8000), now: NOW }

const object = (key: string, version: string | null = 'v1', more: Partial<LatestVersion> = {}): LatestVersion => ({
  key,
  version,
  sizeBytes: 10,
  revision: LONG_AGO,
  isDeleted: false,
  ...more,
})
const marker = (key: string, revision = LONG_AGO) => object(key, 'm1', { isDeleted: true, sizeBytes: 0, revision })
const known = (sourceKey: string, version: string | null = 'v1', more: Partial<KnownDocument> = {}): KnownDocument => ({
  sourceKey,
  version,
  revision: 'R',
  sidecarVersion: null,
  sizeBytes: 10,
  pipelineVersion,
  isRemoved: false,
  isFailed: false,
  quarantined: null,
  ...more,
})

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
const byKey = (a: LatestVersion, b: LatestVersion) => compareKeys(a.key, b.key)
const bySourceKey = (a: KnownDocument, b: KnownDocument) => compareKeys(a.sourceKey, b.sourceKey)

/** What is due, as `key: cause`, and the counts. */
async function sweep(
  listing: readonly LatestVersion[],
  tables: readonly KnownDocument[],
  changes: Partial<SweepRules> = {},
) {
  const due: DueDocument[] = []
  const ports = { listing: each([...listing].sort(byKey)), known: () => each([...tables].sort(bySourceKey)) }
  const counts = await planSweep(ports, { ...rules, ...changes }, async document => void due.push(document))
  return { due, counts, causes: Object.fromEntries(due.map(({ key, cause }) => [key, cause])) }
}

describe('a document is due', () => {
  test('when it was never read', async () => {
    const { due, counts } = await sweep([object('a.txt')], [])
    expect(due).toEqual([{ cause: 'new', key: 'a.txt', sizeBytes: 10, found: LONG_AGO, known: null }])
    expect(counts).toMatchObject({ new: 1, unchanged: 0 })
  })

  test('when another version was read, or the object came back', async () => {
    const { due } = await sweep(
      [object('a.txt', 'v2'), object('b.txt', 'v2')],
      [known('a.txt'), known('b.txt', null, { isRemoved: true })],
    )
    expect(due).toMatchObject([
      { cause: 'changed', key: 'a.txt', known: { revision: 'R', version: 'v1' } },
      { cause: 'new', key: 'b.txt', known: { revision: 'R', version: null } },
    ])
  })

  test('when it is gone, with or without a trace', async () => {
    const { due } = await sweep([marker('a.txt', at(7))], [known('a.txt'), known('b.txt')])
    expect(due.sort((a, b) => compareKeys(a.key, b.key))).toEqual([
      { cause: 'gone', key: 'a.txt', sizeBytes: 0, found: at(7), known: { revision: 'R', version: 'v1' } },
      { cause: 'gone', key: 'b.txt', sizeBytes: 0, found: NOW, known: { revision: 'R', version: 'v1' } },
    ])
  })

  test('when its sidecar came, changed or went', async () => {
    const read = (key: string, sidecarVersion: string | null) => known(key, 'v1', { sidecarVersion })
    const { causes } = await sweep(
      [
        ...['a', 'b', 'c', 'd', 'e'].map(key => object(key)),
        object('a.meta.json', 's1'),
        object('b.meta.json', 's2'),
        marker('c.meta.json'),
        object('e.meta.json', 's1'),
      ],
      [read('a', null), read('b', 's1'), read('c', 's1'), read('d', 's1'), read('e', 's1')],
    )
    expect(causes).toEqual({ a: 'changed', b: 'changed', c: 'changed', d: 'changed' })
  })

  test('when older rules have read it, if that is asked for', async () => {
    const before = [known('a.txt', 'v1', { pipelineVersion: pipelineVersion - 1 }), known('b.txt')]
    const inbox = [object('a.txt'), object('b.txt')]
    expect((await sweep(inbox, before)).counts).toMatchObject({ unchanged: 2, 'newer rules': 0 })
    expect((await sweep(inbox, before, { newerRules: true })).causes).toEqual({ 'a.txt': 'newer rules' })
  })

  test('when its batch could not be merged, so that it counts as read by no rules', async () => {
    const before = [known('a.txt', 'v1', { pipelineVersion: 0 }), known('b.txt')]
    expect((await sweep([object('a.txt'), object('b.txt')], before)).causes).toEqual({ 'a.txt': 'newer rules' })
  })
})

describe('a document is left alone', () => {
  test('when the program gave it up, until newer rules are asked for', async () => {
    const before = [known('a.txt', 'v1', { pipelineVersion: 0, isFailed: true })]
    expect((await sweep([object('a.txt')], before)).counts).toMatchObject({ unchanged: 1, 'newer rules': 0 })
    expect((await sweep([object('a.txt')], before, { newerRules: true })).causes).toEqual({ 'a.txt': 'newer rules' })
  })

  test('when the tables have it, or have it as removed', async () => {
    const { due, counts } = await sweep(
      [object('a.txt'), marker('b.txt'), marker('never.txt'), marker('a.txt.meta.json')],
      [known('a.txt'), known('b.txt', null, { isRemoved: true }), known('c.txt', null, { isRemoved: true })],
    )
    expect(due).toEqual([])
    expect(counts).toMatchObject({ unchanged: 1, gone: 0, strays: 0 })
  })

  test('while its events may be under way', async () => {
    const late = { revision: at(8500) }
    const { due, counts } = await sweep(
      [
        object('a', 'v1', late),
        object('b', 'v2', late),
        marker('c', at(8500)),
        object('d'),
        object('d.meta.json', 's1', late),
        object('e', 'v1', late),
      ],
      [known('b'), known('c'), known('d'), known('e')],
    )
    expect(due).toEqual([])
    expect(counts).toMatchObject({ 'under way': 4, unchanged: 1 })
  })

  test('when it was refused for a size that it still has: it was not fetched, so no version of it is known', async () => {
    const refused = [known('a', null), known('b', null)]
    expect((await sweep([object('a'), object('b', 'v2', { sizeBytes: 11 })], refused)).causes).toEqual({ b: 'changed' })
  })

  test('a sidecar of nothing is counted', async () => {
    const { counts } = await sweep([object('a.meta.json'), object('b.meta.json.meta.json')], [])
    expect(counts).toMatchObject({ new: 0, strays: 2 })
  })
})

describe('keys', () => {
  const names = ['!', 'a', 'a b', 'a!', 'a.txt', 'ab', 'é', 'أخبار/خبر 1.txt', 'خبر', '\ue000', '\uff21', '🗞 ورقة', '🗞️']

  test('are walked through in the order of UTF-8 bytes, on both sides', async () => {
    const { counts, due } = await sweep(
      names.map(key => object(key)),
      names.map(key => known(key)),
    )
    expect(due).toEqual([])
    expect(counts.unchanged).toBe(names.length)
  })

  test.each([
    [['b', 'a'], []],
    [[], ['\uff21', '🗞', '\ue000']],
    [['a', 'a'], []],
  ])('in another order would make objects look gone, and are refused: %j %j', async (listed, read) => {
    const ports = { listing: each(listed.map(key => object(key))), known: () => each(read.map(key => known(key))) }
    await expect(planSweep(ports, rules, async () => {})).rejects.toThrow(/in the order of their bytes/)
  })

  test('that are spelt in another way are compared by their NFC', async () => {
    const [one, two, three] = ['cafe\u0301.txt', 'أ'.normalize('NFD'), '\u212a.txt'] as const
    const all = [object(one), object(two), object(three), object(`${one}.meta.json`, 's1')]
    const read = [known('café.txt', 'v1', { sidecarVersion: 's1' }), known('أ', 'v0')]
    const { causes, counts } = await sweep(all, read)
    expect(causes).toEqual({ [two]: 'changed', [three]: 'new' })
    expect(counts).toMatchObject({ unchanged: 1, gone: 0 })
  })

  test('that are spelt in another way than before are not gone', async () => {
    const { causes } = await sweep([object('cafe\u0301', 'v2'), marker('café')], [known('café')])
    expect(causes).toEqual({ 'cafe\u0301': 'changed' })
  })

  test('two of which are one in NFC give one document, that of the key in NFC', async () => {
    const both = [object('cafe\u0301', 'v2'), object('café', 'v1')]
    expect((await sweep(both, [known('café', 'v1')])).causes).toEqual({})
    expect((await sweep(both, [known('café', 'v2')])).causes).toEqual({ café: 'changed' })
  })
})

test('documents are handed on while the inbox is still being listed: nothing is collected', async () => {
  const COUNT = 5000
  let listed = 0
  async function* listing() {
    for (; listed < COUNT; listed++) yield object(`n${String(listed).padStart(6, '0')}.txt`)
  }
  let furthest = 0
  let taken = 0
  await planSweep({ listing: listing(), known: () => each([]) }, rules, async () => {
    furthest = Math.max(furthest, listed - taken++)
  })
  expect(taken).toBe(COUNT)
  expect(furthest).toBeLessThan(5)
})

const name = fc
  .tuple(
    fc.constantFrom('a', 'ab', 'a b', 'é', 'أ', '🗞', '\uff21', 'cafe\u0301'),
    fc.constantFrom('', '.txt', '-1', '/x'),
  )
  .map(parts => parts.join(''))
const state = fc.record({
  key: name,
  now: fc.constantFrom('v1', 'v2', null),
  sidecar: fc.constantFrom('s1', null),
  read: fc.constantFrom('v1', 'v2', 'removed', null),
  readSidecar: fc.constantFrom('s1', null),
})

test('whatever lies beside what: due is what differs, worked out by looking everything up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(state, { selector: ({ key }) => sourceKeyOf(key), maxLength: 20 }),
      async states => {
        const listing = states.flatMap(({ key, now, sidecar }) => [
          ...(now ? [object(key, now)] : []),
          ...(sidecar ? [object(`${key}.meta.json`, sidecar)] : []),
        ])
        const tables = states.flatMap(({ key, read, readSidecar }) =>
          read === null
            ? []
            : [known(sourceKeyOf(key), read, { isRemoved: read === 'removed', sidecarVersion: readSidecar })],
        )
        const expected = states.flatMap(({ key, now, sidecar, read, readSidecar }) => {
          if (now === null) return read === null || read === 'removed' ? [] : [[sourceKeyOf(key), 'gone']]
          if (read === null || read === 'removed') return [[key, 'new']]
          return now === read && sidecar === readSidecar ? [] : [[key, 'changed']]
        })
        const { causes, counts } = await sweep(listing, tables)
        expect(causes).toEqual(Object.fromEntries(expected))
        const alone = listing.filter(
          ({ key }) => isSidecarKey(key) && !listing.some(other => other.key === describedKey(key)),
        )
        expect(counts.strays).toBe(alone.length)
      },
    ),
  )
})
