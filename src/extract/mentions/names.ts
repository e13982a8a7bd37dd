/** Comparing names of people within one article. */

/** Whether the shorter of two names is said within the longer, in order: «أوغلو» in «مولود تشاووش أوغلو». Takes keys. */
export function partOfName(
  a: readonly string[],
  b: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a]
  if (less.length === 0) return false
  let at = 0
  for (const key of less) {
    while (at < more.length && !same(key, more[at] as string)) at++
    if (at++ >= more.length) return false
  }
  return true
}

/** Whether one insertion, deletion or replacement makes two words equal. */
export function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let front = 0
  while (front < shorter && a[front] === b[front]) front++
  let back = 0
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  return Math.max(a.length, b.length) - front - back <= 1
}
