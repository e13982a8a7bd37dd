import { describe, expect, test } from 'vitest'
import { asLine, isolate } from '../../../src/cli/terminal/bidi.ts'
import { csvLine } from '../../../src/cli/terminal/csv.ts'
import { tableLines } from '../../../src/cli/terminal/table.ts'
import { truncate, widthOf } from '../../../src/cli/terminal/width.ts'

describe('width', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['مَرْحَبًا', 5],
    ['👩‍👩‍👧', 2],
    ['日本', 4],
    ['ﷺ', 1],
    ['a\u200fb', 2],
    ['🇸🇾', 2],
  ])('%s takes %i cells', (text, cells) => expect(widthOf(text)).toBe(cells))

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['مَرْحَبًا بك', 4, 'مَرْحَ…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
    ['ab', 0, '…'],
  ])('%s is cut to %i cells as %s', (text, cells, cut) => expect(truncate(text, cells)).toBe(cut))
})

describe('text of documents', () => {
  test('cannot break lines or drive the terminal', () => {
    expect(asLine('a\r\n\tb\u001b[31mc\u2028d')).toBe('a b [31mc d')
  })

  test('cannot reorder what stands around it', () => expect(asLine('a\u202eb\u2066c\u2069\u200f')).toBe('abc'))

  test('is isolated when it runs from right to left, and only then', () => {
    expect(isolate('وزير')).toBe('\u2068وزير\u2069')
    expect(isolate('minister')).toBe('minister')
  })
})

describe('a table', () => {
  const columns = [
    { name: 'speaker', align: 'start' },
    { name: 'n', align: 'end' },
  ] as const
  const rows = [
    ['وزيرة', '7'],
    ['Salma', '12'],
  ]

  test('stands in columns', () =>
    expect(tableLines(columns, rows, { bidi: false })).toEqual([
      'speaker │  n',
      '────────┼───',
      'وزيرة   │  7',
      'Salma   │ 12',
    ]))

  test('keeps Arabic cells in place on a terminal: a mark before each line, the padding outside the isolate', () =>
    expect(tableLines(columns, rows, { bidi: true })).toEqual([
      '\u200espeaker │  n',
      '────────┼───',
      '\u200e\u2068وزيرة\u2069   │  7',
      '\u200eSalma   │ 12',
    ]))

  test('fits the terminal, taking from the widest columns', () => {
    const wide = [['x'.repeat(100), 'y'.repeat(10), 'z'.repeat(50)]]
    const names = ['a', 'b', 'c'].map(name => ({ name, align: 'start' }) as const)
    const lines = tableLines(names, wide, { bidi: false, columns: 60 })
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(60)
    expect(lines[2]).toContain('y'.repeat(10))
    expect(lines[2]?.match(/…/g)).toHaveLength(2)
  })

  test('shows something of every column however narrow the terminal', () => {
    const lines = tableLines(columns, [['a'.repeat(30), '1']], { bidi: false, columns: 5 })
    expect(lines[2]).toBe(`${'a'.repeat(7)}… │ 1`)
  })

  test('of no rows has its head', () =>
    expect(tableLines(columns, [], { bidi: false })).toEqual(['speaker │ n', '────────┼──']))
})

describe('csv', () => {
  test.each([
    [['a', 'b'], 'a,b'],
    [['say "x"', 'a,b', 'two\nlines'], '"say ""x""","a,b","two\nlines"'],
    [[null, ''], ',""'],
    [['قال، نعم'], 'قال، نعم'],
  ])('%j', (values, line) => expect(csvLine(values)).toBe(line))
})
