import { Aws } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-glue'
import { Construct } from 'constructs'
import type { Table } from '../../schemas/index.ts'
import { athenaColumns } from '../../src/tables/ddl.ts'

interface StagingTableProps {
  readonly database: string
  readonly table: Table
  /** `s3://bucket/prefix/` under which each batch has a folder. */
  readonly location: string
}

/**
 * Parquet files of the batches that wait to be merged. Nothing registers partitions: a query names the batches it wants
 * (`batch IN (…)`) and Athena puts each into the path.
 */
export class StagingTable extends Construct {
  readonly resource: CfnTable

  constructor(scope: Construct, id: string, { database, table, location }: StagingTableProps) {
    super(scope, id)
    this.resource = new CfnTable(this, 'Table', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: database,
      tableInput: {
        name: table.name,
        description: table.meaning,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [{ name: 'batch', type: 'string', comment: 'Id of the batch, which a query must name' }],
        parameters: {
          classification: 'parquet',
          'projection.enabled': 'true',
          'projection.batch.type': 'injected',
          'storage.location.template': `${location}batch=\${batch}/`,
        },
        storageDescriptor: {
          columns: [...athenaColumns(table)],
          location,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    })
  }
}
