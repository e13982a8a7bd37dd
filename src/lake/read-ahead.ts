/**
 * The same items, fetched while the reader still works on those before, at most so many of them: two sequences that are read
 * side by side then wait for their stores at the same time. What remains is not fetched when the reader leaves.
 */
export async function* readAhead<T extends object>(items: AsyncIterable<T>, most: number): AsyncGenerator<T> {
  const ready: T[] = []
  const fetching: { isOver: boolean; isAbandoned: boolean; failure?: { readonly error: unknown } } = {
    isOver: false,
    isAbandoned: false,
  }
  let wakeReader = () => {}
  let wakeFetcher = () => {}

  async function fetch() {
    try {
      for await (const item of items) {
        ready.push(item)
        wakeReader()
        if (ready.length >= most)
          await new Promise<void>(resolve => {
            wakeFetcher = resolve
          })
        if (fetching.isAbandoned) return
      }
    } catch (error) {
      fetching.failure = { error }
    }
    fetching.isOver = true
    wakeReader()
  }

  void fetch()
  try {
    for (;;) {
      const item = ready.shift()
      if (item) {
        wakeFetcher()
        yield item
      } else if (fetching.failure) throw fetching.failure.error
      else if (fetching.isOver) return
      else
        await new Promise<void>(resolve => {
          wakeReader = resolve
        })
    }
  } finally {
    fetching.isAbandoned = true
    wakeFetcher()
  }
}
