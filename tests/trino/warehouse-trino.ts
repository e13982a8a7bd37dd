/** Trino as a warehouse: the third one, to hear what Athena's engine says of our statements. */
import { mkdir } from 'node:fs/promises'
import type { Table } from '../../schemas/index.ts'
import { OperationalError, UsageError } from '../../src/errors.ts'
import { type StagedPart, stagedTablePrefix } from '../../src/lake/keys.ts'
import { athenaDialect, type Dialect } from '../../src/lake/sql/dialect.ts'
import { mergeOrder, stagedTable } from '../../src/lake/sql/tables.ts'
import type { ResultRow, Warehouse } from '../../src/lake/warehouse.ts'
import { type TimestampDigits, type TypeSignature, trinoType, trinoValue } from './trino-types.ts'

export interface TrinoPlace {
  /** `http://host:port` */
  readonly address: string
  /** A schema of its own for every lake. */
  readonly schema: string
  /** Folder of the store that holds the staged parts. */
  readonly staging: string
}

interface Page {
  readonly nextUri?: string
  readonly columns?: readonly { readonly name: string; readonly type: string; readonly typeSignature: TypeSignature }[]
  readonly data?: readonly (readonly unknown[])[]
  readonly error?: { readonly message: string; readonly errorType: string; readonly errorName: string }
}

/** Makes the schema and its staging tables, and gives the warehouse. */
export async function trinoWarehouse({ address, schema, staging }: TrinoPlace): Promise<Warehouse> {
  const headers = {
    'X-Trino-User': 'presslake',
    'X-Trino-Catalog': 'iceberg',
    'X-Trino-Schema': schema,
    'X-Trino-Time-Zone': 'UTC',
  }

  async function run(sql: string) {
    const columns: NonNullable<Page['columns']>[number][] = []
    const rows: ResultRow[] = []
    let page = (await (await fetch(`${address}/v1/statement`, { method: 'POST', body: sql, headers })).json()) as Page
    for (;;) {
      if (page.error) throw failure(page.error)
      if (columns.length === 0 && page.columns) columns.push(...page.columns)
      for (const row of page.data ?? [])
        rows.push(
          Object.fromEntries(columns.map(({ name, typeSignature }, i) => [name, trinoValue(row[i], typeSignature)])),
        )
      if (!page.nextUri) return { columns, rows }
      page = (await (await fetch(page.nextUri, { headers })).json()) as Page
    }
  }

  let known: readonly string[] | null = null
  /** Makes the staging tables anew where they do not know the batches. */
  async function stage(parts: readonly StagedPart[]) {
    const all = new Set(parts.map(({ batch }) => batch))
    const batches = all.size > 1 ? [...all] : []
    if (batches.length === 0 && known?.length === 0) return
    known = batches
    for (const name of mergeOrder) {
      const folder = `${staging}/${stagedTablePrefix(name)}`
      await mkdir(folder, { recursive: true })
      await run(`DROP TABLE IF EXISTS hive.${schema}.${stagedTable(name).name}`)
      await run(stagingTable(schema, stagedTable(name), folder, batches))
    }
  }

  await run(`CREATE SCHEMA IF NOT EXISTS iceberg.${schema}`)
  await stage([])
  return {
    dialect: trinoDialect,
    stage,
    async execute(sql) {
      await run(sql)
      return { scannedBytes: null }
    },
    async query(sql) {
      const { columns, rows } = await run(sql)
      return { scannedBytes: null, columns, rows: each(rows) }
    },
    async close() {},
  }
}

/** Athena's statements but for its DDL, which is Hive's and which Trino does not speak. */
const trinoDialect: Dialect = {
  ...athenaDialect({ database: 'unused', location: 's3://unused/' }),
  createTable: table =>
    `CREATE TABLE IF NOT EXISTS ${table.name} (${columnsOf(table, 6)}) WITH (format = 'PARQUET', format_version = 2)`,
  addColumn: (table, name, { type }) => `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS "${name}" ${trinoType(type, 6)}`,
}

/**
 * As `infra/constructs/staging-table.ts` makes it in Glue: files by partition projection, the partition injected. Athena
 * takes a list of injected values, this Trino just one: of several batches, it is told beforehand (`batches`).
 */
function stagingTable(schema: string, table: Table, folder: string, batches: readonly string[]): string {
  const projection =
    batches.length > 0
      ? `partition_projection_type = 'enum', partition_projection_values = ARRAY[${batches.map(id => `'${id}'`).join(', ')}]`
      : `partition_projection_type = 'injected'`
  return `CREATE TABLE IF NOT EXISTS hive.${schema}.${table.name} (
${columnsOf(table, 3)}, batch varchar WITH (${projection})
) WITH (
  format = 'PARQUET', external_location = 'file://${folder}', partitioned_by = ARRAY['batch'],
  partition_projection_enabled = true, partition_projection_location_template = 'file://${folder}batch=\${batch}/'
)`
}

const columnsOf = ({ columns }: Table, digits: TimestampDigits) =>
  Object.entries(columns)
    .map(([name, { type }]) => `"${name}" ${trinoType(type, digits)}`)
    .join(', ')

async function* each<T>(rows: readonly T[]) {
  yield* rows
}

function failure({ message, errorType, errorName }: NonNullable<Page['error']>): Error {
  const text = `${errorName}: ${message}`
  return errorType === 'USER_ERROR'
    ? new UsageError(text)
    : new OperationalError(text, { retryable: errorName === 'ICEBERG_COMMIT_ERROR' })
}
