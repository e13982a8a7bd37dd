/** Readings → staged batches. */
import type { DocumentRow } from '../../schemas/index.ts'
import { BatchBuilder, writeBatch } from '../../src/lake/batch.ts'
import type { ObjectReading } from '../../src/lake/reading.ts'
import type { Store } from '../../src/lake/store.ts'

export type Outcomes = Readonly<Partial<Record<DocumentRow['outcome'], number>>>

export interface Staged<R> {
  readonly outcomes: Outcomes
  /** Records of batches that could not be written. */
  readonly unwritten: readonly R[]
}

/** Writes readings as batches, each as soon as it is full, so that no more than one is in memory. */
export class Stager<R> {
  private readonly builder = new BatchBuilder()
  private readonly lake: Store
  private readonly failed: (record: R, error: unknown) => void
  private records: R[] = []
  private turn: Promise<void> = Promise.resolve()
  private readonly outcomes: Partial<Record<DocumentRow['outcome'], number>> = {}
  private readonly unwritten: R[] = []

  /** `failed` is told of every record of a batch that could not be written. */
  constructor(lake: Store, failed: (record: R, error: unknown) => void) {
    this.lake = lake
    this.failed = failed
  }

  /** The readings of one record, which stay together. Callers wait while a full batch is written. */
  add(record: R, readings: readonly ObjectReading[]): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (readings.some(reading => this.builder.isFullFor(reading))) await this.write()
      for (const reading of readings) this.builder.add(reading)
      this.records.push(record)
    })
    return this.turn
  }

  async finish(): Promise<Staged<R>> {
    await this.turn
    await this.write()
    return { outcomes: this.outcomes, unwritten: this.unwritten }
  }

  private async write(): Promise<void> {
    const readings = unique(this.builder.take())
    const records = this.records.splice(0)
    try {
      if (readings.length > 0) await writeBatch(this.lake, readings)
      for (const { document } of readings) this.outcomes[document.outcome] = (this.outcomes[document.outcome] ?? 0) + 1
    } catch (error) {
      for (const record of records) this.failed(record, error)
      this.unwritten.push(...records)
    }
  }
}

/** What was delivered twice is read twice, and is one reading. */
const unique = (readings: readonly ObjectReading[]) => [
  ...new Map(readings.map(reading => [reading.id, reading])).values(),
]
