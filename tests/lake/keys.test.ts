import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TableName, tables } from '../../schemas/index.ts'
import * as keys from '../../src/lake/keys.ts'

const batch = '0123456789abcdef0123456789abcdef'

describe('keys', () => {
  test('of staged parts are read back', () => {
    for (const table of Object.keys(tables) as TableName[])
      expect(keys.parseStagedPart(keys.stagedPartKey({ table, batch }))).toEqual({ table, batch })
    expect(keys.stagedPartKey({ table: 'quotes', batch })).toBe(`staging/quotes/batch=${batch}/part.parquet`)
  })

  test.each([
    `staging/nothing/batch=${batch}/part.parquet`,
    `staging/constructor/batch=${batch}/part.parquet`,
    'staging/quotes/batch=1/part.parquet',
    `staging/quotes/batch=${batch}/part.parquet.tmp`,
    `x/staging/quotes/batch=${batch}/part.parquet`,
  ])('%s is no staged part', key => expect(keys.parseStagedPart(key)).toBeNull())

  test('are made from nothing but ids of ours', () => {
    expect(() => keys.stagedPartKey({ table: 'quotes', batch: "x' OR 1" })).toThrow(/expected a batch id/)
    expect(() => keys.takedownKey('../a')).toThrow(/expected an article id/)
    for (const version of ['../a', '1..2', '2026.10', '2026.01.0', '2026.1.0-full', '']) {
      expect(() => keys.releasePrefix('open', version)).toThrow(/expected a version/)
    }
    expect(keys.releasePrefix('open', '2026.10.0')).toBe('releases/2026.10.0/')
    expect(keys.releasePrefix('full', '2026.10.0')).toBe('releases-full/2026.10.0/')
    expect(keys.latestReleaseKey('open')).toBe('releases/latest.json')
  })

  test('are compared by their UTF-8 bytes', () => {
    const bytes = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(keys.compareKeys(a, b))).toBe(bytes(a, b))
      }),
    )
    const ordered = ['', 'a', 'a!', 'a.meta.json', 'ab', 'é', 'أ', '\ue000', '\uff21', '\u{1f5de}']
    expect([...ordered].reverse().sort(keys.compareKeys)).toEqual(ordered)
  })

  test('of takedowns are read back', () => {
    const id = 'a_0123456789abcdef0123'
    expect(keys.parseTakedown(keys.takedownKey(id))).toBe(id)
    expect(keys.parseTakedown('takedowns/README.json')).toBeNull()
  })

  test('of the inbox are in NFC, and know their sidecars', () => {
    expect(keys.sourceKeyOf('cafe\u0301.txt')).toBe('caf\u00e9.txt')
    expect(keys.describedKey(keys.sidecarKey('a/b.txt'))).toBe('a/b.txt')
    expect(keys.isSidecarKey('a/b.txt.meta.json')).toBe(true)
    expect(keys.isSidecarKey('a/b.json')).toBe(false)
  })
})
