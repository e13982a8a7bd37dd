import { expect, test } from 'vitest'
import { cloudWarehouse } from '../../../src/lake/cloud/lake.ts'
import { openLake, openLakeToRead } from '../../../src/lake/lake.ts'
import { rowsOf } from '../../../src/lake/warehouse.ts'
import { fakeAthena } from '../../support/fake-athena.ts'

const ADDRESS = 's3://presslake-dev-lake-123456789012-eu-central-1'

test('a lake in the cloud is asked in the workgroup for people', async () => {
  const { client, calls } = fakeAthena(() => ({ columns: [['n', 'bigint']], rows: [['7']] }))
  expect(await rowsOf(cloudWarehouse(ADDRESS, client), 'SELECT 7 AS n')).toEqual([{ n: 7 }])
  expect(calls[0]?.input).toMatchObject({
    WorkGroup: 'presslake-dev',
    QueryExecutionContext: { Database: 'presslake_dev' },
  })
})

test('an address that names no deployment is refused', () =>
  expect(() => cloudWarehouse('s3://somewhere', fakeAthena(() => ({})).client)).toThrow(/expected s3:\/\/presslake-/))

test('what works on a folder only says so', async () => {
  await expect(openLake(ADDRESS)).rejects.toThrow(/expected a folder/)
  await expect(openLakeToRead(ADDRESS)).rejects.toThrow(/expected a folder/)
})
