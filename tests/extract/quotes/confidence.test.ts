import { expect, test } from 'vitest'
import { quotesOf } from '../../support/article.ts'

const confidence = (text: string, nth = 0): number => quotesOf(text)[nth]?.quote.confidence ?? Number.NaN
const NAMED = 'قال وزير الزراعة سامر البدري إن الموسم جيد.'

test('lies between 0 and 1', () => {
  expect(confidence(NAMED)).toBeGreaterThan(0)
  expect(confidence(NAMED)).toBeLessThanOrEqual(1)
})

test('a named subject beside a strong verb is surest', () => {
  expect(confidence(NAMED)).toBeGreaterThanOrEqual(0.9)
  expect(confidence(`${NAMED} وأضاف أن المطر وفير.`, 1)).toBeLessThan(confidence(NAMED))
})

test('a verb whose speaker nobody names is least sure', () => {
  expect(confidence('وأضاف أن المطر وفير.')).toBeLessThan(0.6)
})
