/** What the first bytes of a document say it is. */

/** A format that holds no text this program reads. */
export interface BinaryFormat {
  readonly mediaType: string
  /** As a message names it, with its article: «a PNG image». */
  readonly name: string
  /** Whether its words could be read by recognising characters in a picture. */
  readonly pictured: boolean
}

interface Signature extends BinaryFormat {
  /** Bytes in hexadecimal, `..` for any byte. */
  readonly bytes: string
  readonly at?: number
}

const image = (bytes: string, type: string, name: string): Signature => ({
  bytes,
  mediaType: `image/${type}`,
  name,
  pictured: true,
})
const other = (bytes: string, mediaType: string, name: string, at = 0): Signature => ({
  bytes,
  at,
  mediaType,
  name,
  pictured: false,
})

/** From the formats' specifications and the WHATWG MIME Sniffing Standard; the first that fits is taken. */
const signatures: readonly Signature[] = [
  image('89504e470d0a1a0a', 'png', 'a PNG image'),
  image('ffd8ff', 'jpeg', 'a JPEG image'),
  image('474946383961', 'gif', 'a GIF image'),
  image('474946383761', 'gif', 'a GIF image'),
  image('52494646........57454250', 'webp', 'a WebP image'),
  image('000000..6674797061766966', 'avif', 'an AVIF image'),
  image('000000..6674797068656963', 'heic', 'a HEIC image'),
  image('49492a00', 'tiff', 'a TIFF image'),
  image('4d4d002a', 'tiff', 'a TIFF image'),
  image('00000100', 'x-icon', 'an icon'),
  other('255044462d', 'application/pdf', 'a PDF document'),
  other('d0cf11e0a1b11ae1', 'application/x-ole-storage', 'an old Office document'),
  other('504b0304', 'application/zip', 'a ZIP archive'),
  other('504b0506', 'application/zip', 'a ZIP archive'),
  other('1f8b', 'application/gzip', 'a gzip file'),
  other('425a68..314159265359', 'application/x-bzip2', 'a bzip2 file'),
  other('fd377a585a00', 'application/x-xz', 'an xz file'),
  other('28b52ffd', 'application/zstd', 'a Zstandard file'),
  other('377abcaf271c', 'application/x-7z-compressed', 'a 7z archive'),
  other('526172211a07', 'application/vnd.rar', 'a RAR archive'),
  other('7573746172', 'application/x-tar', 'a tar archive', 257),
  other('7b5c72746631', 'application/rtf', 'an RTF document'),
  other('7f454c46', 'application/x-executable', 'a program (ELF)'),
  other('cffaedfe', 'application/x-mach-binary', 'a program (Mach-O)'),
  other('cafebabe', 'application/java-vm', 'a Java class'),
  other('0061736d', 'application/wasm', 'a WebAssembly module'),
  other('53514c69746520666f726d6174203300', 'application/vnd.sqlite3', 'an SQLite database'),
  other('5041523115', 'application/vnd.apache.parquet', 'a Parquet file'),
  other('000000..66747970', 'video/mp4', 'an MP4 video'),
  other('1a45dfa3', 'video/x-matroska', 'a Matroska video'),
  other('494433..00', 'audio/mpeg', 'an MP3 recording'),
  other('4f67675300', 'audio/ogg', 'an Ogg recording'),
  other('52494646........57415645', 'audio/wav', 'a WAV recording'),
]

/** Office documents and e-books are ZIP archives; the names of their first members tell which. */
const zipped: readonly (readonly [member: string, mediaType: string, name: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'a Word document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'an Excel workbook'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'a PowerPoint presentation'],
  ['mimetypeapplication/epub+zip', 'application/epub+zip', 'an e-book (EPUB)'],
  ['mimetypeapplication/vnd.oasis', 'application/vnd.oasis.opendocument.text', 'an OpenDocument file'],
]

/** How much of a ZIP archive is searched for the names of its members. */
const ZIP_HEAD = 8192

/** The format whose signature the bytes carry, or null: then they may be text. */
export function binaryFormat(bytes: Uint8Array): BinaryFormat | null {
  const found = signatures.find(signature => carries(bytes, signature))
  if (found?.mediaType === 'application/zip') {
    const head = String.fromCharCode(...bytes.subarray(0, ZIP_HEAD))
    const inner = zipped.find(([member]) => head.includes(member))
    if (inner) return { mediaType: inner[1], name: inner[2], pictured: false }
  }
  if (!found && isDosProgram(bytes)) {
    return { mediaType: 'application/vnd.microsoft.portable-executable', name: 'a program (Windows)', pictured: false }
  }
  return found ?? null
}

function carries(bytes: Uint8Array, { bytes: signature, at = 0 }: Signature): boolean {
  for (let i = 0; i < signature.length; i += 2) {
    const wanted = signature.slice(i, i + 2)
    if (wanted !== '..' && bytes[at + i / 2] !== Number.parseInt(wanted, 16)) return false
  }
  return true
}

/** «MZ» alone may begin a text; a program also points from byte 60 to its «PE» header. */
function isDosProgram(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a || bytes.length < 64) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = view.getUint32(60, true)
  return header + 1 < bytes.length && bytes[header] === 0x50 && bytes[header + 1] === 0x45
}

const HTML_START = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)[\s>]/i
const XML_START = /^\s*<(?:\?xml|rss|feed)[\s>]/i
const HTML_TAG = /<\/(?:p|div|body|html|article|span|h1|a)>/i
/** How much of a text is searched for marks of a format. */
const TEXT_HEAD = 4096

/** The media type of a decoded text. The declared type counts only where the text agrees. */
export function textMediaType(text: string, declared: string | undefined): string {
  const head = text.slice(0, TEXT_HEAD)
  if (HTML_START.test(head)) return 'text/html'
  if (XML_START.test(head)) return /<html[\s>]/i.test(head) ? 'text/html' : 'application/xml'
  if (/^\s*[[{]/.test(head) && isJson(text)) return 'application/json'
  if (declared !== undefined && /html/i.test(declared) && HTML_TAG.test(text)) return 'text/html'
  return 'text/plain'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
