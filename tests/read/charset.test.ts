import { describe, expect, test } from 'vitest'
import { findCharset, whatwgName } from '../../src/read/charset.ts'
import { encode, utf8, utf16 } from './encode.ts'

const ARABIC = 'أعلن مجلس بلدية رأس الوادي، الأحد، افتتاح سوق جديدة للسمك؛ فمن يدفع الكلفة؟'
const HEADLINE = 'قتيلان في حريق'
const FRENCH = 'Le maire a déclaré que le marché serait rouvert après l’été'
const GERMAN = 'Straße für Öl'
const RUSSIAN = 'Министр заявил, что переговоры будут продолжены на следующей неделе в столице'

const cases: readonly (readonly [what: string, bytes: Uint8Array, charset: string])[] = [
  ['UTF-8', utf8(ARABIC), 'utf-8'],
  ['UTF-8 with a mark', utf8(`\uFEFF${ARABIC}`), 'utf-8'],
  ['plain ASCII', utf8('Plain words.'), 'utf-8'],
  ['UTF-8 cut inside a letter', utf8(ARABIC).slice(0, -1), 'utf-8'],
  ['UTF-16 little endian with a mark', utf16(ARABIC, 'le', true), 'utf-16le'],
  ['UTF-16 big endian with a mark', utf16(ARABIC, 'be', true), 'utf-16be'],
  ['UTF-16 little endian without a mark', utf16(ARABIC, 'le', false), 'utf-16le'],
  ['UTF-16 big endian without a mark', utf16(HEADLINE, 'be', false), 'utf-16be'],
  ['UTF-16 of English', utf16('Plain words.', 'le', false), 'utf-16le'],
  ['Arabic for Windows', encode(ARABIC, 'windows-1256'), 'windows-1256'],
  ['a headline for Windows', encode(HEADLINE, 'windows-1256'), 'windows-1256'],
  ['Arabic by ISO', encode(ARABIC, 'iso-8859-6'), 'iso-8859-6'],
  ['a headline by ISO', encode(HEADLINE, 'iso-8859-6'), 'iso-8859-6'],
  ['letters that lie alike in both', encode('أخبار', 'iso-8859-6'), 'windows-1256'],
  ['Arabic among markup', encode('<p class="lead">مرحبا بكم</p>', 'windows-1256'), 'windows-1256'],
  ['French', encode(FRENCH, 'windows-1252'), 'windows-1252'],
  ['short German', encode(GERMAN, 'windows-1252'), 'windows-1252'],
  ['English with curved marks', encode('“Never,” he said – twice', 'windows-1252'), 'windows-1252'],
  ['Russian', encode(RUSSIAN, 'windows-1251'), 'windows-1251'],
]

describe('the encoding is found in the bytes', () => {
  test.each(cases)('%s', (_, bytes, charset) => {
    expect(findCharset(bytes, null).name).toBe(charset)
  })
})

describe('a declared encoding', () => {
  test('decides between 8-bit encodings', () => {
    expect(findCharset(encode(GERMAN, 'iso-8859-2'), 'ISO-8859-2')).toEqual({ name: 'iso-8859-2', basis: 'declared' })
  })
  test('loses against valid UTF-8', () => {
    expect(findCharset(utf8(ARABIC), 'windows-1256').name).toBe('utf-8')
  })
  test('of Western text loses against Arabic bytes', () => {
    expect(findCharset(encode(ARABIC, 'windows-1256'), 'iso-8859-1').name).toBe('windows-1256')
  })
  test('of UTF-8 loses against bytes that are not', () => {
    expect(findCharset(encode(ARABIC, 'windows-1256'), 'utf-8').name).toBe('windows-1256')
  })
  test('that does not exist is no declaration', () => {
    expect(findCharset(encode(ARABIC, 'windows-1256'), 'klingon').name).toBe('windows-1256')
    expect(whatwgName('klingon')).toBeNull()
    expect(whatwgName('cp1256')).toBe('windows-1256')
  })
})
