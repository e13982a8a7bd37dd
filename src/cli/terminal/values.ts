/** Values of a result as text. */
import type { ResultColumn, ResultRow, Value } from '../../lake/warehouse.ts'

/** A row as one line of JSON; whole numbers beyond 2^53 come as strings, so that no reader rounds them. */
export const jsonLine = (row: ResultRow): string => JSON.stringify(row, bigintAsString)

/** A value as it is written: lists and structs as JSON; null stays null. */
export function written(value: Value): string | null {
  if (value === null) return null
  return typeof value === 'object' ? JSON.stringify(value, bigintAsString) : String(value)
}

const bigintAsString = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT|INTEGER|DOUBLE|FLOAT|REAL|DECIMAL)/i

/** Whether a column is read by its last digit. */
export const isNumeric = ({ type }: ResultColumn): boolean => NUMBERS.test(type)
