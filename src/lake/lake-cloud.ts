/** A lake that was deployed: its functions write it, everybody else asks Athena. */
import { randomUUID } from 'node:crypto'
import { AthenaClient } from '@aws-sdk/client-athena'
import { deploymentNames, deploymentOf } from './deployment.ts'
import type { Warehouse } from './warehouse.ts'
import { athenaWarehouse } from './warehouse-athena.ts'

/** Where people query the lake at `s3://…`: in their own workgroup, with its limit on what a query may scan. */
export function cloudWarehouse(address: string, client?: AthenaClient): Warehouse {
  const deployment = deploymentOf(address)
  const { workgroup, database, lakeBucket } = deploymentNames(deployment)
  return athenaWarehouse({
    client: client ?? new AthenaClient({ region: deployment.region }),
    workgroup,
    database,
    location: `s3://${lakeBucket}/tables/`,
    scope: randomUUID(),
  })
}
