/** A document → its rows, in a thread of its own: what it needs of time and memory, it takes from no other. */
import { parentPort } from 'node:worker_threads'
import { process as readDocument } from '../src/pipeline.ts'
import type { ThreadAnswer, ThreadJob } from './shared/document-thread.ts'

const answer = (said: ThreadAnswer) => parentPort?.postMessage(said)

parentPort?.on('message', ({ bytes, facts }: ThreadJob) => {
  try {
    answer({ rows: readDocument(bytes, facts) })
  } catch (error) {
    const { name, message } = error as Error
    answer({ failed: { name, message } })
  }
})
answer({ ready: true })
