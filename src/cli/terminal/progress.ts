/** One line that says how far a command has come. On a terminal it is written over itself; elsewhere it comes now and then. */
import type { Output } from './streams.ts'

export interface Progress {
  /** `text` goes on the line after the count. */
  step(phase: string, done: number, total: number, text?: string): void
  /** The same for what cannot be counted to an end. */
  note(text: string): void
  /** Takes the line away, before anything else is written. */
  end(): void
}

const TERMINAL_MS = 100
const PLAIN_MS = 5_000
const ERASE = '\r\u001b[K'

export function progressOn(err: Output, clock: () => number = Date.now): Progress {
  let last = Number.NEGATIVE_INFINITY
  let shown = false
  /** Nobody waits for it; a reader who went away is noticed by the next write that counts. */
  const write = (text: string) => void err.write(text).catch(() => {})
  const note = (line: string) => {
    const now = clock()
    if (now - last < (err.isTerminal ? TERMINAL_MS : PLAIN_MS)) return
    // The first step of a short command is no news when nobody watches.
    if (!err.isTerminal && last === Number.NEGATIVE_INFINITY) {
      last = now
      return
    }
    last = now
    if (err.isTerminal) write(`${ERASE}${line.slice(0, (err.columns ?? 80) - 1)}`)
    else write(`${line}\n`)
    shown = true
  }
  return {
    note,
    step: (phase, done, total, text = '') => note(`${phase} ${done} of ${total}${text && ` · ${text}`}`),
    end() {
      if (shown && err.isTerminal) write(ERASE)
      shown = false
      last = Number.NEGATIVE_INFINITY
    },
  }
}
