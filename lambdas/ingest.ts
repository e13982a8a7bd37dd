/** Inbox events, out of the queue → staged batches. */
import { S3Client } from '@aws-sdk/client-s3'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import { settingsFrom } from './shared/environment.ts'
import { ingestBatch } from './shared/ingest-batch.ts'
import { documentFigures, emitMetrics } from './shared/metrics.ts'

const { inbox, lake, stage } = settingsFrom({ inbox: 'INBOX_BUCKET', lake: 'LAKE_BUCKET', stage: 'STAGE' })
const s3 = new S3Client({})

export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  ingestBatch(event, context, {
    inbox: s3Store(s3, { bucket: inbox }),
    lake: s3Store(s3, { bucket: lake }),
    failed: (messageId, error) => console.error({ messageId, error }),
    staged: outcomes => emitMetrics(stage, documentFigures(outcomes), { Function: 'ingest', Outcomes: outcomes }),
  })
