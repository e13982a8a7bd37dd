/** What came with a file of this machine: its sidecar and its modification time. */
import { readFile, stat } from 'node:fs/promises'
import { sidecarKey } from '../lake/keys.ts'
import { revisionOf } from '../lake/revisions.ts'
import { nothingTold, readSidecar, type Told } from '../lake/sidecar.ts'
import type { Facts, Issue } from '../types.ts'

export interface FileFacts {
  readonly facts: Facts
  readonly issues: readonly Issue[]
}

/** The facts of a file. Its revision is the later modification time of file and sidecar. */
export async function toldBeside(path: string, sourceKey: string): Promise<FileFacts> {
  const own = revisionOf((await stat(path, { bigint: true })).mtimeNs)
  const { told, revision } = await sidecarOf(path)
  const later = [own, revision].sort().at(-1) ?? own
  return { facts: { sourceKey, revision: later, ...told.facts }, issues: told.issues }
}

async function sidecarOf(path: string): Promise<{ readonly told: Told; readonly revision: string }> {
  const sidecar = sidecarKey(path)
  try {
    const { mtimeNs } = await stat(sidecar, { bigint: true })
    return { told: readSidecar(await readFile(sidecar)), revision: revisionOf(mtimeNs) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { told: nothingTold, revision: '' }
  }
}
