/** Lines of a function's log → what happened. */
import type { Outcome } from '../../types.ts'
import type { RunLine } from '../run-line.ts'
import type { LogLine, Logs } from './logs.ts'

export interface Happening {
  /** Of the line. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What ran. */
  readonly function: string
  readonly outcomes?: Readonly<Partial<Record<Outcome, number>>>
  readonly batches?: number
  /** Batches that could not be read and were set aside. */
  readonly unreadable?: number
  readonly scannedBytes?: number
  /** Why nothing was done. */
  readonly skipped?: string
  /** What went wrong. */
  readonly failure?: string
}

/** What the functions write with their figures, and what Lambda and its runtime write in their JSON format of logs. */
interface Line extends Partial<RunLine> {
  readonly _aws?: object
  readonly level?: string
  readonly message?: unknown
  readonly errorMessage?: unknown
  readonly type?: string
  readonly record?: { readonly status?: string; readonly errorType?: string }
}

/** What a line tells of; null when it tells nothing that anybody waits for. `group` names the function when the line does not. */
export function happeningOf({ id, at, text }: LogLine, group: string): Happening | null {
  const line = parsed(text)
  if (!line) return null
  const told = { id, at, function: line.Function ?? group }
  if (line._aws && line.Function) {
    const { Outcomes, MergedBatches, UnreadableBatches, ScannedBytes, Skipped } = line
    return {
      ...told,
      ...(Outcomes ? { outcomes: Outcomes } : {}),
      ...(MergedBatches === undefined ? {} : { batches: MergedBatches }),
      ...(UnreadableBatches ? { unreadable: UnreadableBatches } : {}),
      ...(ScannedBytes === undefined ? {} : { scannedBytes: ScannedBytes }),
      ...(Skipped === undefined ? {} : { skipped: Skipped }),
    }
  }
  const failure = failureOf(line)
  return failure === null ? null : { ...told, failure }
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text)
    return typeof line === 'object' && line !== null ? (line as Line) : null
  } catch {
    return null
  }
}

const FAILURES = new Set(['ERROR', 'FATAL'])

function failureOf({ level = '', message, errorMessage, type, record }: Line): string | null {
  if (FAILURES.has(level)) return messageOf(errorMessage ?? message)
  // A run that failed by an error has said so itself; one that was ended could not.
  if (type === 'platform.report' && record?.status === 'timeout') return 'it ran out of time'
  if (type === 'platform.report' && record?.status === 'failure') return record.errorType ?? 'it was ended'
  return null
}

/** The message of an error, which may be wrapped in what was logged with it. */
function messageOf(said: unknown): string {
  if (typeof said === 'string') return said.split('\n')[0] ?? ''
  const { errorMessage, error } = (said ?? {}) as { errorMessage?: unknown; error?: unknown }
  if (errorMessage !== undefined) return messageOf(errorMessage)
  return error === undefined ? 'an error without a message' : messageOf(error)
}

/** The last run of a function that did its work, from `since` on; null when there was none. */
export async function lastRun(logs: Logs, group: string, since: number, name: string): Promise<Happening | null> {
  let last: Happening | null = null
  for await (const line of logs.read(group, since)) {
    const happening = happeningOf(line, name)
    const isRun = happening?.function === name && happening.failure === undefined && happening.skipped === undefined
    if (isRun && (last === null || happening.at >= last.at)) last = happening
  }
  return last
}
