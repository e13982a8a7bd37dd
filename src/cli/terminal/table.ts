/** Rows as a table of text. */
import { asLine, isolate, leftToRight } from './bidi.ts'
import { truncate, widthOf } from './width.ts'

export interface TableColumn {
  readonly name: string
  readonly align: 'start' | 'end'
}

export interface TableOptions {
  /** Cells that a line may take; without it every cell is shown whole. */
  readonly columns?: number | null
  /** Whether to keep right-to-left cells in place, for a terminal that reorders. */
  readonly bidi: boolean
}

const GAP = ' │ '
const NARROWEST = 8

/** Lines of a table: names, a rule, and the rows. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { columns: available = null, bidi }: TableOptions,
): readonly string[] {
  const names = columns.map(({ name }) => name)
  const cells = [names, ...rows].map(row => row.map(asLine))
  const wanted = columns.map((_, i) => Math.max(...cells.map(row => widthOf(row[i] ?? ''))))
  const widths = available === null ? wanted : shrink(wanted, available - GAP.length * (columns.length - 1))
  const line = (row: readonly string[]) => {
    const padded = columns.map(({ align }, i) => pad(row[i] ?? '', widths[i] ?? 0, align, bidi)).join(GAP)
    return bidi ? leftToRight(padded) : padded
  }
  const rule = widths.map(width => '─'.repeat(width)).join('─┼─')
  const [head = [], ...body] = cells
  return [line(head), rule, ...body.map(line)].map(text => text.trimEnd())
}

/** Takes from the widest columns until the line fits, and leaves each column something. */
function shrink(wanted: readonly number[], available: number): readonly number[] {
  const widths = [...wanted]
  let excess = widths.reduce((sum, width) => sum + width, 0) - available
  while (excess > 0) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    const next = Math.max(NARROWEST, ...widths.filter(width => width < widest))
    const among = widths.filter(width => width === widest).length
    const step = Math.max(1, Math.min(widest - next, Math.ceil(excess / among)))
    for (const [i, width] of widths.entries()) if (width === widest) widths[i] = width - step
    excess -= step * among
  }
  return widths
}

/** The padding stands outside the isolate, else it would move to the other side of Arabic text. */
function pad(text: string, width: number, align: TableColumn['align'], bidi: boolean): string {
  const cut = truncate(text, width)
  const shown = bidi ? isolate(cut) : cut
  const space = ' '.repeat(Math.max(0, width - widthOf(cut)))
  return align === 'end' ? space + shown : shown + space
}
