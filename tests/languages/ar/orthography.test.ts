import { expect, test } from 'vitest'
import { foldCharacter } from '../../../src/languages/ar/orthography.ts'

test('every presentation form folds, and what is none stays', () => {
  for (let code = 0xfb50; code <= 0xfefc; code++)
    expect(foldCharacter(String.fromCharCode(code)).length).toBeLessThan(20)
  expect(foldCharacter('ﻻ')).toBe('لا')
  expect(foldCharacter('﴿')).toBe('﴿')
})
