import { expect, test } from 'vitest'
import { priceText, spentText } from '../../../src/cli/reports/cost.ts'
import { priceOf } from '../../../src/lake/athena-price.ts'

test('a query costs five dollars a terabyte, and that of ten megabytes at least', () => {
  expect(priceText(priceOf(1e12))).toBe('about $5.00000')
  expect(priceText(priceOf(100_000_000))).toBe('about $0.00050')
  expect(priceOf(0)).toBe(priceOf(10_000_000))
})

test.each([
  [{ queries: 1, scannedBytes: 34_000_000, price: 0.00017 }, 'the query scanned 34.0 MB, about $0.00017'],
  [{ queries: 3, scannedBytes: 1000, price: 0.00015 }, '3 queries scanned 0.0 MB, about $0.00015'],
])('%j is told in a line', (spent, text) => expect(spentText(spent)).toBe(text))
