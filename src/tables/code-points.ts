/** Offsets in UTF-16 code units → offsets in Unicode code points, which SQL and Python count. */

/** A function that converts offsets into one text. An offset inside a surrogate pair is an error. */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      if (next >= 0xdc00 && next <= 0xdfff) pairs.push(i++)
    }
  }
  if (pairs.length === 0) return offset => offset
  return offset => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    if (low > 0 && (pairs[low - 1] as number) + 1 === offset)
      throw new RangeError(`offset ${offset} splits a character`)
    return offset - low
  }
}
