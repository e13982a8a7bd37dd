import { describe, expect, test } from 'vitest'
import { rowsOf, StatementRuns } from '../../src/lake/warehouse.ts'
import { type AthenaOptions, athenaWarehouse } from '../../src/lake/warehouse-athena.ts'
import { type FakeAthena, type FakeExecution, fakeAthena } from '../support/fake-athena.ts'
import { emptyQuery, typedQuery, warehouseContract, wrongQuery } from './warehouse.contract.ts'

function answers(sql: string): FakeExecution {
  switch (sql) {
    case typedQuery:
      return {
        waits: ['QUEUED', 'RUNNING'],
        columns: [
          ['text', 'varchar'],
          ['small', 'integer'],
          ['large', 'bigint'],
          ['ratio', 'double'],
          ['flag', 'boolean'],
          ['day', 'date'],
          ['instant', 'timestamp'],
          ['nothing', 'varchar'],
        ],
        rows: [['خبر', '7', '9007199254740993', '0.5', 'true', '2023-04-03', '2024-03-20 08:00:00.250', undefined]],
      }
    case emptyQuery:
      return { columns: [['text', 'varchar']] }
    case wrongQuery:
      return { state: 'FAILED', reason: 'COLUMN_NOT_FOUND: nonsense', category: 2 }
    default:
      return {}
  }
}

/** Waits take no time: they move the clock. */
function warehouse(answer: (sql: string) => FakeExecution, options: Partial<AthenaOptions> = {}) {
  const fake = fakeAthena(answer)
  let now = 0
  const waits: number[] = []
  const made = athenaWarehouse({
    client: fake.client,
    workgroup: 'presslake',
    database: 'news',
    location: 's3://lake/tables/',
    scope: 'test',
    clock: () => now,
    wait: async ms => {
      waits.push(ms)
      now += ms
    },
    ...options,
  })
  const operations = () => fake.calls.map(({ operation }) => operation)
  return { ...fake, warehouse: made, waits, operations }
}

