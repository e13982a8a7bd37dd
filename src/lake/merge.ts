/** Staged batches → tables, by one writer. Every step may be run again, after an error as after an interruption. */
import { OperationalError } from '../errors.ts'
import { parseTakedown, takedownPrefix } from './keys.ts'
import {
  cleanStatements,
  judgeStatement,
  mergeStatements,
  mostBatches,
  recordTakedowns,
  type Statement,
} from './sql/merge.ts'
import {
  appliedMigrations,
  columnsQuery,
  type Migration,
  migrationsOf,
  migrationsStatement,
  recordMigration,
} from './sql/migrations.ts'
import { viewStatements } from './sql/views.ts'
import { completeBatches, deleteBatches, type StagedBatch } from './staged-batches.ts'
import type { Store } from './store.ts'
import { isLasting, type SetAside, setAside, whyUnreadable } from './unreadable.ts'
import { rowsOf, StatementRuns, type Warehouse } from './warehouse.ts'

/** What the writer of a lake works with. */
export interface Writer {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly wait?: (ms: number) => Promise<void>
}

export interface MergeReport {
  readonly batches: number
  /** Batches that cannot be read and were moved out of the way. */
  readonly setAside: readonly SetAside[]
  /** Bytes that are billed. */
  readonly scannedBytes: number
}

export interface MergeOptions {
  /** Batches that one set of statements merges, at most. */
  readonly most?: number
  /** Told before each statement. */
  readonly progress?: (statement: Statement) => void
  /** Asked before each set of statements; what is left when it says no waits for the next run. */
  readonly goOn?: () => boolean
}

/** Brings the tables and views to this version of the program. */
export async function migrate(writer: Writer, migrations = migrationsOf()): Promise<readonly Migration[]> {
  const { warehouse } = writer
  await run(writer, { name: 'make migrations', sql: migrationsStatement(warehouse.dialect) })
  const applied = new Set((await rowsOf(warehouse, appliedMigrations)).map(({ number }) => number))
  const due = migrations.filter(({ number }) => !applied.has(number))
  for (const migration of due) {
    if (!(await isDone(warehouse, migration)))
      for (const sql of migration.statements(warehouse.dialect)) await run(writer, { name: migration.name, sql })
    await run(writer, recordMigration(migration))
  }
  for (const statement of viewStatements()) await run(writer, statement)
  return due
}

/** Whether a migration of which nothing is recorded was carried out all the same. */
async function isDone(warehouse: Warehouse, { adds }: Migration): Promise<boolean> {
  if (!adds) return false
  const { columns, rows } = await warehouse.query(columnsQuery(adds.table))
  for await (const _ of rows); // An answer that was not read to its end keeps its connection busy.
  return columns.some(({ name }) => name === adds.column)
}

/** Merges every batch that is complete when its turn comes, and deletes just those that it merged. */
export async function merge(writer: Writer, options: MergeOptions = {}): Promise<MergeReport> {
  const { most = mostBatches, goOn = () => true } = options
  const report = { batches: 0, setAside: [] as SetAside[], scannedBytes: await applyTakedowns(writer) }
  for (;;) {
    const frozen = (await completeBatches(writer.store)).slice(0, most)
    if (frozen.length === 0 || !goOn()) return report
    const { merged, faulty, scannedBytes } = await mergeByHalves(writer, frozen, { ...options, goOn })
    report.batches += merged
    report.scannedBytes += scannedBytes
    for (const fault of faulty)
      report.setAside.push(await setAsideOrThrow(writer, fault, merged > 0 && faulty.length === 1))
  }
}

interface Fault {
  readonly batch: StagedBatch
  readonly error: Error
}

interface Merged {
  readonly merged: number
  /** Batches that could not be merged by themselves. */
  readonly faulty: readonly Fault[]
  readonly scannedBytes: number
}

