/** Helpers for takedowns of lakes whose store is not a folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stagedPartKey } from '../../src/lake/keys.ts'
import type { Store } from '../../src/lake/store.ts'
import type { Warehouse } from '../../src/lake/warehouse.ts'

/** DuckDB finds staged parts of any store: they are copied to its folder when they are staged. */
export async function diskFiles(warehouse: Warehouse, store: Pick<Store, 'get'>, folder: string): Promise<Warehouse> {
  return {
    ...warehouse,
    async stage(parts) {
      for (const part of parts) {
        const path = join(folder, stagedPartKey(part))
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, (await store.get(stagedPartKey(part)))?.bytes ?? new Uint8Array())
      }
      await warehouse.stage(parts)
    },
  }
}
