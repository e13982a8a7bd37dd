import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OperationalError } from '../../src/errors.ts'
import { leaseKey } from '../../src/lake/keys.ts'
import { type LeaseOptions, waitForLease, withLease } from '../../src/lake/lease.ts'
import type { Store } from '../../src/lake/store.ts'
import { memoryStore } from '../support/memory-store.ts'

const LASTS_MS = 100

function lease(store: Store = memoryStore(), now = { ms: 1_000_000 }) {
  let attempts = 0
  const options = (name: string): LeaseOptions => ({
    clock: () => now.ms,
    lastsMs: LASTS_MS,
    holder: `${name} ${attempts++}`,
  })
  return { store, now, take: <T>(name: string, action: () => Promise<T>) => withLease(store, options(name), action) }
}

const died = () => Promise.reject(new Error('died'))
/** A store to which a holder can say nothing any more. */
const mute = (store: Store): Store => ({
  ...store,
  put: (key, bytes, options) => (options?.ifNoneMatch ? store.put(key, bytes, options) : died()),
})

describe('the lease', () => {
  test('is held while its action runs, and by nobody else', async () => {
    const { take } = lease()
    const outcome = await take('first', async () => take('second', async () => 'not run'))
    expect(outcome).toEqual({ held: true, result: { held: false, by: 'first 0', until: 1_000_100 } })
  })

  test('is free again when its action has ended, well or badly', async () => {
    const { take } = lease()
    await expect(take('first', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await take('second', async () => 2)).toEqual({ held: true, result: 2 })
    expect(await take('third', async () => 3)).toEqual({ held: true, result: 3 })
  })

  test('of a holder that died ends with its time, and not before', async () => {
    const { store, now, take } = lease()
    await lease(mute(store), now).take('dead', async () => {})
    now.ms += LASTS_MS - 1
    expect(await take('early', async () => {})).toMatchObject({ held: false, by: 'dead 0' })
    now.ms += 1
    expect(await take('in time', async () => 1)).toEqual({ held: true, result: 1 })
  })

  test('leaves one term behind, however often it is taken', async () => {
    const store = memoryStore()
    const { take } = lease(store)
    for (let i = 0; i < 12; i++) await take('again', async () => {})
    expect([...store.objects.keys()]).toEqual([leaseKey(12)])
  })

  test('is held by the other when two write at the same moment and S3 fails one of them', async () => {
    const { store, now, take } = lease()
    const conflicting: Store = {
      ...store,
      async put(key, bytes, options) {
        if (!options?.ifNoneMatch) return store.put(key, bytes, options)
        await store.put(key, new TextEncoder().encode(JSON.stringify({ holder: 'other', until: now.ms + 1 })), options)
        throw new OperationalError('ConditionalRequestConflict', { retryable: true })
      },
    }
    expect(await lease(conflicting, now).take('first', async () => {})).toMatchObject({ held: false, by: 'other' })
    expect(await take('second', async () => {})).toMatchObject({ held: false, by: 'other' })
  })

  test('that somebody has damaged ends, too', async () => {
    const now = { ms: 1_000_000 }
    const store = memoryStore(() => now.ms)
    const { take } = lease(store, now)
    await store.put(leaseKey(7), new TextEncoder().encode('{'))
    expect(await take('early', async () => {})).toMatchObject({ held: false, by: 'unknown' })
    now.ms += LASTS_MS
    expect(await take('in time', async () => 1)).toEqual({ held: true, result: 1 })
  })

  test.each([0, 1, 2, 3, 4, 5, 6])('is not lost for its time when call %i of its holder fails', async n => {
    for (const loses of ['the call', 'the answer'] as const) {
      const { store, take } = lease()
      await take('before', async () => {})
      const { store: failing } = failingStore(store, n, loses)
      const taken = await lease(failing)
        .take('first', async () => 1)
        .catch(error => error)
      const last = await take('last', async () => 2)
      if (taken instanceof Error) expect(taken).toBeInstanceOf(OperationalError)
      else expect(taken).toEqual({ held: true, result: 1 })
      // Only the call that gives it back can leave it behind.
      if (!('held' in last && last.held)) expect({ n, loses, taken }).toMatchObject({ n: 5, loses: 'the call' })
    }
  })
})

/** A store whose n-th call fails: before it, or after it had its effect. */
function failingStore(store: Store, n: number, loses: 'the call' | 'the answer') {
  let calls = 0
  async function call<T>(action: () => Promise<T>): Promise<T> {
    if (calls++ !== n) return action()
    if (loses === 'the answer') await action()
    throw new OperationalError('timed out', { retryable: true })
  }
  const failing: Store = {
    ...store,
    get: key => call(() => store.get(key)),
    put: (key, bytes, options) => call(() => store.put(key, bytes, options)),
    delete: key => call(() => store.delete(key)),
    async *list(prefix) {
      await call(async () => {})
      yield* store.list(prefix)
    },
  }
  return { store: failing }
}

describe('waiting for the lease', () => {
  test('ends when it is free, or with the patience', async () => {
    const { store, now } = lease()
    await lease(mute(store), now).take('dead', async () => {})
    const options = (patienceMs: number) => ({
      clock: () => now.ms,
      lastsMs: LASTS_MS,
      holder: `patient for ${patienceMs}`,
      patienceMs,
      wait: async () => {
        now.ms += 30
      },
    })
    expect(await waitForLease(store, options(50), async () => 1)).toMatchObject({ held: false, by: 'dead 0' })
    expect(await waitForLease(store, options(50), async () => 1)).toEqual({ held: true, result: 1 })
  })
})

interface Taker {
  /** After how long it dies, with whatever it was doing; it may end earlier. */
  readonly lifeMs: number
  /** How often it tries, one attempt after another. */
  readonly attempts: number
  /** Calls that its action makes. */
  readonly work: number
}

interface Schedule {
  readonly takers: readonly Taker[]
  /** Whose call is next, modulo those that wait, and how much time it takes. */
  readonly turns: readonly { readonly who: number; readonly ms: number }[]
}

const schedules: fc.Arbitrary<Schedule> = fc.record({
  takers: fc.array(
    fc.record({
      lifeMs: fc.integer({ min: 1, max: LASTS_MS - 10 }),
      attempts: fc.integer({ min: 1, max: 3 }),
      work: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  turns: fc.array(
    fc.record({
      who: fc.nat({ max: 5 }),
      ms: fc.oneof({ weight: 12, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 120 }) }),
    }),
    { minLength: 20, maxLength: 90 },
  ),
})

/** Plays a schedule and gives how many held the lease at once, at most, and how many held it at all. */
async function play({ takers, turns }: Schedule, wrong: (store: Store) => Store = store => store) {
  const now = { ms: 1_000_000 }
  const store = memoryStore(() => now.ms)
  const waiting = new Map<number, () => void>()
  const holders = new Map<number, number>()
  let [most, ever, running, turn] = [0, 0, takers.length, 0]

  const admit = () => {
    if (waiting.size === 0 || waiting.size < running) return
    const { who, ms } = turns[turn++ % turns.length] as Schedule['turns'][number]
    const ids = [...waiting.keys()].sort((a, b) => a - b)
    const id = ids[who % ids.length] as number
    const go = waiting.get(id)
    waiting.delete(id)
    now.ms += ms
    go?.()
  }

  async function live(id: number, { lifeMs, attempts, work }: Taker) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const diesAt = now.ms + lifeMs
      const step = async <T>(action: () => Promise<T>): Promise<T> => {
        await new Promise<void>(resolve => {
          waiting.set(id, resolve)
          admit()
        })
        if (now.ms >= diesAt) throw new Error('died')
        return action()
      }
      const slow: Store = {
        ...store,
        get: key => step(() => store.get(key)),
        put: (key, bytes, options) => step(() => store.put(key, bytes, options)),
        delete: key => step(() => store.delete(key)),
        async *list(prefix) {
          const found = await step(async () => {
            const objects = []
            for await (const object of store.list(prefix)) objects.push(object)
            return objects
          })
          yield* found
        },
      }
      const options = { clock: () => now.ms, lastsMs: LASTS_MS, holder: `${id} ${attempt}` }
      await withLease(wrong(slow), options, async () => {
        ever++
        holders.set(id, diesAt)
        try {
          for (let i = 0; i <= work; i++) {
            most = Math.max(most, [...holders.values()].filter(until => until > now.ms).length)
            await step(async () => {})
          }
        } finally {
          holders.delete(id)
        }
      }).catch(() => {})
    }
    running--
    admit()
  }

  await Promise.all(takers.map((taker, id) => live(id, taker)))
  return { most, ever }
}

