/** Starts the engine once for all files of the suite, and stops it when they are done. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { classPath, javaSource } from './jars.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://host:port` of the engine. */
    trino: string
  }
}

const START_MS = 5 * 60_000
const LOG_KEPT = 4000

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-trino-'))
  const node = spawn(
    'java',
    ['-Xmx3g', '-Djdk.attach.allowAttachSelf=true', '-cp', classPath(), javaSource('TrinoNode'), folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let log = ''
  const address = await new Promise<string>((resolve, reject) => {
    const tooLate = setTimeout(() => reject(new Error(`Trino did not start in time:\n${log}`)), START_MS)
    const read = (text: Buffer) => {
      log = (log + text).slice(-LOG_KEPT)
      const ready = /READY (\S+)\n/.exec(log)?.[1]
      if (!ready) return
      clearTimeout(tooLate)
      resolve(ready)
    }
    node.stdout.on('data', read)
    node.stderr.on('data', read)
    node.once('exit', code => reject(new Error(`Trino ended with ${code}:\n${log}`)))
    node.once('error', reject)
  })
  project.provide('trino', address)
  return () => {
    node.removeAllListeners('exit')
    node.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