describe('athena as a warehouse', () => {
  warehouseContract(async () => warehouse(answers).warehouse)

  test('waits longer and longer', async () => {
    const { warehouse: made, waits } = warehouse(() => ({
      waits: Array.from({ length: 12 }, () => 'RUNNING' as const),
    }))
    await made.execute('MERGE')
    expect(waits).toHaveLength(12)
    expect(waits.slice(0, 3)).toEqual([250, 375, 562.5])
    expect(waits.at(-1)).toBe(5000)
  })

  test('stops a query that takes too long, and says that it may have had its effect', async () => {
    const { warehouse: made, operations } = warehouse(() => ({ state: 'RUNNING' }), { patienceMs: () => 60_000 })
    await expect(made.execute('MERGE')).rejects.toMatchObject({
      retryable: true,
      message: expect.stringContaining('did not end within 60 s and was stopped; it may have had its effect'),
    })
    expect(operations().at(-1)).toBe('StopQueryExecution')
  })

  test('leaves one running where that is asked for, and another of the same scope finds it', async () => {
    const waits = Array.from({ length: 30 }, () => 'RUNNING' as const)
    const options = { patienceMs: () => 60_000, leavesRunning: true, scope: 'turn' }
    const { warehouse: first, operations, client, calls } = warehouse(() => ({ waits }), options)
    await expect(first.execute('OPTIMIZE')).rejects.toBeInstanceOf(StatementRuns)
    expect(operations()).not.toContain('StopQueryExecution')
    const second = warehouse(() => ({}), { ...options, patienceMs: () => 600_000, client }).warehouse
    await second.execute('OPTIMIZE')
    const tokens = calls.flatMap(({ operation, input }) =>
      operation === 'StartQueryExecution' ? [input.ClientRequestToken] : [],
    )
    expect(tokens).toHaveLength(2)
    expect(new Set(tokens)).toHaveProperty('size', 1)
  })

  test('stops a question all the same', async () => {
    const { warehouse: made, operations } = warehouse(() => ({ state: 'RUNNING' }), {
      patienceMs: () => 60_000,
      leavesRunning: true,
    })
    await expect(rowsOf(made, 'SELECT 1')).rejects.toThrow(/was stopped/)
    expect(operations().at(-1)).toBe('StopQueryExecution')
  })

  test('begins nothing for which there is no time any more', async () => {
    let left = 60_000
    const { warehouse: made, operations } = warehouse(() => ({}), { patienceMs: () => left })
    await made.execute('MERGE')
    left = 0
    await expect(made.execute('VACUUM')).rejects.toMatchObject({ name: 'OperationalError', retryable: true })
    expect(operations().filter(name => name === 'StartQueryExecution')).toHaveLength(1)
  })

  test('reads every page, and the names of the columns only once', async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [String(i)])
    const { warehouse: made } = warehouse(() => ({ columns: [['n', 'integer']], rows }))
    expect(await rowsOf(made, 'SELECT n')).toEqual(rows.map(([n]) => ({ n: Number(n) })))
  })

  test('takes the first row of SHOW for a row', async () => {
    const { warehouse: made } = warehouse(() => ({
      columns: [['tab_name', 'string']],
      rows: [['articles'], ['quotes']],
      statementType: 'UTILITY',
    }))
    expect(await rowsOf(made, 'SHOW TABLES')).toEqual([{ tab_name: 'articles' }, { tab_name: 'quotes' }])
  })

  const tokensOf = (calls: FakeAthena['calls']) =>
    calls
      .filter(({ operation }) => operation === 'StartQueryExecution')
      .map(({ input }) => input.ClientRequestToken as string)

  test('to run a statement again is another request, whether it failed before or not', async () => {
    const outcomes: FakeExecution[] = [{ state: 'FAILED', reason: 'ICEBERG_COMMIT_ERROR: conflict', category: 2 }, {}]
    const { warehouse: made, calls } = warehouse(() => outcomes.shift() ?? {})
    await expect(made.execute('MERGE a')).rejects.toMatchObject({ name: 'OperationalError', retryable: true })
    await made.execute('MERGE a')
    await made.execute('MERGE a')
    const tokens = tokensOf(calls)
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{64}$/) // Athena takes 32 to 128 characters
  })

  test('a retry of the same run makes the same requests', async () => {
    const [first, again] = [warehouse(() => ({})), warehouse(() => ({}))]
    for (const { warehouse: made } of [first, again])
      for (const sql of ['MERGE a', 'MERGE b', 'MERGE a']) await made.execute(sql)
    expect(tokensOf(again.calls)).toEqual(tokensOf(first.calls))
  })

  test.each(['StartQueryExecution', 'GetQueryExecution'])(
    'a statement of which the answer to %s got lost is found again, and not run twice',
    async lost => {
      const { warehouse: made, calls, client } = warehouse(() => ({}))
      const send = client.send.bind(client)
      client.send = (async (command: { constructor: { name: string } }) => {
        const answer = await send(command as never)
        if (command.constructor.name !== `${lost}Command`) return answer
        client.send = send
        throw Object.assign(new Error('lost'), { name: 'TimeoutError' })
      }) as never
      await expect(made.execute('MERGE a')).rejects.toMatchObject({ retryable: true })
      await made.execute('MERGE a')
      expect(new Set(tokensOf(calls)).size).toBe(1)
    },
  )

  test('a question is asked anew each time', async () => {
    const { warehouse: made, calls } = warehouse(() => ({}))
    await made.query('SELECT 1')
    await made.query('SELECT 1')
    expect(new Set(tokensOf(calls)).size).toBe(2)
  })

  test('another run starts a query of its own', async () => {
    const first = warehouse(() => ({}))
    const second = warehouse(() => ({}), { scope: 'another' })
    await first.warehouse.execute('MERGE a')
    await second.warehouse.execute('MERGE a')
    expect(first.calls[0]?.input.ClientRequestToken).not.toBe(second.calls[0]?.input.ClientRequestToken)
  })

  test.each<[FakeExecution, object]>([
    [{ state: 'FAILED', reason: 'SYNTAX_ERROR: line 1', category: 2 }, { name: 'UsageError' }],
    [
      { state: 'FAILED', reason: 'GENERIC_INTERNAL_ERROR', category: 1, retryable: true },
      { name: 'OperationalError', retryable: true },
    ],
    [
      { state: 'FAILED', reason: 'HIVE_BAD_DATA', category: 3 },
      { name: 'OperationalError', retryable: false },
    ],
    [
      { state: 'FAILED', reason: 'ICEBERG_COMMIT_ERROR' },
      { name: 'OperationalError', retryable: true },
    ],
    [
      { state: 'CANCELLED', reason: 'Bytes scanned limit was exceeded' },
      { name: 'OperationalError', retryable: false, message: expect.stringContaining('Bytes scanned limit') },
    ],
  ])('%o', async (execution, error) => {
    await expect(warehouse(() => execution).warehouse.execute('x')).rejects.toMatchObject(error)
  })

  test.each([
    [400, 'TooManyRequestsException', { name: 'OperationalError', retryable: true }],
    [400, 'InvalidRequestException', { name: 'UsageError' }],
    [400, 'AccessDeniedException', { retryable: false, message: expect.stringContaining('presslake doctor') }],
    [500, 'InternalServerException', { retryable: true }],
  ])('%i %s at the start', async (status, code, error) => {
    const { warehouse: made, failures } = warehouse(() => ({}))
    failures.push({ status, code })
    await expect(made.execute('x')).rejects.toMatchObject(error)
  })
})
