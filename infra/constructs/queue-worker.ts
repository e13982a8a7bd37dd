import type { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Construct } from 'constructs'
import type { AlarmRule } from './alarm-rule.ts'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'
import type { WorkQueue } from './work-queue.ts'

interface QueueWorkerProps extends NodeFunctionProps {
  readonly work: WorkQueue
  readonly batchSize: number
  readonly batchWindow: Duration
  readonly concurrency: number
}

/** A function that works through a queue in batches and gives back, message by message, what it could not do. */
export class QueueWorker extends Construct {
  readonly function: NodeFunction
  readonly alarms: readonly AlarmRule[]

  constructor(scope: Construct, id: string, { work, batchSize, batchWindow, concurrency, ...props }: QueueWorkerProps) {
    super(scope, id)
    this.function = new NodeFunction(this, id, props)
    this.function.addEventSource(
      new SqsEventSource(work.queue, {
        batchSize,
        maxBatchingWindow: batchWindow,
        maxConcurrency: concurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.alarms = this.function.alarms
  }
}
