/** The files of Iceberg tables in a bucket, which Athena rewrites and lets go of when it is told to. */
import { decodeColumn } from '../../tables/parquet.ts'
import { tablesPrefix } from '../keys.ts'
import type { Writer } from '../merge.ts'
import { filesHoldingQuery, filesQuery, namingTables, oldSnapshotsQuery } from '../sql/takedown.ts'
import { erasureStatements } from '../sql/upkeep.ts'
import type { Store } from '../store.ts'
import { attempt } from '../upkeep.ts'
import { rowsOf, type Warehouse } from '../warehouse.ts'
import { type Check, checkOf, countOf } from './check.ts'
import type { TableFiles } from './ports.ts'
import type { TakedownRecord } from './record.ts'

/** Of the tables of a writer. */
export function icebergFiles(writer: Writer): TableFiles {
  const { warehouse, store } = writer
  return {
    async holding(articleId) {
      const found: string[] = []
      for (const table of namingTables)
        found.push(...(await keysOf(warehouse, store, filesHoldingQuery(table, articleId))))
      return found
    },

    async erase(before, goOn) {
      const rewritten = [...before]
      for (const statement of erasureStatements()) {
        if (rewritten.includes(statement.name)) continue
        for (let finished = false; !finished; ) {
          if (!goOn()) return { rewritten, isDone: false }
          finished = (await attempt(writer, statement)).finished
        }
        rewritten.push(statement.name)
      }
      return { rewritten, isDone: true }
    },

    async checks(record) {
      const checks = [await heldCheck(store, record)]
      for (const table of namingTables)
        checks.push(
          await snapshotCheck(warehouse, table, record),
          await unnamedCheck(warehouse, store, table, record.article_id),
        )
      return checks
    },
  }
}

/** Keys of files that a query names by their addresses. */
async function keysOf(warehouse: Warehouse, { name }: Store, sql: string): Promise<readonly string[]> {
  const paths = (await rowsOf(warehouse, sql)).map(({ path }) => String(path))
  return paths.map(path => (path.startsWith(name) ? path.slice(name.length) : path))
}

/** Files that held it when the takedown began: rewritten, and gone with the snapshots that named them. */
async function heldCheck(store: Store, { files }: TakedownRecord): Promise<Check> {
  const left: string[] = []
  for (const key of files) if (await store.head(key)) left.push(key)
  return checkOf('files below tables/ that held it', left, 'OPTIMIZE or VACUUM left them')
}

async function snapshotCheck(warehouse: Warehouse, table: string, { hidden_at }: TakedownRecord): Promise<Check> {
  const [row] = await rowsOf(warehouse, oldSnapshotsQuery(table, hidden_at ?? ''))
  return countOf(`snapshots of ${table} from before`, Number(row?.n), 'VACUUM left them')
}

/** More are not looked into one by one. */
const MOST_UNNAMED = 200

/** Files that are there although the table does not name them, and hold rows of the article. */
async function unnamedCheck(warehouse: Warehouse, store: Store, table: string, articleId: string): Promise<Check> {
  const place = `files of ${table} that no snapshot names`
  const named = new Set(await keysOf(warehouse, store, filesQuery(table)))
  const unnamed: string[] = []
  for await (const { key } of store.list(`${tablesPrefix}${table}/data/`)) if (!named.has(key)) unnamed.push(key)
  if (unnamed.length > MOST_UNNAMED) return checkOf(place, unnamed, 'too many to look into')
  const holding: string[] = []
  for (const key of unnamed) if (await holds(store, key, articleId)) holding.push(key)
  return checkOf(place, holding, 'VACUUM left them')
}

/** Those that only say which rows are deleted have no such column; one that cannot be read may hold anything. */
async function holds(store: Store, key: string, articleId: string): Promise<boolean> {
  const content = await store.get(key)
  if (!content) return false
  try {
    return decodeColumn('article_id', content.bytes)?.includes(articleId) ?? false
  } catch {
    return true
  }
}
