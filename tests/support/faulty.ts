/** A lake whose n-th call to the outside fails. */
import { OperationalError } from '../../src/errors.ts'
import type { Lake } from '../../src/lake/lake.ts'
import type { Store } from '../../src/lake/store.ts'
import type { Warehouse } from '../../src/lake/warehouse.ts'

/** `before`: nothing has happened; `after`: it has, and nobody knows; `throttled`: nothing has happened, and it may be tried again. */
export type Fault = 'before' | 'after' | 'throttled'

export interface FaultyLake {
  readonly lake: Lake
  /** Calls so far. */
  readonly calls: () => number
}

/** Every call works but the n-th, from 0. */
export function faultyLake(lake: Lake, n: number, fault: Fault): FaultyLake {
  let calls = 0
  const fail = () => new OperationalError(`call ${n} failed (${fault})`, { retryable: fault === 'throttled' })
  async function call<T>(action: () => Promise<T>): Promise<T> {
    if (calls++ !== n) return action()
    if (fault === 'after') await action()
    throw fail()
  }
  const store = (real: Store): Store => ({
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
  const warehouse: Warehouse = {
    ...lake.warehouse,
    stage: parts => call(() => lake.warehouse.stage(parts)),
    execute: sql => call(() => lake.warehouse.execute(sql)),
    query: sql => call(() => lake.warehouse.query(sql)),
  }
  const faulty = { ...lake, inbox: store(lake.inbox), store: store(lake.store), warehouse, wait: async () => {} }
  return { lake: faulty, calls: () => calls }
}
