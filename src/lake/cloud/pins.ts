/** One moment of the tables of a deployed lake, at which no merge was half done. */
import type { TableName } from '../../../schemas/index.ts'
import { OperationalError } from '../../errors.ts'
import { type Pins, pinsQuery, settledQuery } from '../sql/copy.ts'
import { mergeOrder } from '../sql/tables.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import type { CloudLake } from './lake.ts'

export interface Moment {
  readonly pins: Pins
  /** Rows of each stored table then. */
  readonly rows: Readonly<Record<TableName, number>>
}

const ATTEMPTS = 20
const BETWEEN_ATTEMPTS_MS = 30_000

/**
 * Two looks that see the same snapshots: then there was a moment between them at which every table had its own. A merge that
 * is half done at that moment shows in what the snapshots hold, and is waited for. Throws an OperationalError when none ends.
 */
export async function settledMoment({ warehouse, wait }: Pick<CloudLake, 'warehouse' | 'wait'>): Promise<Moment> {
  let unsettled = 0
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await wait(BETWEEN_ATTEMPTS_MS)
    const pins = await look(warehouse)
    if (JSON.stringify(await look(warehouse)) !== JSON.stringify(pins)) continue
    const [found = {}] = await rowsOf(warehouse, settledQuery(pins))
    unsettled = Number(found.unsettled)
    const counts = mergeOrder.map(name => [name, Number(found[name])])
    if (unsettled === 0) return { pins, rows: Object.fromEntries(counts) as Moment['rows'] }
  }
  throw new OperationalError(
    unsettled === 0
      ? 'the tables change all the time: no moment was found at which nobody writes; try again later'
      : `${unsettled} readings are in the tables only in part: a merge goes on, or failed (presslake merge), or a batch of theirs was set aside (presslake backfill)`,
    { retryable: true },
  )
}

async function look(warehouse: Warehouse): Promise<Pins> {
  const found = new Map((await rowsOf(warehouse, pinsQuery)).map(({ name, snapshot }) => [name, snapshot]))
  return Object.fromEntries(mergeOrder.map(name => [name, found.get(name) ?? null])) as Pins
}
