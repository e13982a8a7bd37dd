/** A stretch of text with what stands around it, its spans between marks. Offsets count code points. */

export interface MarkedSpan {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly close: string
}

const AROUND = 160

/** The text around the first span, with every span marked as far as it lies in it. */
export function markedContext(text: string, spans: readonly MarkedSpan[]): string {
  const characters = Array.from(text)
  const [main] = spans
  if (!main) return ''
  const from = wordStart(characters, Math.max(0, main.start - AROUND))
  const to = wordEnd(characters, Math.min(characters.length, main.end + AROUND))
  const inserted = new Map<number, { opens: string; closes: string }>()
  const at = (offset: number) => inserted.get(offset) ?? { opens: '', closes: '' }
  for (const { start, end, open, close } of spans.map(span => clip(span, from, to))) {
    if (start >= end && main.start < main.end) continue
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

const clip = (span: MarkedSpan, from: number, to: number): MarkedSpan => ({
  ...span,
  start: Math.max(span.start, from),
  end: Math.min(span.end, to),
})

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
