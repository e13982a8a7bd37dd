/** What differs between two releases, row by row, and why. */
import { createHash } from 'node:crypto'
import type { TableName } from '../../schemas/index.ts'
import type { DecodedRow } from '../tables/arrow-rows.ts'
import { type CauseOf, originOf } from './causes.ts'
import type { Change } from './changes-table.ts'
import { type ReleaseAt, rowsOfRelease, tableOf } from './release-rows.ts'
import { rowsBefore } from './rows-before.ts'

/** Differs in every release by intention, and so tells of no change. */
const UNLINKED = new Set(['author_pseudonym'])

/** Changes of one table: added and changed rows in the order after, then removed ones in the order before. */
export async function* changesBetween(
  name: TableName,
  before: ReleaseAt,
  after: ReleaseAt,
  causeOf: CauseOf,
): AsyncGenerator<Change> {
  const { primaryKey, columns } = tableOf(after, name)
  const compared = Object.keys(columns).filter(column => !UNLINKED.has(column))
  const keyOf = (row: DecodedRow) => String(row[primaryKey[0] as string])
  const gone = rowsBefore(name, rowsOfRelease(before, name), row => ({
    key: keyOf(row),
    hashes: hashesOf(row, compared),
    origin: originOf(name, row),
  }))

  for await (const row of rowsOfRelease(after, name)) {
    const key = keyOf(row)
    const cause = causeOf(name, originOf(name, row))
    const was = await gone.take(row, key)
    if (!was) yield { key, change: 'added', columns: [], cause }
    else {
      const differing = differences(was.hashes, hashesOf(row, compared), compared)
      if (differing.length > 0) yield { key, change: 'changed', columns: differing, cause }
    }
  }
  for (const { key, origin } of await gone.rest())
    yield { key, change: 'removed', columns: [], cause: causeOf(name, origin) }
}

/** Bytes kept of the hash of one value: articles of a whole release stay in memory. */
const WIDTH = 8

const hashesOf = (row: DecodedRow, columns: readonly string[]): Buffer =>
  Buffer.concat(columns.map(column => hash(JSON.stringify(row[column] ?? null))))

const hash = (text: string) => createHash('sha256').update(text).digest().subarray(0, WIDTH)

const differences = (was: Buffer, is: Buffer, columns: readonly string[]): readonly string[] =>
  columns.filter((_, i) => was.compare(is, i * WIDTH, (i + 1) * WIDTH, i * WIDTH, (i + 1) * WIDTH) !== 0)
