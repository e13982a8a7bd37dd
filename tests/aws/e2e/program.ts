/** The built program as a process of its own, against the emulator. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Keys, REGION } from './api.ts'
import type { Deployment } from './deployment.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const ROOT = join(import.meta.dirname, '..', '..', '..')
export const program = join(ROOT, 'dist', 'presslake.js')

/** What the SDK of the program reads from its environment; without keys, as on a machine that has none. */
export const environmentOf = ({ api, athena }: Deployment, keys: Keys | null) => ({
  AWS_ENDPOINT_URL: api.address,
  AWS_ENDPOINT_URL_ATHENA: athena,
  AWS_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  NODE_NO_WARNINGS: '1',
  ...(keys ? { AWS_ACCESS_KEY_ID: keys.id, AWS_SECRET_ACCESS_KEY: keys.secret } : {}),
  ...(keys?.token ? { AWS_SESSION_TOKEN: keys.token } : {}),
})

/** Runs a program of Node.js to its end. */
export function runNode(args: readonly string[], environment: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', text => {
    said.out += text
  })
  child.stderr.on('data', text => {
    said.err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, ...said }))
  })
}
