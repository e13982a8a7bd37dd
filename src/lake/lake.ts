/** A lake: where documents are dropped, where bytes lie, and where rows are queried. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { isInCloud } from './address.ts'
import { databaseFile, inboxFolder } from './keys.ts'
import { migrate, type Writer } from './merge.ts'
import type { Store } from './store.ts'
import { diskStore } from './store-disk.ts'
import { duckdbWarehouse } from './warehouse-duckdb.ts'

export interface Lake extends Writer {
  /** As the person who called named it. */
  readonly name: string
  readonly inbox: Store
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Gives deleted rows' bytes up, so that nobody finds them in a file. */
  compact(): Promise<void>
  close(): Promise<void>
}

/** Opens a lake on disk for writing, and makes it where there is none. */
export async function openLake(folder: string, clock: () => number = Date.now): Promise<Lake> {
  assertFolder(folder)
  await mkdir(folder, { recursive: true })
  const lake = await diskLake(folder, clock, false)
  await migrate(lake)
  return lake
}

/** Opens a lake on disk that can only be read. */
export async function openLakeToRead(folder: string, clock: () => number = Date.now): Promise<Lake> {
  assertFolder(folder)
  if (!(await diskStore(folder).head(databaseFile)))
    throw new UsageError(`expected a lake in ${folder}, found none: presslake ingest PATH --lake ${folder} makes one`)
  return diskLake(folder, clock, true)
}

function assertFolder(place: string): void {
  if (isInCloud(place))
    throw new UsageError(`expected a folder, got ${place}: in the cloud, the functions of the deployment do this`)
}

async function diskLake(folder: string, clock: () => number, readOnly: boolean): Promise<Lake> {
  const root = resolve(folder)
  const warehouse = await duckdbWarehouse({ file: join(root, databaseFile), staging: root, readOnly })
  return {
    compact: () => warehouse.compact(),
    name: folder,
    inbox: diskStore(join(root, inboxFolder)),
    store: diskStore(root),
    warehouse,
    clock,
    close: () => warehouse.close(),
  }
}
