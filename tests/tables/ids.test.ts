import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeId, sha256 } from '../../src/tables/ids.ts'

test('SHA-256 of the empty message, as FIPS 180-4 gives it', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256(new Uint8Array())).toBe(sha256(''))
})

test('an id is its prefix and twenty hexadecimal digits, and stays what it was', () => {
  expect(makeId('q', 'key', '2024/محادثات.txt', 0)).toBe('q_deac662f06d2084c2c2a')
})

test('equal parts give equal ids, different parts different ones, wherever the difference lies', () => {
  const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.nat()), { maxLength: 4 })
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(makeId('x', ...a)).toBe(makeId('x', ...a))
      expect(makeId('x', ...a) === makeId('x', ...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
  expect(makeId('x', 'a', 'b')).not.toBe(makeId('x', 'ab'))
  expect(makeId('x', 1)).not.toBe(makeId('x', '1'))
})
