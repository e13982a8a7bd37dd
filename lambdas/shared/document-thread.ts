/** Reads documents in a thread, one after the other, and ends the thread when one of them needs too much. */
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { OperationalError } from '../../src/errors.ts'
import type { DocumentReader } from '../../src/lake/inbox-object.ts'
import { GaveUp } from '../../src/lake/process-safely.ts'
import type { DocumentRows } from '../../src/tables/rows.ts'
import type { Facts } from '../../src/types.ts'

export interface ThreadJob {
  readonly bytes: Uint8Array
  readonly facts: Facts
}

export type ThreadAnswer =
  | { readonly ready: true }
  | { readonly rows: DocumentRows }
  | { readonly failed: Pick<Error, 'name' | 'message'> }

export interface DocumentLimits {
  /** By the clock, from when its turn comes. */
  readonly milliseconds: number
  /** Megabytes of the heap. */
  readonly heapMb: number
}

/** The run has not as much time left as a document may take: nothing is known of the document. */
export class OutOfTime extends OperationalError {
  constructor() {
    super('there was no time left for it', { retryable: true })
  }
}

export interface DocumentThread {
  /** A reader for one run, of which `leftMs` are left. */
  reader(leftMs: () => number): DocumentReader
  close(): Promise<void>
}

/** `file` is `lambdas/document-thread.ts`, bundled. The thread begins with the first document, and anew after it was ended. */
export function documentThread(file: URL | string, limits: DocumentLimits): DocumentThread {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function begin(): Promise<Worker> {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMb } })
    // An error that nobody listens to, between two documents, would end the whole program.
    worker.on('error', () => {
      if (thread === worker) thread = null
    })
    try {
      await once(worker, 'message')
    } catch (cause) {
      throw new OperationalError(`the thread for documents did not begin: ${cause}`, { retryable: true, cause })
    }
    return worker
  }

  async function end(): Promise<void> {
    const ending = thread
    thread = null
    await ending?.terminate()
  }

  async function read(job: ThreadJob, leftMs: () => number): Promise<DocumentRows> {
    thread ??= await begin()
    const patience = Math.min(limits.milliseconds, leftMs())
    if (patience <= 0) throw new OutOfTime()
    const isAll = patience === limits.milliseconds
    const timer = new AbortController()
    const late = setTimeout(patience, null, { signal: timer.signal })
    late.catch(() => {})
    try {
      const answer = await Promise.race([answerOf(thread, job, limits), late])
      if (answer) return rowsOf(answer)
      await end()
      throw isAll ? new GaveUp(`it took more than ${limits.milliseconds / 1000} s`) : new OutOfTime()
    } finally {
      timer.abort()
    }
  }

  return {
    reader: leftMs => (bytes, facts) => {
      const turn = last.then(() => read({ bytes, facts }, leftMs))
      last = turn.catch(() => {})
      return turn
    },
    close: end,
  }
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

async function answerOf(worker: Worker, job: ThreadJob, { heapMb }: DocumentLimits): Promise<ThreadAnswer> {
  worker.postMessage(job)
  try {
    const [answered] = (await once(worker, 'message')) as [ThreadAnswer]
    return answered
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === OUT_OF_MEMORY)
      throw new GaveUp(`it needs more than ${heapMb} MB of memory`)
    throw error
  }
}

function rowsOf(answered: ThreadAnswer): DocumentRows {
  if ('rows' in answered) return answered.rows
  const { name, message } = 'failed' in answered ? answered.failed : { name: 'Error', message: 'it gave no rows' }
  throw Object.assign(new Error(message), { name })
}
