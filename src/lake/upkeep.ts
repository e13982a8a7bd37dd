/** Keeps the Iceberg tables in shape. Runs where the merge runs and when it does not: there is one writer. */
import { clean, type MergeReport, run, type Writer } from './merge.ts'
import type { Statement } from './sql/merge.ts'
import { upkeepStatements } from './sql/upkeep.ts'

export interface UpkeepReport extends Pick<MergeReport, 'scannedBytes'> {
  readonly done: readonly string[]
  /** Statements for which there was no time; the next run begins anew, and finds less to do. */
  readonly left: readonly string[]
}

/** Athena ends a long OPTIMIZE or VACUUM half way, with this word, and expects to be asked again. */
const MORE = /ICEBERG_(?:OPTIMIZE|VACUUM)_MORE_RUNS_NEEDED/

/** Deletes rows that nobody can see, then compacts and vacuums every table. `goOn` is asked before each statement. */
export async function upkeep(writer: Writer, goOn: () => boolean = () => true): Promise<UpkeepReport> {
  let scannedBytes = await clean(writer)
  const done: string[] = []
  const waiting = [...upkeepStatements()]
  while (waiting.length > 0 && goOn()) {
    const statement = waiting[0] as Statement
    const { finished, scannedBytes: more } = await attempt(writer, statement)
    scannedBytes += more
    if (finished) {
      done.push(statement.name)
      waiting.shift()
    }
  }
  return { done, left: waiting.map(({ name }) => name), scannedBytes }
}

/** Runs one of these statements; not finished is one that has to be run again. */
export async function attempt(writer: Writer, statement: Statement) {
  try {
    return { finished: true, scannedBytes: await run(writer, statement) }
  } catch (error) {
    if (MORE.test((error as Error).message)) return { finished: false, scannedBytes: 0 }
    throw error
  }
}
