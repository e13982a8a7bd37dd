/** A stretch of text with what stands around it, its spans between marks. Offsets count code points. */

export interface MarkedSpan {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly close: string
}

const AROUND = 160

/** The text around the first span, with every span that lies in it marked. */
export function markedContext(text: string, spans: readonly MarkedSpan[]): string {
  const characters = Array.from(text)
  const [main] = spans
  if (!main) return ''
  const from = wordStart(characters, Math.max(0, main.start - AROUND))
  const to = wordEnd(characters, Math.min(characters.length, main.end + AROUND))
  const inserted = new Map<number, { opens: string; closes: string }>()
  const at = (offset: number) => inserted.get(offset) ?? { opens: '', closes: '' }
  for (const { start, end, open, close } of spans.filter(({ start, end }) => start >= from && end <= to)) {
    inserted.set(start, { ...at(start), opens: at(start).opens + open })
    inserted.set(end, { ...at(end), closes: close + at(end).closes })
  }
  let marked = from > 0 ? '… ' : ''
  for (let i = from; i <= to; i++) {
    const { opens, closes } = at(i)
    marked += closes + opens + (i < to ? characters[i] : '')
  }
  return marked + (to < characters.length ? ' …' : '')
}

const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character)

function wordStart(characters: readonly string[], offset: number): number {
  let at = offset
  while (at > 0 && !isSpace(characters[at - 1])) at--
  return at
}

function wordEnd(characters: readonly string[], offset: number): number {
  let at = offset
  while (at < characters.length && !isSpace(characters[at])) at++
  return at
}
