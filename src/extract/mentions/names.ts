/** Comparing names of people within one article. */

/** Whether the keys of two name words are spellings of one name: equal, or one letter apart where there are enough of them. */
export function sameKey(a: string, b: string, lenientFrom: number): boolean {
  if (a === b) return a.length > 1
  return Math.min(a.length, b.length) >= lenientFrom && withinOne(a, b)
}

/** Whether the shorter of two names is said within the longer, in order: «أوغلو» in «مولود تشاووش أوغلو». Takes keys. */
export function partOfName(a: readonly string[], b: readonly string[], lenientFrom: number): boolean {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a]
  if (less.length === 0) return false
  let at = 0
  for (const key of less) {
    while (at < more.length && !sameKey(key, more[at] as string, lenientFrom)) at++
    if (at++ >= more.length) return false
  }
  return true
}

/** Whether one insertion, deletion or replacement makes two words equal. */
function withinOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let front = 0
  while (front < shorter && a[front] === b[front]) front++
  let back = 0
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  return Math.max(a.length, b.length) - front - back <= 1
}
