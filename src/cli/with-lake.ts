/** Opening and closing the lake that a command works on. */
import { type Lake, openLake, openLakeToRead } from '../lake/lake.ts'

/** Runs `action` on a lake that may be changed, and closes it whatever happens. */
export const writingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLake(place), action)

/** The same on a lake that is only read. */
export const readingLake = <T>(place: string, action: (lake: Lake) => Promise<T>): Promise<T> =>
  closing(openLakeToRead(place), action)

async function closing<T>(opening: Promise<Lake>, action: (lake: Lake) => Promise<T>): Promise<T> {
  const lake = await opening
  try {
    return await action(lake)
  } finally {
    await lake.close()
  }
}
