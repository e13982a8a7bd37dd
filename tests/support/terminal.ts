/** Streams that keep what is written to them. */
import { type Output, ReaderGone, type Streams } from '../../src/cli/terminal/streams.ts'

export interface TestStreams extends Streams {
  /** What was written so far. */
  readonly written: { out: string; err: string }
}

interface StreamOptions {
  readonly isTerminal?: boolean
  readonly columns?: number
  readonly input?: string
  /** The reader goes away after so many writes. */
  readonly goneAfter?: number
}

export function testStreams({ isTerminal = false, columns, input = '', goneAfter }: StreamOptions = {}): TestStreams {
  const written = { out: '', err: '' }
  let writes = 0
  const output = (to: 'out' | 'err'): Output => ({
    isTerminal,
    columns: columns ?? null,
    write: async text => {
      if (to === 'out' && goneAfter !== undefined && writes++ >= goneAfter) throw new ReaderGone()
      written[to] += text
    },
  })
  return { written, out: output('out'), err: output('err'), readInput: async () => new TextEncoder().encode(input) }
}
