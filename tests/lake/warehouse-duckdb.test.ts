import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rowsOf } from '../../src/lake/warehouse.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { warehouseContract } from './warehouse.contract.ts'

const memory = () => duckdbWarehouse({ file: ':memory:', staging: '.' })

describe('duckdb as a warehouse', () => {
  warehouseContract(memory)

  test('gives lists, structs and maps as JSON has them, and other types as text', async () => {
    const warehouse = await memory()
    const sql = `SELECT [1, NULL] AS numbers, {'name': 'x', 'days': [DATE '2023-04-03']} AS record, MAP {'a': 1} AS pairs,
      TIMESTAMPTZ '2024-03-20 10:00:00+02' AS instant, 1.25 AS amount, INTERVAL 3 DAY AS span, count(*) AS n`
    expect(await rowsOf(warehouse, sql)).toEqual([
      {
        numbers: [1, null],
        record: { name: 'x', days: ['2023-04-03'] },
        pairs: { a: 1 },
        instant: '2024-03-20T08:00:00Z',
        amount: 1.25,
        span: '3 days',
        n: 1,
      },
    ])
    await warehouse.close()
  })

  test('gives long answers whole', async () => {
    const warehouse = await memory()
    const rows = await rowsOf(warehouse, 'SELECT range AS n FROM range(10000)')
    expect(rows).toHaveLength(10_000)
    expect(rows.at(-1)).toEqual({ n: 9999 })
    await warehouse.close()
  })

  test('changes nothing when opened to read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'presslake-duckdb-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'lake.duckdb')
    await expect(duckdbWarehouse({ file, staging: '.', readOnly: true })).rejects.toThrow(/database does not exist/)
    const writer = await duckdbWarehouse({ file, staging: '.' })
    await writer.execute('CREATE TABLE t AS SELECT 1 AS n')
    await writer.close()
    const reader = await duckdbWarehouse({ file, staging: '.', readOnly: true })
    expect(await rowsOf(reader, 'SELECT n FROM t')).toEqual([{ n: 1 }])
    await expect(reader.execute('DELETE FROM t')).rejects.toMatchObject({ name: 'UsageError' })
    await reader.close()
  })
})
