/** Builds passages from plain text, as an article would. */
import { type Line, type Passage, readPassage } from '../../src/extract/text/passage.ts'
import { ar } from '../../src/languages/ar/index.ts'

/** One Arabic passage; each line of the text is a paragraph, or the title. */
export function passageOf(text: string, field: Passage['field'] = 'body'): Passage {
  let start = 0
  const lines = text.split('\n').map(line => {
    const span = { start, end: start + line.length, kind: (field === 'title' ? 'title' : 'paragraph') as Line['kind'] }
    start = span.end + 1
    return span
  })
  return readPassage(field, text, lines, ar.orthography)
}
