/** Whole numbers of 64 bits and more, as JavaScript holds them. */

/** A `number` where that is exact, else a bigint. */
export const numberOrBigint = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
