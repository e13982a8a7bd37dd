import { type AthenaClient, BatchGetQueryExecutionCommand, ListQueryExecutionsCommand } from '@aws-sdk/client-athena'

/** As many as one call describes; what still runs is among the newest. */
const NEWEST = 50

/**
 * Whether nothing runs in the writer's workgroup. A statement goes on in Athena when the function that waits for it is
 * stopped, so that a new run asks before it begins: there is one writer.
 */
export async function isIdle(client: AthenaClient, workgroup: string): Promise<boolean> {
  const { QueryExecutionIds = [] } = await client.send(
    new ListQueryExecutionsCommand({ WorkGroup: workgroup, MaxResults: NEWEST }),
  )
  if (QueryExecutionIds.length === 0) return true
  const { QueryExecutions = [] } = await client.send(new BatchGetQueryExecutionCommand({ QueryExecutionIds }))
  return QueryExecutions.every(({ Status }) => Status?.State !== 'RUNNING' && Status?.State !== 'QUEUED')
}
