/** Inbox events, out of the queue → staged batches. */
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import { s3Client } from './shared/clients.ts'
import { documentThread } from './shared/document-thread.ts'
import { settingsFrom } from './shared/environment.ts'
import { ingestBatch } from './shared/ingest-batch.ts'
import { documentLimits, RESERVE_MS } from './shared/limits.ts'
import { documentFigures, emitMetrics } from './shared/metrics.ts'

const { inbox, lake, stage, memory } = settingsFrom({
  inbox: 'INBOX_BUCKET',
  lake: 'LAKE_BUCKET',
  stage: 'STAGE',
  memory: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
})
const s3 = s3Client()
/** Of a run's two minutes, so that it gets past two documents that need all of it. */
const DOCUMENT_MS = 40_000
const thread = documentThread(new URL('document-thread.cjs', import.meta.url), documentLimits(DOCUMENT_MS, memory))

export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  ingestBatch(event, context, {
    inbox: s3Store(s3, { bucket: inbox }),
    lake: s3Store(s3, { bucket: lake }),
    read: thread.reader(() => context.getRemainingTimeInMillis() - RESERVE_MS),
    failed: (messageId, error) => console.error({ messageId, error }),
    staged: outcomes => emitMetrics(stage, documentFigures(outcomes), { Function: 'ingest', Outcomes: outcomes }),
  })
