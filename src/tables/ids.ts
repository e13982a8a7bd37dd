/** Ids: deterministic, from what makes a row itself and nothing else. */
import { createHash } from 'node:crypto'

export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

const ID_LENGTH = 20

/** `<prefix>_` and twenty hexadecimal digits of the SHA-256 of the parts, which may hold any text. */
export function makeId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}_${sha256(JSON.stringify(parts)).slice(0, ID_LENGTH)}`
}
