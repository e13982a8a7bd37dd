/** Bytes in a known encoding → text. */

/**
 * What windows-1252 has at 0x80–0x9F (WHATWG Encoding Standard). Written out because `TextDecoder` of Node.js 20.18.3 to
 * 24.6 gives control characters there (nodejs/node#56542), and the same bytes must give the same rows everywhere.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F' + '\u0090‘’“”•–—˜™š›œ\u009DžŸ'
/** Code units that `String.fromCharCode` is given at once; engines limit the number of arguments. */
const CHUNK = 8192

/** Decodes with U+FFFD for what cannot be decoded. A byte order mark stays. */
export function decode(bytes: Uint8Array, charset: string): string {
  if (charset !== 'windows-1252') return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  }
  return pieces
    .join('')
    .replace(/[\u0080-\u009F]/g, character => WINDOWS_1252[character.charCodeAt(0) - 0x80] as string)
}
