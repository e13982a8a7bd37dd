/** `presslake status` of a lake in the cloud. */
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { type CloudStatus, cloudStatus, LOOKED_BACK_DAYS } from '../../lake/cloud/status.ts'
import { DONE } from '../command.ts'
import { statusText } from '../reports/status.ts'
import type { Streams } from '../terminal/streams.ts'

export async function showCloudStatus(
  lake: CloudLake,
  { json }: { readonly json: boolean },
  { out }: Pick<Streams, 'out'>,
): Promise<number> {
  const found = await cloudStatus(lake)
  const { messages, inWork, deadLetters, batches } = found.waiting
  const waiting = [
    ['waiting in the queue', messages],
    ['being read', inWork],
    ['failed too often', deadLetters],
    ['waiting to be merged', batches],
  ] as const
  await out.write(json ? `${JSON.stringify(found)}\n` : statusText(found, waiting, [lastMergeText(found)]))
  return DONE
}

function lastMergeText({ lastMerge }: CloudStatus): string {
  if (!lastMerge) return `last merge: none ended within ${LOOKED_BACK_DAYS} days`
  const { endedAt, batches } = lastMerge
  return `last merge: ended ${endedAt}, ${batches} ${batches === 1 ? 'batch' : 'batches'}`
}
