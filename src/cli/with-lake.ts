/** Opening and closing the lake that a command works on. */
import { isInCloud, type Lake, openLake, openLakeToRead } from '../lake/lake.ts'
import type { Warehouse } from '../lake/warehouse.ts'

/** Runs `action` on a lake that may be changed, and closes it whatever happens. */
export const writingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLake(place), action)

/** The same on a lake that is only read. */
export const readingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLakeToRead(place), action)

/** The same on the tables alone, of a lake on disk or in the cloud. */
export async function queryingLake<T>(place: string, action: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  if (!isInCloud(place)) return readingLake(place, ({ warehouse }) => action(warehouse))
  const { cloudWarehouse } = await import('../lake/lake-cloud.ts')
  const warehouse = cloudWarehouse(place)
  try {
    return await action(warehouse)
  } finally {
    await warehouse.close()
  }
}

async function closing<T>(opening: Promise<Lake>, action: (lake: Lake) => Promise<T>): Promise<T> {
  const lake = await opening
  try {
    return await action(lake)
  } finally {
    await lake.close()
  }
}
