import { type CfnResource, Duration } from 'aws-cdk-lib'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { deadLettersOf } from '../../src/lake/deployment.ts'
import { ALARM_PERIOD, type AlarmRule } from './alarm-rule.ts'
import { closed, deadLetterAlarm, deadLetterQueue } from './dead-letter-queue.ts'

interface WorkQueueProps {
  readonly queueName: string
  /** At least six times the time limit of the function that reads it, batching window added, as Lambda asks. */
  readonly visibilityTimeout: Duration
  /** Bucket that may send its events here, by ARN and account: named, not referred to, because the bucket needs the queue. */
  readonly sender: { readonly bucketArn: string; readonly account: string }
}

/** A queue of work not yet done, with the queue for what could not be done. Work is state: both live with the data. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue
  readonly alarms: readonly AlarmRule[]

  constructor(scope: Construct, id: string, { queueName, visibilityTimeout, sender }: WorkQueueProps) {
    super(scope, id)
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', deadLettersOf(queueName))
    this.queue = new Queue(this, 'Queue', {
      ...closed,
      queueName,
      visibilityTimeout,
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    })
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'InboxEvents',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': sender.account },
          ArnEquals: { 'aws:SourceArn': sender.bucketArn },
        },
      }),
    )
    this.alarms = [
      deadLetterAlarm(
        `${id}DeadLetters`,
        'Messages failed five times and wait in the dead-letter queue',
        this.deadLetters,
      ),
      {
        name: `${id}Age`,
        meaning: 'The oldest message has waited for more than fifteen minutes',
        metric: this.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD }),
        threshold: Duration.minutes(15).toSeconds(),
        periods: 3,
      },
    ]
  }

  /** What must exist before a bucket may name this queue: S3 tries to send when the bucket is made. */
  get readyForEvents(): CfnResource {
    return this.queue.node.findChild('Policy').node.defaultChild as CfnResource
  }
}
