/** What a lake holds. */
import { tables } from '../../schemas/index.ts'
import { planInbox } from './inbox.ts'
import {
  noticeFile,
  parseReleaseVersion,
  parseTakedown,
  quarantinePrefix,
  releasePrefix,
  releaseRoot,
  takedownPrefix,
} from './keys.ts'
import type { Lake } from './lake.ts'
import { completeBatches } from './staged-batches.ts'
import { rowsOf, type Warehouse } from './warehouse.ts'

/** What every lake can tell of itself, on disk or in the cloud. */
export interface Held extends TableCounts {
  readonly quarantined: number
  readonly takedowns: number
  /** Versions, those of full releases with that word. */
  readonly releases: readonly string[]
}

export interface TableCounts {
  /** Rows that people see, per table; articles that are gone are not counted. */
  readonly rows: Readonly<Record<string, number>>
  readonly outcomes: Readonly<Record<string, number>>
}

export interface LakeStatus extends Held {
  readonly waiting: {
    /** Objects of the inbox that are new, changed or gone. */
    readonly documents: number
    readonly batches: number
  }
}

const counts = Object.keys(tables)
  .map(
    name =>
      `SELECT '${name}' AS name, count(*) AS n FROM ${name}${name === 'articles' ? ' WHERE deleted_because IS NULL' : ''}`,
  )
  .join(' UNION ALL ')

export async function tableCounts(warehouse: Warehouse): Promise<TableCounts> {
  const pairs = async (sql: string) =>
    Object.fromEntries((await rowsOf(warehouse, sql)).map(({ name, n }) => [String(name), Number(n)]))
  const found = await pairs(counts)
  return {
    rows: Object.fromEntries(Object.keys(tables).map(name => [name, found[name] ?? 0])),
    outcomes: await pairs(
      'SELECT outcome AS name, count(*) AS n FROM documents GROUP BY outcome ORDER BY n DESC, outcome',
    ),
  }
}

export async function lakeStatus({ inbox, store, warehouse }: Lake): Promise<LakeStatus> {
  const counted = await tableCounts(warehouse)
  const plan = await planInbox(inbox, warehouse)
  return {
    ...counted,
    waiting: { documents: plan.due.length + plan.removed.length, batches: (await completeBatches(store)).length },
    quarantined: await countKeys(store.list(quarantinePrefix), key => key.endsWith('.json')),
    takedowns: await countKeys(store.list(takedownPrefix), key => parseTakedown(key) !== null),
    releases: await releaseVersions(store),
  }
}

/** How many of the objects count. */
export async function countKeys(objects: AsyncIterable<{ readonly key: string }>, counts: (key: string) => boolean) {
  let n = 0
  for await (const { key } of objects) if (counts(key)) n++
  return n
}

type Listed = Pick<Lake['store'], 'list'>

/**
 * Releases of which the stores of the two profiles hold something: versions, with a word for full ones and for those that
 * were withdrawn.
 */
export async function releaseVersions(open: Listed, full: Listed = open): Promise<readonly string[]> {
  const names: string[] = []
  for (const profile of ['open', 'full'] as const) {
    const versions = new Map<string, boolean>()
    for await (const { key } of (profile === 'open' ? open : full).list(releaseRoot(profile))) {
      const version = parseReleaseVersion(profile, key)
      if (version)
        versions.set(version, versions.get(version) || key === `${releasePrefix(profile, version)}${noticeFile}`)
    }
    for (const [version, isWithdrawn] of versions)
      names.push([version, profile === 'full' && '(full)', isWithdrawn && '(withdrawn)'].filter(Boolean).join(' '))
  }
  return names
}
