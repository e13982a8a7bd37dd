/** A DuckDB file as a warehouse. */
import { rename, rm } from 'node:fs/promises'
import { DuckDBInstance, type DuckDBResult } from '@duckdb/node-api'
import type { TableName } from '../../schemas/index.ts'
import { OperationalError, UsageError } from '../errors.ts'
import { duckdbType } from '../tables/ddl.ts'
import { resultValue } from './duckdb-values.ts'
import { stagedPartKey } from './keys.ts'
import { duckdbDialect } from './sql/dialect.ts'
import { mergeOrder, stagedName, storedColumns } from './sql/tables.ts'
import type { Result, ResultRow, Warehouse } from './warehouse.ts'

export interface DuckdbOptions {
  /** Path of the database file, or `:memory:`. */
  readonly file: string
  /** Folder of the store that holds the staged parts. */
  readonly staging: string
  /** Nothing can be changed then, and the file has to be there. */
  readonly readOnly?: boolean
}

export interface DuckdbWarehouse extends Warehouse {
  /** Writes the file anew without the bytes of what was deleted, which DuckDB otherwise leaves in it. */
  compact(): Promise<void>
}

/** Opens a DuckDB file. Only one process at a time can have it open for writing. */
export async function duckdbWarehouse({ file, staging, readOnly = false }: DuckdbOptions): Promise<DuckdbWarehouse> {
  let { instance, connection } = await open(file, readOnly)

  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }

  return {
    dialect: duckdbDialect,

    async stage(parts) {
      for (const table of mergeOrder) {
        const files = parts.filter(part => part.table === table).map(part => `${staging}/${stagedPartKey(part)}`)
        await guard(`cannot read the staged ${table}`, () => connection.run(stagedView(table, files)))
      }
    },

    async execute(sql) {
      await guard('the statement failed', () => connection.run(sql))
      return { scannedBytes: null }
    },

    async query(sql): Promise<Result> {
      const result = await guard('the query failed', () => connection.stream(sql))
      const types = result.columnTypes()
      return {
        scannedBytes: null,
        columns: result.deduplicatedColumnNames().map((name, i) => ({ name, type: String(types[i]) })),
        rows: rowsOf(result),
      }
    },

    async compact() {
      if (file === MEMORY) return
      const fresh = `${file}.fresh`
      await rm(fresh, { force: true })
      await guard(`cannot compact ${file}`, async () => {
        const [[name] = []] = (await connection.runAndReadAll('SELECT current_database()')).getRows()
        await connection.run(`ATTACH ${literal(fresh)} AS fresh`)
        await connection.run(`COPY FROM DATABASE ${identifier(String(name))} TO fresh`)
        await connection.run('DETACH fresh')
      })
      close()
      await rename(fresh, file)
      ;({ instance, connection } = await open(file, readOnly))
    },

    async close() {
      close()
    },
  }
}

const MEMORY = ':memory:'

async function open(file: string, readOnly: boolean) {
  const instance = await guard(`cannot open ${file}`, () =>
    DuckDBInstance.create(file, {
      access_mode: readOnly ? 'READ_ONLY' : 'AUTOMATIC',
      // Nothing is ever fetched from the network.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // A staged file may be written anew within the same tick of the file system's clock.
      enable_external_file_cache: 'false',
    }),
  )
  const connection = await instance.connect()
  await connection.run(`SET TimeZone = 'UTC'`)
  return { instance, connection }
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<ResultRow> {
  const names = result.deduplicatedColumnNames()
  for (;;) {
    const chunk = await guard('the query failed', () => result.fetchChunk())
    if (!chunk || chunk.rowCount === 0) return
    for (const row of chunk.getRows())
      yield Object.fromEntries(names.map((name, i) => [name, resultValue(row[i] ?? null)]))
  }
}

/** Columns that a part lacks, because an earlier version of the program wrote it, are null. */
function stagedView(table: TableName, files: readonly string[]): string {
  const columns = Object.entries(storedColumns(table)).map(
    ([name, { type }]) => `CAST(NULL AS ${duckdbType(type)}) AS "${name}"`,
  )
  const nothing = `SELECT ${columns.join(', ')}, CAST(NULL AS VARCHAR) AS batch WHERE false`
  const parts =
    files.length === 0
      ? ''
      : ` UNION ALL BY NAME SELECT * FROM read_parquet([${files.map(pathLiteral).join(', ')}], union_by_name = true, hive_partitioning = true, hive_types_autocast = false)`
  return `CREATE OR REPLACE TEMP VIEW ${stagedName(table)} AS ${nothing}${parts}`
}

/** A path as a literal that means just this path: DuckDB takes it for a pattern. */
const pathLiteral = (path: string) => literal(path.replace(/[*?[]/g, '[$&]'))
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`

/** DuckDB's words for a statement that it cannot carry out as it stands. */
const MISUNDERSTOOD =
  /^(Parser|Binder|Catalog|Conversion|Invalid Input|Out of Range|Not implemented|Mismatch Type) Error/

async function guard<T>(what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const { message } = error as Error
    const [, owner] = /Conflicting lock is held in .*\(PID (\d+)\)/.exec(message) ?? []
    if (owner) {
      const busy = `${what}: another process (${owner}) is working on it; wait for it to end, or stop it`
      throw new OperationalError(busy, { retryable: true, cause: error })
    }
    if (MISUNDERSTOOD.test(message)) throw new UsageError(message, { cause: error })
    throw new OperationalError(`${what}: ${message}`, { retryable: false, cause: error })
  }
}
