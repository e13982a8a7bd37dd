/** What a lake in the cloud holds and what waits to be done, without a look at the whole inbox. */
import { logGroups } from '../deployment.ts'
import { parseTakedown, takedownPrefix } from '../keys.ts'
import { isQuarantined } from '../quarantine.ts'
import { completeBatches } from '../staged-batches.ts'
import { countKeys, type Held, releaseVersions, tableCounts } from '../status.ts'
import type { CloudLake } from './lake.ts'
import { releasesOf } from './releases.ts'
import { lastRun } from './run-log.ts'

export interface CloudStatus extends Held {
  readonly waiting: {
    /** Messages of the queue, each of a change in the inbox. */
    readonly messages: number
    /** Messages that a function works on now. */
    readonly inWork: number
    /** Messages that failed too often; somebody has to look at them. */
    readonly deadLetters: number
    /** Batches that the next merge takes. */
    readonly batches: number
  }
  /** Null when none ended within the last days. */
  readonly lastMerge: { readonly endedAt: string; readonly batches: number } | null
}

/** How far back the last merge is looked for, in the log of its function. */
export const LOOKED_BACK_DAYS = 3
const DAY_MS = 86_400_000

export async function cloudStatus(lake: CloudLake): Promise<CloudStatus> {
  const { store, names, queues, logs, deployment, warehouse, clock } = lake
  const since = clock() - LOOKED_BACK_DAYS * DAY_MS
  const [counts, intake, dead, batches, merged, takedowns, versions] = await Promise.all([
    tableCounts(warehouse),
    queues.depth(names.intakeQueue),
    queues.depth(names.intakeDeadLetters),
    completeBatches(store),
    lastRun(logs, logGroups(deployment.stage).merge, since, 'merge'),
    countKeys(store.list(takedownPrefix), key => parseTakedown(key) !== null),
    releaseVersions(releasesOf(lake, 'open'), releasesOf(lake, 'full')),
  ])
  return {
    ...counts,
    waiting: {
      messages: intake.waiting,
      inWork: intake.inWork,
      deadLetters: dead.waiting + dead.inWork,
      batches: batches.length,
    },
    lastMerge: merged && { endedAt: new Date(merged.at).toISOString(), batches: merged.batches ?? 0 },
    quarantined: Object.entries(counts.outcomes)
      .filter(([outcome]) => isQuarantined(outcome as Parameters<typeof isQuarantined>[0]))
      .reduce((sum, [, count]) => sum + count, 0),
    takedowns,
    releases: versions,
  }
}
