/** The secret of a lake, from which the keys of pseudonyms are made: 32 bytes, kept as hexadecimal digits. */
import { randomBytes } from 'node:crypto'
import { OperationalError } from '../errors.ts'

const BYTES = 32

export const newSecret = (): string => randomBytes(BYTES).toString('hex')

/** `where` is named when it holds something else. */
export function secretFrom(text: string, where: string): Uint8Array {
  const secret = Buffer.from(text.trim(), 'hex')
  if (secret.length === BYTES) return new Uint8Array(secret)
  throw new OperationalError(`expected ${2 * BYTES} hexadecimal digits in ${where}, found something else`, {
    retryable: false,
  })
}
