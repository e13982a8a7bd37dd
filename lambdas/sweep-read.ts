/** A batch of a sweep's plan → staged batches. The map of the state machine hands them out, and again those that failed. */
import type { Context } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import type { PlannedBatch } from '../src/lake/sweep/sweep.ts'
import { s3Client } from './shared/clients.ts'
import { documentThread } from './shared/document-thread.ts'
import { settingsFrom } from './shared/environment.ts'
import { documentLimits, RESERVE_MS } from './shared/limits.ts'
import { documentFigures, emitMetrics } from './shared/metrics.ts'
import { sweepBatch } from './shared/sweep-batch.ts'

const { inbox, lake, stage, memory } = settingsFrom({
  inbox: 'INBOX_BUCKET',
  lake: 'LAKE_BUCKET',
  stage: 'STAGE',
  memory: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
})
const s3 = s3Client()
/** Of a run's fifteen minutes: more than behind the queue, so that a second reading gets further. */
const DOCUMENT_MS = 4 * 60_000
const thread = documentThread(new URL('document-thread.cjs', import.meta.url), documentLimits(DOCUMENT_MS, memory))

export async function handler(planned: PlannedBatch, context: Context) {
  const ports = {
    inbox: s3Store(s3, { bucket: inbox }),
    lake: s3Store(s3, { bucket: lake }),
    read: thread.reader(() => context.getRemainingTimeInMillis() - RESERVE_MS),
  }
  const outcomes = await sweepBatch(ports, context, planned)
  emitMetrics(stage, documentFigures(outcomes), { Function: 'sweep-read', Outcomes: outcomes })
  return { outcomes }
}
