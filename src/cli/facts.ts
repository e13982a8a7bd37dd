/** What came with a file: its sidecar `X.meta.json`, its modification time. */
import { readFile, stat } from 'node:fs/promises'
import type { Facts } from '../types.ts'

const SIDECAR = '.meta.json'
export const isSidecar = (path: string): boolean => path.endsWith(SIDECAR)

/** Reads the facts of a file on disk. The revision is the later modification time of file and sidecar, in nanoseconds. */
export async function factsOf(path: string, sourceKey: string): Promise<Facts> {
  let newest = (await stat(path, { bigint: true })).mtimeNs
  let sidecar: Record<string, unknown> = {}
  try {
    sidecar = JSON.parse(await readFile(path + SIDECAR, 'utf8'))
    const { mtimeNs } = await stat(path + SIDECAR, { bigint: true })
    if (mtimeNs > newest) newest = mtimeNs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const text = (key: string) => (typeof sidecar[key] === 'string' ? (sidecar[key] as string) : undefined)
  const given = {
    publishedAt: text('published_at'),
    url: text('url'),
    siteName: text('site_name'),
    capturedAt: text('captured_at'),
  }
  return {
    sourceKey,
    revision: String(newest).padStart(20, '0'),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
}