/** Merges batches. When that fails for good, it merges one half and then the other, down to the batch at fault. */
async function mergeByHalves(
  writer: Writer,
  frozen: readonly StagedBatch[],
  options: Pick<MergeOptions, 'progress'> & { readonly goOn: () => boolean },
): Promise<Merged> {
  let scannedBytes: number
  try {
    scannedBytes = await mergeBatches(writer, frozen, options.progress)
  } catch (error) {
    if (!isLasting(error)) throw error
    const [batch, ...others] = frozen
    if (batch && others.length === 0) return { merged: 0, faulty: [{ batch, error }], scannedBytes: 0 }
    const middle = Math.ceil(frozen.length / 2)
    const first = await mergeByHalves(writer, frozen.slice(0, middle), options)
    // All of a half at fault, and more than one: it is not they who are.
    if (!options.goOn() || (first.merged === 0 && first.faulty.length > 1)) return first
    const second = await mergeByHalves(writer, frozen.slice(middle), options)
    return {
      merged: first.merged + second.merged,
      faulty: [...first.faulty, ...second.faulty],
      scannedBytes: first.scannedBytes + second.scannedBytes,
    }
  }
  await deleteBatches(writer.store, frozen)
  return { merged: frozen.length, faulty: [], scannedBytes }
}

/** `isOnlyOne` that cannot be merged, while others of its kind can: then it is at fault, whether it can be read or not. */
async function setAsideOrThrow(writer: Writer, { batch, error }: Fault, isOnlyOne: boolean): Promise<SetAside> {
  const reason = (await whyUnreadable(writer, batch)) ?? (isOnlyOne ? error.message : null)
  if (reason === null) throw error
  return setAside(writer, batch, reason)
}

async function mergeBatches(
  writer: Writer,
  frozen: readonly StagedBatch[],
  progress?: (statement: Statement) => void,
): Promise<number> {
  let scannedBytes = 0
  await writer.warehouse.stage(frozen.flatMap(({ parts }) => parts))
  for (const statement of mergeStatements(frozen.map(({ id }) => id))) {
    progress?.(statement)
    scannedBytes += await run(writer, statement)
  }
  return scannedBytes
}

/** Carries out the standing orders of the store that the tables do not know yet. */
async function applyTakedowns(writer: Writer): Promise<number> {
  const ordered: string[] = []
  for await (const { key } of writer.store.list(takedownPrefix)) {
    const id = parseTakedown(key)
    if (id) ordered.push(id)
  }
  if (ordered.length === 0) return 0
  const known = new Set((await rowsOf(writer.warehouse, 'SELECT article_id FROM takedowns')).map(row => row.article_id))
  const due = ordered.filter(id => !known.has(id))
  let scannedBytes = 0
  for (let i = 0; i < due.length; i += mostBatches)
    scannedBytes += await run(writer, recordTakedowns(due.slice(i, i + mostBatches)))
  if (due.length > 0) scannedBytes += await run(writer, judgeStatement)
  return scannedBytes
}

/** Carries out again what the tables know of standing orders and of objects that have moved on. */
export const judge = (writer: Writer): Promise<number> => run(writer, judgeStatement)

/** Deletes rows that no view can show any more. */
export async function clean(writer: Writer): Promise<number> {
  let scannedBytes = 0
  for (const statement of cleanStatements()) scannedBytes += await run(writer, statement)
  return scannedBytes
}

const ATTEMPTS = 4
const FIRST_WAIT_MS = 1000

/** Runs a statement, and runs it again when the engine says that this may help: none of ours minds. Gives the bytes scanned. */
export async function run({ warehouse, wait = pause }: Writer, { name, sql }: Statement): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await warehouse.execute(sql)).scannedBytes ?? 0
    } catch (error) {
      if (!(error instanceof OperationalError) || error instanceof StatementRuns) throw error
      if (!error.retryable || attempt === ATTEMPTS)
        throw new OperationalError(`${name}: ${error.message}`, { retryable: error.retryable, cause: error })
      await wait(FIRST_WAIT_MS * 4 ** (attempt - 1))
    }
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
