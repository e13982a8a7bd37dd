/** Takes an article of a lake on disk down for good: from the inbox, the staging area, the tables and the releases. */
import { randomUUID } from 'node:crypto'
import type { Lake } from './lake.ts'
import type { Releases, TakedownPorts } from './takedown/ports.ts'
import type { TakedownRecord } from './takedown/record.ts'
import { type TakedownProgress, work } from './takedown/work.ts'

/** What came of a takedown, with the proof. Nothing is left of the article when no check found anything. */
export type ForgetReport = TakedownRecord

/**
 * Takes an article down. The order is written first and stands for good: an interruption is made up for by the next merge,
 * and a second call does what is left. Files that were copied to the inbox stay where they came from.
 */
export async function forget(
  lake: Lake,
  articleId: string,
  releases: Releases,
  progress: (step: TakedownProgress) => void = () => {},
): Promise<ForgetReport> {
  const request = { articleId, run: randomUUID() }
  const wait = lake.wait ?? (ms => new Promise<void>(resolve => setTimeout(resolve, ms)))
  for (;;) {
    const { record, pause } = await work(onDisk(lake, releases), request, { progress })
    if (!pause) return record
    await wait(pause.seconds * 1000)
  }
}

/** DuckDB keeps all tables in one file, which one process at a time has open for writing. */
const onDisk = (lake: Lake, releases: Releases): TakedownPorts => ({
  ...lake,
  releases,
  abandonedMs: 0,
  files: {
    holding: async () => [],
    async erase() {
      await lake.compact()
      return { rewritten: [], isDone: true }
    },
    checks: async () => [],
  },
})
