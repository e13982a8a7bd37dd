/** Bytes → the encoding they are in. */

import { legacyCharset } from './legacy-charset.ts'
import { isUtf8Text, leansUtf8 } from './utf8.ts'

export interface Charset {
  /** WHATWG name. */
  readonly name: string
  /** How it was found. */
  readonly basis: 'mark' | 'valid' | 'declared' | 'statistics'
}

/** How many bytes are looked at where all of them need not be. */
const SAMPLE = 1 << 16
/** How many bytes show whether units are one byte or two. */
const WIDE_SAMPLE = 1 << 12

/**
 * Finds the encoding: a byte order mark first, then UTF-16 without a mark, strict UTF-8, the declared encoding, and
 * statistics of the bytes. `declared` is a label as documents write it, such as `cp1256`.
 */
export function findCharset(bytes: Uint8Array, declared: string | null): Charset {
  const marked = byteOrderMark(bytes)
  if (marked) return { name: marked, basis: 'mark' }
  const wide = wideCharset(bytes.subarray(0, WIDE_SAMPLE))
  if (wide) return { name: wide, basis: 'statistics' }
  if (isUtf8Text(bytes)) return { name: 'utf-8', basis: 'valid' }
  if (leansUtf8(bytes)) return { name: 'utf-8', basis: 'statistics' }
  const label = declared === null ? null : whatwgName(declared)
  const found = legacyCharset(bytes.subarray(0, SAMPLE))
  // Pages in Arabic encodings are often declared as Western ones, never the other way round; and a false «UTF-8» was ruled out.
  if (label && label !== 'utf-8' && !(label === 'windows-1252' && found !== label))
    return { name: label, basis: 'declared' }
  return { name: found, basis: 'statistics' }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: read in one byte order nearly all units are everyday characters, in the other hardly any. */
function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = bytes.length >> 1
  if (units < 2) return null
  let little = 0
  let big = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const first = bytes[i] as number
    const second = bytes[i + 1] as number
    if (isEveryday(second, first)) little++
    if (isEveryday(first, second)) big++
  }
  if (little >= 0.9 * units && big < 0.5 * units) return 'utf-16le'
  if (big >= 0.9 * units && little < 0.5 * units) return 'utf-16be'
  return null
}

/** ASCII and Latin-1 text, Arabic, general punctuation: what two bytes of 8-bit text hardly ever look like. */
function isEveryday(high: number, low: number): boolean {
  if (high === 0x00) return low >= 0x20 ? low !== 0x7f : low === 0x09 || low === 0x0a || low === 0x0d
  return high === 0x06 || (high === 0x20 && low < 0x70)
}

/** The WHATWG name for a label, or null when there is no such encoding. */
export function whatwgName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
