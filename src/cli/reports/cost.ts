/** What queries in the cloud cost, in words. */
import type { Spent } from '../../lake/athena-price.ts'

const MEGABYTE = 1_000_000

export const bytesText = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`
export const priceText = (dollars: number): string => `about $${dollars.toFixed(5)}`

export function spentText({ queries, scannedBytes, price }: Spent): string {
  const what = queries === 1 ? 'the query' : `${queries} queries`
  return `${what} scanned ${bytesText(scannedBytes)}, ${priceText(price)}`
}
