import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomes } from '../../schemas/vocabularies.ts'
import { MAX_BYTES, readDocument } from '../../src/read/document.ts'
import { encode, utf8, utf16 } from './encode.ts'

const facts = { sourceKey: 'inbox/page.txt', revision: '1' }
const ARABIC = 'أعلن مجلس بلدية رأس الوادي، الأحد، افتتاح سوق جديدة للسمك.'
const read = (bytes: Uint8Array, mediaType?: string) =>
  readDocument(bytes, mediaType === undefined ? facts : { ...facts, mediaType })
const from = (hex: string, tail = 64) => Uint8Array.from([...Buffer.from(hex, 'hex'), ...new Uint8Array(tail).fill(7)])

const readable: readonly (readonly [what: string, bytes: Uint8Array, charset: string])[] = [
  ['UTF-8', utf8(ARABIC), 'utf-8'],
  ['UTF-8 with a mark', utf8(`\uFEFF${ARABIC}`), 'utf-8'],
  ['UTF-16', utf16(ARABIC, 'le', true), 'utf-16le'],
  ['UTF-16 without a mark', utf16(ARABIC, 'be', false), 'utf-16be'],
  ['Windows-1256', encode(ARABIC, 'windows-1256'), 'windows-1256'],
  ['ISO-8859-6', encode(ARABIC, 'iso-8859-6'), 'iso-8859-6'],
]

test.each(readable)('%s gives the same text', (_, bytes, charset) => {
  expect(read(bytes)).toEqual({
    outcome: 'read',
    page: { text: ARABIC, mediaType: 'text/plain', charset },
    issues: [],
  })
})

const unreadable: readonly (readonly [what: string, bytes: Uint8Array, outcome: string, reason: string])[] = [
  ['nothing', new Uint8Array(), 'rejected', 'expected text or HTML, found an empty file'],
  ['white space', utf8(' \n\u00A0\n'), 'rejected', 'expected text or HTML, found white space only'],
  ['a PNG', from('89504e470d0a1a0a'), 'needs_ocr', 'expected text or HTML, found a PNG image'],
  ['a JPEG', from('ffd8ffe0'), 'needs_ocr', 'expected text or HTML, found a JPEG image'],
  ['a PDF', from('255044462d312e37'), 'rejected', 'expected text or HTML, found a PDF document'],
  ['a ZIP', from('504b0304'), 'rejected', 'expected text or HTML, found a ZIP archive'],
  [
    'a Word file',
    Uint8Array.from([...from('504b0304'), ...utf8('word/document.xml')]),
    'rejected',
    'expected text or HTML, found a Word document',
  ],
  ['a program', from('7f454c46'), 'rejected', 'expected text or HTML, found a program (ELF)'],
  ['a video', from('0000002066747970'), 'rejected', 'expected text or HTML, found an MP4 video'],
  [
    'unknown bytes',
    Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 32),
    'rejected',
    'expected text or HTML, found binary data (88 % control characters)',
  ],
  ['JSON', utf8('{"title": "خبر"}'), 'rejected', 'expected text or HTML, found JSON'],
  ['a feed', utf8('<?xml version="1.0"?><rss><channel/></rss>'), 'rejected', 'expected text or HTML, found XML'],
]

test.each(unreadable)('%s is told with its reason', (_, bytes, outcome, reason) => {
  expect(read(bytes)).toMatchObject({ outcome, reason })
})

test('a document above the limit is told with both sizes', () => {
  expect(read(new Uint8Array(MAX_BYTES + 1).fill(0x61))).toMatchObject({
    outcome: 'rejected',
    reason: `expected at most ${MAX_BYTES} bytes, found ${MAX_BYTES + 1}`,
  })
})

describe('the text', () => {
  const textOf = (bytes: Uint8Array) => {
    const reading = read(bytes)
    return reading.outcome === 'read' ? reading.page.text : reading.reason
  }
  test('has one kind of line end', () => expect(textOf(utf8('a\r\nb\rc\u2028d\ne'))).toBe('a\nb\nc\nd\ne'))
  test('has no byte order mark at its start, and keeps one inside', () =>
    expect(textOf(utf8('\uFEFFa\uFEFFb'))).toBe('a\uFEFFb'))
  test('has no control characters', () => expect(textOf(utf8(`${'word '.repeat(40)}\u0000\u0007end`))).toMatch(/ end$/))
})

describe('issues', () => {
  const issues = (bytes: Uint8Array) => {
    const reading = read(bytes)
    return reading.outcome === 'read' ? reading.issues : null
  }
  test('count replacement characters and say where they begin', () => {
    const damaged = Uint8Array.from([...utf8(ARABIC), 0x20, 0xff, 0xff])
    expect(issues(damaged)).toEqual([
      {
        code: 'replacement_characters',
        detail: `expected readable characters, found 2 × U+FFFD where bytes could not be decoded, the first at ${ARABIC.length + 1}`,
      },
    ])
  })
  test('count lone surrogates of UTF-16', () => {
    const lone = utf16(`\uD83D ${ARABIC}`, 'le', true)
    expect(issues(lone)).toMatchObject([{ code: 'replacement_characters' }])
  })
  test('count control characters', () => {
    expect(issues(utf8(`${'word '.repeat(40)}\u0000.`))).toEqual([
      { code: 'control_characters', detail: '1 control character was removed, the first (U+0000) at 200' },
    ])
  })
})

describe('the media type', () => {
  const typeOf = (text: string, declared?: string) => {
    const reading = read(utf8(text), declared)
    return reading.outcome === 'read' ? reading.page.mediaType : reading.reason
  }
  test('is found in the text', () => expect(typeOf('<!DOCTYPE html><p>x</p>', 'text/plain')).toBe('text/html'))
  test('is found behind a comment', () => expect(typeOf('<!-- saved --><html><p>x</p>')).toBe('text/html'))
  test('as declared holds where the text has tags', () => expect(typeOf('<p>x</p>', 'text/html')).toBe('text/html'))
  test('as declared falls where the text has none', () => expect(typeOf('1 < 2', 'text/html')).toBe('text/plain'))
  test('of text that speaks of tags is plain', () => expect(typeOf('The tag <html> opens a page.')).toBe('text/plain'))
})

test('declared encodings of HTML are used', () => {
  const html = '<html><head><meta charset="iso-8859-2"></head><p>Wisława Szymborska</p>'
  expect(read(encode(html, 'iso-8859-2'))).toMatchObject({
    page: { charset: 'iso-8859-2', text: 'Wisława Szymborska' },
  })
})

test('any bytes give a reading, and never a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const reading = read(bytes)
      if (reading.outcome === 'read') {
        expect(reading.page.text).not.toMatch(/(?![\t\n])\p{Cc}/u)
        expect(reading.page.text.trim()).not.toBe('')
      } else {
        expect(outcomes).toContain(reading.outcome)
        expect(reading.reason).toMatch(/^expected /)
      }
    }),
    { numRuns: 500 },
  )
})
