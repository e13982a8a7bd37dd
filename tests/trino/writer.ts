/** The twin of `tests/support/writer.ts`: a lake in a folder of its own with its tables in Trino. */
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { migrate, type Writer } from '../../src/lake/merge.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { trinoWarehouse } from './warehouse-trino.ts'

export { shown } from '../support/writer.ts'

export async function testWriter(): Promise<Writer> {
  // Lower case: this Trino reads the template of a projected partition so.
  const name = `presslake_${randomBytes(6).toString('hex')}`
  const folder = join(tmpdir(), name)
  const warehouse = await trinoWarehouse({ address: inject('trino'), schema: name, staging: folder })
  const writer = { store: diskStore(folder), warehouse, wait: async () => {} }
  await migrate(writer)
  return writer
}
