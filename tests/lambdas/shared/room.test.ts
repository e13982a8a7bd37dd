import { expect, test } from 'vitest'
import { Room } from '../../../lambdas/shared/room.ts'

/** Holds each so many bytes for a moment; gives the most that were held at once, and the order in which they entered. */
async function hold(size: number, ...sizes: readonly number[]) {
  const room = new Room(size)
  const entered: number[] = []
  let now = 0
  let most = 0
  await Promise.allSettled(
    sizes.map(bytes =>
      room.hold(bytes, async () => {
        entered.push(bytes)
        now += bytes
        most = Math.max(most, now)
        await new Promise(resolve => setTimeout(resolve, 1))
        now -= bytes
        if (bytes === 13) throw new Error('no luck')
      }),
    ),
  )
  return { most, entered }
}

test('who finds room enters; others wait for their turn', async () => {
  const { most, entered } = await hold(10, 4, 4, 4, 1, 2)
  expect(entered).toEqual([4, 4, 4, 1, 2])
  expect(most).toBeGreaterThan(7)
  expect(most).toBeLessThanOrEqual(10)
  expect((await hold(10, 4, 7, 3)).entered).toEqual([4, 7, 3])
})

test('who is larger than the room has it alone', async () => {
  expect(await hold(10, 3, 25, 3)).toEqual({ most: 25, entered: [3, 25, 3] })
})

test('who fails gives its room back', async () => {
  expect(await hold(20, 13, 13, 13)).toMatchObject({ most: 13, entered: [13, 13, 13] })
})
