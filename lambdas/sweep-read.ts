/** A batch of a sweep's plan → staged batches. The map of the state machine hands them out, and again those that failed. */
import { S3Client } from '@aws-sdk/client-s3'
import type { Context } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import type { PlannedBatch } from '../src/lake/sweep/sweep.ts'
import { settingsFrom } from './shared/environment.ts'
import { documentFigures, emitMetrics } from './shared/metrics.ts'
import { sweepBatch } from './shared/sweep-batch.ts'

const { inbox, lake, stage } = settingsFrom({ inbox: 'INBOX_BUCKET', lake: 'LAKE_BUCKET', stage: 'STAGE' })
const s3 = new S3Client({})
const ports = { inbox: s3Store(s3, { bucket: inbox }), lake: s3Store(s3, { bucket: lake }) }

export async function handler(planned: PlannedBatch, context: Context) {
  const outcomes = await sweepBatch(ports, context, planned)
  emitMetrics(stage, documentFigures(outcomes), { Function: 'sweep-read', Outcomes: outcomes })
  return { outcomes }
}
