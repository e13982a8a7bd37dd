/** How much waits in the queues of a deployment. */
import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { awsFailure } from '../aws-failure.ts'

/** As SQS counts them: about right, and right once nothing has happened for a minute. */
export interface QueueDepth {
  readonly waiting: number
  /** Handed out, and not done yet. */
  readonly inWork: number
}

export interface Queues {
  depth(queue: string): Promise<QueueDepth>
}

/** `account` owns the queues. */
export function sqsQueues(client: SQSClient, account: string): Queues {
  return {
    async depth(queue) {
      try {
        const place = { QueueName: queue, QueueOwnerAWSAccountId: account }
        const { QueueUrl } = await client.send(new GetQueueUrlCommand(place))
        const { Attributes = {} } = await client.send(
          new GetQueueAttributesCommand({
            QueueUrl,
            AttributeNames: [
              'ApproximateNumberOfMessages',
              'ApproximateNumberOfMessagesNotVisible',
              'ApproximateNumberOfMessagesDelayed',
            ],
          }),
        )
        const count = (name: keyof typeof Attributes) => Number(Attributes[name] ?? 0)
        return {
          waiting: count('ApproximateNumberOfMessages') + count('ApproximateNumberOfMessagesDelayed'),
          inWork: count('ApproximateNumberOfMessagesNotVisible'),
        }
      } catch (error) {
        throw awsFailure(`cannot look at the queue ${queue}`, error)
      }
    },
  }
}
