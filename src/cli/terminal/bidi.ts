/**
 * Right-to-left text in lines that are laid out from left to right. A terminal that reorders would let neighbouring Arabic
 * cells swap places; isolates (Unicode Annex 9) keep each where it is. A terminal that does not reorder shows none of this.
 */

const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u
/** Embeddings, overrides and isolates: in somebody else's text they could make a line show what it does not say. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g
/** What would break the line or drive the terminal. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const LEFT_TO_RIGHT_MARK = '\u200e'

const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text)

/** Text of a document as one harmless line. */
export const asLine = (text: string): string => text.replace(BREAKS, ' ').replace(CONTROLS, '')

/** Keeps a cell from reordering what stands beside it. */
export const isolate = (cell: string): string =>
  isRightToLeft(cell) ? FIRST_STRONG_ISOLATE + cell + POP_ISOLATE : cell

/** Keeps a line's cells in their order from left to right, whatever the first of them holds. */
export const leftToRight = (line: string): string => LEFT_TO_RIGHT_MARK + line
