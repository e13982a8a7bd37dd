/** Bytes → Page, or the reason why there is none. Says what was expected, what came, and where. */
import type { Facts, Issue, Reading } from '../types.ts'
import { findCharset } from './charset.ts'
import { clean } from './clean.ts'
import { decode } from './decode.ts'
import { readHtml } from './html.ts'
import { MAX_DEPTH } from './html-tree.ts'
import { binaryFormat, textMediaType } from './media-type.ts'

/** Larger documents are no pages: the longest live blogs stay below a megabyte. */
export const MAX_BYTES = 16 * 1024 * 1024
/** Share of control characters above which bytes are data, not damaged text. */
const MAX_CONTROL_SHARE = 0.02
/** Where an HTML document must declare its encoding (WHATWG: the first 1024 bytes); some pages come late. */
const DECLARATION_BYTES = 4096

const EXPECTED = 'expected text or HTML'

/** Reads one document. Never throws: what cannot be read is an outcome with its reason. */
export function readDocument(bytes: Uint8Array, facts: Facts): Reading {
  if (bytes.length === 0) return unread('rejected', `${EXPECTED}, found an empty file`)
  if (bytes.length > MAX_BYTES) {
    return unread('rejected', `expected at most ${MAX_BYTES} bytes, found ${bytes.length}`, facts.mediaType)
  }
  const binary = binaryFormat(bytes)
  if (binary) {
    return binary.pictured
      ? unread('needs_ocr', `${EXPECTED}, found ${binary.name}`, binary.mediaType)
      : unread('rejected', `${EXPECTED}, found ${binary.name}`, binary.mediaType)
  }
  const charset = findCharset(bytes, declaredCharset(bytes, facts.mediaType))
  const decoded = decode(bytes, charset.name)
  const share = controlShare(decoded)
  if (share > MAX_CONTROL_SHARE) {
    const percent = Math.round(100 * share)
    return unread('rejected', `${EXPECTED}, found binary data (${percent} % control characters)`, facts.mediaType)
  }
  const { text, issues } = clean(decoded)
  const mediaType = textMediaType(text, facts.mediaType)
  if (mediaType === 'application/json' || mediaType === 'application/xml') {
    return unread('rejected', `${EXPECTED}, found ${mediaType === 'application/json' ? 'JSON' : 'XML'}`, mediaType)
  }
  if (mediaType === 'text/html') return htmlReading(text, charset.name, issues)
  if (text.trim() === '') return unread('rejected', `${EXPECTED}, found white space only`, mediaType, charset.name)
  return { outcome: 'read', page: { text, mediaType, charset: charset.name }, issues }
}

function htmlReading(source: string, charset: string, issues: readonly Issue[]): Reading {
  const page = readHtml(source)
  if (!page)
    return unread('rejected', `expected HTML nested at most ${MAX_DEPTH} deep, found more`, 'text/html', charset)
  if (page.text === '') return unread('rejected', `${EXPECTED}, found HTML without text`, 'text/html', charset)
  return { outcome: 'read', page: { ...page, mediaType: 'text/html', charset }, issues }
}

function unread(
  outcome: 'rejected' | 'needs_ocr',
  reason: string,
  mediaType: string | null = null,
  charset: string | null = null,
  issues: readonly Issue[] = [],
): Reading {
  return { outcome, reason, mediaType, charset, issues }
}

/** The encoding that the document or whoever dropped it declares, as written. */
function declaredCharset(bytes: Uint8Array, mediaType: string | undefined): string | null {
  const given = /charset\s*=\s*["']?([\w:-]+)/i.exec(mediaType ?? '')
  if (given?.[1]) return given[1]
  const head = decode(bytes.subarray(0, DECLARATION_BYTES), 'windows-1252')
  const found =
    /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?([\w:-]+)|<\?xml\b[^>]{0,100}\bencoding\s*=\s*["']([\w:-]+)/i.exec(head)
  return found?.[1] ?? found?.[2] ?? null
}

function controlShare(text: string): number {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 ? code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c : code === 0x7f) controls++
  }
  return controls / (text.length || 1)
}
