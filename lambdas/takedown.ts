/** A turn of a takedown: as many of its steps as there is time for. The state machine calls again until it is done. */
import type { Context } from 'aws-lambda'
import { s3Store } from '../src/lake/store-s3.ts'
import { icebergFiles } from '../src/lake/takedown/iceberg.ts'
import { releasesIn } from '../src/publish/withdraw.ts'
import { isAskedBefore } from './shared/asked.ts'
import { settingsFrom } from './shared/environment.ts'
import { isIdle } from './shared/idle.ts'
import { emitMetrics, takedownFigures } from './shared/metrics.ts'
import { type Turn, type TurnAnswer, takeTurn } from './shared/turn.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'
import { leaseFor } from './shared/writer-lease.ts'

const { inbox, releases, people, stage, ...settings } = settingsFrom({
  ...writerVariables,
  inbox: 'INBOX_BUCKET',
  releases: 'RELEASES_BUCKET',
  people: 'PEOPLE_WORKGROUP',
  stage: 'STAGE',
})
const clients = awsClients()
/** Longer than any function lives that writes a batch. */
const ABANDONED_MS = 20 * 60_000

export async function handler(turn: Turn, context: Context): Promise<TurnAnswer> {
  const scope = turn.scope || context.awsRequestId
  const writer = writerFor(settings, context, clients, { scope, leavesRunning: true })
  const answer = await takeTurn(turn, {
    ...writer,
    inbox: s3Store(clients.s3, { bucket: inbox }),
    clock: Date.now,
    files: icebergFiles(writer),
    releases: releasesIn([s3Store(clients.s3, { bucket: releases }), writer.store], Date.now),
    cache: { hasLetGo: async () => turn.invalidated },
    isAsked: beforeMs => isAskedBefore(clients.athena, people, beforeMs),
    abandonedMs: ABANDONED_MS,
    lease: leaseFor('takedown', context),
    isIdle: () => isIdle(clients.athena, settings.workgroup),
    leftMs: () => context.getRemainingTimeInMillis(),
    scope,
  })
  const { isDone, remains, because } = answer
  if (isDone) emitMetrics(stage, takedownFigures(remains), { Function: 'takedown' })
  else emitMetrics(stage, {}, { Function: 'takedown', Skipped: because })
  return answer
}
