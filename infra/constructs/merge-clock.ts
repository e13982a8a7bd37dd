import { Duration, TimeZone } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'
import type { NodeFunction } from './node-function.ts'

interface MergeClock {
  readonly merge: NodeFunction
  readonly settings: Settings['merge']
  /** For ticks that could not be handed over, or that failed. */
  readonly missed: Queue
}

/** Begins merges and upkeep by the clock. A tick that is missed is made up for by the next, and not by another try. */
export function mergeByTheClock(scope: Construct, { merge, settings, missed }: MergeClock): void {
  merge.configureAsyncInvoke({
    retryAttempts: 0,
    maxEventAge: Duration.minutes(1),
    onFailure: new SqsDestination(missed),
  })
  const target = (task: string) =>
    new LambdaInvoke(merge, {
      input: ScheduleTargetInput.fromObject({ task }),
      retryAttempts: 0,
      deadLetterQueue: missed,
    })
  new Schedule(scope, 'MergeSchedule', {
    description: 'Merge what is staged',
    schedule: ScheduleExpression.rate(Duration.minutes(settings.everyMinutes)),
    target: target('merge'),
  })
  new Schedule(scope, 'UpkeepSchedule', {
    description: 'Clean, compact and vacuum the tables',
    schedule: ScheduleExpression.cron({ ...settings.upkeep, timeZone: TimeZone.ETC_UTC }),
    target: target('upkeep'),
  })
}
