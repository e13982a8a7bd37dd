/** Remembers the answers of a pure function on words: the words of news repeat, within an article and between articles. */

/** Answers kept; when there are more, all are forgotten, so that memory stays bounded whatever is read. */
const KEPT = 20_000

export function memo<V>(answer: (word: string) => V): (word: string) => V {
  const answers = new Map<string, V>()
  return word => {
    const kept = answers.get(word)
    if (kept !== undefined || answers.has(word)) return kept as V
    if (answers.size === KEPT) answers.clear()
    const fresh = answer(word)
    answers.set(word, fresh)
    return fresh
  }
}
