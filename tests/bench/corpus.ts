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

/** One article, so many times over. Lines that return word for word would be taken for furniture: every copy is numbered. */
export function copies(times: number): string {
  const body = readFileSync(join(root, 'seeds/002_60b2a5c6f0620d12.txt'), 'utf8')
  const copy = (n: number) => body.replaceAll(/(?<=\p{L}{3})\.?$/gmu, ` ${n}.`)
  return Array.from({ length: times }, (_, n) => copy(n)).join('\n')
}
