/** An Athena that answers as the real one does, over the SDK's own HTTP port. Two rows a page, names of columns first. */
import { Readable } from 'node:stream'
import { AthenaClient } from '@aws-sdk/client-athena'

/** What one query comes to. */
export interface FakeExecution {
  /** States before the last one. */
  readonly waits?: readonly ('QUEUED' | 'RUNNING')[]
  readonly state?: 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'RUNNING'
  readonly reason?: string
  readonly category?: 1 | 2 | 3
  readonly retryable?: boolean
  readonly columns?: readonly (readonly [name: string, type: string])[]
  readonly rows?: readonly (readonly (string | undefined)[])[]
  /** UTILITY answers, such as SHOW, do not begin with names. */
  readonly statementType?: 'DML' | 'DDL' | 'UTILITY'
}

export interface FakeAthena {
  readonly client: AthenaClient
  /** Every call: operation and input. */
  readonly calls: { readonly operation: string; readonly input: Record<string, unknown> }[]
  /** HTTP errors to give, in order, before any real answer. */
  readonly failures: { readonly status: number; readonly code: string }[]
}

interface Running {
  readonly execution: FakeExecution
  readonly waits: string[]
}

const PAGE = 2

/** `answer` says what becomes of a statement; the same request token finds the query that it started before. */
export function fakeAthena(answer: (sql: string) => FakeExecution): FakeAthena {
  const calls: FakeAthena['calls'] = []
  const failures: FakeAthena['failures'] = []
  const queries = new Map<string, Running>()
  const tokens = new Map<string, string>()

  function respond(operation: string, input: Record<string, unknown>): object {
    const id = String(input.QueryExecutionId)
    switch (operation) {
      case 'StartQueryExecution': {
        const token = String(input.ClientRequestToken)
        const started = tokens.get(token) ?? `query-${queries.size + 1}`
        if (!tokens.has(token)) {
          const execution = answer(String(input.QueryString))
          queries.set(started, { execution, waits: [...(execution.waits ?? [])] })
        }
        tokens.set(token, started)
        return { QueryExecutionId: started }
      }
      case 'GetQueryExecution':
        return { QueryExecution: executionOf(id) }
      case 'GetQueryResults':
        return resultsOf(id, input)
      default:
        return {}
    }
  }

  function executionOf(id: string) {
    const { execution, waits } = queries.get(id) as Running
    const { state = 'SUCCEEDED', reason, category, retryable = false, statementType = 'DML' } = execution
    return {
      QueryExecutionId: id,
      StatementType: statementType,
      Status: {
        State: waits.shift() ?? state,
        ...(reason ? { StateChangeReason: reason } : {}),
        ...(category ? { AthenaError: { ErrorCategory: category, Retryable: retryable, ErrorMessage: reason } } : {}),
      },
      Statistics: { DataScannedInBytes: 1024 },
    }
  }

  function resultsOf(id: string, { NextToken, MaxResults }: Record<string, unknown>) {
    const { columns = [], rows = [], statementType = 'DML' } = (queries.get(id) as Running).execution
    const all = statementType === 'DML' ? [columns.map(([name]) => name), ...rows] : rows
    const from = Number(NextToken ?? 0)
    const to = from + Number(MaxResults ?? PAGE)
    return {
      ...(to < all.length ? { NextToken: String(to) } : {}),
      ResultSet: {
        ResultSetMetadata: { ColumnInfo: columns.map(([Name, Type]) => ({ Name, Type })) },
        Rows: all.slice(from, to).map(row => ({
          Data: row.map(value => (value === undefined ? {} : { VarCharValue: value })),
        })),
      },
    }
  }

  const client = athenaClientOver(async (operation, input) => {
    calls.push({ operation, input })
    const failure = failures.shift()
    return failure
      ? { status: failure.status, answer: { __type: failure.code, Message: `${failure.code} happened` } }
      : { status: 200, answer: respond(operation, input) }
  })
  return { client, calls, failures }
}

type Input = Record<string, unknown>

/** The SDK's client, with `handle` in the place of the network. */
export function athenaClientOver(
  handle: (operation: string, input: Input) => Promise<{ readonly status: number; readonly answer: object }>,
): AthenaClient {
  const send = async ({ headers, body }: { headers: Record<string, string>; body: string | Uint8Array }) => {
    const operation = headers['x-amz-target']?.replace('AmazonAthena.', '') ?? ''
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
    const { status, answer } = await handle(operation, JSON.parse(text) as Input)
    return {
      response: {
        statusCode: status,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: Readable.from([Buffer.from(JSON.stringify(answer))]),
      },
    }
  }
  return new AthenaClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { handle: send } as never,
  })
}
