/**
 * The interface of Athena with DuckDB behind it: what the writer says is carried out for real, on the files that were
 * staged. What only Athena knows of its files is played (OPTIMIZE, VACUUM, properties), and DDL is told by its table's name,
 * which has every column from the start; `tests/trino` has Hive's grammar and Athena's engine look at all of it.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type StagedPart, stagedPartKey } from '../../src/lake/keys.ts'
import { mergeOrder, migrationsTable, storedTable, takedownsTable } from '../../src/lake/sql/tables.ts'
import type { Store } from '../../src/lake/store.ts'
import type { ResultColumn, ResultRow, Value, Warehouse } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { icebergFiles } from './iceberg-files.ts'
import { snapshotsOf, unload } from './iceberg-on-duckdb.ts'

interface Query {
  readonly sql: string
  state: 'RUNNING' | 'SUCCEEDED' | 'FAILED'
  reason: string
  columns: readonly ResultColumn[]
  rows: readonly ResultRow[]
  ended: Promise<void>
}

export interface SentStatement {
  readonly sql: string
  readonly workgroup: string
}

export interface AthenaOnDuckdb {
  /** Answers a call of the interface; whoever follows a query hears of its end. */
  respond(operation: string, input: Readonly<Record<string, unknown>>): Promise<object>
  /** What was started, in its order. */
  readonly statements: readonly SentStatement[]
  /** Properties that are set on tables now, as `<table> <name>`. */
  properties(): readonly string[]
  /** The tables themselves. */
  readonly tables: Warehouse
  /** Resolves when every statement has ended that was started, whether anybody follows it or not. */
  settled(): Promise<void>
  close(): Promise<void>
}

const CREATE = /^CREATE TABLE IF NOT EXISTS `[a-z_]+`\.`(?<table>[a-z_]+)`/
const tablesByName = new Map([...mergeOrder.map(storedTable), takedownsTable, migrationsTable].map(t => [t.name, t]))
/** As many as `ListQueryExecutions` gives at once. */
const NEWEST = 50

/** `staged` gives the store of the lake, once there is one. */
export async function athenaOnDuckdb(staged: () => Store): Promise<AthenaOnDuckdb> {
  const folder = await mkdtemp(join(tmpdir(), 'athena-'))
  const tables = await duckdbWarehouse({ file: ':memory:', staging: folder })
  await tables.execute('SET threads = 1')
  await tables.execute('CREATE MACRO json_format(json) AS CAST(json AS VARCHAR)')
  const snapshots = snapshotsOf(tables)
  const files = icebergFiles(tables, staged, folder)
  const queries = new Map<string, Query>()
  const tokens = new Map<string, string>()
  const statements: SentStatement[] = []

  /** A batch without parts has no rows, as any value of an injected partition that is nowhere. */
  async function fetchParts(sql: string) {
    const batches = new Set(sql.match(/(?<=')[0-9a-f]{32}(?=')/g) ?? [])
    if (batches.size === 0) return
    const parts: StagedPart[] = []
    for (const part of [...batches].flatMap(batch => mergeOrder.map(table => ({ table, batch })))) {
      const content = await staged().get(stagedPartKey(part))
      if (!content) continue
      const path = join(folder, stagedPartKey(part))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content.bytes)
      parts.push(part)
    }
    await tables.stage(parts)
  }

  async function carryOut(query: Query) {
    try {
      const answer = await files.answer(query.sql)
      if (answer) {
        query.columns = Object.keys(answer[0] ?? { path: '' }).map(name => ({ name, type: 'VARCHAR' }))
        query.rows = answer
        query.state = 'SUCCEEDED'
        return
      }
      const sql = await snapshots.resolve(query.sql)
      const made = CREATE.exec(sql)?.groups?.table
      if (made) {
        const table = tablesByName.get(made)
        if (!table) throw new Error(`expected a table of ours, got ${made}`)
        await tables.execute(tables.dialect.createTable(table))
      } else if (!/^ALTER TABLE .* ADD COLUMNS /.test(sql) && !(await unload(sql, tables, staged(), folder))) {
        await fetchParts(sql)
        const result = await tables.query(sql)
        const rows: ResultRow[] = []
        for await (const row of result.rows) rows.push(row)
        query.columns = result.columns
        query.rows = rows
        snapshots.note(sql)
        await files.changed(sql)
      }
      query.state = 'SUCCEEDED'
    } catch (error) {
      query.state = 'FAILED'
      query.reason = (error as Error).message
    }
  }

  function start(input: Readonly<Record<string, unknown>>): string {
    const token = String(input.ClientRequestToken)
    const known = tokens.get(token)
    if (known) return known
    const sql = String(input.QueryString)
    const query: Query = { sql, state: 'RUNNING', reason: '', columns: [], rows: [], ended: Promise.resolve() }
    const made = `query-${queries.size + 1}`
    queries.set(made, query)
    tokens.set(token, made)
    statements.push({ sql, workgroup: String(input.WorkGroup) })
    // One at a time: they share their staged views.
    const before = queries.get(`query-${queries.size - 1}`)?.ended
    query.ended = Promise.resolve(before).then(() => carryOut(query))
    return made
  }

  async function settled() {
    await Promise.all([...queries.values()].map(({ ended }) => ended))
  }

  function execution(id: string) {
    const { state, reason } = queries.get(id) as Query
    return {
      QueryExecutionId: id,
      StatementType: 'DML',
      Status: { State: state, ...(reason ? { StateChangeReason: reason } : {}) },
      Statistics: { DataScannedInBytes: 1024 },
    }
  }

  return {
    statements,
    tables,
    properties: files.properties,
    async respond(operation, input) {
      const id = String(input.QueryExecutionId)
      switch (operation) {
        case 'StartQueryExecution':
          return { QueryExecutionId: start(input) }
        case 'GetQueryExecution':
          await queries.get(id)?.ended
          return { QueryExecution: execution(id) }
        case 'ListQueryExecutions':
          return { QueryExecutionIds: [...queries.keys()].slice(-NEWEST) }
        case 'BatchGetQueryExecution':
          return { QueryExecutions: (input.QueryExecutionIds as readonly string[]).map(execution) }
        case 'GetQueryResults':
          return answerOf(queries.get(id) as Query)
        default:
          return {}
      }
    },
    settled,
    async close() {
      await settled()
      await tables.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function answerOf({ columns, rows }: Query): object {
  const names = columns.map(({ name }) => ({ VarCharValue: name }))
  return {
    ResultSet: {
      ResultSetMetadata: {
        ColumnInfo: columns.map(({ name, type }) => ({ Name: name, Type: athenaTypes[type] ?? 'varchar' })),
      },
      Rows: [{ Data: names }, ...rows.map(row => ({ Data: columns.map(({ name }) => datum(row[name] ?? null)) }))],
    },
  }
}

const athenaTypes: Readonly<Record<string, string>> = {
  INTEGER: 'integer',
  BIGINT: 'bigint',
  BOOLEAN: 'boolean',
  DOUBLE: 'double',
}
const datum = (value: Value) => (value === null ? {} : { VarCharValue: String(value) })
