import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { metricsNamespace } from '../../src/lake/deployment.ts'
import type { Settings } from '../settings.ts'
import { type AlarmRule, counted } from './alarm-rule.ts'
import type { NodeFunction } from './node-function.ts'

/** Merges that are not begun or come to nothing, batches that cannot be merged, and tables that are not kept in shape. */
export const mergeAlarms = (merge: NodeFunction, settings: Settings): readonly AlarmRule[] => [
  ...merge.alarms,
  counted(settings.stage, 'UnreadableBatches', 'A staged batch could not be read and was moved out of the way'),
  heartbeat(merge, settings),
  behind(settings),
  counted(settings.stage, 'UpkeepLeft', 'The nightly upkeep had no time for all tables'),
]

const heartbeat = (merge: NodeFunction, { merge: { everyMinutes } }: Settings): AlarmRule => ({
  name: 'MergeSilent',
  meaning: 'No merge was begun for three times its interval',
  metric: merge.metricInvocations({ period: Duration.minutes(3 * everyMinutes) }),
  threshold: 1,
  heartbeat: true,
})

/** Whatever the reason: merges that fail, that are skipped, or that do not keep up. */
const behind = ({ stage, merge: { everyMinutes } }: Settings): AlarmRule => ({
  name: 'MergeBehind',
  meaning: 'A staged batch has waited for four times the interval of merges',
  metric: new Metric({
    namespace: metricsNamespace,
    metricName: 'OldestBatchAge',
    dimensionsMap: { Stage: stage },
    statistic: 'max',
    period: Duration.minutes(everyMinutes),
  }),
  threshold: Duration.minutes(4 * everyMinutes).toSeconds(),
})
