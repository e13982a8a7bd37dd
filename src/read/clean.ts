/** Decoded text → the text of a page: one kind of line end, no characters that no reader can show. */
import type { Issue } from '../types.ts'

export interface Clean {
  readonly text: string
  readonly issues: readonly Issue[]
}

const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const CONTROL = /(?![\t\n])\p{Cc}/gu

/** Strips U+FEFF from the start, makes line ends `\n`, removes control characters, and counts what was lost in decoding. */
export function clean(decoded: string): Clean {
  const issues: Issue[] = []
  const stripped = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  const lines = stripped.replace(LINE_END, '\n')
  const controls = lines.match(CONTROL)
  if (controls) {
    const first = lines.search(CONTROL)
    issues.push({
      code: 'control_characters',
      detail: `${controls.length} control ${controls.length === 1 ? 'character was' : 'characters were'} removed, the first (${codePoint(controls[0])}) at ${first}`,
    })
  }
  const text = controls ? lines.replace(CONTROL, '') : lines
  const first = text.indexOf('\uFFFD')
  if (first >= 0) {
    const count = text.split('\uFFFD').length - 1
    issues.push({
      code: 'replacement_characters',
      detail: `expected readable characters, found ${count} × U+FFFD where bytes could not be decoded, the first at ${first}`,
    })
  }
  return { text, issues }
}

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
