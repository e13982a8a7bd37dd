/** The logs of the deployed functions. */
import { type CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { awsFailure } from '../aws-failure.ts'

export interface LogLine {
  /** Tells a line from every other one of its group. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
}

export interface Logs {
  /** Lines of a group from `since` on, in milliseconds since 1970. */
  read(group: string, since: number): AsyncIterable<LogLine>
}

export function cloudWatchLogs(client: CloudWatchLogsClient): Logs {
  return {
    async *read(group, since) {
      let token: string | undefined
      do {
        // A page may be empty although others follow.
        const page = await client
          .send(
            new FilterLogEventsCommand({
              logGroupName: group,
              startTime: since,
              ...(token ? { nextToken: token } : {}),
            }),
          )
          .catch(error => Promise.reject(awsFailure(`cannot read the log ${group}`, error)))
        for (const { eventId = '', timestamp = 0, message = '' } of page.events ?? [])
          yield { id: eventId, at: timestamp, text: message }
        token = page.nextToken
      } while (token)
    },
  }
}
