/** The documents that the benchmark reads: the seeds and the pages written for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Bytes of every text document that is kept in the project, in a fixed order. */
export const corpus = (): readonly Uint8Array[] => documentsIn('seeds', 'tests/segment/pages')

/** Bytes of the sample documents: pages as they are found, larger than most of the others. */
export const seeds = (): readonly Uint8Array[] => documentsIn('seeds')

function documentsIn(...folders: readonly string[]): readonly Uint8Array[] {
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
