import { type AthenaClient, BatchGetQueryExecutionCommand, ListQueryExecutionsCommand } from '@aws-sdk/client-athena'

/** As many as one call describes. */
const PAGE = 50
/** No query runs for longer: the largest limit that Athena gives an account. */
const LONGEST_MS = 4 * 60 * 60_000

/** Whether a query of a workgroup that was begun before an instant still runs: its answer is of the tables as they were. */
export async function isAskedBefore(client: AthenaClient, workgroup: string, beforeMs: number): Promise<boolean> {
  let token: string | undefined
  do {
    const { QueryExecutionIds = [], NextToken } = await client.send(
      new ListQueryExecutionsCommand({
        WorkGroup: workgroup,
        MaxResults: PAGE,
        ...(token ? { NextToken: token } : {}),
      }),
    )
    if (QueryExecutionIds.length === 0) return false
    const { QueryExecutions = [] } = await client.send(new BatchGetQueryExecutionCommand({ QueryExecutionIds }))
    const begun = QueryExecutions.map(({ Status }) => ({
      at: Status?.SubmissionDateTime?.getTime() ?? 0,
      runs: Status?.State === 'RUNNING' || Status?.State === 'QUEUED',
    }))
    if (begun.some(({ at, runs }) => runs && at <= beforeMs)) return true
    // The newest come first.
    token = begun.every(({ at }) => at < beforeMs - LONGEST_MS) ? undefined : NextToken
  } while (token)
  return false
}
