/** Athena as a warehouse: start a query, wait for it, page through its answer. */
import { createHash } from 'node:crypto'
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import { OperationalError, UsageError } from '../errors.ts'
import { athenaValue } from './athena-values.ts'
import { awsFailure } from './aws-failure.ts'
import { athenaDialect } from './sql/dialect.ts'
import { type Result, type ResultRow, StatementRuns, type Warehouse } from './warehouse.ts'

export interface AthenaOptions {
  readonly client: AthenaClient
  readonly workgroup: string
  readonly database: string
  /** `s3://bucket/prefix/` of the stored tables. */
  readonly location: string
  /**
   * What makes two equal requests to change something the same: a run of the merge takes its own name, so that a retry of the
   * run, which does the same in the same order, finds what was started and waits for it. To ask is never to ask again.
   */
  readonly scope: string
  /** How long a statement that begins now may take, queueing included, before it is stopped; none begins when that is nothing. */
  readonly patienceMs?: () => number
  /** Whether one that changes something is left running then, for another warehouse of the same scope to find it. */
  readonly leavesRunning?: boolean
  readonly clock?: () => number
  readonly wait?: (ms: number) => Promise<void>
}

const PATIENCE_MS = 30 * 60_000
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
const ENDED: ReadonlySet<string> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED'])

export function athenaWarehouse(options: AthenaOptions): Warehouse {
  const {
    client,
    workgroup,
    database,
    location,
    scope,
    patienceMs = () => PATIENCE_MS,
    leavesRunning = false,
  } = options
  const clock = options.clock ?? Date.now
  const wait = options.wait ?? (ms => new Promise(resolve => setTimeout(resolve, ms)))
  /** How often each statement has come to an end here, well or badly: to run it after that is another request. */
  const ends = new Map<string, number>()

  function timeFor(sql: string): number {
    const patience = patienceMs()
    if (patience > 0) return patience
    throw new OperationalError(`there is no time left for: ${sql.slice(0, 40)}`, { retryable: true })
  }

  /** To start it again with the same token, when the answer got lost, is to start it once. */
  async function start(sql: string, token?: string): Promise<string> {
    const { QueryExecutionId } = await client
      .send(
        new StartQueryExecutionCommand({
          QueryString: sql,
          ...(token === undefined ? {} : { ClientRequestToken: token }),
          WorkGroup: workgroup,
          QueryExecutionContext: { Database: database },
        }),
      )
      .catch(error => Promise.reject(startFailure(error)))
    if (!QueryExecutionId) throw new OperationalError('Athena gave no query id', { retryable: true })
    return QueryExecutionId
  }

  /** Waits until a query has ended; null when it took too long and was stopped, unless it is left. */
  async function endOf(id: string, deadline: number, isLeft = false): Promise<QueryExecution | null> {
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(pause * 1.5, LONGEST_WAIT_MS)) {
      const { QueryExecution: execution } = await client
        .send(new GetQueryExecutionCommand({ QueryExecutionId: id }))
        .catch(error => Promise.reject(awsFailure(`cannot follow query ${id}`, error)))
      if (execution && ENDED.has(execution.Status?.State ?? '')) return execution
      if (clock() >= deadline) {
        if (isLeft) throw new StatementRuns(`query ${id} still runs`)
        await stop(id)
        return null
      }
      await wait(pause)
    }
  }

  async function stop(id: string): Promise<void> {
    await client
      .send(new StopQueryExecutionCommand({ QueryExecutionId: id }))
      .catch(error => Promise.reject(awsFailure(`cannot stop query ${id}`, error)))
  }

  function succeed(id: string, ended: QueryExecution | null, patience: number): QueryExecution {
    if (ended?.Status?.State === 'SUCCEEDED') return ended
    if (ended) throw endFailure(id, ended)
    const message = `query ${id} did not end within ${patience / 1000} s and was stopped; it may have had its effect`
    throw new OperationalError(message, { retryable: true })
  }

  async function change(sql: string): Promise<QueryExecution> {
    const patience = timeFor(sql)
    const deadline = clock() + patience
    const before = ends.get(sql) ?? 0
    const token = createHash('sha256')
      .update(JSON.stringify([scope, before, sql]))
      .digest('hex')
    const id = await start(sql, token)
    const ended = await endOf(id, deadline, leavesRunning)
    ends.set(sql, before + 1)
    return succeed(id, ended, patience)
  }

  async function ask(sql: string): Promise<QueryExecution> {
    const patience = timeFor(sql)
    const deadline = clock() + patience
    const id = await start(sql)
    return succeed(id, await endOf(id, deadline), patience)
  }

  async function* rows(id: string, headed: boolean): AsyncGenerator<ResultRow> {
    let token: string | undefined
    let skip = headed
    do {
      const page = await client
        .send(new GetQueryResultsCommand({ QueryExecutionId: id, ...(token ? { NextToken: token } : {}) }))
        .catch(error => Promise.reject(awsFailure(`cannot read the answer of query ${id}`, error)))
      const columns = page.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []
      for (const { Data = [] } of (page.ResultSet?.Rows ?? []).slice(skip ? 1 : 0))
        yield Object.fromEntries(
          columns.map(({ Name = '', Type = '' }, i) => [Name, athenaValue(Data[i]?.VarCharValue, Type)]),
        )
      skip = false
      token = page.NextToken
    } while (token)
  }

  return {
    dialect: athenaDialect({ database, location }),

    /** Nothing to do: the staged tables find their parts by the batch that a statement names. */
    async stage() {},

    async execute(sql) {
      return { scannedBytes: scannedBytes(await change(sql)) }
    },

    async query(sql): Promise<Result> {
      const execution = await ask(sql)
      const id = execution.QueryExecutionId ?? ''
      const first = await client
        .send(new GetQueryResultsCommand({ QueryExecutionId: id, MaxResults: 1 }))
        .catch(error => Promise.reject(awsFailure(`cannot read the answer of query ${id}`, error)))
      return {
        scannedBytes: scannedBytes(execution),
        columns: (first.ResultSet?.ResultSetMetadata?.ColumnInfo ?? []).map(({ Name = '', Type = '' }) => ({
          name: Name,
          type: Type,
        })),
        // Only the answers of DML begin with the names of their columns.
        rows: rows(id, execution.StatementType === 'DML'),
      }
    },

    async close() {
      client.destroy()
    },
  }
}

const scannedBytes = ({ Statistics }: QueryExecution) => Statistics?.DataScannedInBytes ?? null

function startFailure(error: unknown): Error {
  const { name, message } = error as Error
  return name === 'InvalidRequestException'
    ? new UsageError(message, { cause: error })
    : awsFailure('cannot start a query', error)
}

/** Of the errors that Athena blames on the user, the one that another attempt cures. */
const COMMIT_CONFLICT = /ICEBERG_COMMIT_ERROR/
const USER_ERROR = 2

function endFailure(id: string, { Status }: QueryExecution): Error {
  const { State, StateChangeReason, AthenaError } = Status ?? {}
  const reason = AthenaError?.ErrorMessage ?? StateChangeReason ?? 'no reason given'
  const conflict = COMMIT_CONFLICT.test(reason)
  if (State === 'FAILED' && AthenaError?.ErrorCategory === USER_ERROR && !conflict) return new UsageError(reason)
  const retryable = State === 'FAILED' && (conflict || AthenaError?.Retryable === true)
  return new OperationalError(`query ${id} ${State === 'FAILED' ? 'failed' : 'was cancelled'}: ${reason}`, {
    retryable,
  })
}
