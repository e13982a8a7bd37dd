/** A request to look through the inbox → a plan of what has to be read. */
import type { Context } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import { type SweepRequest, writePlan } from '../src/lake/sweep/sweep.ts'
import { athenaWarehouse } from '../src/lake/warehouse-athena.ts'
import { settingsFrom } from './shared/environment.ts'
import { emitMetrics, sweepFigures } from './shared/metrics.ts'
import { awsClients, writerVariables } from './shared/writer.ts'

export interface SweepEvent extends SweepRequest {
  /** Name of the execution, under which the plan is written. */
  readonly id: string
  /** Whether the clock asked: what is found then is what events failed to tell. */
  readonly nightly: boolean
}

const { lake, inbox, stage, ...place } = settingsFrom({ ...writerVariables, inbox: 'INBOX_BUCKET', stage: 'STAGE' })
const { s3, athena } = awsClients()
/** Time to keep for the end of the plan, and for the error that says how far it came. */
const RESERVE_MS = 30_000

export async function handler({ id, nightly, ...request }: SweepEvent, context: Context) {
  const patienceMs = () => context.getRemainingTimeInMillis() - RESERVE_MS
  const warehouse = athenaWarehouse({ client: athena, ...place, scope: context.awsRequestId, patienceMs })
  const goOn = () => context.getRemainingTimeInMillis() > RESERVE_MS
  const ports = {
    inbox: s3Store(s3, { bucket: inbox }),
    store: s3Store(s3, { bucket: lake }),
    warehouse,
    clock: Date.now,
    goOn,
  }
  const plan = await writePlan(ports, id, request)
  if (nightly) emitMetrics(stage, sweepFigures(plan.counts), { Function: 'sweep-plan' })
  return plan
}
