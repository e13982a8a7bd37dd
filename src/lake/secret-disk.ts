/** The secret of a lake on disk: a file that only its owner can read, made when it is first asked for. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperationalError } from '../errors.ts'
import { newSecret, secretFrom } from './secret.ts'

/** Below the folder of the lake; no part of any release. */
export const secretFile = 'secret.key'

/** From which the keys of pseudonyms are made. Whoever loses it cannot make an old release again, bit for bit. */
export async function diskSecret(folder: string): Promise<Uint8Array> {
  const path = join(folder, secretFile)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(path, newSecret(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(path, error)
  }
  const text = await readFile(path, 'utf8').catch(error => Promise.reject(unreadable(path, error)))
  return secretFrom(text, path)
}

const unreadable = (path: string, cause: unknown) =>
  new OperationalError(`cannot read the secret of the lake in ${path}: ${(cause as Error).message}`, {
    retryable: false,
    cause,
  })
