/** `presslake merge` of a lake in the cloud. */
import { priceOf } from '../../lake/athena-price.ts'
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { mergeNow } from '../../lake/cloud/merge.ts'
import { CHECK_FAILED, DONE } from '../command.ts'
import { bytesText, priceText } from '../reports/cost.ts'
import { mergedText, setAsideText } from '../reports/merge.ts'
import type { Streams } from '../terminal/streams.ts'

export async function mergeInCloud(
  lake: CloudLake,
  { json }: { readonly json: boolean },
  { out, err }: Pick<Streams, 'out' | 'err'>,
): Promise<number> {
  const merged = await mergeNow(lake)
  if (json) await out.write(`${JSON.stringify(merged)}\n`)
  if ('skipped' in merged) {
    if (!json) await err.write(`nothing was merged: ${merged.skipped}; try again in a few minutes\n`)
    return CHECK_FAILED
  }
  const { batches, scannedBytes } = merged
  const cost = `scanned ${bytesText(scannedBytes)}, ${priceText(batches === 0 ? 0 : priceOf(scannedBytes))}`
  if (!json) await err.write(`${[`${mergedText(batches)}; ${cost}`, ...setAsideText(merged)].join('\n')}\n`)
  return merged.setAside.length > 0 ? CHECK_FAILED : DONE
}
