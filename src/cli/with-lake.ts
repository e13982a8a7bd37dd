/** Opening and closing the lake that a command works on. */
import { resolve } from 'node:path'
import { isInCloud } from '../lake/address.ts'
import type { CloudLake } from '../lake/cloud/lake.ts'
import type { ReleaseProfile } from '../lake/keys.ts'
import { type Lake, openLake, openLakeToRead } from '../lake/lake.ts'
import type { Store } from '../lake/store.ts'
import { diskStore } from '../lake/store-disk.ts'
import type { Warehouse } from '../lake/warehouse.ts'
import { spentText } from './reports/cost.ts'
import type { Streams } from './terminal/streams.ts'

/** Runs `action` on a lake that may be changed, and closes it whatever happens. */
export const writingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLake(place), action)

/** The same on a lake that is only read. */
export const readingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLakeToRead(place), action)

/** The same on a lake in the cloud; in the end, says what its queries cost. */
export async function cloudLake<T>(
  address: string,
  { err }: Pick<Streams, 'err'>,
  action: (lake: CloudLake) => Promise<T>,
): Promise<T> {
  const { openCloudLake } = await import('../lake/cloud/lake.ts')
  const lake = openCloudLake(address)
  try {
    return await action(lake)
  } finally {
    if (lake.spent().queries > 0) await err.write(`${spentText(lake.spent())}\n`)
    await lake.close()
  }
}

/** The same on the tables alone, of a lake on disk or in the cloud. */
export const queryingLake = <T>(
  place: string,
  streams: Pick<Streams, 'err'>,
  action: (warehouse: Warehouse) => Promise<T>,
): Promise<T> =>
  isInCloud(place)
    ? cloudLake(place, streams, ({ warehouse }) => action(warehouse))
    : readingLake(place, ({ warehouse }) => action(warehouse))

/** The same on where the releases of a profile lie; of a lake on disk, also when it has no tables. */
export async function releasesOfLake<T>(
  { lake: place, profile }: { readonly lake: string; readonly profile: ReleaseProfile },
  streams: Pick<Streams, 'err'>,
  action: (releases: Store) => Promise<T>,
): Promise<T> {
  if (!isInCloud(place)) return action(diskStore(resolve(place)))
  const { releasesOf } = await import('../lake/cloud/releases.ts')
  return cloudLake(place, streams, lake => action(releasesOf(lake, profile)))
}

async function closing<T>(opening: Promise<Lake>, action: (lake: Lake) => Promise<T>): Promise<T> {
  const lake = await opening
  try {
    return await action(lake)
  } finally {
    await lake.close()
  }
}
