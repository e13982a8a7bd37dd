/** `presslake forget` of a deployed lake: its state machine does it, and here it is started, followed and told. */
import { randomBytes } from 'node:crypto'
import { OperationalError } from '../../errors.ts'
import type { CloudLake } from '../../lake/cloud/lake.ts'
import { takedownName } from '../../lake/cloud/takedowns.ts'
import { readRecord } from '../../lake/takedown/record.ts'
import { steps } from '../../lake/takedown/steps.ts'
import { foretellBy } from '../foretell.ts'
import { showForetold, showTakedown } from '../reports/forget.ts'
import { progressOn } from '../terminal/progress.ts'
import type { Streams } from '../terminal/streams.ts'

interface Asked {
  readonly lake: string
  readonly yes: boolean
  readonly ahead: boolean
  readonly json: boolean
}

export async function forgetInCloud(lake: CloudLake, named: string, asked: Asked, streams: Streams): Promise<number> {
  // Full releases are not for everybody who may order a takedown; it finds them all the same.
  const foretold = await foretellBy(lake, [lake.releases], named, asked)
  if (!asked.yes) return showForetold(foretold, asked, streams)
  const { id } = foretold
  const { takedowns, store } = lake
  const running = await takedowns.running(id)
  const name = running ?? takedownName(id, randomBytes(6).toString('hex'))
  if (!running) await takedowns.start(name, id)
  await streams.err.write(
    `${running ? 'came back to' : 'started'} ${name}; it goes on when this command is interrupted, and the same command comes back to it\n`,
  )
  const progress = progressOn(streams.err)
  await takedowns
    .follow(name, async () => {
      const record = await readRecord(store, id)
      const done = record?.run === name ? record.done.length : 0
      progress.step('taken down', done, steps.length, steps[done] ?? '')
    })
    .finally(progress.end)
  const record = await readRecord(store, id)
  if (record?.run !== name || record.checks === null)
    throw new OperationalError(`expected a report of the takedown ${name} in ${store.name}, found another`, {
      retryable: false,
    })
  return showTakedown(record, asked, streams)
}
