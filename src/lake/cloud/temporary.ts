/** A folder for what must not stay on this machine. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  /** Takes it away with everything in it. */
  remove(): void
}

/** Only its owner can look into it. It goes, too, when the program is interrupted. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `presslake-${name}-`))
  const remove = () => {
    process.off('exit', remove)
    for (const signal of SIGNALS) process.off(signal, interrupted)
    rmSync(path, { recursive: true, force: true })
  }
  const interrupted = (signal: NodeJS.Signals) => {
    remove()
    process.kill(process.pid, signal)
  }
  process.once('exit', remove)
  for (const signal of SIGNALS) process.once(signal, interrupted)
  return { path, remove }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
