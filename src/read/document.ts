import type { Facts, Reading } from '../types.ts'

/** Bytes → Page, or the reason why there is none. */
export function readDocument(bytes: Uint8Array, _facts: Facts): Reading {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n')
  return { outcome: 'read', page: { text, mediaType: 'text/plain', charset: 'utf-8' }, issues: [] }
}