describe('whatever several do at the same time', () => {
  test('one at a time holds the lease, and somebody does', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(schedules, async schedule => {
        const { most, ever } = await play(schedule)
        held += ever
        expect(most).toBeLessThanOrEqual(1)
      }),
      { numRuns: 3_000 },
    )
    expect(held).toBeGreaterThan(3_000)
  })

  const blindly: (store: Store) => Store = store => ({
    ...store,
    put: (key, bytes) => store.put(key, bytes),
  })
  /** Sees only the terms before its own: what it would know without a second look. */
  const onceOnly: (store: Store) => Store = store => {
    let seen = Number.POSITIVE_INFINITY
    return {
      ...store,
      put: (key, bytes, options) => {
        if (options?.ifNoneMatch) seen = Number(/\d+/.exec(key)?.[0])
        return store.put(key, bytes, options)
      },
      async *list(prefix) {
        for await (const object of store.list(prefix)) if (Number(/\d+/.exec(object.key)?.[0]) <= seen) yield object
      },
    }
  }

  test.each([
    ['a term is written whether one stands there or not', blindly],
    ['nobody looks again after writing', onceOnly],
  ])('two would hold it if %s', async (_, wrong) => {
    const found = fc.sample(schedules, { numRuns: 20_000, seed: 20240320 })
    let most = 0
    for (const schedule of found) if (most < 2) most = (await play(schedule, wrong)).most
    expect(most).toBeGreaterThan(1)
  })
})
