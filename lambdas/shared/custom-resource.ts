/** The protocol by which CloudFormation asks a function to do something: the answer is put to an address it gives. */
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'

type Send = (url: string, body: string) => Promise<{ readonly ok: boolean; readonly status: number }>

/** What the resource is called for CloudFormation, for as long as there is one: another name would replace it. */
const PHYSICAL_ID = 'tables'
/** CloudFormation refuses answers of more than 4096 bytes. */
const MOST_REASON = 1000

/** Does the work and tells CloudFormation how it ended. A failure is an answer, too: without one it would wait for an hour. */
export async function answer(
  event: CloudFormationCustomResourceEvent,
  work: () => Promise<void>,
  send: Send = (url, body) => fetch(url, { method: 'PUT', body, headers: { 'content-type': '' } }),
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = event
  const ended = await work().then(
    () => ({ Status: 'SUCCESS' }),
    error => {
      console.error(error)
      return { Status: 'FAILED', Reason: String((error as Error).message).slice(0, MOST_REASON) }
    },
  )
  const body = { ...ended, PhysicalResourceId: PHYSICAL_ID, StackId, RequestId, LogicalResourceId }
  const { ok, status } = await send(ResponseURL, JSON.stringify(body))
  if (!ok) throw new Error(`expected CloudFormation to take the answer, got status ${status}`)
}
