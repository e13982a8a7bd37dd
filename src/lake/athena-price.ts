/** What Athena asks for a query. Source: https://aws.amazon.com/athena/pricing, list price of us-east-1 and most regions. */

const DOLLARS_A_TERABYTE = 5
const TERABYTE = 1e12
/** A query that scans less is billed as if it had scanned this. */
const LEAST_BYTES = 10_000_000

/** US dollars for one query. */
export const priceOf = (scannedBytes: number): number =>
  (Math.max(scannedBytes, LEAST_BYTES) * DOLLARS_A_TERABYTE) / TERABYTE

/** What several queries came to. */
export interface Spent {
  readonly queries: number
  readonly scannedBytes: number
  /** US dollars. */
  readonly price: number
}
