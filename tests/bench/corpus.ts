/** The documents that the benchmark reads: the seeds and the pages written for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Bytes of every text document that is kept in the project, in a fixed order. */
export function corpus(): readonly Uint8Array[] {
  const folders = ['seeds', 'tests/segment/pages']
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.txt'))
      .sort()
      .map(name => readFileSync(join(root, folder, name))),
  )
}
