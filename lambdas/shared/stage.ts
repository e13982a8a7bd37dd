/** Readings → staged batches. */
import type { DocumentRow } from '../../schemas/index.ts'
import { BatchBuilder, writeBatch } from '../../src/lake/batch.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import type { Store } from '../../src/lake/store.ts'
import type { Worked } from './batch.ts'

export type Outcomes = Readonly<Partial<Record<DocumentRow['outcome'], number>>>

type Read<R> = Worked<readonly ObjectReading[], R>

/** Writes the readings in as many batches as they need. `unwritten` are the records of batches that could not be written. */
export async function stage<R>(
  lake: Store,
  done: readonly Read<R>[],
  failed: (record: R, error: unknown) => void,
): Promise<{ readonly outcomes: Outcomes; readonly unwritten: readonly R[] }> {
  const outcomes: Partial<Record<DocumentRow['outcome'], number>> = {}
  const unwritten: R[] = []
  for (const group of groups(done)) {
    const readings = unique(group.flatMap(({ result }) => result))
    try {
      if (readings.length > 0) await writeBatch(lake, readings)
      for (const { document } of readings) outcomes[document.outcome] = (outcomes[document.outcome] ?? 0) + 1
    } catch (error) {
      for (const { record } of group) failed(record, error)
      unwritten.push(...group.map(({ record }) => record))
    }
  }
  return { outcomes, unwritten }
}

/** Records in runs whose readings fit into a batch. */
function groups<R>(done: readonly Read<R>[]): readonly (readonly Read<R>[])[] {
  const builder = new BatchBuilder()
  const all: Read<R>[][] = [[]]
  for (const read of done) {
    if (read.result.some(reading => builder.isFullFor(reading))) {
      builder.take()
      all.push([])
    }
    for (const reading of read.result) builder.add(reading)
    all.at(-1)?.push(read)
  }
  return all
}

/** What was delivered twice is read twice, and is one reading. */
const unique = (readings: readonly ObjectReading[]) => [
  ...new Map(readings.map(reading => [reading.id, reading])).values(),
]
