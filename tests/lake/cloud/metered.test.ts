import { expect, test } from 'vitest'
import { cloudWarehouse } from '../../../src/lake/cloud/lake.ts'
import { metered } from '../../../src/lake/cloud/metered.ts'
import { fakeAthena } from '../../support/fake-athena.ts'

test('queries are counted, and each is billed for ten megabytes at least', async () => {
  const { client } = fakeAthena(() => ({ columns: [['n', 'bigint']], rows: [['7']] }))
  const { warehouse, spent } = metered(cloudWarehouse('s3://presslake-dev-lake-123456789012-eu-central-1', client))
  expect(spent()).toEqual({ queries: 0, scannedBytes: 0, price: 0 })
  await warehouse.query('SELECT 7 AS n')
  await warehouse.execute('SELECT 8 AS n')
  expect(spent()).toEqual({ queries: 2, scannedBytes: 2048, price: 0.0001 })
})

test('what failed is not counted', async () => {
  const { client } = fakeAthena(() => ({ state: 'FAILED', reason: 'no', category: 2 }))
  const { warehouse, spent } = metered(cloudWarehouse('s3://presslake-dev-lake-123456789012-eu-central-1', client))
  await expect(warehouse.query('SELECT nonsense')).rejects.toThrow('no')
  expect(spent().queries).toBe(0)
})
