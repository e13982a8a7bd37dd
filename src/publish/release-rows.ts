/** Rows of a release that is there. */
import type { Table, TableName } from '../../schemas/index.ts'
import { OperationalError } from '../errors.ts'
import type { DecodedRow } from '../tables/arrow-rows.ts'
import { decodeParquet } from '../tables/parquet.ts'
import type { Files, Manifest } from './manifest.ts'
import { releasedTables } from './profiles.ts'

/** A release and where its files are. */
export interface ReleaseAt {
  readonly files: Files
  /** What stands before the paths of the manifest. */
  readonly prefix: string
  readonly manifest: Manifest
}

export const tableOf = ({ manifest }: ReleaseAt, name: TableName): Table => releasedTables(manifest.profile)[name].table

/** The rows of one table, in their order, with the columns that the profile has today. */
export async function* rowsOfRelease(release: ReleaseAt, name: TableName): AsyncGenerator<DecodedRow> {
  const { files, prefix, manifest } = release
  for (const path of manifest.tables.find(table => table.name === name)?.files ?? []) {
    const object = await files.get(prefix + path)
    if (!object) {
      throw new OperationalError(
        `expected ${prefix}${path} in ${files.name}, which its manifest lists; it is not there`,
        {
          retryable: false,
        },
      )
    }
    yield* decodeParquet(tableOf(release, name), object.bytes)
  }
}
