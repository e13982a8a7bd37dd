/** Where a command writes: data to `out`, talk to `err`. */

export interface Output {
  readonly isTerminal: boolean
  /** Columns of the terminal; null when it is none. */
  readonly columns: number | null
  /** Resolves when more may be written. */
  write(text: string): Promise<void>
}

export interface Streams {
  readonly out: Output
  readonly err: Output
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>
}

/** The reader of our output went away, as `head` does when it has enough. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** The streams of this process. */
export function processStreams(): Streams {
  return {
    out: output(process.stdout),
    err: output(process.stderr),
    readInput: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
  }
}

function output(stream: NodeJS.WriteStream): Output {
  let gone = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    gone = true
  })
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : null,
    write: text =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new ReaderGone())
        stream.write(text, error => {
          if (!error) resolve()
          else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGone() : error)
        })
      }),
  }
}
