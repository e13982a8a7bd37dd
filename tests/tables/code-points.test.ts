import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointOffsets } from '../../src/tables/code-points.ts'

test.each([
  ['an emoji before the match', 'a😀b', [0, 1, 3, 4], [0, 1, 2, 3]],
  ['nothing but one unit a character', 'سلام', [0, 2, 4], [0, 2, 4]],
  ['marks and joined emoji are characters of their own', 'مَ👩‍👩', [0, 1, 2, 4, 5, 7], [0, 1, 2, 3, 4, 5]],
  ['an unpaired surrogate is one character', '\ud83da\ude00', [0, 1, 2, 3], [0, 1, 2, 3]],
  ['empty text', '', [0], [0]],
])('%s', (_, text, units, points) => {
  expect(units.map(codePointOffsets(text))).toEqual(points)
})

test('an offset inside a character is an error', () => {
  expect(() => codePointOffsets('a😀b')(2)).toThrow('offset 2 splits a character')
})

/** Any text, unpaired surrogates included. */
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('\ud83d', '\ude00')),
})

test('slicing code points by converted offsets cuts the same text as slicing units', () => {
  fc.assert(
    fc.property(text, text, text, (before, match, after) => {
      const whole = before + match + after
      const characters = Array.from(whole)
      const units = [0]
      for (const character of characters) units.push((units.at(-1) as number) + character.length)
      const convert = codePointOffsets(whole)
      expect(units.map(convert)).toEqual(units.map((_, i) => i))
      const start = before.length
      const end = start + match.length
      if (!units.includes(start) || !units.includes(end)) return
      expect(characters.slice(convert(start), convert(end)).join('')).toBe(match)
    }),
  )
})
