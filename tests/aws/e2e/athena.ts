/**
 * The interface of Athena with DuckDB behind it: what the deployed writer says is carried out for real, on the files it
 * staged. The statements that only Athena knows are taken as done (OPTIMIZE, VACUUM), and DDL is told by its table's name,
 * which has every column from the start; `tests/trino` has Hive's grammar and Athena's engine look at all of it.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type StagedPart, stagedPartKey } from '../../../src/lake/keys.ts'
import { mergeOrder, migrationsTable, storedTable, takedownsTable } from '../../../src/lake/sql/tables.ts'
import type { Store } from '../../../src/lake/store.ts'
import { type ResultColumn, type ResultRow, rowsOf, type Value } from '../../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../../src/lake/warehouse-duckdb.ts'
import { textOf } from './lambda-runtime.ts'

interface Query {
  readonly sql: string
  readonly workgroup: string
  state: 'RUNNING' | 'SUCCEEDED' | 'FAILED'
  reason: string
  columns: readonly ResultColumn[]
  rows: readonly ResultRow[]
}

export interface SentStatement {
  readonly sql: string
  readonly workgroup: string
}

/** Beside Athena's interface, `GET /statements` gives what was sent, and `POST /rows` the rows of a query as JSON. */
export interface AthenaOnDuckdb {
  readonly address: string
  readonly stop: () => void
}

const CREATE = /^CREATE TABLE IF NOT EXISTS `[a-z_]+`\.`(?<table>[a-z_]+)`/
const tablesByName = new Map([...mergeOrder.map(storedTable), takedownsTable, migrationsTable].map(t => [t.name, t]))

/** `staged` gives the store of the lake, once there is one. */
export async function athenaOnDuckdb(staged: () => Store): Promise<AthenaOnDuckdb> {
  const folder = mkdtempSync(join(tmpdir(), 'athena-'))
  const warehouse = await duckdbWarehouse({ file: ':memory:', staging: folder })
  const queries = new Map<string, Query>()
  const tokens = new Map<string, string>()
  const statements: SentStatement[] = []

  async function fetchParts(sql: string) {
    const batches = new Set(sql.match(/(?<=')[0-9a-f]{32}(?=')/g) ?? [])
    if (batches.size === 0) return
    const parts: StagedPart[] = [...batches].flatMap(batch => mergeOrder.map(table => ({ table, batch })))
    for (const part of parts) {
      const path = join(folder, stagedPartKey(part))
      const content = await staged().get(stagedPartKey(part))
      if (!content) throw new Error(`HIVE_CANNOT_OPEN_SPLIT: ${stagedPartKey(part)} is not there`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content.bytes)
    }
    await warehouse.stage(parts)
  }

  async function carryOut(query: Query) {
    try {
      const { sql } = query
      const made = CREATE.exec(sql)?.groups?.table
      if (made) {
        const table = tablesByName.get(made)
        if (!table) throw new Error(`expected a table of ours, got ${made}`)
        await warehouse.execute(warehouse.dialect.createTable(table))
      } else if (!/^(?:OPTIMIZE|VACUUM|ALTER TABLE) /.test(sql)) {
        await fetchParts(sql)
        const result = await warehouse.query(sql)
        const rows: ResultRow[] = []
        for await (const row of result.rows) rows.push(row)
        query.columns = result.columns
        query.rows = rows
      }
      query.state = 'SUCCEEDED'
    } catch (error) {
      query.state = 'FAILED'
      query.reason = (error as Error).message
    }
  }

  function respond(operation: string, input: Record<string, string>): object {
    const { QueryExecutionId: id = '' } = input
    switch (operation) {
      case 'StartQueryExecution': {
        const token = input.ClientRequestToken ?? ''
        const known = tokens.get(token)
        if (known) return { QueryExecutionId: known }
        const query: Query = {
          sql: input.QueryString ?? '',
          workgroup: input.WorkGroup ?? '',
          state: 'RUNNING',
          reason: '',
          columns: [],
          rows: [],
        }
        const made = `query-${queries.size + 1}`
        queries.set(made, query)
        tokens.set(token, made)
        statements.push({ sql: query.sql, workgroup: query.workgroup })
        void carryOut(query)
        return { QueryExecutionId: made }
      }
      case 'GetQueryExecution':
        return { QueryExecution: execution(id) }
      case 'ListQueryExecutions':
        return { QueryExecutionIds: [...queries.keys()].slice(-50) }
      case 'BatchGetQueryExecution':
        return { QueryExecutions: (input.QueryExecutionIds as unknown as string[]).map(execution) }
      case 'GetQueryResults': {
        const { columns = [], rows = [] } = queries.get(id) ?? {}
        const types = columns.map(({ name, type }) => ({ Name: name, Type: athenaTypes[type] ?? 'varchar' }))
        const names = columns.map(({ name }) => ({ VarCharValue: name }))
        return {
          ResultSet: {
            ResultSetMetadata: { ColumnInfo: types },
            Rows: [
              { Data: names },
              ...rows.map(row => ({ Data: columns.map(({ name }) => datum(row[name] ?? null)) })),
            ],
          },
        }
      }
      default:
        return {}
    }
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

  async function inspect(url: string, body: string) {
    if (url === '/statements') return statements
    return rowsOf(warehouse, body)
  }

  const server = createServer(async (request, response) => {
    if (request.url !== '/') {
      const [status, said] = await textOf(request)
        .then(body => inspect(request.url ?? '', body))
        .then(
          found => [200, JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? Number(value) : value))],
          error => [400, String(error)],
        )
      response.writeHead(Number(status)).end(said)
      return
    }
    const operation = String(request.headers['x-amz-target']).replace('AmazonAthena.', '')
    const answer = respond(operation, JSON.parse(await textOf(request)))
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections()
      server.close()
      void warehouse.close()
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
