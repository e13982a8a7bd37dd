import { expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'

test('windows-1252 has its own characters from 0x80 to 0x9F, and keeps 0xFF at the start', () => {
  expect(decode(Uint8Array.of(0xff, 0x93, 0x61, 0x94, 0x85, 0x80), 'windows-1252')).toBe('ÿ“a”…€')
})

test('long texts are decoded whole', () => {
  expect(decode(new Uint8Array(100_000).fill(0xe9), 'windows-1252')).toBe('é'.repeat(100_000))
})

test('a byte order mark stays', () => {
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'utf-8')).toBe('\uFEFFa')
})
