/** Strict UTF-8, and bytes that are UTF-8 but for some damage. */

/** Whether all bytes are valid UTF-8. */
export function isUtf8Text(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether the bytes above ASCII are nearly all parts of valid sequences, as in a file cut off or damaged in places. */
export function leansUtf8(bytes: Uint8Array): boolean {
  let valid = 0
  let invalid = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) invalid++
    else if (length > 1) valid++
    at += length || 1
  }
  return valid > 0 && invalid <= valid / 10
}

/** Length of the sequence that begins at `at`: 1 for ASCII, 0 when there is no valid one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
