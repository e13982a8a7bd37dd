/** Which quote asserts an event: the innermost one whose content, or whose cue, its trigger is part of. */
import type { FieldSpan, Quote } from '../../types.ts'

interface Reach {
  readonly start: number
  readonly end: number
  readonly quote: number
  readonly length: number
}

/**
 * Looks up quotes for triggers that come in the order of the text, title before body; each answer is a place among the quotes.
 * Contents that have ended are let go, so that the work is linear but for the depth of nesting.
 */
export function assertions(quotes: readonly Quote[]): (trigger: FieldSpan) => number | null {
  const waiting = { title: reaches(quotes, 'title'), body: reaches(quotes, 'body') }
  const next = { title: 0, body: 0 }
  let open: Reach[] = []
  let field: FieldSpan['field'] | null = null
  return trigger => {
    if (trigger.field !== field) open = []
    field = trigger.field
    const list = waiting[field]
    while ((list[next[field]]?.start ?? Number.POSITIVE_INFINITY) <= trigger.start) {
      open.push(list[next[field]] as Reach)
      next[field]++
    }
    open = open.filter(({ end }) => end > trigger.start)
    let best: Reach | null = null
    for (const reach of open) if (reach.end >= trigger.end && (!best || reach.length < best.length)) best = reach
    return best?.quote ?? null
  }
}

function reaches(quotes: readonly Quote[], field: FieldSpan['field']): readonly Reach[] {
  const list: Reach[] = []
  quotes.forEach(({ content, cue }, quote) => {
    if (content.field !== field) return
    const length = content.end - content.start
    list.push({ start: content.start, end: content.end, quote, length })
    if (cue) list.push({ start: cue.start, end: cue.end, quote, length })
  })
  return list.sort((a, b) => a.start - b.start)
}
