import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { ALARM_PERIOD, type AlarmRule } from './alarm-rule.ts'

/** What every queue has: encryption, and no plain HTTP. */
export const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } satisfies QueueProps

/** A queue for what could not be done. */
export const deadLetterQueue = (scope: Construct, id: string, queueName: string): Queue =>
  // A message keeps its age when it moves here, so this queue must keep it for longer than the other.
  new Queue(scope, id, { ...closed, queueName, retentionPeriod: Duration.days(14) })

/** Rings as long as there is anything in it. */
export const deadLetterAlarm = (name: string, meaning: string, queue: Queue): AlarmRule => ({
  name,
  meaning,
  metric: queue.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD }),
  threshold: 0,
})
