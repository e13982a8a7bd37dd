/** What every warehouse must do. The statements mean the same to both engines. */
import { expect, test } from 'vitest'
import { rowsOf, type Warehouse } from '../../src/lake/warehouse.ts'
import { collect } from '../support/collect.ts'

export const typedQuery = `SELECT 'خبر' AS text, CAST(7 AS INTEGER) AS small, CAST(9007199254740993 AS BIGINT) AS large, CAST(0.5 AS DOUBLE) AS ratio, true AS flag, DATE '2023-04-03' AS day, TIMESTAMP '2024-03-20 08:00:00.250' AS instant, CAST(NULL AS VARCHAR) AS nothing`
export const emptyQuery = `SELECT 'x' AS text WHERE false`
export const wrongQuery = `SELECT nonsense FROM nowhere`

/** Runs the suite on a warehouse. */
export function warehouseContract(open: () => Promise<Warehouse>): void {
  test('gives typed values', async () => {
    const warehouse = await open()
    expect(await rowsOf(warehouse, typedQuery)).toEqual([
      {
        text: 'خبر',
        small: 7,
        large: 9007199254740993n,
        ratio: 0.5,
        flag: true,
        day: '2023-04-03',
        instant: '2024-03-20T08:00:00.25Z',
        nothing: null,
      },
    ])
    await warehouse.close()
  })

  test('tells the columns of an answer without rows', async () => {
    const warehouse = await open()
    const result = await warehouse.query(emptyQuery)
    expect(result.columns.map(({ name }) => name)).toEqual(['text'])
    expect(await collect(result.rows)).toEqual([])
    await warehouse.close()
  })

  test('says that it does not understand a statement', async () => {
    const warehouse = await open()
    await expect(warehouse.query(wrongQuery)).rejects.toMatchObject({ name: 'UsageError' })
    await expect(warehouse.execute(wrongQuery)).rejects.toMatchObject({ name: 'UsageError' })
    await warehouse.close()
  })

  test('says what a statement scanned, where that costs', async () => {
    const warehouse = await open()
    const { scannedBytes } = await warehouse.query(emptyQuery)
    expect(scannedBytes).toEqual(warehouse.dialect.name === 'athena' ? 1024 : null)
    await warehouse.close()
  })
}
