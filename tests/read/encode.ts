import { decode } from '../../src/read/decode.ts'

/** Text → bytes in an 8-bit encoding, by turning the decoder around. Unknown characters become «?». */
export function encode(text: string, charset: string): Uint8Array {
  const byteOf = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) byteOf.set(decode(Uint8Array.of(byte), charset), byte)
  return Uint8Array.from([...text].map(character => byteOf.get(character) ?? 0x3f))
}

export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = (mark ? '\uFEFF' : '') + text
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), order === 'le')
  return new Uint8Array(view.buffer)
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
