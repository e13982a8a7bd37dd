/** The writer of a deployment's tables, as its functions have it. */
import type { AthenaClient } from '@aws-sdk/client-athena'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Context } from 'aws-lambda'
import type { Writer } from '../../src/lake/merge.ts'
import type { VersionedStore } from '../../src/lake/store.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import { athenaWarehouse } from '../../src/lake/warehouse-athena.ts'
import { athenaClient, s3Client } from './clients.ts'

export interface WriterSettings {
  readonly lake: string
  readonly database: string
  readonly workgroup: string
  readonly location: string
}

/** Names of the environment variables; the pipeline stack sets them. */
export const writerVariables = {
  lake: 'LAKE_BUCKET',
  database: 'DATABASE',
  workgroup: 'WORKGROUP',
  location: 'TABLES_LOCATION',
} as const

/** Time to keep for stopping a statement that takes too long. */
const RESERVE_MS = 30_000

/** For one run: a statement is stopped before the function is. */
export function writerFor(
  { lake, ...place }: WriterSettings,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
  { s3, athena }: { readonly s3: S3Client; readonly athena: AthenaClient },
  { scope = context.awsRequestId, leavesRunning = false } = {},
): Writer & { readonly store: VersionedStore } {
  const patienceMs = () => context.getRemainingTimeInMillis() - RESERVE_MS
  return {
    store: s3Store(s3, { bucket: lake }),
    warehouse: athenaWarehouse({ client: athena, ...place, scope, patienceMs, leavesRunning }),
  }
}

export const awsClients = () => ({ s3: s3Client(), athena: athenaClient() })
