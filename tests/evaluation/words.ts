/** How two stretches of text are compared: as bags of words, with what does not tell words apart taken away. */

/** Words of a text: no diacritics, tatweel or punctuation; letter variants and digits folded. */
export function words(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

/** F1 of two bags of words, 0 to 1. */
export function overlap(a: string, b: string): number {
  const left = words(a)
  const right = words(b)
  if (left.length === 0 || right.length === 0) return 0
  const bag = new Map<string, number>()
  for (const word of left) bag.set(word, (bag.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const left = bag.get(word) ?? 0
    if (left > 0) {
      shared++
      bag.set(word, left - 1)
    }
  }
  return (2 * shared) / (left.length + right.length)
}

/** Share of the words of `a` that stand in `b`. */
export function within(a: string, b: string): number {
  const left = words(a)
  const right = new Set(words(b))
  return left.length === 0 ? 0 : left.filter(word => right.has(word)).length / left.length
}

/** Whether two names are of one party: mostly the same words, or one is part of the other. */
export const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && (overlap(a, b) >= 0.6 || within(a, b) === 1 || within(b, a) === 1)

/** Whether two clauses are about the same place of a text. */
export const together = (a: string, b: string): boolean => Math.max(within(a, b), within(b, a)) >= 0.7
