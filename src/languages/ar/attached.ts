/** Words without the particles written onto their front, as spans of the text. */
import type { Span } from '../../types.ts'

/** The span of a token without so many letters at its front, whatever marks the text writes on them. */
export function withoutFront(text: string, { start, end }: Span, letters: number): Span {
  let at = start
  for (let left = letters; left > 0 && at < end; ) {
    if (/\p{L}/u.test(text[at] as string) && text[at] !== 'ـ') left--
    at++
  }
  while (letters > 0 && at < end && /[\p{M}ـ]/u.test(text[at] as string)) at++
  return { start: at, end }
}
