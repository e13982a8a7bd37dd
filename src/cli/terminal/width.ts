/** How wide text stands on a terminal, and how to cut it. Counted in cells, by grapheme. */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const NO_WIDTH = /^[\p{M}\p{Cf}]+$/u
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u

/** Cells of one grapheme: marks and format characters take none, CJK and emoji two. */
function cellsOf(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}

/** Cells that a text takes. */
export function widthOf(text: string): number {
  let cells = 0
  for (const { segment } of graphemes.segment(text)) cells += cellsOf(segment)
  return cells
}

const ELLIPSIS = '…'

/** The text, or as many whole graphemes of it as fit with an ellipsis. Looks at no more of a long text than it needs. */
export function truncate(text: string, cells: number): string {
  let width = 0
  /** Where the text is to be cut, should it turn out too long. */
  let cut = 0
  for (const { segment, index } of graphemes.segment(text)) {
    const next = width + cellsOf(segment)
    if (next > cells) return text.slice(0, cut) + ELLIPSIS
    width = next
    if (width <= cells - 1) cut = index + segment.length
  }
  return text
}
