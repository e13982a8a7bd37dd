/** `presslake backfill` of a deployed lake: a sweep is started and followed. */
import { randomBytes } from 'node:crypto'
import type { Sweeps } from '../../lake/cloud/sweeps.ts'
import type { SweepRequest } from '../../lake/sweep/sweep.ts'
import { CHECK_FAILED, DONE } from '../command.ts'
import { dueText } from '../reports/backfill.ts'
import { progressOn } from '../terminal/progress.ts'
import type { Streams } from '../terminal/streams.ts'

interface Asked {
  /** A sweep that was started before; undefined to start one. */
  readonly follow: string | undefined
  readonly request: SweepRequest
  readonly json: boolean
}

export async function backfillInCloud(
  sweeps: Sweeps,
  { follow, request, json }: Asked,
  { out, err }: Streams,
): Promise<number> {
  const name = follow ?? newName()
  if (follow === undefined) {
    await sweeps.start(name, request)
    await err.write(`started ${name}; it goes on when this command is interrupted: --follow ${name} comes back to it\n`)
  }
  const progress = progressOn(err)
  const { plan, batches } = await sweeps
    .follow(name, ({ phase, done, total }) =>
      phase === 'planning' ? progress.note('looking through the inbox') : progress.step('read', done, total, 'batches'),
    )
    .finally(progress.end)
  const { counts, examples, documents, isWritten } = plan
  if (json) await out.write(`${JSON.stringify({ name, counts, examples, documents, batches })}\n`)
  else await err.write(`${dueText(counts, examples)}\n`)
  if (batches.failed > 0) {
    const total = batches.done + batches.failed
    await err.write(
      `${batches.failed} of ${total} batches could not be read (docs/runbook.md#sweepfailed); another backfill finds their documents again\n`,
    )
    return CHECK_FAILED
  }
  if (isWritten && !json) await err.write(`${documents} read; their rows appear with the next merge: presslake merge\n`)
  return DONE
}

/** A name that sorts by time and is nobody else's. */
const newName = () =>
  `backfill-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(3).toString('hex')}`
