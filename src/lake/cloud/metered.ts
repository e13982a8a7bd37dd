/** A warehouse that counts what its queries cost. */
import { priceOf, type Spent } from '../athena-price.ts'
import type { Cost, Warehouse } from '../warehouse.ts'

export interface Metered {
  readonly warehouse: Warehouse
  /** Of all queries so far that were answered. */
  readonly spent: () => Spent
}

export function metered(warehouse: Warehouse): Metered {
  let spent: Spent = { queries: 0, scannedBytes: 0, price: 0 }
  const count = <C extends Cost>(cost: C): C => {
    const scannedBytes = cost.scannedBytes ?? 0
    spent = {
      queries: spent.queries + 1,
      scannedBytes: spent.scannedBytes + scannedBytes,
      price: spent.price + priceOf(scannedBytes),
    }
    return cost
  }
  return {
    spent: () => spent,
    warehouse: {
      ...warehouse,
      execute: async sql => count(await warehouse.execute(sql)),
      query: async sql => count(await warehouse.query(sql)),
    },
  }
}
