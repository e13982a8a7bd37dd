/** How S3 writes values: keys, metadata, versions and times. */
import { revisionOf } from './revisions.ts'

/** S3 writes keys in listings and notifications as forms do: a space as +, a plus as %2B. */
export const decodeKey = (encoded: string): string => decodeURIComponent(encoded.replaceAll('+', ' '))

/** S3 gives metadata that is not ASCII as encoded words (RFC 2047); adjoining ones are one text. */
export function decodeWords(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [
      name,
      value
        .replace(/\?=\s+=\?/g, '?==?')
        .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
          encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : decodeQuoted(text),
        ),
    ]),
  )
}

const decodeQuoted = (text: string) =>
  decodeURIComponent(text.replaceAll('%', '%25').replaceAll('_', ' ').replaceAll('=', '%'))

/** What S3 calls what was written before the bucket kept versions. */
export const UNVERSIONED = 'null'
export const versionOf = (id: string | undefined): string | null => (id === undefined || id === UNVERSIONED ? null : id)

/** As revisions of found states are written. */
export const revisionAt = (modified: Date | undefined): string =>
  revisionOf(BigInt(modified?.getTime() ?? 0) * 1_000_000n)
