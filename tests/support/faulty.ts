/** A lake whose n-th call to the outside fails. */
import { OperationalError } from '../../src/errors.ts'
import type { Lake } from '../../src/lake/lake.ts'
import type { Store } from '../../src/lake/store.ts'
import type { Warehouse } from '../../src/lake/warehouse.ts'

/**
 * `before`: nothing has happened; `after`: it has, and nobody knows; `throttled`: nothing has happened, and it may be tried
 * again; `killed`: nothing happens from then on.
 */
export type Fault = 'before' | 'after' | 'throttled' | 'killed'

export interface FaultyLake {
  readonly lake: Lake
  /** Calls so far. */
  readonly calls: () => number
}

/** Counts calls, and lets the n-th fail, from 0. */
function counter(n: number, fault: Fault) {
  let calls = 0
  const fail = () => new OperationalError(`call ${n} failed (${fault})`, { retryable: fault === 'throttled' })
  async function call<T>(action: () => Promise<T>): Promise<T> {
    const nth = calls++
    if (n < 0 || nth < n || (nth > n && fault !== 'killed')) return action()
    if (fault === 'after') await action()
    throw fail()
  }
  return { call, calls: () => calls }
}

type Call = ReturnType<typeof counter>['call']

const storeCalling = (real: Store, call: Call): Store => ({
  name: real.name,
  get: (key, options) => call(() => real.get(key, options)),
  head: key => call(() => real.head(key)),
  put: (key, bytes, options) => call(() => real.put(key, bytes, options)),
  delete: key => call(() => real.delete(key)),
  async *list(prefix) {
    await call(async () => {})
    yield* real.list(prefix)
  },
})

/** Every call works but the n-th, from 0. */
export function faultyStore(real: Store, n: number, fault: Fault) {
  const { call, calls } = counter(n, fault)
  return { store: storeCalling(real, call), calls }
}

/** Every call works but the n-th, from 0. */
export function faultyLake(lake: Lake, n: number, fault: Fault): FaultyLake {
  const { call, calls } = counter(n, fault)
  const warehouse: Warehouse = {
    ...lake.warehouse,
    stage: parts => call(() => lake.warehouse.stage(parts)),
    execute: sql => call(() => lake.warehouse.execute(sql)),
    query: sql => call(() => lake.warehouse.query(sql)),
  }
  const [inbox, store] = [storeCalling(lake.inbox, call), storeCalling(lake.store, call)]
  return {
    lake: { ...lake, inbox, store, warehouse, compact: () => call(() => lake.compact()), wait: async () => {} },
    calls,
  }
}
